import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findDivs, keepVerseIndents } from '../../../scripts/markdown/syntax/fenced-divs.ts';
import { read, tell } from '../../tools/manuscript.ts';

/** A text, and its set pieces as name, line and what they span. */
const found: readonly (readonly [string, readonly string[]])[] = [
  ['No fence.', []],
  [':::verse\nA\n:::', ['verse 1 0–14']],
  ['A\n\n:::verse\nA\n:::\nB\n\n:::letter\n:::\n', ['verse 3 3–17', 'letter 8 21–34']],
  ['::::verse\n:::\n::::\n', ['verse 1 0–18']],
  [':::verse\n:::letter\nA\n:::\n', ['letter 2 9–24']],
  ['```\n:::verse\n```\n\n:::verse\n:::\n', ['verse 5 18–30']],
  ['> :::verse\n> :::\n', ['verse 1 0–16']],
  ['> :::verse\n\n:::\n', []],
  ['- :::verse\n  A\n  :::\n', ['verse 1 0–20']],
  [':::: {.a}\n::: b\n:::\n::::', ['b 2 10–19', 'a 1 0–24']],
  ['::: {x y}\n:::', []],
  [':::texts{me="Ann Q"}\n:::', ['texts 1 0–24']],
  ['A :::verse\n:::', []],
  [':::other\n:::', ['other 1 0–12']],
];

for (const [text, expected] of found)
  test(`finds the set pieces of ${JSON.stringify(text)}`, () => {
    assert.deepEqual(
      findDivs(text).divs.map(({ name, line, start, end }) => `${name} ${line} ${start}–${end}`),
      expected,
    );
  });

test('the spaces before lines of verse stay, at the same offsets', () => {
  const text = '    code\n\n:::verse\n  a\n\tb\n   \n:::\n\n  text\n';
  const kept = keepVerseIndents(text);
  assert.equal(kept, '    code\n\n:::verse\n\u00A0\u00A0a\n\u2003b\n   \n:::\n\n  text\n');
  assert.equal(kept.length, text.length);
});

test('a scene break of tildes begins no code', async () => {
  const text = 'She left.\n\n~~~\n\nHe stayed.\n\n:::verse\n    a\n:::\n\n:::leter\nB.\n:::\n';
  const { problems, book } = await read({ 'book.yaml': 'title: T', 'a.md': text });
  assert.deepEqual(problems.filter(({ rule }) => rule.startsWith('set-piece')).map(tell), [
    'a.md:11:1 set-piece-unknown',
  ]);
  assert.match(JSON.stringify(book.sections), /\u00A0\u00A0\u00A0\u00A0a/);
});

test('a fence without its fellow, and a name that is nearly one, are told', async () => {
  const { problems } = await read({
    'book.yaml': 'title: T',
    'a.md':
      'A.\n\n:::verse\nB.\n\n:::leter\nC.\n:::\n\n::: verse\nD.\n:::\n\n:::other\n:::\n\n```\n:::vers\n:::\n```\n',
  });
  assert.deepEqual(problems.map(tell), ['a.md:3:1 set-piece-open', 'a.md:6:1 set-piece-unknown']);
});
