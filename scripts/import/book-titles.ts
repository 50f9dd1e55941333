/** What each of several imported books is called, and the whole of them. In: books in their order. Out: titles, and which of them head chapters. */
import { bare } from '../book/header-lines.ts';
import type { Fact } from '../book/metadata-schema.ts';
import { partsOf } from './html/page-facts.ts';
import type { ImportedBook, ImportedSection } from './imported.ts';
import { isChapterHeading } from './story-marks.ts';

export interface NamedBook {
  /** What it is called when it says nothing itself. */
  readonly name: string;
  /** The file it came from, for hints. */
  readonly path: string;
  readonly book: ImportedBook;
}

/** Whether a book’s own name heads its chapter: that of a later one; of the first, where it is a chapter’s and no title is known. */
export const isHeaded = (books: readonly NamedBook[], at: number): boolean =>
  at > 0 ||
  areTitledAlone(books) ||
  (books.length > 1 &&
    books
      .slice(0, 1)
      .every(({ book }) => chapterIn(book) !== undefined && book.sections.filter(isStory).length === 1)) ||
  (books.length > 1 && titleOver(books) === undefined && isChapterHeading(spaced(books[0]?.name ?? '')));

/** What the first says that the whole is called, where that is not the name of its chapter. */
export function titleOver(books: readonly NamedBook[]): string | undefined {
  const shared = titleShared(books);
  const title = books[0]?.book.facts.title;
  return shared ?? (isChapters(books) || areTitledAlone(books) ? undefined : title);
}

/** What the titles of all pages say, where each page has another title: “The Mill” of “1. The Flood — The Mill”. */
export function titleShared(books: readonly NamedBook[]): string | undefined {
  const titles = books.map(({ book: { pageTitle = '' } }) => partsOf(pageTitle));
  const isOne = new Set(books.map(({ book: { facts } }) => bare(String(facts.title ?? '')))).size < books.length;
  if (books.length < 2 || isOne) return undefined;
  return titles[0]?.find(
    (part) => bare(part) !== '' && titles.every((parts) => parts.length > 1 && parts.includes(part)),
  );
}

/** Whether each of three or more is one chapter with a title of its own, or a page of no more than a story, so that no title is that of the whole. */
export function areTitledAlone(books: readonly NamedBook[]): boolean {
  const titles = new Set(books.map(({ book: { facts } }) => bare(String(facts.title ?? ''))));
  return (
    books.length > 2 &&
    titles.size === books.length &&
    !titles.has('') &&
    books.every(({ book: { sections, pageTitle } }) => {
      const length = sections.reduce((sum, { text }) => sum + text.length, 0);
      return sections.filter(isStory).length === 1 || (pageTitle !== undefined && length < longestStory);
    })
  );
}

/** Letters; a page with more of them may be a book of chapters. */
const longestStory = 60_000;

/** Whether the first two have no titles but those of their chapters. */
export const isChapters = (books: readonly NamedBook[]): boolean =>
  books.length > 1 &&
  books.slice(0, 2).every(({ name, book: { facts } }) => isChapterHeading(spaced(String(facts.title ?? name))));

/** “chapter1” as “chapter 1”. */
const spaced = (name: string): string => name.replace(/(?<=\p{L})(?=\d)/gu, ' ');

/** What a book says that it is called, without the title of the whole, or its name; where that is all, which chapter its page says that it is. */
export function titleOf(book: ImportedBook, name: string, whole: Fact | undefined): string {
  const title = typeof book.facts.title === 'string' ? book.facts.title : name;
  const own = partsOf(title).filter((part) => part !== whole);
  if (own.length === 0) return chapterIn(book) ?? title;
  return own.length < partsOf(title).length ? own.join(' – ') : title;
}

/** The chapter that a page says that it is. */
const chapterIn = ({ pageTitle = '' }: ImportedBook): string | undefined => partsOf(pageTitle).find(isChapterHeading);

export const isStory = ({ kind }: ImportedSection): boolean =>
  ['chapter', 'prologue', 'part', 'interlude', 'epilogue'].includes(kind);
