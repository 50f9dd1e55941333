import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createParser } from '../../../scripts/markdown/parse.ts';
import { likelihoodOfError } from '../../../scripts/typeset/queries/doubts.ts';
import { typesetMarkdown } from '../../../scripts/typeset/typeset-markdown.ts';
import { queriesOf } from './asking.ts';

const doubtful = "She said so.\n\n'Consequence, he left.\n";

test('a mark that could be read two ways is asked about, with both readings', async () => {
  assert.deepEqual(await queriesOf(doubtful), [
    "3:1 typography-doubt “'Consequence” is set with ’, an apostrophe; it could also open a quotation: ‘Consequence, he left…",
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

for (const text of [
  "It was an 'arranged marriage, and nobody had asked her.",
  "He called it a 'fun evening and went to bed.",
  "She had the 'special menu, as ever.",
  "We sat in the 'quiet carriage with nine drummers.",
  "They'd a 'selfie wall in the crypt.",
  "The 'podcast went on for a week.",
  "'Helpful was what he put on his badge.",
  'He said "my \'people will call" and hung up.',
]) {
  test(`an elision that nothing tells of is doubtful, or none: ${text}`, async () => {
    const doubts = (await queriesOf(text)).filter((each) => each.includes('typography-doubt'));
    const { text: set } = typesetMarkdown(text, await createParser({ autolinks: false, plugins: [] })(text), {
      path: 'tale.md',
      lang: 'en',
      typography: { style: 'chicago', elisions: [], rules: {} },
    });
    const isApostrophe = /(?<!\p{L})’\p{L}/u.test(set);
    assert.ok(doubts.length > 0 || !isApostrophe, set);
  });
}

test('places are the author’s own, also behind quotation marks, escapes and references', async () => {
  const text = `> One & two &amp; \\*three\\*\n>   and 'spite the dogs' bed.\n`;
  const [query] = await queriesOf(text);
  assert.match(query ?? '', /^2:9 typography-doubt/);
});

test('a word that is in doubt again and again is settled by one answer', async () => {
  const source = "He walked 'spite the dogs' bed.\n\nShe ran 'spite the cats' bed.\n";
  const { problems } = typesetMarkdown(source, await createParser({ autolinks: false, plugins: [] })(source), {
    path: 'tale.md',
    lang: 'en',
    typography: { style: 'chicago', elisions: [], rules: {} },
  });
  const doubts = problems.filter(({ rule }) => rule === 'typography-doubt');
  assert.equal(doubts.length, 2);
  for (const { hint, choices } of doubts) {
    assert.match(hint ?? '', /in doubt 2 times, and one answer settles all: list “’spite”/);
    assert.deepEqual(choices?.map(({ elision }) => elision).filter(Boolean), ['’spite']);
  }
});

test('the likelihood of an error falls with the margin', () => {
  const likelihoods = [0, 1, 2, 4, 8].map(likelihoodOfError);
  assert.deepEqual(
    likelihoods,
    likelihoods.toSorted((a, b) => b - a),
  );
  assert.ok(likelihoodOfError(0) <= 0.5 && likelihoodOfError(Number.POSITIVE_INFINITY) === 0);
});
