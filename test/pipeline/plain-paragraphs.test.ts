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
  '**bold** words, *a **b** c*, *not closed and * none',
  '[A word](#x) of [two *or*\nthree](chapter-1.md#x), see [him](https://a.example/b-c?d=e).',
  '> quoted,\\\n> and *more*',
];
const marked = [
  '- item',
  '1. one',
  'I. He came.',
  'a) he came',
  '*a*b and c*d',
  'a `b` c',
  '[word][x]',
  '![word](x.png)',
  '[word](#x){.y}',
  '[word](not a link)',
  'a\\*b',
  '> - quoted',
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
    const { text, plain: words } = withoutPlainParagraphs(`${opening}${block}\n`, 4);
    assert.ok(!text.includes(block), block);
    const parsed = await wordsOfMarkdown([block], usualLimits);
    assert.deepEqual(words.flatMap(wordList), parsed.value.text.flatMap(wordList), block);
  }
});

test('what may have a sign in it stays, and so do the first blocks', () => {
  for (const block of marked) assert.ok(withoutPlainParagraphs(`${opening}${block}`, 4).text.endsWith(block), block);
  assert.equal(withoutPlainParagraphs('It was dark.\n\nVery.', 4).text, 'It was dark.\n\nVery.');
});

test('what stands in a comment stays, and what follows it is taken out', () => {
  for (const comment of ['<!-- a\n\nb\n\nc -->', '<!-- a\n\n-- > <!--\n\nb -->'])
    assert.deepEqual(withoutPlainParagraphs(`${opening}${comment}\n\nHe came.`, 4), {
      text: opening + comment,
      plain: ['He came.'],
    });
  assert.equal(withoutPlainParagraphs(`${opening}%%\n\nHe came.\n\n%%`, 4).plain.length, 0);
});

test('a long poem in letters without case, which a sign ends that is not known, is read once', () => {
  const poem = `${'আবার আসিব ফিরে ধানসিড়ির তীরে\n'.repeat(200)}এই বাংলায়।`;
  const { plain } = withoutPlainParagraphs(`A\n\nB\n\nC\n\nD\n\n${poem}\n\n${'আবার আসিব ফিরে\n'.repeat(3)}`, 4);
  assert.equal(plain.join(' ').match(/আবার/g)?.length, 3);
});
