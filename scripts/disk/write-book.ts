/** Writes a finished book to disk: whole or not at all. */
import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { slug } from '../book/file-names.ts';
import { type Problem, problem } from '../report/problem.ts';
import { describeWriteError } from './fs-errors.ts';
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
    mkdirSync(dirname(target), { recursive: true });
    writeWhole(partial, bytes);
    const refused = refusal();
    if (refused) rmSync(partial, { force: true });
    else renameSync(partial, target);
    return refused;
  } catch (error) {
    try {
      rmSync(partial, { force: true });
    } catch {
      // What kept the book from being written may keep this from being tidied; the first reason is the telling one.
    }
    return unwritten(path, error);
  }
}

/** The same without a stop: who makes other books goes on while the disk takes this one. */
export async function replaceFileMeanwhile(path: string, bytes: Uint8Array): Promise<Problem | undefined> {
  const target = resolve(path);
  const partial = partialPath(target);
  try {
    mkdirSync(dirname(target), { recursive: true });
    const file = await open(partial, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, target);
    return undefined;
  } catch (error) {
    await rm(partial, { force: true }).catch(() => {});
    return unwritten(path, error);
  }
}

const unwritten = (path: string, error: unknown): Problem =>
  problem(
    'write-failed',
    { path },
    `The book was not written: ${describeWriteError(error)}. The older book is as it was.`,
  );

/** Where a book goes: the path itself, or a file named after its title, with an ending, if the path is a folder. */
export function outputPath(output: string | undefined, title: string, ending = '.epub'): string {
  const name = slug(title) + ending;
  if (output === undefined) return join('dist', name);
  return output.endsWith('/') || (!/\.(?:epub|html)$/i.test(output) && isFolder(resolve(output)))
    ? join(output, name)
    : output;
}

/** Whether a folder is there. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
