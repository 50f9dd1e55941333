import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factsOf } from '../../../scripts/studio/press/facts-of.ts';

for (const [what, path, text, expected] of [
  [
    'a file',
    'book.yaml',
    'title: 1984 # a year\nauthor:\n  - Ann\n  - name: Bo\n    role: editor\n',
    { title: '1984', author: ['Ann', { name: 'Bo', role: 'editor' }] },
  ],
  ['a block', 'story.md', '---\ntitle: The Door\n---\n\nIt was shut.\n', { title: 'The Door' }],
  ['a text without a block', 'story.md', 'It was shut.\n', {}],
  ['an empty file', 'book.yml', '', {}],
  ['a key without a value', 'book.yaml', 'title:\nlang: en\ntags: [a, ]\n', { lang: 'en', tags: ['a'] }],
  [
    'a list of works',
    'book.yaml',
    'books:\n  - a\n  - path: b.txt\n    series-index: 2\n',
    { books: ['a', { path: 'b.txt', 'series-index': '2' }] },
  ],
  ['another tool’s key', 'book.yaml', 'language: en\nmainfont: X\n', { language: 'en', mainfont: 'X' }],
] as const)
  test(`the keys of ${what} are as they are typed`, () => {
    assert.deepEqual(factsOf(path, text), expected);
  });

for (const [what, path, text] of [
  ['YAML that is none', 'book.yaml', 'title: "The Door\nauthor: [a'],
  ['a block without an end', 'story.md', '---\ntitle: The Door\n\nIt was shut.\n'],
  ['a key that stands twice', 'book.yaml', 'title: a\ntitle: b\n'],
] as const)
  test(`${what} has no keys for a form`, () => {
    assert.equal(factsOf(path, text), undefined);
  });
