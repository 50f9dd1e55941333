/** Lets all that leads into a book’s files lead to other addresses. In: a book, and what an address is now. Out: the book; its elements are edited in place. */
import type { Element } from 'hast';
import type { NavEntry, Publication, RenderedBook } from '../book/publication.ts';
import { attributeOf } from '../html/hast-nodes.ts';

/** `elements` are those of its pages. */
export function renameAddresses<Book extends RenderedBook | Publication>(
  book: Book,
  elements: readonly Element[],
  address: (href: string) => string,
): Book {
  for (const element of elements) {
    const href = attributeOf(element, 'href');
    if (href !== undefined) element.properties['href'] = address(href);
  }
  const entryOf = ({ title, href, entries }: NavEntry): NavEntry => ({
    title,
    href: address(href),
    entries: entries.map(entryOf),
  });
  return {
    ...book,
    nav: book.nav.map(entryOf),
    pages: book.pages && {
      ...book.pages,
      entries: book.pages.entries.map(({ title, href }) => ({ title, href: address(href) })),
    },
  };
}
