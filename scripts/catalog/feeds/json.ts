/** A catalogue as OPDS 2.0. In: a page of a list. Out: what is written as JSON, in the terms of the Readium Web Publication Manifest. */
import {
  coverAddress,
  fileAddress,
  listAddress,
  shelfFolder,
  startFeed,
  startPage,
  thumbnailAddress,
} from '../addresses.ts';
import type { Catalog, CatalogBook } from '../catalog.ts';
import { filledLists, groupList, type ListPage, listTitles, openList, perPage } from '../lists.ts';
import { groupKey } from '../make-catalog.ts';
import { bookType, type FeedLink, type FeedOptions, feedLinks, feedTypes, fileTitle, relations } from './feed.ts';

interface JsonLink extends Partial<FeedLink> {
  readonly href: string;
  readonly templated?: boolean;
  readonly size?: number;
  readonly properties?: Readonly<Record<string, unknown>>;
}

export interface JsonFeed {
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly links: readonly JsonLink[];
  readonly navigation?: readonly JsonLink[];
  readonly publications?: readonly unknown[];
  readonly facets?: readonly unknown[];
}

/** The root: the lists that one begins with. */
export function jsonStart(catalog: Catalog, options: FeedOptions): JsonFeed {
  const { href } = options;
  return {
    metadata: { title: catalog.title, modified: catalog.updated },
    links: [
      { rel: 'self', href: href(startFeed('json')), type: feedTypes.json },
      ...searchLink(options),
      { rel: 'alternate', href: href(startFeed('xml')), type: feedTypes.navigation },
      { rel: 'alternate', href: href(startPage), type: 'text/html' },
    ],
    navigation: filledLists(catalog).map((name) => ({
      ...listLink(name, listTitles[name], openList(catalog, { name, page: 1 })?.total ?? 0, options),
      rel: name === 'all.new' ? relations.newest : 'subsection',
    })),
  };
}

/** A page of a list. Neither of the lists may be empty: what finds nothing leads back to the start. */
export function jsonFeed(list: ListPage, options: FeedOptions): JsonFeed {
  const { href } = options;
  const { title, updated, total, page, books, groups } = list;
  const publications = books.map((book) => publication(book, options));
  const start: JsonLink = { href: href(startFeed('json')), type: feedTypes.json, title: 'Start' };
  const navigation = groups.map(({ list: name, name: label, books: own }) =>
    listLink(name, label, own.length, options),
  );
  const facets = list.facets.map((facet) => ({
    metadata: { title: facet.title },
    links: facet.choices.map(({ title: choice, list: name, count, isChosen }) => ({
      ...listLink(name, choice, count, options),
      ...(isChosen && { rel: 'self' }),
    })),
  }));
  return {
    metadata: { title, modified: updated, numberOfItems: total, itemsPerPage: perPage, currentPage: page },
    links: [...feedLinks(list, 'json', options), ...searchLink(options)],
    ...(facets.length > 0 && { facets }),
    ...(publications.length > 0 ? { publications } : { navigation: navigation.length > 0 ? navigation : [start] }),
  };
}

/** A URI template (RFC 6570), where somebody answers. */
const searchLink = ({ href, hasSearch }: FeedOptions): readonly JsonLink[] =>
  hasSearch
    ? [{ rel: 'search', href: `${href(`${shelfFolder}search.json`)}{?query}`, type: feedTypes.json, templated: true }]
    : [];

const listLink = (name: string, title: string, numberOfItems: number, { href }: FeedOptions): JsonLink => ({
  href: href(listAddress({ name, page: 1 }, 'json')),
  type: feedTypes.json,
  title,
  properties: { numberOfItems },
});

function publication(book: CatalogBook, { href }: FeedOptions) {
  const { series, cover } = book;
  const listOf = (kind: 'author' | 'series', name: string): readonly JsonLink[] => [
    { href: href(listAddress({ name: groupList(kind, groupKey(name)), page: 1 }, 'json')), type: feedTypes.json },
  ];
  const position = Number(series?.position);
  return {
    metadata: {
      '@type': 'http://schema.org/Book',
      identifier: book.id,
      title: book.title,
      subtitle: book.subtitle,
      author: book.authors.map(({ name, fileAs }) => ({ name, sortAs: fileAs, links: listOf('author', name) })),
      language: book.lang,
      modified: book.updated,
      published: book.date && `${book.date}-01-01`.slice(0, 10), // a whole day, as the schema asks
      publisher: book.publisher,
      description: book.description,
      subject: book.subjects.length > 0 ? book.subjects : undefined,
      belongsTo: series && {
        series: {
          name: series.name,
          ...(series.position !== undefined && Number.isFinite(position) && { position }),
          links: listOf('series', series.name),
        },
      },
    },
    // Files alone: KOReader offers every other link as a download.
    links: book.files.map((file) => ({
      rel: relations.acquisition,
      href: href(fileAddress(file)),
      type: bookType(file.edition),
      title: fileTitle(file),
      size: file.size,
    })),
    ...(cover && {
      images: [
        { rel: relations.image, href: href(coverAddress(book)), type: cover.mediaType },
        { rel: relations.thumbnail, href: href(thumbnailAddress(book)), type: 'image/jpeg' },
      ],
    }),
  };
}
