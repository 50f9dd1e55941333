import assert from 'node:assert/strict';
import { test } from 'node:test';
import { queriesOf } from './asking.ts';

test('runs of marks and words in capitals are asked about once a file', async () => {
  assert.deepEqual(await queriesOf('What?!?! Go!!! Now?\n\nI said NEVER. Not EVEN NOW.\n'), [
    '1:5 marks-emphatic Unexpected run of marks “?!?!”, expected one or two (and 1 more in this file)',
    '3:8 words-in-capitals Unexpected words in capitals “NEVER”, expected emphasis or small capitals (and 1 more in this file)',
  ]);
});

for (const text of ['What?! No!! NASA and the BBC. A B C. I. J. K.', '# A TITLE IN CAPITALS']) {
  test(`finds nothing loud in ${text}`, async () => assert.deepEqual(await queriesOf(text), []));
}
