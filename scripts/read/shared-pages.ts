/** What a book takes from the folder that it shares with others. In: its values, the files in reading order. Out: values with what is true of all books; pages in their places. */
import { isShared } from '../book/file-names.ts';
import type { Limits } from '../book/limits.ts';
import type { Manuscript } from '../book/manuscript.ts';
import type { BookKey, BookValues } from '../book/metadata-schema.ts';
import { traitsOf } from '../book/sections.ts';
import { collector } from '../report/collector.ts';
import { type Outcome, type Place, type Problem, problem } from '../report/problem.ts';
import { type OrderedFile, placePages } from './order-files.ts';

/** What may be true of all books of an author. Keys of one line say the same thing: who says one of them says all. */
const sharedKeys: readonly (readonly BookKey[])[] = [
  ['author', 'authors'],
  ['rights', 'licence'],
  ['publisher'],
  ['lang'],
  ['theme'],
  ['typography'],
  ['also-by'],
  ['half-title'],
  ['copyright-page'],
  ['colophon'],
];

/** The values of a book; what it does not say itself is said by the book.yaml of the shared folder. Another key there is a hint. */
export async function withSharedValues(
  values: BookValues,
  { shared, bookFile }: Manuscript,
  { limits, place }: { readonly limits: Limits; readonly place: Place | undefined },
): Promise<Outcome<BookValues>> {
  if (values.shared !== undefined && !bookFile) return { value: values, problems: [notInBookFile(place)] };
  if (!shared?.bookFile) return { value: values, problems: [] };
  const { path, text } = shared.bookFile;
  const { readBookKeys } = await import('../metadata/keys.ts');
  const found = readBookKeys(text, path, limits);
  const taken = sharedKeys.filter((keys) => keys.every((key) => values[key] === undefined)).flat();
  const known = new Set<string>(sharedKeys.flat());
  const others = Object.keys(found.values).filter((key) => !known.has(key));
  const told = others.map((key) =>
    problem(
      'metadata-unused',
      found.places.get(key),
      `“${key}” is true of one book, so it is not taken from here.`,
      'Put it into the book.yaml of that book.',
    ),
  );
  const common = Object.fromEntries(
    taken.map((key) => [key, found.values[key]]).filter(([, value]) => value !== undefined),
  );
  return { value: { ...common, ...values }, problems: [...found.problems, ...told] };
}

/** Puts pages among files that are in order; one whose name says no page, or the story itself, is left out with a hint. */
export function placeShared<File extends OrderedFile>(
  files: readonly File[],
  pages: readonly File[],
): Outcome<readonly File[]> {
  const { problems, add } = collector();
  const placed = pages.filter(({ kind, file: { path } }) => {
    const isPage = kind !== undefined && traitsOf(kind).matter !== 'bodymatter';
    if (!isPage) add([notAPage(path)]);
    return isPage;
  });
  return { value: placePages(files, placed), problems };
}

const notInBookFile = (place: Place | undefined): Problem =>
  problem(
    'shared-left-out',
    place,
    '“shared” stands above a text, where it is not read, so the book lacks its pages.',
    'Put it into book.yaml, in the folder of the text.',
  );

const notAPage = (path: string): Problem =>
  problem(
    'file-ignored',
    { path },
    'The name of this shared file means no page that books share, so it is not in the book.',
    'Name it after one (about-the-author.md), or write “kind: …” above its text; docs/metadata.md lists the kinds.',
  );

/** Whether a file is placed by convention: it is shared, and the order does not list it. */
export const isPlaced = ({ file }: OrderedFile, order: readonly string[] | undefined): boolean =>
  isShared(file.path) && !order?.includes(file.path);
