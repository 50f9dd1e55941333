import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listAddress, listAt, relativeTo } from '../../scripts/catalog/addresses.ts';
import { allLists, filledLists, openList } from '../../scripts/catalog/lists.ts';
import { makeCatalog } from '../../scripts/catalog/make-catalog.ts';
import { searchBooks } from '../../scripts/catalog/search.ts';
import { shelf, story } from './books.ts';

const catalog = shelf();
const titles = (name: string, page = 1, query?: string) =>
  openList(catalog, { name, page, query })?.books.map(({ title }) => title);

test('cuts a list into pages, and has no page beyond them', () => {
  const pages = [1, 2, 3].map((page) => openList(catalog, { name: 'all.title', page }));
  assert.deepEqual(
    pages.map((each) => each?.books.length),
    [48, 48, 7],
  );
  assert.deepEqual([pages[0]?.total, pages[0]?.pages], [103, 3]);
  for (const page of [0, 4, -1, 1.5, Number.NaN])
    assert.equal(openList(catalog, { name: 'all.title', page }), undefined);
});

test('has no list of another name', () => {
  for (const name of [
    '',
    'all',
    'all.size',
    'author',
    'author-',
    'author-nobody-00000000',
    'language-en',
    'constructor',
    'series.new',
  ])
    assert.equal(openList(catalog, { name, page: 1 }), undefined, name);
});

test('orders by what changed last, by title, by author', () => {
  assert.deepEqual(titles('all.new')?.slice(0, 2), ['Élan', 'The Lamp & the Sea']);
  assert.deepEqual(titles('all.title')?.slice(0, 3), ['Élan', 'A First Lamp', 'The Lamp & the Sea']);
  assert.deepEqual(
    openList(catalog, { name: 'all.author', page: 3 })
      ?.books.slice(-3)
      .map(({ title }) => title),
    ['A First Lamp', 'The Lamp & the Sea', 'Élan'],
  );
});

test('offers orders, and languages where there are several', () => {
  const facets = openList(catalog, { name: 'all.new', page: 1 })?.facets ?? [];
  assert.deepEqual(
    facets.map(({ title, choices }) => [
      title,
      ...choices.map((each) => `${each.title} ${each.count}${each.isChosen ? ' *' : ''}`),
    ]),
    [
      ['Sort by', 'Newest 103 *', 'Title 103', 'Author 103'],
      ['Language', 'All 103 *', 'English 102', 'French 1'],
    ],
  );
  for (const { list } of facets.flatMap(({ choices }) => choices))
    assert.ok(openList(catalog, { name: list, page: 1 }), list);
  const alone = makeCatalog('A', [story({ lang: 'en' }, 'a.epub')]);
  assert.equal(openList(alone, { name: 'all.new', page: 1 })?.facets.length, 1);
  assert.deepEqual(filledLists(alone), ['all.new', 'all.title']);
});

test('finds all words, whatever accents and capitals, titles first', () => {
  const found = (query: string) => searchBooks(catalog, query).map(({ title }) => title);
  assert.deepEqual(found('  LAMP '), ['A First Lamp', 'The Lamp & the Sea']);
  assert.deepEqual(found('lamp nobody'), ['The Lamp & the Sea']);
  assert.deepEqual(found('elan'), ['Élan']);
  assert.deepEqual(found('zoe'), ['Élan']);
  assert.deepEqual(found('fantasy bee'), ['The Lamp & the Sea']);
  assert.deepEqual(found(''), []);
  assert.deepEqual(found('lamp xyzzy'), []);
});

test('leads from every address to its list, and to no other', () => {
  for (const { name, page } of allLists(catalog))
    for (const form of ['html', 'xml', 'json'] as const) {
      const address = listAddress({ name, page }, form);
      assert.deepEqual(listAt(address, new URLSearchParams()), { name, page, form });
    }
  const search = listAddress({ name: 'search', page: 2, query: 'a&b=c ü' }, 'xml');
  const [path = '', query] = search.split('?');
  assert.deepEqual(listAt(path, new URLSearchParams(query)), {
    name: 'search',
    page: 2,
    query: 'a&b=c ü',
    form: 'xml',
  });
  for (const path of ['shelf/../x.html', 'shelf/a/b.html', 'all.new.html', 'shelf/all.new.exe', 'shelf/ALL.new.html'])
    assert.equal(listAt(path, new URLSearchParams()), undefined, path);
});

test('takes the first page where a client leaves the template’s word for it', () => {
  assert.equal(listAt('shelf/search.xml', new URLSearchParams('query=a&page={startPage?}'))?.page, 1);
});

test('writes addresses as they are from each place', () => {
  const cases = [
    ['', 'shelf/index.html', 'shelf/index.html'],
    ['opds', 'shelf/all.new.xml', 'shelf/all.new.xml'],
    ['opds/', 'shelf/all.new.xml', '../shelf/all.new.xml'],
    ['shelf/index.html', 'shelf/all.new.xml', 'all.new.xml'],
    ['shelf/index.html', 'Bee/lamp.epub', '../Bee/lamp.epub'],
    ['shelf/reader/index.html', 'shelf/index.html', '../index.html'],
  ] as const;
  for (const [at, to, expected] of cases) {
    assert.equal(relativeTo(at)(to), expected);
    assert.equal(new URL(expected, `http://h/${at}`).pathname, `/${to}`);
  }
});
