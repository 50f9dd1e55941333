/** Pages of a shelf as trees (hast), and what they all have: head, menu, search. They need no program, and no style sheet to be used. */
import type { Element, ElementContent, Properties } from 'hast';
import { elementOf } from '../../html/hast-nodes.ts';
import { printHtml } from '../../html/print-xhtml.ts';
import { listAddress, readerFolder, shelfFolder, startFeed, styleSheet } from '../addresses.ts';
import type { Catalog, CatalogBook } from '../catalog.ts';
import type { FeedOptions } from '../feeds/feed.ts';
import { filledLists, listTitles } from '../lists.ts';

type Child = ElementContent | string | undefined | false;

/** An element; text as strings, and nothing for what is not there. */
export const h = (name: string, properties: Properties = {}, ...children: readonly Child[]): Element =>
  elementOf(
    name,
    properties,
    children.flatMap((child) =>
      typeof child === 'string' ? { type: 'text' as const, value: child } : child ? child : [],
    ),
  );

/** What stands in the place of a cover; the same words stand beside it. */
export const noCover = ({ title, authors }: CatalogBook): Element =>
  h(
    'span',
    { className: ['no-cover'], ariaHidden: 'true' },
    title,
    ' ',
    h('span', { className: ['second'] }, authors.map(({ name }) => name).join(', ')),
  );

/** What a page may do: show what is here. */
export const pagePolicy =
  "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'";

interface PageParts {
  readonly title: string;
  /** The list that the menu shows as chosen. */
  readonly list?: string | undefined;
  readonly query?: string | undefined;
  readonly children: readonly ElementContent[];
}

/** A whole page. */
export function printPage(
  catalog: Catalog,
  { title, list, query = '', children }: PageParts,
  options: FeedOptions,
): string {
  const { href, hasSearch } = options;
  const menu = filledLists(catalog).map((name) =>
    h(
      'li',
      {},
      h(
        'a',
        { href: href(listAddress({ name, page: 1 }, 'html')), ariaCurrent: name === list ? 'page' : undefined },
        listTitles[name],
      ),
    ),
  );
  const search = h(
    'form',
    { action: href(`${shelfFolder}search.html`), method: 'get', role: 'search' },
    h('label', { htmlFor: ['query'] }, 'Search'),
    ' ',
    h('input', { id: 'query', name: 'query', type: 'search', value: query, maxlength: '200' }),
    ' ',
    h('button', { type: 'submit' }, 'Find'),
  );
  const feed = (form: 'xml' | 'json', type: string) =>
    h('link', { rel: ['alternate'], type, title: `${catalog.title} (OPDS)`, href: href(startFeed(form)) });
  const page = h(
    'html',
    { lang: 'en' },
    h(
      'head',
      {},
      h('meta', { charset: 'utf-8' }),
      h('meta', { 'http-equiv': 'Content-Security-Policy', content: pagePolicy }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('meta', { name: 'referrer', content: 'no-referrer' }),
      h('title', {}, title === catalog.title ? title : `${title} · ${catalog.title}`),
      h('link', { rel: ['icon'], href: href(`${readerFolder}icon.svg`), type: 'image/svg+xml' }),
      h('link', { rel: ['stylesheet'], href: href(styleSheet) }),
      feed('xml', 'application/atom+xml;profile=opds-catalog;kind=navigation'),
      feed('json', 'application/opds+json'),
    ),
    h(
      'body',
      {},
      h('a', { className: ['skip'], href: '#books' }, 'Skip to the books'),
      h(
        'header',
        {},
        h(
          'p',
          { className: ['name'] },
          h('a', { href: href(listAddress({ name: 'all.new', page: 1 }, 'html')) }, catalog.title),
        ),
        hasSearch && search,
        h('nav', { ariaLabel: 'Lists' }, h('ul', { className: ['menu'] }, ...menu)),
      ),
      h('main', { id: 'books' }, ...children),
      h(
        'footer',
        {},
        h(
          'p',
          {},
          'For reading apps, the address of the catalogue (OPDS): ',
          h('a', { href: href(startFeed('xml')) }, 'catalog.xml'),
        ),
      ),
    ),
  );
  return `<!DOCTYPE html>\n${printHtml([page]).join('')}\n`;
}
