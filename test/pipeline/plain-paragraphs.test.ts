import assert from 'node:assert/strict';
import { test } from 'node:test';
import { usualLimits } from '../../scripts/book/limits.ts';
import { wordList } from '../../scripts/book/word-list.ts';
import { withoutPlainParagraphs } from '../../scripts/pipeline/plain-paragraphs.ts';
import { wordsOfMarkdown } from '../../scripts/pipeline/visible-words.ts';

const opening = '# One\n\nA\n\nB\n\nC\n\n';

const plain = [
  'It was dark, and “nobody” came; he said: no.',
  'He came *home*, “*home*!” and *“slept,”* she said.\\\nThen (at 12) — nothing…',
  '«Oui», dit-elle. L’été – déjà.',
  '他说：走',
  'Он пришёл.',
];
const marked = [
  '- item',
  '1. one',
  'I. He came.',
  'a) he came',
  '*a*b and c*d',
  '**bold** words',
  'a `b` c',
  '[word](#x)',
  'a\\*b',
  '> quoted',
  ':::note',
  '    indented',
  'Title\n---',
  'a | b',
  'x^2^',
  'see <b>him</b>',
  '&amp; so',
  'Term\n: meaning',
  '* * *',
];

test('paragraphs of words and the marks of sentences are taken out, and their words are those that a reader sees', async () => {
  for (const block of plain) {
    const { text, plain: words } = withoutPlainParagraphs(`${opening}${block}\n`);
    assert.ok(!text.includes(block), block);
    const parsed = await wordsOfMarkdown([block], usualLimits);
    assert.deepEqual(wordList(words), parsed.value.text.flatMap(wordList), block);
  }
});

test('what may have a sign in it stays, and so do the first blocks', () => {
  for (const block of marked) assert.ok(withoutPlainParagraphs(`${opening}${block}`).text.endsWith(block), block);
  assert.equal(withoutPlainParagraphs('It was dark.\n\nVery.').text, 'It was dark.\n\nVery.');
});

test('a long poem in letters without case, which a sign ends that is not known, is read once', () => {
  const poem = `${'আবার আসিব ফিরে ধানসিড়ির তীরে\n'.repeat(200)}এই বাংলায়।`;
  const { plain } = withoutPlainParagraphs(`A\n\nB\n\nC\n\nD\n\n${poem}\n\n${'আবার আসিব ফিরে\n'.repeat(3)}`);
  assert.equal(plain.match(/আবার/g)?.length, 3);
});
