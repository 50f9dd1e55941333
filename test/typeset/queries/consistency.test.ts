import assert from 'node:assert/strict';
import { test } from 'node:test';
import { queriesOf } from './asking.ts';

const mixed: readonly (readonly [string, string])[] = [
  [
    '"One," he said. "Two."\n\n\'Three,\' he said.\n',
    '3:8 quotes-mixed Speech stands in single marks here, in double ones elsewhere (1 against 2).',
  ],
  ['One... Two.. Three...\n', '1:11 ellipses-mixed An ellipsis is typed “..” here, “...” elsewhere (1 against 2).'],
];
for (const [text, expected] of mixed) {
  test(`asks about ${JSON.stringify(text)}`, async () => assert.deepEqual(await queriesOf(text), [expected]));
}

for (const text of [
  '"He said, \'Go on,\' and I went."\n\n"So," she said.',
  'A well-known fact, 3 - 2, 1939-1945--and more--so.',
  'One. . . . Two. . . Three... Four…',
  'One--two--three.\n\nFour - five.',
]) {
  test(`finds one way only in ${JSON.stringify(text)}`, async () => assert.deepEqual(await queriesOf(text), []));
}
