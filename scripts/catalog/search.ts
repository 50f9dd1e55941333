/** Finds books by words. In: what a person types. Out: the books that have all of it, whatever accents and capitals. */
import type { Catalog, CatalogBook } from './catalog.ts';

/** Longer questions are cut: nobody types them. */
const longest = 200;

/** Text without what makes no difference to a search. */
export const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim();

/** What is searched of a book. */
export function searchedWords(book: Omit<CatalogBook, 'id' | 'key' | 'updated'>): string {
  const { title, subtitle = '', authors, series, subjects, description = '' } = book;
  const names = authors.map(({ name }) => name);
  return folded([title, subtitle, ...names, series?.name ?? '', ...subjects, description].join('\n'));
}

/** The books that have each word, as a part of another, too; those that have all in their titles first. */
export function searchBooks({ books, words }: Catalog, query: string): readonly CatalogBook[] {
  const asked = folded(query.slice(0, longest)).split(' ').filter(Boolean);
  if (asked.length === 0) return [];
  const found = books.filter((book) => asked.every((each) => words.get(book)?.includes(each)));
  const inTitle = new Set(found.filter(({ title }) => asked.every((each) => folded(title).includes(each))));
  return [...inTitle, ...found.filter((book) => !inTitle.has(book))];
}
