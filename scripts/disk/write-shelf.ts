/**
 * Writes a shelf beside the books: a folder that is Fleuron’s alone. In: its files. Out: what is other is written, what is the same stays as it is,
 * what is no longer of it is removed. Each file is whole or as it was.
 */
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { equalBytes } from '../book/bytes.ts';
import { shelfFolder } from '../catalog/addresses.ts';
import { type Problem, problem } from '../report/problem.ts';
import { describeWriteError } from './fs-errors.ts';
import { makeFolders } from './make-folders.ts';
import { partialPath } from './temp-files.ts';

export interface ShelfPart {
  /** In the library. */
  readonly path: string;
  /** Undefined where the file that is there is kept. */
  readonly bytes: Uint8Array | undefined;
  /** Of what it was made. */
  readonly revision?: string | undefined;
}

/** What the folder is known by, and of which books its pictures were made. */
interface ShelfMark {
  readonly note: string;
  readonly pictures: Readonly<Record<string, string>>;
}

const markName = `${shelfFolder}made-by-fleuron.json`;
const note = 'fleuron serve --static makes all of this folder anew. Keep no file of your own in it.';

/** Whether a folder of books has a shelf that was made beside them. */
export const isOwnShelf = (root: string): boolean => existsSync(join(root, markName));

/** The mark of a shelf that is there; undefined where there is none; a problem where a folder of somebody else’s is in its place. */
export async function readShelfMark(root: string): Promise<ShelfMark | undefined | Problem> {
  const names = await readdir(join(root, shelfFolder)).catch(() => undefined);
  if (!names || names.length === 0) return undefined;
  try {
    const mark = JSON.parse(await readFile(join(root, markName), 'utf8'));
    if (typeof mark?.note === 'string' && typeof mark?.pictures === 'object') return mark;
  } catch {
    // Told below.
  }
  return problem(
    'file-in-the-way',
    { path: join(root, shelfFolder) },
    'A folder of that name is there that Fleuron did not make, so nothing was written.',
    'Give that folder another name.',
  );
}

/** So many new pictures may have to be made again after a run that was killed. */
const markEvery = 500;

/**
 * Writes the files; answers with what was done, or with what went wrong. The mark comes first, so that a run that is killed leaves a folder that the
 * next one goes on with.
 */
export async function writeShelf(
  root: string,
  parts: AsyncIterable<ShelfPart>,
): Promise<{ readonly written: number; readonly removed: number } | Problem> {
  const paths = new Set([markName]);
  const pictures: Record<string, string> = {};
  let written = 0;
  let made = 0;
  const writeMark = (): Promise<boolean> => {
    const mark: ShelfMark = { note, pictures };
    return replaceOther(join(root, markName), Buffer.from(`${JSON.stringify(mark, undefined, 1)}\n`));
  };
  try {
    const before = await readShelfMark(root);
    if (!before) await writeMark();
    for await (const { path, bytes, revision } of parts) {
      paths.add(path);
      if (bytes && (await replaceOther(join(root, path), bytes))) written++;
      if (revision === undefined) continue;
      pictures[path] = revision;
      if (bytes && ++made % markEvery === 0) await writeMark();
    }
    const removed = await removeOthers(root, paths);
    await writeMark();
    return { written, removed };
  } catch (error) {
    const reason = `The shelf was not written whole: ${describeWriteError(error)}.`;
    return problem('write-failed', { path: join(root, shelfFolder) }, reason);
  }
}

/** Writes a file, unless it is there with these bytes. */
async function replaceOther(path: string, bytes: Uint8Array): Promise<boolean> {
  const there = await readFile(path).catch(() => undefined);
  if (there && equalBytes(there, bytes)) return false;
  const partial = partialPath(path);
  makeFolders(dirname(path));
  await writeFile(partial, bytes);
  await rename(partial, path);
  return true;
}

async function removeOthers(root: string, paths: ReadonlySet<string>): Promise<number> {
  const entries = await readdir(join(root, shelfFolder), { recursive: true, withFileTypes: true });
  let removed = 0;
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(join(root, shelfFolder).length).replaceAll('\\', '/');
    if (entry.isDirectory() || paths.has(`${shelfFolder}${name}`)) continue;
    await rm(path);
    removed++;
  }
  return removed;
}
