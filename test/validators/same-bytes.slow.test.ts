import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { need } from '../tools/need.ts';
import { bookOf, type PressOptions } from '../tools/press.ts';
import { sample, sampleCase, sharedNovel, sharedStory } from './books.ts';

async function sha256(manuscript: string, options: PressOptions = {}): Promise<string> {
  return createHash('sha256')
    .update(await bookOf(manuscript, options))
    .digest('hex');
}

/** What machines differ in, beside their Node. */
const surroundings: readonly (readonly [string, PressOptions])[] = [
  ['a second build', {}],
  ['a build in Nepal', { env: { TZ: 'Asia/Kathmandu' } }],
  ['a build in Hawaii', { env: { TZ: 'Pacific/Honolulu' } }],
  ['a build in Turkish', { env: { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', LANGUAGE: 'tr' } }],
  ['a build in German', { env: { LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' } }],
  ['a build without a locale', { env: { LANG: undefined, LC_ALL: 'C' } }],
];

const books: readonly (readonly [string, string])[] = [
  ['the sample', sample],
  ['every feature', sampleCase('every-feature')],
  ['odd file names', sampleCase('odd-file-names')],
  ['embedded fonts', sampleCase('embedded-fonts')],
];

for (const [name, manuscript] of books) {
  let first: Promise<string> | undefined;
  const expected = (): Promise<string> => {
    first ??= sha256(manuscript, { env: { TZ: 'UTC' } });
    return first;
  };
  for (const [way, options] of surroundings) {
    test(`${way} of ${name} gives the same bytes`, async () => {
      assert.equal(await sha256(manuscript, options), await expected());
    });
  }
  for (const version of ['node22', 'node24'] as const) {
    test(`Node ${version.slice(4)} gives the same bytes of ${name}`, async (context) => {
      const node = await need(context, version);
      if (node) assert.equal(await sha256(manuscript, { node }), await expected());
    });
  }
}

test('every Node gives the same bytes of the shared story and of a novel', async (context) => {
  if (!(await need(context, 'shared'))) return;
  const nodes = [await need(context, 'node22'), await need(context, 'node24')];
  for (const manuscript of [sharedStory, sharedNovel]) {
    const expected = await sha256(manuscript);
    for (const node of nodes) if (node) assert.equal(await sha256(manuscript, { node }), expected);
  }
});

test('SOURCE_DATE_EPOCH dates a book that has no date, and nothing else changes its bytes', async () => {
  const manuscript = sampleCase('no-metadata');
  const one = await sha256(manuscript, { env: { SOURCE_DATE_EPOCH: '1700000000' } });
  assert.equal(await sha256(manuscript, { env: { SOURCE_DATE_EPOCH: '1700000000' } }), one);
  assert.notEqual(await sha256(manuscript, { env: { SOURCE_DATE_EPOCH: '1600000000' } }), one);
});
