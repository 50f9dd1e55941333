/** Writes a finished book to disk: whole or not at all. */
import { closeSync, fsync, openSync, renameSync, rmSync, type Stats, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { slug } from '../book/file-names.ts';
import { type Problem, problem } from '../report/problem.ts';
import { describeWriteError } from './fs-errors.ts';
import { makeFolders } from './make-folders.ts';
import { partialPath, sweepPartials } from './temp-files.ts';
import { writeWhole } from './write-fsync.ts';

/** Writes a book over an older one, and removes what a run that was killed has left of it. */
export function writeBook(path: string, bytes: Uint8Array, refusal?: () => Problem | undefined): Problem | undefined {
  sweepPartials(dirname(resolve(path)), [path]);
  return replaceFile(path, bytes, refusal);
}

/**
 * Writes bytes beside their target and renames them over it; on failure the older file stays as it was. `refusal` is asked
 * right before.
 */
export function replaceFile(
  path: string,
  bytes: Uint8Array,
  refusal: () => Problem | undefined = () => undefined,
): Problem | undefined {
  const target = resolve(path);
  const partial = partialPath(target);
  try {
    makeFolders(dirname(target));
    writeWhole(partial, bytes);
    const refused = refusal();
    if (refused) rmSync(partial, { force: true });
    else renameSync(partial, target);
    return refused;
  } catch (error) {
    return givenUp(partial, path, error);
  }
}

/** The same without a stop: who makes other books goes on while the disk takes this one. */
export async function replaceFileMeanwhile(path: string, bytes: Uint8Array): Promise<Problem | undefined> {
  const written = writeBeside(path, bytes);
  return typeof written === 'string' ? putInPlace(written, path) : written;
}

/** Writes bytes beside their target; answers where. */
export function writeBeside(path: string, bytes: Uint8Array): string | Problem {
  const target = resolve(path);
  const partial = partialPath(target);
  try {
    makeFolders(dirname(target));
    writeFileSync(partial, bytes, { flag: 'wx' });
    return partial;
  } catch (error) {
    return givenUp(partial, path, error);
  }
}

/** Waits, without a stop, until the disk has what was written beside a target, and renames it over that. */
export async function putInPlace(partial: string, path: string): Promise<Problem | undefined> {
  let file: number | undefined;
  try {
    const opened = openSync(partial, 'r+');
    file = opened;
    await new Promise<void>((done, fail) => fsync(opened, (error) => (error ? fail(error) : done())));
    closeSync(opened);
    file = undefined;
    renameSync(partial, resolve(path));
    return undefined;
  } catch (error) {
    if (file !== undefined) closeSync(file);
    return givenUp(partial, path, error);
  }
}

/** Removes what is there of a book that could not be written, and tells why. */
function givenUp(partial: string, path: string, error: unknown): Problem {
  try {
    rmSync(partial, { force: true });
  } catch {
    // What kept the book from being written may keep this from being tidied; the first reason is the telling one.
  }
  return problem(
    'write-failed',
    { path },
    `The book was not written: ${describeWriteError(error)}.${isFile(path) ? ' The older book is as it was.' : ''}`,
  );
}

/** Where a book goes: the path itself, or a file named after its title, with an ending, if the path is a folder. */
export function outputPath(output: string | undefined, title: string, ending = '.epub'): string {
  const name = slug(title) + ending;
  if (output === undefined) return join('dist', name);
  return output.endsWith('/') || (!/\.(?:epub|html)$/i.test(output) && isFolder(resolve(output)))
    ? join(output, name)
    : output;
}

/** Whether a folder is there. */
export const isFolder = (path: string): boolean => factsOf(path)?.isDirectory() ?? false;

const isFile = (path: string): boolean => factsOf(path)?.isFile() ?? false;

function factsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
