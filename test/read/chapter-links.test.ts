import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toString as textOf } from 'mdast-util-to-string';
import { read, tell } from '../tools/manuscript.ts';

const book = { 'book.yaml': 'title: T\nlang: en' };
const wordsOf = ({ sections }: Awaited<ReturnType<typeof read>>['book']) =>
  sections.map(({ content }) => textOf(content));

test('links from chapter to chapter are left out, with the heading above them, and told once', async () => {
  const { book: made, problems } = await read({
    ...book,
    '1.md': '# One\n\nIt came.\n\n## Navigation\n\n- [Next chapter: Two](2.md)\n',
    '2.md': '# Two\n\nIt left.\n\n---\n\n[← One](1.md) | [Three →](/book/3/)\n',
    '3.md': '# Three\n\n[Back](2.html)\n\nIt stayed.\n',
  });
  assert.deepEqual(wordsOf(made), ['It came.', 'It left.', 'It stayed.']);
  assert.deepEqual(problems.map(tell), ['1.md:7:1 markdown-left-out']);
  assert.match(problems[0]?.reason ?? '', /^3 files have links .* “Next chapter: Two”/);
});

const kept: readonly (readonly [what: string, texts: Readonly<Record<string, string>>])[] = [
  ['in one file of many', { '1.md': 'A.\n\n[Two](2.md)\n', '2.md': 'B.\n', '3.md': 'C.\n', '4.md': 'D.\n' }],
  ['with words beside it', { '1.md': 'A.\n\nSee [Two](2.md).\n', '2.md': 'B.\n\nSee [One](1.md).\n' }],
  ['to places elsewhere', { '1.md': 'A.\n\n[x](https://a.example/2)\n', '2.md': 'B.\n\n[y](https://a.example/1)\n' }],
  ['and no more text', { '1.md': '[Two](2.md)\n', '2.md': '[One](1.md)\n' }],
];

for (const [what, texts] of kept)
  test(`a link ${what} stays`, async () => {
    const { problems } = await read({ ...book, ...texts });
    assert.deepEqual(problems, []);
  });
