/**
 * A folder of books as a catalogue. In: the folder; of one that `fleuron library` wrote, its record, too, so that no book is opened for its facts. Out: the
 * catalogue, which is another when the folder is. What was read of a book is kept by its name, size and time.
 */
import { createReadStream, type Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { editionNames } from '../book/editions.ts';
import type { Limits } from '../book/limits.ts';
import { shelfFolder } from '../catalog/addresses.ts';
import type { BookFacts, BookFile, Catalog, CatalogBook } from '../catalog/catalog.ts';
import { editionOf, type KnownStory, makeCatalog } from '../catalog/make-catalog.ts';
import { type NoFacts, readCover, readFacts } from '../catalog/read-facts.ts';
import { recordFacts } from '../catalog/record-facts.ts';
import { readShelf, type ShelfRecord, shelfFile } from '../library/shelf-record.ts';
import { type Problem, problem } from '../report/problem.ts';
import { describeReadError } from './fs-errors.ts';
import { readRegular } from './read-regular.ts';
import { isOwnShelf } from './write-shelf.ts';

export interface LibraryFolder {
  /** As it was at the last look. */
  readonly catalog: Catalog;
  /** Which books are not on the shelf, and why. */
  readonly problems: readonly Problem[];
  /** Looks again; whether the catalogue is another now. Rejects where the folder cannot be read. */
  look(): Promise<boolean>;
  /** A book’s file as it is now; undefined where it is gone. */
  open(file: BookFile): Promise<StoredFile | undefined>;
  /** The cover’s bytes, as they are in the book. */
  readCover(book: CatalogBook): Uint8Array | undefined;
}

export interface StoredFile {
  readonly size: number;
  readonly modified: Date;
  /** Its bytes from one to another, both with it. */
  read(start: number, end: number): Readable;
}

interface Listed extends BookFile {
  readonly stem: string;
  /** Undefined for a file of the record, which nobody asked for it. */
  readonly written?: string;
}

/** Opens a folder; it has no books before the first look. */
export function openLibraryFolder(root: string, title: string, limits: Limits): LibraryFolder {
  let catalog = makeCatalog(title, []);
  let problems: readonly Problem[] = [];
  let seen: string | undefined;
  let kept = new Map<string, BookFacts | NoFacts>();
  const pathOf = ({ path }: Pick<BookFile, 'path'>) => join(root, path);

  async function factsOf(file: Listed, known: Map<string, BookFacts | NoFacts>): Promise<BookFacts | NoFacts> {
    const name = `${file.revision} ${file.path}`;
    const facts = kept.get(name) ?? readFrom(pathOf(file), limits);
    known.set(name, facts);
    if (!kept.has(name)) await setImmediate(); // a request may be waiting
    return facts;
  }

  async function look(): Promise<boolean> {
    const records = await recordsIn(root);
    const listed = await booksIn(root, records);
    const now = listed.map(({ path, revision }) => `${revision} ${path}`).join('\n');
    if (now === seen) return false;
    const known = new Map<string, BookFacts | NoFacts>();
    const stories: KnownStory[] = [];
    const unread: Problem[] = [];
    for (const files of byStem(listed)) {
      const record = records.get(files[0]?.path ?? '');
      const recorded = record?.facts && recordFacts(record.facts);
      let facts: BookFacts | NoFacts = recorded ?? { reason: 'is a web page alone' };
      for (const file of recorded ? [] : files.filter(({ edition }) => edition !== 'web')) {
        facts = await factsOf(file, known);
        if (!('reason' in facts)) break;
        unread.push(problem('book-unreadable', { path: file.path }, `The book ${facts.reason}.`));
      }
      const [first] = files;
      if (!('reason' in facts) && first) stories.push({ facts, files, stem: first.stem, written: first.written });
    }
    kept = known;
    seen = now;
    problems = unread;
    catalog = makeCatalog(title, stories);
    return true;
  }

  return {
    get catalog() {
      return catalog;
    },
    get problems() {
      return problems;
    },
    look,
    open: async (file) => {
      const path = pathOf(file);
      const facts = await stat(path).catch(() => undefined);
      if (!facts?.isFile()) return undefined;
      const { size, mtime: modified } = facts;
      return { size, modified, read: (start, end) => createReadStream(path, { start, end }) };
    },
    readCover: ({ cover, files }) => {
      const file = files.find(({ edition }) => edition !== 'web');
      const read = cover && file && readRegular(pathOf(file), 'zip', limits);
      return cover && read && 'bytes' in read ? readCover(read.bytes, cover.path, limits) : undefined;
    },
  };
}

function readFrom(path: string, limits: Limits): BookFacts | NoFacts {
  const read = readRegular(path, 'zip', limits);
  return 'bytes' in read ? readFacts(read.bytes, path, limits) : { reason: read.reason };
}

/** What the record says of each file, by its path. */
async function recordsIn(root: string): Promise<ReadonlyMap<string, ShelfRecord>> {
  const text = await readFile(join(root, shelfFile), 'utf8').catch(() => '');
  const records = [...readShelf(text).values()].filter(({ facts }) => facts !== undefined);
  return new Map(
    records.flatMap((record) => Object.values(record.books).flatMap((book) => (book ? [[book.path, record]] : []))),
  );
}

/** The books below a folder, without hidden folders and what was made of them for the shelf. Links to folders are not followed. */
async function booksIn(root: string, records: ReadonlyMap<string, ShelfRecord>): Promise<readonly Listed[]> {
  const found: Listed[] = [];
  const folders = [''];
  for (let next = 0; next < folders.length; next++) {
    const folder = folders[next] ?? '';
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch((error: unknown) => {
      if (folder !== '') return []; // a folder that nobody may read has no books for anybody
      throw new Error(`The folder ${describeReadError(error)}.`);
    });
    for (const entry of entries) {
      const path = `${folder}${entry.name}`;
      if (entry.isDirectory()) {
        if (isShown(entry) && !(`${path}/` === shelfFolder && isOwnShelf(root))) folders.push(`${path}/`);
      } else if (isShown(entry)) found.push(...(await listedAt(root, path, records.get(path))));
    }
  }
  return found.sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** What no address can hold is not shown: names that are no text. */
const isShown = ({ name }: Dirent): boolean =>
  !name.startsWith('.') && name !== 'node_modules' && !/[\uFFFD\\]|\p{Surrogate}/u.test(name);

/** A file as a book, if its name means one. */
async function listedAt(root: string, path: string, record: ShelfRecord | undefined): Promise<readonly Listed[]> {
  const named = editionOf(path);
  if (!named) return [];
  const recorded = record?.books[named.edition];
  if (recorded?.path === path) return [{ path, ...named, size: recorded.size, revision: recorded.sha256 }];
  const facts = await stat(join(root, path)).catch(() => undefined);
  if (!facts?.isFile()) return [];
  const written = facts.mtime.toISOString().replace(/\.\d+Z$/, 'Z');
  return [{ path, ...named, size: facts.size, revision: `${facts.size}-${facts.mtimeMs}`, written }];
}

/** Editions of one story lie beside each other. */
function byStem(files: readonly Listed[]): Iterable<readonly Listed[]> {
  const stems = new Map<string, Listed[]>();
  for (const file of files) stems.set(file.stem, [...(stems.get(file.stem) ?? []), file]);
  for (const group of stems.values())
    group.sort((one, other) => editionNames.indexOf(one.edition) - editionNames.indexOf(other.edition));
  return stems.values();
}
