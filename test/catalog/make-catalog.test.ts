import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editionOf, makeCatalog } from '../../scripts/catalog/make-catalog.ts';
import { shelf, story } from './books.ts';

test('knows an edition by the ending of its file, in any letters', () => {
  assert.deepEqual(
    ['a/Tale.epub', 'tale.KEPUB.EPUB', 'tale.kindle.epub', 'tale.legacy.epub', 'tale.html', 'tale.pdf', 'tale'].map(
      editionOf,
    ),
    [
      { edition: 'epub', stem: 'a/Tale' },
      { edition: 'kobo', stem: 'tale' },
      { edition: 'kindle', stem: 'tale' },
      { edition: 'legacy', stem: 'tale' },
      { edition: 'web', stem: 'tale' },
      undefined,
      undefined,
    ],
  );
});

test('keeps the ids of books when others come and go', () => {
  const lamp = story({ identifier: 'urn:isbn:1' }, 'b/lamp.epub');
  const nameless = story({}, 'c/tale.epub');
  const before = makeCatalog('A', [lamp, nameless]);
  const after = makeCatalog('B', [story({ identifier: 'urn:isbn:2' }, 'a/new.epub'), nameless, lamp]);
  for (const { id, key, title } of before.books) {
    assert.match(id, /^urn:uuid:[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    assert.equal(after.byKey.get(key)?.title, title);
  }
});

test('gives two copies of a book an id each', () => {
  const { books } = makeCatalog('A', [
    story({ title: 'Tale', identifier: 'x' }, 'one.epub'),
    story({ title: 'Tale', identifier: 'x' }, 'two.epub'),
  ]);
  assert.equal(new Set(books.map(({ id }) => id)).size, 2);
  const [first] = makeCatalog('A', [story({ title: 'Tale', identifier: 'x' }, 'one.epub')]).books;
  assert.ok(books.some(({ id }) => id === first?.id));
});

test('sorts titles without articles, accents and quotes, the same everywhere', () => {
  const titles = ['Zebra', '“Ask”', 'The Bee', 'Ébène', 'A', 'an Ox', '東'];
  const { books } = makeCatalog(
    'A',
    titles.map((title, at) => story({ title }, `${at}.epub`)),
  );
  assert.deepEqual(
    books.map(({ title }) => title),
    ['A', '“Ask”', 'The Bee', 'Ébène', 'an Ox', 'Zebra', '東'],
  );
});

test('puts the books of a series in their order, and those without a place at the end', () => {
  const places = ['10', '9', '1.10', undefined, '1.9'];
  const { groups } = makeCatalog(
    'A',
    places.map((position, at) => story({ series: { name: 'S', position } }, `${at}.epub`)),
  );
  const [series] = groups.series.values();
  assert.deepEqual(
    series?.books.map((book) => book.series?.position),
    ['1.9', '1.10', '9', '10', undefined],
  );
});

test('groups by author, series, subject and language without its country', () => {
  const { groups } = shelf();
  const names = (kind: keyof typeof groups) =>
    [...groups[kind].values()].map(({ name, books }) => [name, books.length]);
  assert.deepEqual(names('author'), [
    ['Ann Bee', 2],
    ['Cy Dee', 1],
    ['Zoë', 1],
  ]);
  assert.deepEqual(names('series'), [['Lamps', 2]]);
  assert.deepEqual(names('subject'), [
    ['Fantasy', 1],
    ['Sea “stories”', 1],
  ]);
  assert.deepEqual(names('language'), [
    ['en', 102],
    ['fr', 1],
  ]);
});

test('says when a book changed: what it says itself, or when its file was written', () => {
  const { books, updated } = makeCatalog('A', [
    story({ title: 'A', modified: '2024-05-06T07:08:09Z' }, 'a.epub'),
    story({ title: 'B', modified: '2024' }, 'b.epub'),
  ]);
  assert.deepEqual(
    books.map((each) => each.updated),
    ['2024-05-06T07:08:09Z', '2020-02-03T04:05:06Z'],
  );
  assert.equal(updated, '2024-05-06T07:08:09Z');
});
