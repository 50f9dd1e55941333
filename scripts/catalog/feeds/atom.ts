/** A catalogue as OPDS 1.2: Atom (RFC 4287). In: a page of a list. Out: a tree; `printXml` prints it. */
import { type XmlElement, xmlElement } from '../../book/xml-element.ts';
import {
  bookPage,
  coverAddress,
  fileAddress,
  listAddress,
  startFeed,
  startPage,
  thumbnailAddress,
} from '../addresses.ts';
import type { Catalog, CatalogBook } from '../catalog.ts';
import { countOf, filledLists, groupList, type ListPage, listTitles, openList, perPage } from '../lists.ts';
import { groupKey } from '../make-catalog.ts';
import {
  bookType,
  type FeedLink,
  type FeedOptions,
  feedId,
  feedLinks,
  feedTypes,
  fileTitle,
  kindOf,
  relations,
  startLinks,
} from './feed.ts';

const namespaces = {
  xmlns: 'http://www.w3.org/2005/Atom',
  'xmlns:dc': 'http://purl.org/dc/terms/',
  'xmlns:opds': 'http://opds-spec.org/2010/catalog',
  'xmlns:opensearch': 'http://a9.com/-/spec/opensearch/1.1/',
  'xmlns:schema': 'http://schema.org',
  'xmlns:thr': 'http://purl.org/syndication/thread/1.0',
};

const text = (name: string, value: string): XmlElement => xmlElement(name, {}, [value]);
const optional = (name: string, value: string | undefined): readonly XmlElement[] => (value ? [text(name, value)] : []);
const linkElement = (link: FeedLink, more: Readonly<Record<string, string>> = {}): XmlElement =>
  xmlElement('link', { ...link, ...more });

/** The root: the lists that one begins with (OPDS 1.2 §2.1). */
export function atomStart(catalog: Catalog, options: FeedOptions): XmlElement {
  const { href } = options;
  const links = [
    { rel: 'self', href: href(startFeed('xml')), type: feedTypes.navigation },
    ...startLinks('xml', options),
    { rel: 'alternate', href: href(startFeed('json')), type: feedTypes.json },
    { rel: 'alternate', href: href(startPage), type: 'text/html' },
  ];
  const entries = filledLists(catalog).map((name) =>
    navigationEntry(catalog, name, options, {
      title: listTitles[name],
      updated: catalog.updated,
      rel: name === 'all.new' ? relations.newest : 'subsection',
      count: openList(catalog, { name, page: 1 })?.total ?? 0,
    }),
  );
  return feed(catalog, 'catalog', catalog.title, catalog.updated, [
    ...links.map((link) => linkElement(link)),
    ...entries,
  ]);
}

/** A page of a list. */
export function atomFeed(catalog: Catalog, list: ListPage, options: FeedOptions): XmlElement {
  const { href } = options;
  const facets = list.facets.flatMap(({ title: group, choices }) =>
    choices.map(({ title, list: name, count, isChosen }) =>
      linkElement(
        { rel: relations.facet, href: href(listAddress({ name, page: 1 }, 'xml')), type: feedTypes.acquisition, title },
        { 'opds:facetGroup': group, 'thr:count': `${count}`, ...(isChosen && { 'opds:activeFacet': 'true' }) },
      ),
    ),
  );
  const paging = [
    text('opensearch:totalResults', `${list.total}`),
    text('opensearch:startIndex', `${(list.page - 1) * perPage + 1}`),
    text('opensearch:itemsPerPage', `${perPage}`),
  ];
  const entries = [
    ...list.groups.map(({ list: name, name: title, updated, books }) =>
      navigationEntry(catalog, name, options, { title, updated, rel: 'subsection', count: books.length }),
    ),
    ...list.books.map((book) => bookEntry(book, options)),
  ];
  return feed(catalog, list.query === undefined ? list.name : `search\n${list.query}`, list.title, list.updated, [
    ...feedLinks(list, 'xml', options).map((link) => linkElement(link)),
    ...facets,
    ...paging,
    ...entries,
  ]);
}

const feed = (
  catalog: Catalog,
  name: string,
  title: string,
  updated: string,
  children: readonly XmlElement[],
): XmlElement =>
  xmlElement('feed', namespaces, [
    text('id', feedId(catalog, name)),
    text('title', title),
    text('updated', updated),
    xmlElement('author', {}, [text('name', catalog.title)]),
    ...children,
  ]);

function navigationEntry(
  catalog: Catalog,
  name: string,
  { href }: FeedOptions,
  {
    title,
    updated,
    rel,
    count,
  }: { readonly title: string; readonly updated: string; readonly rel: string; readonly count: number },
): XmlElement {
  const link = { rel, href: href(listAddress({ name, page: 1 }, 'xml')), type: feedTypes[kindOf({ name })] };
  return xmlElement('entry', {}, [
    text('id', feedId(catalog, name)),
    text('title', title),
    text('updated', updated),
    xmlElement('content', { type: 'text' }, [countOf(count, name)]),
    linkElement(link, { 'thr:count': `${count}` }),
  ]);
}

/** A book (OPDS 1.2 §5). */
function bookEntry(book: CatalogBook, { href }: FeedOptions): XmlElement {
  const { series, cover, files } = book;
  const inSeries = series && { name: series.name, ...(series.position && { position: series.position }) };
  const images = cover
    ? [
        linkElement({ rel: relations.image, href: href(coverAddress(book)), type: cover.mediaType }),
        linkElement({ rel: relations.thumbnail, href: href(thumbnailAddress(book)), type: 'image/jpeg' }),
      ]
    : [];
  const related = series
    ? [
        linkElement({
          rel: 'related',
          href: href(listAddress({ name: groupList('series', groupKey(series.name)), page: 1 }, 'xml')),
          type: feedTypes.acquisition,
          title: series.name,
        }),
      ]
    : [];
  return xmlElement('entry', {}, [
    text('id', book.id),
    text('title', book.title),
    text('updated', book.updated),
    ...book.authors.map(({ name }) =>
      xmlElement('author', {}, [
        text('name', name),
        text('uri', href(listAddress({ name: groupList('author', groupKey(name)), page: 1 }, 'xml'))),
      ]),
    ),
    ...optional('dc:identifier', book.identifier),
    ...optional('dc:language', book.lang),
    ...optional('dc:publisher', book.publisher),
    ...optional('dc:issued', book.date),
    ...book.subjects.map((subject) => xmlElement('category', { term: subject, label: subject })),
    ...optional('rights', book.rights),
    ...(book.description ? [xmlElement('summary', { type: 'text' }, [book.description])] : []),
    ...(inSeries ? [xmlElement('schema:Series', inSeries)] : []),
    ...images,
    ...files.map((file) =>
      linkElement(
        {
          rel: relations.acquisition,
          href: href(fileAddress(file)),
          type: bookType(file.edition),
          title: fileTitle(file),
        },
        { length: `${file.size}` },
      ),
    ),
    linkElement({ rel: 'alternate', href: href(bookPage(book)), type: 'text/html' }),
    ...related,
  ]);
}
