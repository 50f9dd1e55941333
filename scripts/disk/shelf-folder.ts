/** The output folder of a library: its books, and `library.jsonl`. In: records and bytes. Out: files, each whole or as it was before. */
import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256 } from '../book/digest.ts';
import { type EditionName, editions } from '../book/editions.ts';
import type { Limits } from '../book/limits.ts';
import { readShelf, type ShelfBook, type ShelfRecord, shelfFile, shelfLine } from '../library/shelf-record.ts';
import type { Problem } from '../report/problem.ts';
import { makeFolders } from './make-folders.ts';
import { isOwnBook, overwriteProblem } from './overwrite.ts';
import { sizeOf } from './path-facts.ts';
import { readFinished } from './read-finished.ts';
import { sweepPartials } from './temp-files.ts';
import { putInPlace, replaceFile, writeBeside } from './write-book.ts';

/** A book that lies beside its place. */
export interface WrittenBook {
  readonly edition: EditionName;
  readonly book: ShelfBook;
  readonly partial: string;
}

/** The books alone, which threads may share. */
export interface BookFolder {
  /** The book or kepub that lies where a story's are written, of whatever version, if it is one of ours. */
  readonly previous: (
    stem: string,
    limits: Limits,
  ) => { readonly name: string; readonly bytes: Uint8Array } | undefined;
  /** Writes a book beside its place, where there is nothing or one of ours; any other file stays, and is the problem. */
  readonly write: (stem: string, edition: EditionName, bytes: Uint8Array) => WrittenBook | Problem;
}

export interface ShelfFolder extends BookFolder {
  readonly records: ReadonlyMap<string, ShelfRecord>;
  /** Keeps a record at once, after the books that it tells of. */
  readonly set: (record: ShelfRecord) => void;
  /** Removes a story's books and its record. */
  readonly remove: (record: ShelfRecord) => void;
  /** Whether a book is there and has its size; its bytes are not read. */
  readonly holds: (book: ShelfBook) => boolean;
  /** Removes, once, what killed runs left where a story's books are written: before threads write there. */
  readonly sweep: (stem: string) => void;
  /** Puts a book in its place, as soon as the disk has it. */
  readonly keep: (written: WrittenBook) => Promise<Problem | undefined>;
  /** Makes `library.jsonl` anew where it has changed: a line for each story, in their order. */
  readonly close: () => Problem | undefined;
}

/** Opens the folder, which is made when something is written. Throws what the system says where the list of stories is there and cannot be read. */
export function openShelf(folder: string): ShelfFolder {
  const list = join(folder, shelfFile);
  const records = new Map(readShelf(readIfThere(list)));
  const swept = new Set<string>();
  let isStale = false;
  const append = (record: ShelfRecord): void => {
    try {
      if (!isStale) makeFolders(folder);
      appendFileSync(list, `${isStale ? '' : '\n'}${shelfLine(record)}`); // the last line of a killed run may be half a line
    } catch {
      // Closing says so: the list is written whole then.
    }
    isStale = true;
  };
  return {
    ...openBooks(folder),
    records,
    set: (record) => {
      records.set(record.story, record);
      append(record);
    },
    remove: ({ story, books }) => {
      for (const book of Object.values(books)) if (book) rmSync(join(folder, book.path), { force: true });
      records.delete(story);
      isStale = true;
    },
    holds: ({ path, size }) => sizeOf(join(folder, path)) === size,
    sweep: (stem) => {
      const place = dirname(join(folder, stem));
      if (!swept.has(place)) sweepPartials(place, 'all');
      swept.add(place);
    },
    keep: ({ book, partial }) => putInPlace(partial, join(folder, book.path)),
    close: () => {
      if (!isStale) return undefined;
      const lines = [...records.values()].sort((one, other) => (one.story < other.story ? -1 : 1)).map(shelfLine);
      isStale = false;
      return replaceFile(list, Buffer.from(lines.join('')));
    },
  };
}

/** The books in the folder. */
export const openBooks = (folder: string): BookFolder => ({
  previous: (stem, limits) => {
    for (const edition of ['epub', 'kobo'] as const) {
      const name = join(folder, stem + editions[edition].ending);
      const bytes = isOwnBook(name) ? readFinished(name, limits).value : undefined;
      if (bytes) return { name, bytes };
    }
    return undefined;
  },
  write: (stem, edition, bytes) => {
    const path = stem + editions[edition].ending;
    const target = join(folder, path);
    const refused = overwriteProblem(target, { files: [], folders: [] }, { force: false, isOwn: isOwnBook });
    const partial = refused ?? writeBeside(target, bytes);
    if (typeof partial !== 'string') return partial;
    return { edition, partial, book: { path, size: bytes.length, sha256: sha256(bytes) } };
  },
});

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === 'ENOENT') return '';
    throw error;
  }
}
