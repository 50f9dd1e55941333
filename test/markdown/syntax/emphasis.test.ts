import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createParser } from '../../../scripts/markdown/parse.ts';
import { newQuota } from '../../../scripts/markdown/quota.ts';

const parse = createParser({ autolinks: false, plugins: [] });

const pieces = [
  '*',
  '**',
  '***',
  '_',
  '__',
  'a',
  '「',
  '」です',
  ' ',
  '.',
  '\n',
  '[',
  '](u)',
  '![',
  '`',
  '&amp;',
  '\\',
  '~~',
  '“',
  '<b>',
  ':span[',
  ']{lang=fr}',
  ':',
];

test('pairs marks of emphasis as micromark does', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((each) => each.join('')),
      async (text) => assert.deepEqual(await parse(text, { quota: newQuota() }), await parse(text)),
    ),
    { numRuns: 1000 },
  );
});

test('pairs runs of every length', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc
        .array(fc.tuple(fc.constantFrom('*', '_'), fc.integer({ min: 1, max: 7 }), fc.constantFrom('', 'a', ' ', '.')))
        .map((runs) => runs.map(([mark, count, after]) => mark.repeat(count) + after).join('')),
      async (text) => assert.deepEqual(await parse(text, { quota: newQuota() }), await parse(text)),
    ),
    { numRuns: 1000 },
  );
});
