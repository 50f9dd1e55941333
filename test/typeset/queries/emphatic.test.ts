import assert from 'node:assert/strict';
import { test } from 'node:test';
import { queriesOf } from './asking.ts';

test('runs of marks and words in capitals are asked about', async () => {
  assert.deepEqual(await queriesOf('What?!?! Go!!! Now?\n\nI said NEVER. Not EVEN NOW.\n'), [
    '1:5 marks-emphatic “?!?!” is a long run of marks; the book has it as it is.',
    '1:12 marks-emphatic “!!!” is a long run of marks; the book has it as it is.',
    '3:8 words-in-capitals “NEVER” is in capitals; the book has it as it is.',
    '3:19 words-in-capitals “EVEN NOW” is in capitals; the book has it as it is.',
  ]);
});

for (const text of [
  'What?! No!! NASA and the BBC. A B C. I. J. K.',
  '# A TITLE IN CAPITALS',
  ':::sign\nKEEP AWAY NOW\n:::',
]) {
  test(`finds nothing loud in ${text}`, async () => assert.deepEqual(await queriesOf(text), []));
}
