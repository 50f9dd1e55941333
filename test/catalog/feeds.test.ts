import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printXml, type XmlElement } from '../../scripts/book/xml-element.ts';
import { listAddress, relativeTo } from '../../scripts/catalog/addresses.ts';
import type { GroupKind } from '../../scripts/catalog/catalog.ts';
import { atomFeed, atomStart } from '../../scripts/catalog/feeds/atom.ts';
import type { FeedOptions } from '../../scripts/catalog/feeds/feed.ts';
import { jsonFeed, jsonStart } from '../../scripts/catalog/feeds/json.ts';
import { openSearch } from '../../scripts/catalog/feeds/open-search.ts';
import { allLists, groupList, type ListPage, openList } from '../../scripts/catalog/lists.ts';
import { groupKey } from '../../scripts/catalog/make-catalog.ts';
import { siteTexts } from '../../scripts/catalog/site.ts';
import { elementsNamed, readXml } from '../../scripts/html/read-xml.ts';
import { shelf } from './books.ts';

const catalog = shelf();
const options = (name: string): FeedOptions => ({ href: relativeTo(`shelf/${name}.xml`), hasSearch: true });
const groupOf = (kind: GroupKind, name: string): string => groupList(kind, groupKey(name));
function listOf(name: string, page = 1, query?: string): ListPage {
  const list = openList(catalog, { name, page, query });
  assert.ok(list);
  return list;
}

const linksOf = (tree: XmlElement, rel: string) =>
  tree.children.flatMap((each) =>
    typeof each === 'object' && each.name === 'link' && each.attributes['rel'] === rel ? [each.attributes] : [],
  );
const textsOf = (tree: XmlElement, name: string) => elementsNamed(tree, name).map(({ children }) => children.join(''));

test('writes a book as OPDS 1.2', () => {
  const tree = atomFeed(catalog, listOf(groupOf('author', 'Ann Bee')), options('author'));
  const entry = elementsNamed(tree, 'entry').find((each) => textsOf(each, 'title')[0] === 'The Lamp & the Sea');
  assert.ok(entry);
  const [book] = [...catalog.books].filter(({ title }) => title === 'The Lamp & the Sea');
  assert.deepEqual(textsOf(entry, 'id'), [book?.id]);
  assert.deepEqual(textsOf(entry, 'updated'), ['2024-05-06T07:08:09Z']);
  assert.deepEqual(textsOf(entry, 'dc:identifier'), ['urn:isbn:9780306406157']);
  assert.deepEqual(textsOf(entry, 'dc:issued'), ['1913']);
  assert.deepEqual(textsOf(entry, 'summary'), ['Who lit <it>?\n\nNobody knows.']);
  assert.deepEqual(elementsNamed(entry, 'schema:Series')[0]?.attributes, { name: 'Lamps', position: '2' });
  assert.deepEqual(
    linksOf(entry, 'http://opds-spec.org/acquisition/open-access').map(({ href, type, length }) => [
      href,
      type,
      length,
    ]),
    [
      ['../Bee/lamp.epub', 'application/epub+zip', '2048'],
      ['../Bee/lamp.kepub.epub', 'application/epub+zip', '2048'],
      ['../Bee/lamp.html', 'text/html', '2048'],
    ],
  );
  assert.equal(linksOf(entry, 'http://opds-spec.org/image')[0]?.['href'], `cover-${book?.key}.jpg`);
  assert.equal(linksOf(entry, 'http://opds-spec.org/image/thumbnail')[0]?.['href'], `thumbnail-${book?.key}.jpg`);
});

test('writes paths that no address holds as they are', () => {
  const tree = atomFeed(catalog, listOf(groupOf('author', 'Zoë')), options('a'));
  const [link] = elementsNamed(tree, 'entry').flatMap((entry) =>
    linksOf(entry, 'http://opds-spec.org/acquisition/open-access'),
  );
  assert.equal(link?.['href'], '../%C3%A9lan%2050%25.epub');
});

test('leads through the pages of a list in both forms', () => {
  const second = listOf('all.title', 2);
  const tree = atomFeed(catalog, second, options('all.title.2'));
  const hrefs = (rel: string) => linksOf(tree, rel).map(({ href }) => href);
  assert.deepEqual(
    ['first', 'previous', 'self', 'next', 'last'].map((rel) => hrefs(rel)[0]),
    ['all.title.xml', 'all.title.xml', 'all.title.2.xml', 'all.title.3.xml', 'all.title.3.xml'],
  );
  assert.deepEqual(textsOf(tree, 'opensearch:totalResults'), ['103']);
  assert.deepEqual(textsOf(tree, 'opensearch:startIndex'), ['49']);
  const json = jsonFeed(second, options('all.title.2'));
  assert.deepEqual([json.metadata['currentPage'], json.metadata['numberOfItems']], [2, 103]);
  assert.equal(json.links.find(({ rel }) => rel === 'next')?.href, 'all.title.3.json');
});

test('shows facets with their groups, counts, and which is chosen', () => {
  const tree = atomFeed(catalog, listOf(`language-${groupKey('en')}.new`), options('l'));
  const facets = linksOf(tree, 'http://opds-spec.org/facet').map((each) => [
    each['opds:facetGroup'],
    each['title'],
    each['thr:count'],
    each['opds:activeFacet'],
  ]);
  assert.deepEqual(facets, [
    ['Sort by', 'Newest', '102', 'true'],
    ['Sort by', 'Title', '102', undefined],
    ['Sort by', 'Author', '102', undefined],
    ['Language', 'All', '103', undefined],
    ['Language', 'English', '102', 'true'],
    ['Language', 'French', '1', undefined],
  ]);
});

test('begins with the lists that have something, with types and counts', () => {
  const tree = atomStart(catalog, options('catalog'));
  assert.deepEqual(
    elementsNamed(tree, 'entry').map((entry) => [textsOf(entry, 'title')[0], textsOf(entry, 'content')[0]]),
    [
      ['Newest', '103 books'],
      ['Titles', '103 books'],
      ['Authors', '3 authors'],
      ['Series', '1 series'],
      ['Subjects', '2 subjects'],
      ['Languages', '2 languages'],
    ],
  );
  const kinds = elementsNamed(tree, 'entry').map((entry) =>
    entry.children.flatMap((each) =>
      typeof each === 'object' && each.name === 'link' ? each.attributes['type']?.split('kind=')[1] : [],
    ),
  );
  assert.deepEqual(kinds.flat(), [
    'acquisition',
    'acquisition',
    'navigation',
    'navigation',
    'navigation',
    'navigation',
  ]);
  assert.equal(jsonStart(catalog, options('catalog')).navigation?.length, 6);
});

test('writes a book as OPDS 2.0, and links to nothing but its files', () => {
  const { publications = [] } = jsonFeed(listOf(groupOf('series', 'Lamps')), options('s'));
  const [, book] = publications as readonly {
    readonly metadata: Record<string, unknown>;
    readonly links: readonly { href: string }[];
  }[];
  assert.deepEqual(JSON.parse(JSON.stringify(book?.metadata)), {
    '@type': 'http://schema.org/Book',
    identifier: catalog.books.find(({ subtitle }) => subtitle)?.id,
    title: 'The Lamp & the Sea',
    subtitle: 'A Tale',
    author: [
      {
        name: 'Ann Bee',
        sortAs: 'Bee, Ann',
        links: [{ href: `${groupOf('author', 'Ann Bee')}.json`, type: 'application/opds+json' }],
      },
    ],
    language: 'en-GB',
    modified: '2024-05-06T07:08:09Z',
    published: '1913-01-01',
    description: 'Who lit <it>?\n\nNobody knows.',
    subject: ['Fantasy', 'Sea “stories”'],
    belongsTo: {
      series: {
        name: 'Lamps',
        position: 2,
        links: [{ href: `${groupOf('series', 'Lamps')}.json`, type: 'application/opds+json' }],
      },
    },
  });
  assert.deepEqual(
    book?.links.map(({ href }) => href),
    ['../Bee/lamp.epub', '../Bee/lamp.kepub.epub', '../Bee/lamp.html'],
  );
});

test('finds nothing with a way back, since no list of OPDS 2.0 may be empty', () => {
  const json = jsonFeed(listOf('search', 1, 'xyzzy'), options('search'));
  assert.deepEqual([json.publications, json.navigation?.length], [undefined, 1]);
});

test('describes the search by an address from the root, which all readers understand alike', () => {
  const urls = elementsNamed(openSearch(catalog), 'Url').map(({ attributes }) => attributes['template']);
  assert.deepEqual(urls, ['/shelf/search.xml?query={searchTerms}', '/shelf/search.html?query={searchTerms}']);
});

test('prints feeds that are read back as they were made, whatever a book is called', () => {
  const tree = atomFeed(catalog, listOf('all.title'), options('all.title'));
  const read = readXml(printXml(tree));
  assert.ok(read);
  assert.deepEqual(
    elementsNamed(read, 'entry').map((entry) => textsOf(entry, 'title')[0]),
    listOf('all.title').books.map(({ title }) => title),
  );
});

test('leads nowhere but to what is there, in every file of a shelf', () => {
  const paths = new Set(['shelf/reader/index.html', 'shelf/reader/icon.svg']);
  const texts = [...siteTexts(catalog)];
  for (const { path } of texts) paths.add(path);
  for (const { cover, key, files } of catalog.books) {
    if (cover) for (const path of [`shelf/cover-${key}.jpg`, `shelf/thumbnail-${key}.jpg`]) paths.add(path);
    for (const { path } of files) paths.add(path);
  }
  const lost = texts.flatMap(({ path, text }) =>
    [...text.matchAll(/(?:href|src)="([^"#]+)"|"href":"([^"]+)"|<uri>([^<]+)</g)].flatMap(([, one, two, three]) => {
      const href = (one ?? two ?? three ?? '').replaceAll('&amp;', '&');
      const to = decodeURIComponent(new URL(href, `http://h/${path}`).pathname.slice(1));
      return paths.has(to) ? [] : [`${path} → ${href}`];
    }),
  );
  assert.deepEqual(lost, []);
  assert.equal(new Set(texts.map(({ path }) => path)).size, texts.length);
  assert.ok([...allLists(catalog)].every((list) => paths.has(listAddress(list, 'json'))));
});
