import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareWords } from '../../scripts/pipeline/compare-words.ts';

const place = { path: 'story.txt' };
const sides = (source: string, text: string, metadata = '') => ({
  source: [source],
  text: [text],
  metadata: [metadata],
});

test('marks and order may differ, words may move to the metadata', () => {
  assert.equal(compareWords(sides('By Ann. "It\'s dark," he said.', 'It’s dark, he said', 'By Ann'), place), undefined);
  assert.equal(compareWords(sides('The Lamp. It was dark.', 'The Lamp It was dark', 'The Lamp'), place), undefined);
});

test('a word that is lost is shown on both sides', () => {
  const problem = compareWords(sides('It was a very dark night.', 'It was a dark night.'), place);
  assert.equal(problem?.rule, 'words-lost');
  assert.match(
    problem?.reason ?? '',
    /lacks “very”: the source has “… It was a very dark night …”, the manuscript “… It was a dark night …”/,
  );
});

test('a word that is added is shown too, and so is one that comes twice', () => {
  assert.match(compareWords(sides('It was dark.', 'It was very dark.'), place)?.reason ?? '', /adds “very”/);
  assert.match(compareWords(sides('It was dark.', 'It was was dark.'), place)?.reason ?? '', /adds “was”/);
});

test('words that touch in the source and are apart in the text are the same words, not the other way round', () => {
  assert.equal(
    compareWords(sides('the burned lampthe closed door', 'the burned lamp the closed door'), place),
    undefined,
  );
  assert.match(compareWords(sides('the burned lamp', 'the burnedlamp'), place)?.reason ?? '', /lacks “burned”/);
  assert.match(compareWords(sides('the burned lampthe door', 'the burned lamp door'), place)?.reason ?? '', /lampthe/);
});
