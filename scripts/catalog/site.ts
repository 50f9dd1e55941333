/**
 * All texts of a catalogue by their addresses: pages, OPDS 1.2 and 2.0. In: a catalogue and an address. Out: a text with its type. What is not
 * text, books and pictures, others send.
 */
import { printXml, type XmlElement } from '../book/xml-element.ts';
import {
  bookPage,
  type Form,
  listAddress,
  listAt,
  relativeTo,
  searchDescription,
  startFeed,
  styleSheet,
} from './addresses.ts';
import type { Catalog } from './catalog.ts';
import { atomFeed, atomStart } from './feeds/atom.ts';
import { type FeedOptions, feedTypes, kindOf } from './feeds/feed.ts';
import { type JsonFeed, jsonFeed, jsonStart } from './feeds/json.ts';
import { openSearch } from './feeds/open-search.ts';
import { allLists, type ListPage, openList } from './lists.ts';
import { bookDetails } from './pages/book-page.ts';
import { listPage } from './pages/list-page.ts';
import shelfStyle from './pages/shelf.css';

interface SiteText {
  readonly mediaType: string;
  readonly text: string;
}

/** An address below the library, without what follows `?`, which is the query. `at`: where it was asked for, if it is known by another, too. */
interface SiteAddress {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly at?: string;
}

const html = 'text/html; charset=utf-8';
const xml = (tree: XmlElement, mediaType: string): SiteText => ({
  mediaType,
  text: `<?xml version="1.0" encoding="UTF-8"?>\n${printXml(tree)}\n`,
});
const json = (feed: JsonFeed): SiteText => ({ mediaType: feedTypes.json, text: `${JSON.stringify(feed)}\n` });

/** The text at an address; undefined where there is none. */
export function siteText(
  catalog: Catalog,
  { path, query, at = path }: SiteAddress,
  hasSearch: boolean,
): SiteText | undefined {
  const options: FeedOptions = { href: relativeTo(at), hasSearch };
  if (path === styleSheet) return { mediaType: 'text/css; charset=utf-8', text: shelfStyle };
  if (path === startFeed('xml')) return xml(atomStart(catalog, options), feedTypes.navigation);
  if (path === startFeed('json')) return json(jsonStart(catalog, options));
  if (path === searchDescription) return hasSearch ? xml(openSearch(catalog), feedTypes.search) : undefined;
  const book = catalog.byKey.get(/^shelf\/book-([a-f\d]{32})\.html$/.exec(path)?.[1] ?? '');
  if (book) return { mediaType: html, text: bookDetails(catalog, book, options) };
  const asked = listAt(path, query);
  const list = asked && (asked.name !== 'search' || hasSearch) ? openList(catalog, asked) : undefined;
  return asked && list && listText(catalog, list, asked.form, options);
}

function listText(catalog: Catalog, list: ListPage, form: Form, options: FeedOptions): SiteText {
  if (form === 'html') return { mediaType: html, text: listPage(catalog, list, options) };
  return form === 'json'
    ? json(jsonFeed(list, options))
    : xml(atomFeed(catalog, list, options), feedTypes[kindOf(list)]);
}

/** Every text that can be a file, with its address: all but searches. */
export function* siteTexts(catalog: Catalog): Generator<SiteText & { readonly path: string }> {
  for (const path of [styleSheet, startFeed('xml'), startFeed('json')]) yield* textAt(path);
  for (const book of catalog.books) yield* textAt(bookPage(book));
  for (const list of allLists(catalog))
    for (const form of ['html', 'xml', 'json'] as const) {
      const path = listAddress(list, form);
      yield { path, ...listText(catalog, list, form, { href: relativeTo(path), hasSearch: false }) };
    }

  function* textAt(path: string) {
    const text = siteText(catalog, { path, query: new URLSearchParams() }, false);
    if (text) yield { path, ...text };
  }
}
