/** A story with all that its books are made from, in memory, for a machine that does not see this one’s disk. In: its path. Out: its files. */
import { existsSync } from 'node:fs';
import { basename, dirname, join, posix, resolve } from 'node:path';
import type { Limits } from '../book/limits.ts';
import { newsPath } from '../book/source-list.ts';
import type { MemoryFiles } from '../pipeline/memory-files.ts';
import { openPath } from './open-path.ts';

/**
 * Reads a folder with all its files and those of folders `beside` it that it shares with others, or a file with those that are named beside it. Undefined where some of it cannot be read, or it is larger than
 * `limits.zip`: only this machine can tell then what becomes of it.
 */
export function readStory(path: string, beside: readonly string[], limits: Limits): MemoryFiles | undefined {
  const { value: given } = openPath(path, limits);
  if (!given || given.problems.length > 0) return undefined;
  const { name, isFolder } = given;
  const files = new Map<string, Uint8Array>();
  let size = 0;
  const add = (file: string, bytes: Uint8Array) => {
    files.set(file, bytes);
    size += bytes.length;
    return size <= limits.zip;
  };
  for (const file of isFolder ? given.names : [name]) {
    const read = given.read(file, 'zip');
    if (!('bytes' in read) || !add(file, read.bytes)) return undefined;
  }
  for (const folder of isFolder ? beside : [])
    for (const [file, bytes] of filesOf(join(path, folder), limits))
      if (!add(`${folder}/${file}`, bytes)) return undefined;
  for (const file of isFolder ? [newsPath] : beside) {
    const opened = given.open(file, { path: name });
    if ('bytes' in opened && !add(posix.normalize(file), opened.bytes)) return undefined;
  }
  // A folder is a vault of Obsidian’s by what is hidden in it, which its books are not made from.
  if (isFolder && existsSync(join(path, '.obsidian'))) files.set('.obsidian/app.json', new Uint8Array());
  return { name, isFolder, around: basename(dirname(resolve(path))), files };
}

/** What can be read of a folder. */
function* filesOf(path: string, limits: Limits): Generator<readonly [file: string, bytes: Uint8Array]> {
  const { value: given } = openPath(path, limits);
  for (const file of given?.isFolder ? given.names : []) {
    const read = given?.read(file, 'zip');
    if (read && 'bytes' in read) yield [file, read.bytes];
  }
}
