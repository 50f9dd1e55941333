/**
 * Decides what a command may write over. In: the path of a file to be written, and what the command has read.
 * Out: a problem where another file has to stay. Files are compared by device and inode, so that links, letter case and `..` make no difference.
 */
import {
  type BigIntStats,
  closeSync,
  constants,
  existsSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { sourceListPath } from '../book/source-list.ts';
import { isWebEdition } from '../book/web-head.ts';
import { type Problem, problem } from '../report/problem.ts';
import { zipDate } from '../zip/write-zip.ts';

/** What is the author's: no command writes over it, `--force` or not. */
export interface Originals {
  /** Paths of files that were read. */
  readonly files: readonly string[];
  /** Paths of folders all of whose files are the author's. */
  readonly folders: readonly string[];
}

/**
 * What is in the way of a file, or undefined where it may be written: `source-in-the-way` for a file of the author's,
 * `file-in-the-way` for any other, unless `force` is given. A file that `isOwn` only has to stay if it was read; that is asked of a file
 * that is there, since another run may have made it a moment ago.
 */
export function overwriteProblem(
  path: string,
  originals: Originals,
  { force, isOwn = () => false }: { readonly force: boolean; readonly isOwn?: (path: string) => boolean },
): Problem | undefined {
  const target = resolve(path);
  if (!isTaken(target) || (isOwn(target) && !isAnyOf(target, originals.files))) return undefined;
  if (isOriginal(target, originals))
    return problem(
      'source-in-the-way',
      { path },
      'A file of the manuscript is there, so nothing was written and the file is as it was.',
      'Choose another path with -o. --force does not allow this.',
    );
  const facts = factsOf(target);
  if (facts && !facts.isFile() && !facts.isDirectory())
    return problem(
      'file-in-the-way',
      { path },
      'A device or a pipe is there, so nothing was written.',
      'Choose another path with -o.',
    );
  if (force) return undefined;
  return problem(
    'file-in-the-way',
    { path },
    'A file is there that is no book made by Fleuron, so nothing was written and the file is as it was.',
    'Choose another path with -o, or write over it with --force.',
  );
}

/** Whether a path leads to a file of the author's, or is one of the names in a folder of the author's. */
export function isOriginal(path: string, { files, folders }: Originals): boolean {
  if (isAnyOf(path, files)) return true;
  if (folders.some((folder) => isBelow(folder, path) || isBelow(folder, dirname(path)))) return true;
  const facts = factsOf(path);
  return facts?.isFile() === true && facts.nlink > 1n && folders.some((folder) => isAnyOf(path, filesBelow(folder)));
}

/** Whether a path, which need not be there yet, is a folder or lies in it, links followed. */
export function isBelow(folder: string, path: string): boolean {
  const root = factsOf(folder);
  let there = resolve(path);
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there);
  for (let at = realpathSync.native(there); ; at = dirname(at)) {
    if (isSame(factsOf(at), root)) return true;
    if (dirname(at) === at) return false;
  }
}

/**
 * Whether a file is a book that Fleuron made, of any version and in any edition. An EPUB has its list of sources among the
 * first entries, all of the one date of our ZIPs, which other tools change when they edit it; a web edition has its head.
 */
export function isOwnBook(path: string): boolean {
  let file: number | undefined;
  try {
    const target = resolve(path);
    if (!statSync(target, { throwIfNoEntry: false })?.isFile()) return false;
    file = openSync(target, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    if (hasSourceList(file)) return true;
    const head = Buffer.alloc(1024);
    return isWebEdition(head.toString('utf8', 0, readSync(file, head, 0, head.length, 0)));
  } catch {
    return false; // a file that cannot be read is not known to be ours
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** `bind.ts` puts META-INF behind `mimetype`; so few entries are looked at, by their local headers (APPNOTE 6.3.10 §4.3.7). */
function hasSourceList(file: number): boolean {
  const header = Buffer.alloc(256);
  let at = 0;
  for (let left = 8; left > 0; left--) {
    if (readSync(file, header, 0, header.length, at) < 30 || header.readUInt32LE(0) !== 0x04034b50) return false;
    if (header.readUInt16LE(10) !== zipDate.time || header.readUInt16LE(12) !== zipDate.day) return false;
    const nameEnd = 30 + header.readUInt16LE(26);
    if (header.toString('utf8', 30, nameEnd) === sourceListPath) return true;
    at += nameEnd + header.readUInt16LE(28) + header.readUInt32LE(18);
  }
  return false;
}

function isAnyOf(path: string, files: readonly string[]): boolean {
  const facts = factsOf(path);
  if (facts) for (const file of files) if (isSame(facts, factsOf(file))) return true;
  return false;
}

const isSame = (one: BigIntStats | undefined, other: BigIntStats | undefined): boolean =>
  one !== undefined && one.dev === other?.dev && one.ino === other.ino;

/** Undefined where nothing is there, or where a link leads to nothing. */
function factsOf(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true });
  } catch {
    return undefined;
  }
}

/** Whether a name is that of a file or a link, to nothing too. A folder is never written over: the system refuses it. */
export function isTaken(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === false;
  } catch {
    return false;
  }
}

function filesBelow(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => !entry.isDirectory()).map(({ parentPath, name }) => join(parentPath, name));
}
