/**
 * Reads one of several works for a book. In: the files of the book, and where the work’s are among them. Out: the work as it would be read
 * alone, with its paths in the book’s folder.
 */
import type { Book } from '../book/book.ts';
import type { GivenFiles, LoadedForeign } from '../book/given-files.ts';
import type { Limits } from '../book/limits.ts';
import type { Manuscript } from '../book/manuscript.ts';
import type { ReadWork } from '../read/join-works.ts';
import type { LocatedWork } from '../read/locate-works.ts';
import type { ReadOptions } from '../read/read.ts';
import type { Outcome, Place } from '../report/problem.ts';
import { givenWithin } from './given-within.ts';

export interface ReadGiven {
  readonly book: Book;
  readonly manuscript: Manuscript;
}

export interface ReadGivenOptions extends ReadOptions {
  readonly limits: Limits;
  /** Whether it is a work in a book of several. */
  readonly isWork?: boolean | undefined;
}

export interface OmnibusOptions extends ReadGivenOptions {
  /** Reads a work; `read-given.ts` has it, which comes here for works. */
  readonly readGiven: (
    given: GivenFiles,
    options: ReadGivenOptions,
    sources: Map<string, string>,
  ) => Promise<Outcome<ReadGiven | undefined>>;
  /** Adds the pages that several books share; that has it, too. */
  readonly sharing: (manuscript: Manuscript, given: GivenFiles, limits: Limits) => Promise<Outcome<Manuscript>>;
}

interface WorkOptions extends OmnibusOptions {
  /** The program that makes Word documents of office files, where there is one. */
  readonly convert: () => LoadedForeign['convert'];
}

/** A work, with the files that it was read from. */
export interface WorkFiles extends ReadWork {
  readonly manuscript: Manuscript;
  /** Where its files lie: what stands before their paths. */
  readonly folder: string;
  /** The pictures that its import made, by the path of each in the book’s folder. */
  readonly imported: ReadonlyMap<string, Uint8Array>;
}

/** Reads a work as it would be read alone; its problems and its texts are told by their paths in the book’s folder. */
export async function readWork(
  given: GivenFiles,
  { listed, isFolder, names }: LocatedWork,
  { convert, ...options }: WorkOptions,
  sources: Map<string, string>,
): Promise<Outcome<WorkFiles | undefined>> {
  const { path, title } = listed;
  const texts = new Map<string, string>();
  const own = givenWithin(given, { path, isFolder, names, convert });
  const folder = isFolder ? `${path}/` : path.slice(0, path.lastIndexOf('/') + 1);
  const loadPlugins: ReadGivenOptions['loadPlugins'] = (plugins) =>
    options.loadPlugins(plugins.map((name) => (name.startsWith('.') ? `./${folder}${name}` : name)));
  const read = await options.readGiven(own, { ...options, loadPlugins, isWork: true }, texts);
  // What an import makes of a file has no place of its own in the folder: its files lie below the file, in name.
  const isImported = read.value?.manuscript.facts !== undefined && !isFolder;
  const { files = [], pictures = [] } = read.value?.manuscript ?? {};
  const made = new Set(isImported ? [...files.map((file) => file.path), ...pictures] : []);
  const placeOf = (each: string): string => (made.has(each) ? `${path}/${each}` : folder + each);
  const wholes = new Set(isFolder ? ['.', own.name] : []);
  const placed = (place: Place | undefined): Place | undefined =>
    place && { ...place, path: wholes.has(place.path) ? path : placeOf(place.path) };
  const problems = read.problems
    .filter(({ rule }) => rule !== 'title-guessed' || title === undefined)
    .map((each) => ({ ...each, place: placed(each.place) }));
  for (const [each, text] of texts) sources.set(placeOf(each), text);
  if (!read.value) return { value: undefined, problems };
  const { book, manuscript } = read.value;
  const onDisk = new Set(names);
  const imported = new Map(
    pictures.flatMap((each) => {
      const opened = onDisk.has(each) ? undefined : manuscript.open(each, { path });
      return opened && 'bytes' in opened ? [[placeOf(each), opened.bytes] as const] : [];
    }),
  );
  const value = { listed, book, placeOf, base: isImported ? `${path}/` : undefined, manuscript, folder, imported };
  return { value, problems };
}
