/**
 * Whose the keys above files are: the book's, or the file's own. In: files with their keys, and what `book.yaml` says. Out: the
 * book's values, each file's values, and the newest date. Loaded only where a file has metadata.
 */
import { type BookValues, bookKeys, isDate, type SectionValues, sectionKeys } from '../book/metadata-schema.ts';
import { type Block, checkKeys } from '../metadata/check-keys.ts';
import type { Entry } from '../metadata/entry.ts';
import { keysOfLaterFiles, unknownKeys, unusedKeys } from '../metadata/key-problems.ts';
import { checkBookKeys } from '../metadata/keys.ts';
import type { Outcome, Place } from '../report/problem.ts';
import type { OpenedFile } from './open-source.ts';

export interface FileKeys {
  /** What the files say of the whole book. */
  readonly book: Block<BookValues>;
  /** What each file says of itself, in the order of the files. */
  readonly own: readonly SectionValues[];
  /** Dates that stand above single files. */
  readonly dates: readonly string[];
  /** Where each file's title stands that is to be printed, as web sites do with the titles of their pages. */
  readonly titlePlaces: readonly (Place | undefined)[];
}

/** Keys that a page has on a web site too, so that they do not show that a file speaks of a book. */
const ofPages = ['date', 'published', 'updated', 'modified', 'description', 'tags', 'source', 'status'];
const dateKeys = ['date', 'published', 'updated', 'modified'];

/**
 * Shares keys out. Where nothing else speaks of the book, the first file does; but not where files have a title each, as chapters of
 * a web site have: then what all of them say alike is true of the book.
 */
export function shareKeys(files: readonly OpenedFile[], isBookSpokenOf: boolean): Outcome<FileKeys> {
  // A file that has no more than a title and an author is the title page of a book.
  const speaker = Math.max(0, files.findIndex(isTitlePage));
  const first = files[speaker]?.keys ?? { entries: [], unused: [] };
  const isSite = !isBookSpokenOf && areChapters(files);
  const isFirst = !isBookSpokenOf && !isSite;
  const shared = isSite ? first.entries.filter((each) => isSharedBy(each, files)) : [];
  const ofBook = isFirst ? first.entries.filter(({ key }) => !isOfFileAlone(key)) : shared;
  const book = checkBookKeys({ entries: ofBook, unused: [] });
  const later: Entry[] = [];
  const unknown: Entry[] = [];
  const problems = [...book.problems];
  const own = files.map(({ keys: { entries } }, at): SectionValues => {
    const speaks = at === speaker && isFirst;
    const checked = checkKeys(speaks ? entries.filter(({ key }) => isOfFileAlone(key)) : entries, sectionKeys);
    problems.push(...checked.problems.filter((each) => !book.problems.some((known) => isSame(known, each))));
    for (const each of checked.unknown) (Object.hasOwn(bookKeys, each.key) ? later : unknown).push(each);
    return speaks && files.length === 1 ? { ...checked.values, title: book.values.title } : checked.values;
  });
  const dates = later.flatMap(({ key, value }) =>
    dateKeys.includes(key) && typeof value === 'string' && isDate(value) ? [value] : [],
  );
  const lost = later.filter(
    (each) =>
      !dateKeys.includes(each.key) && !shared.some(({ key, value }) => key === each.key && isSame(value, each.value)),
  );
  problems.push(
    ...unknownKeys(unknown, true),
    ...unusedKeys(files.flatMap(({ keys }) => keys.unused)),
    ...keysOfLaterFiles(lost),
  );
  const titlePlaces = files.map(({ keys: { entries } }) =>
    isSite ? entries.find(({ key }) => key === 'title')?.valuePlace() : undefined,
  );
  return { value: { book, own, dates, titlePlaces }, problems };
}

const isTitlePage = ({ text, keys }: OpenedFile): boolean =>
  text.trim() === '' && has(keys.entries, 'title') && has(keys.entries, 'author');

/** `lang` and `title` of a file may be the book's too. */
const isOfFileAlone = (key: string): boolean => Object.hasOwn(sectionKeys, key) && !Object.hasOwn(bookKeys, key);

/** Whether files are chapters with a title each, and the first says nothing of a book that the others do not say as well. */
function areChapters(files: readonly OpenedFile[]): boolean {
  const titled = files.filter(({ keys }) => has(keys.entries, 'title'));
  const [first] = files;
  if (!first || titled[0] !== first || titled.length < 2 || titled.length * 2 < files.length) return false;
  return first.keys.entries.every(
    ({ key }) =>
      !Object.hasOwn(bookKeys, key) ||
      ofPages.includes(key) ||
      titled.every(({ keys }) => has(keys.entries, key)) ||
      // A book has one cover: with two, they are pictures above the pages of a site.
      (key === 'cover' && titled.slice(1).some(({ keys }) => has(keys.entries, key))),
  );
}

/** Whether every file says the same. */
function isSharedBy({ key, value }: Entry, files: readonly OpenedFile[]): boolean {
  return (
    key !== 'title' &&
    !dateKeys.includes(key) &&
    Object.hasOwn(bookKeys, key) &&
    files.every(({ keys }) => keys.entries.some((each) => each.key === key && isSame(each.value, value)))
  );
}

const has = (entries: readonly Entry[], key: string): boolean => entries.some((each) => each.key === key);
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
