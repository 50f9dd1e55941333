import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDate, isLanguageTag } from '../../scripts/book/metadata-schema.ts';

const dates = {
  good: [
    '2026',
    '2026-11',
    '2026-11-23',
    '2024-02-29',
    '2000-02-29',
    '0001',
    '2026-11-23T09:30Z',
    '2026-11-23T09:30:00Z',
    '2026-11-23T09:30:00.5+14:00',
    '2026-11-23T00:00:00-12:00',
    '2026-12-31T23:59:59Z',
  ],
  bad: [
    '',
    '26',
    '2026-13',
    '2026-00',
    '2026-11-31',
    '2023-02-29',
    '1900-02-29',
    '2026-1-1',
    '2026/11/23',
    '20261123',
    '0000',
    '2026-11-23T24:00Z',
    '2026-11-23T09:60Z',
    '2026-11-23T09:30',
    '2026-11-23 09:30Z',
    '2026-11-23T9:30Z',
    '2026-11-23T09:30:00+25:00',
    '23 November 2026',
    '2026-11-23Z',
    ' 2026',
    '2026\n',
    '２０２６',
  ],
} as const;

for (const date of dates.good) test(`${date} is a date`, () => assert.equal(isDate(date), true));
for (const date of dates.bad) test(`${JSON.stringify(date)} is no date`, () => assert.equal(isDate(date), false));

const tags = {
  good: [
    'en',
    'en-GB',
    'pt-BR',
    'zh-Hant-TW',
    'sr-Latn',
    'de-CH-1996',
    'gsw',
    'en-x-pirate',
    'es-419',
    'x-klingon',
    'i-default',
    'en-GB-oed',
  ],
  bad: [
    '',
    'e',
    'english language',
    'english',
    'en_GB',
    'en-',
    '-en',
    'en--GB',
    'en-GB-GB-GB',
    'de-1996-1996',
    'ab-cdefghijk',
    '*',
    'en;q=1',
    'é',
    'a'.repeat(36),
  ],
} as const;

for (const tag of tags.good) test(`${tag} is a language tag`, () => assert.equal(isLanguageTag(tag), true));
for (const tag of tags.bad)
  test(`${JSON.stringify(tag)} is no language tag`, () => assert.equal(isLanguageTag(tag), false));
