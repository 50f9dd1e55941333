/** The page of a list: covers with titles, or lines of names. In: a page of a list. Out: HTML. */
import type { Element } from 'hast';
import { bookPage, listAddress, thumbnailAddress } from '../addresses.ts';
import type { Catalog, CatalogBook } from '../catalog.ts';
import type { FeedOptions } from '../feeds/feed.ts';
import { countOf, type Facet, type ListPage } from '../lists.ts';
import { h, noCover, printPage } from './markup.ts';

export function listPage(catalog: Catalog, list: ListPage, options: FeedOptions): string {
  const { title, name, query, books, groups, facets, total, page, pages } = list;
  const { href } = options;
  const heading = query ? `“${query}”` : title;
  const count = countOf(total, name);
  const nothing =
    query === undefined ? 'There is no book here yet.' : 'No book has all of these words. Try fewer of them.';
  const children = [
    h('h1', {}, heading),
    h('p', { className: ['count'] }, total === 0 ? nothing : pages > 1 ? `${count}, page ${page} of ${pages}` : count),
    ...facets.map((facet) => facetLine(facet, options)),
    ...(books.length > 0 ? [h('ul', { className: ['books'] }, ...books.map((book) => card(book, name, options)))] : []),
    ...(groups.length > 0
      ? [
          h(
            'ul',
            { className: ['groups'] },
            ...groups.map(({ name: label, list: to, books: own }) =>
              h(
                'li',
                {},
                h('a', { href: href(listAddress({ name: to, page: 1 }, 'html')) }, label),
                ' ',
                h('span', { className: ['second'] }, `${own.length}`),
              ),
            ),
          ),
        ]
      : []),
    ...(pages > 1 ? [paging(list, options)] : []),
  ];
  return printPage(catalog, { title: heading, list: name, query, children }, options);
}

function card(book: CatalogBook, list: string, { href }: FeedOptions): Element {
  const { title, authors, series, cover } = book;
  const place = series && list.startsWith('series-') ? series.position : undefined;
  const picture = cover
    ? h('img', { src: href(thumbnailAddress(book)), alt: '', width: '160', height: '240', loading: 'lazy' })
    : noCover(book);
  return h(
    'li',
    {},
    h(
      'a',
      { href: href(bookPage(book)) },
      h('span', { className: ['cover'] }, picture),
      h('span', { className: ['title'], lang: book.lang }, place ? `${place}. ${title}` : title),
    ),
    h('span', { className: ['second'] }, authors.map(({ name }) => name).join(', ')),
  );
}

const facetLine = ({ title, choices }: Facet, { href }: FeedOptions): Element =>
  h(
    'p',
    { className: ['facet'] },
    `${title}: `,
    ...choices.flatMap(({ title: choice, list, isChosen }, at) => [
      at > 0 ? ' · ' : undefined,
      isChosen ? h('strong', {}, choice) : h('a', { href: href(listAddress({ name: list, page: 1 }, 'html')) }, choice),
    ]),
  );

/** Links to the pages before and after; without a style sheet, too, they do not touch. */
function paging(list: ListPage, { href }: FeedOptions): Element {
  const { page, pages } = list;
  const to = (at: number, words: string) =>
    at >= 1 && at <= pages && at !== page && h('a', { href: href(listAddress({ ...list, page: at }, 'html')) }, words);
  return h(
    'nav',
    { className: ['paging'], ariaLabel: 'Pages' },
    page > 2 && to(1, 'First'),
    ' ',
    to(page - 1, '‹ Previous'),
    ' ',
    h('span', {}, `${page} / ${pages}`),
    ' ',
    to(page + 1, 'Next ›'),
    ' ',
    page < pages - 1 && to(pages, 'Last'),
  );
}
