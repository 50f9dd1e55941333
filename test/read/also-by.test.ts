import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toString as textOf } from 'mdast-util-to-string';
import { render } from '../render/rendering.ts';
import { read } from '../tools/manuscript.ts';

const yaml = `title: "The Salt Road!"
author: Ann
also-by:
  - series: Tales
    books: [Out of Sorts, The Salt Road, In Bounds]
  - Alone
  - Another
`;

test('other books stand under their series, in the order typed, without the book itself', async () => {
  const { book } = await read({
    'book.yaml': yaml,
    'a.md': '# A\n\nA.\n',
    'about-the-author.md': 'B.\n',
    'colophon.md': 'C.\n',
  });
  assert.deepEqual(
    book.sections.map(({ kind }) => kind),
    ['chapter', 'about-the-author', 'also-by', 'colophon'],
  );
  const page = book.sections[2];
  assert.ok(page?.heading);
  assert.equal(textOf(page.heading), 'Also by Ann');
  const told = page.content.children.map((block) =>
    block.type === 'list' ? block.children.map((item) => textOf(item)) : textOf(block),
  );
  assert.deepEqual(told, ['Tales', ['Out of Sorts', 'In Bounds'], ['Alone', 'Another']]);
  const { publication } = await render({ 'book.yaml': yaml, 'a.md': '# A\n\nA.\n' });
  assert.deepEqual(publication.nav.at(-1), { title: 'Also by Ann', href: 'also-by.xhtml', entries: [] });
});

test('an author’s own page takes the place of the list, and a list of this book alone makes no page', async () => {
  const own = await read({ 'book.yaml': yaml, 'a.md': 'A.\n', 'also-by.md': 'Mine.\n' });
  assert.equal(own.book.sections.filter(({ kind }) => kind === 'also-by').length, 1);
  const alone = await read({ 'book.yaml': 'title: T\nalso-by: [t]\n', 'a.md': 'A.\n' });
  assert.deepEqual(
    alone.book.sections.map(({ kind }) => kind),
    ['chapter'],
  );
});
