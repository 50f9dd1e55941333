import assert from 'node:assert/strict';
import { test } from 'node:test';
import { queriesOf } from './asking.ts';

const unbalanced: readonly (readonly [string, readonly string[]])[] = [
  [
    '"Hello, she said.\n\nHe left.',
    ['1:1 quote-unbalanced Nothing closes the “ here: no ” follows, and the next paragraph does not open again.'],
  ],
  ['Hello," she said.', ['1:7 quote-unbalanced The ” here closes nothing: no “ stands before it.']],
  [
    '"One, "two," she said.',
    ['1:7 quote-unbalanced The “ here opens a quotation in one that is still open: no ” stands before it.'],
  ],
];
for (const [text, expected] of unbalanced) {
  test(`asks about ${JSON.stringify(text)}`, async () => assert.deepEqual(await queriesOf(text), expected));
}

for (const text of [
  '"Speech that goes on,\n\n"and on,\n\n"and ends."',
  '"Verse goes\nlike this,\n\nand closes late."\n\nThen he left.',
  '"One," she said. "Two."',
  '“Set already,” she said.',
  '# "A Title',
]) {
  test(`finds nothing unbalanced in ${JSON.stringify(text)}`, async () => assert.deepEqual(await queriesOf(text), []));
}

test('the rule can be switched off', async () => {
  assert.deepEqual(await queriesOf('Hello," she said.', { rules: { balance: false } }), []);
});
