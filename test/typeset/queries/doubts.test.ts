import assert from 'node:assert/strict';
import { test } from 'node:test';
import { queriesOf } from './asking.ts';

const doubtful = "She said so.\n\n'Consequence, he left.\n";

test('a mark that could be read two ways is asked about, with both readings', async () => {
  assert.deepEqual(await queriesOf(doubtful), [
    "3:1 typography-doubt “'Consequence” is set with ’, an apostrophe; it could be ‘, which opens a quotation.",
  ]);
});

for (const [how, text, change] of [
  ['the mark itself', doubtful.replace("'", '’'), {}],
  ['a backslash', doubtful.replace("'", "\\'"), {}],
  ['a reference', doubtful.replace("'", '&#39;'), {}],
  ['an entry among the elisions', doubtful, { elisions: ["'consequence"] }],
  ['the rule’s switch', doubtful, { rules: { doubts: false } }],
  ['the style “off”', doubtful, { style: 'off' }],
] as const) {
  test(`${how} settles a doubt`, async () => assert.deepEqual(await queriesOf(text, change), []));
}

for (const text of [
  '"I don\'t know," she said. "He said, \'Go on,\' and I went."',
  "'Tis the season. Rock 'n' roll in the '90s. The dogs' bowls.",
  '"Stop," he said--"or I\'ll shout."',
]) {
  test(`nothing is doubtful in ${text}`, async () => assert.deepEqual(await queriesOf(text), []));
}

test('places are the author’s own, also behind quotation marks, escapes and references', async () => {
  const text = `> One & two &amp; \\*three\\*\n>   and 'Consequence he left.\n`;
  const [query] = await queriesOf(text);
  assert.match(query ?? '', /^2:9 typography-doubt/);
});
