/** What OPDS 1.2 and 2.0 have in common: media types, relations, links that both write. */
import type { EditionName } from '../../book/editions.ts';
import { uuidOf } from '../../book/uuid.ts';
import { type Form, listAddress, searchDescription, startFeed } from '../addresses.ts';
import type { BookFile, Catalog } from '../catalog.ts';
import type { ListPage } from '../lists.ts';

/** How a feed is written. */
export interface FeedOptions {
  /** Writes an address of the library as it is in this feed. */
  readonly href: (to: string) => string;
  /** Whether somebody answers searches: files do not. */
  readonly hasSearch: boolean;
}

type FeedForm = Exclude<Form, 'html'>;

export const relations = {
  acquisition: 'http://opds-spec.org/acquisition/open-access',
  facet: 'http://opds-spec.org/facet',
  image: 'http://opds-spec.org/image',
  thumbnail: 'http://opds-spec.org/image/thumbnail',
  newest: 'http://opds-spec.org/sort/new',
} as const;

/** OPDS 1.2 §2.2, §2.3; OPDS 2.0 §1. */
export const feedTypes = {
  navigation: 'application/atom+xml;profile=opds-catalog;kind=navigation',
  acquisition: 'application/atom+xml;profile=opds-catalog;kind=acquisition',
  json: 'application/opds+json',
  search: 'application/opensearchdescription+xml',
} as const;

/** The type of a list as OPDS 1.2. */
export const kindOf = (list: Pick<ListPage, 'name'>): 'navigation' | 'acquisition' =>
  /^(?:authors|series|subjects|languages)$/.test(list.name) ? 'navigation' : 'acquisition';

export const bookType = (edition: EditionName): string => (edition === 'web' ? 'text/html' : 'application/epub+zip');

/** What a file is called where there are several. */
export const fileTitle = ({ edition }: BookFile): string => fileTitles[edition];

const fileTitles: Readonly<Record<EditionName, string>> = {
  epub: 'EPUB',
  kobo: 'Kobo (kepub)',
  kindle: 'Kindle (EPUB to send)',
  legacy: 'Old readers (EPUB 2)',
  'large-print': 'Large print (EPUB)',
  web: 'Web page',
};

/** A feed’s id: of the library and the list, whatever page of it. */
export const feedId = (catalog: Catalog, name: string): string =>
  `urn:uuid:${uuidOf(`list\n${catalog.title}\n${name}`)}`;

export interface FeedLink {
  readonly rel: string;
  readonly href: string;
  readonly type: string;
  readonly title?: string;
}

/** Links to the feed itself, the start, the search, and the other pages. */
export function feedLinks(list: ListPage, form: FeedForm, { href, hasSearch }: FeedOptions): readonly FeedLink[] {
  const type = form === 'json' ? feedTypes.json : feedTypes[kindOf(list)];
  const to = (page: number) => href(listAddress({ ...list, page }, form));
  const { page, pages } = list;
  const others: readonly (readonly [string, number])[] = [
    ['first', 1],
    ['previous', page - 1],
    ['next', page + 1],
    ['last', pages],
  ];
  return [
    { rel: 'self', href: to(page), type },
    ...startLinks(form, { href, hasSearch }),
    ...(pages > 1
      ? others.filter(([, at]) => at >= 1 && at <= pages).map(([rel, at]) => ({ rel, href: to(at), type }))
      : []),
  ];
}

export function startLinks(form: FeedForm, { href, hasSearch }: FeedOptions): readonly FeedLink[] {
  const type = form === 'json' ? feedTypes.json : feedTypes.navigation;
  const start = { rel: 'start', href: href(startFeed(form)), type };
  const search = { rel: 'search', href: href(searchDescription), type: feedTypes.search };
  return hasSearch && form === 'xml' ? [start, search] : [start];
}
