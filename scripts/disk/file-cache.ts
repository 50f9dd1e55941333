/**
 * A folder of files that can be made anew: drawn covers, compiled code. In: names and bytes. Out: the same bytes, or nothing.
 * Only a whole file of this user's own is given back. Where a file cannot be read or written, the cache is as if empty.
 */
import { createHash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { makeFolders } from './make-folders.ts';
import { partialPath } from './temp-files.ts';
import { writeWhole } from './write-fsync.ts';

export interface FileCache {
  /** The bytes kept under a name, or undefined. */
  readonly get: (name: string) => Uint8Array | undefined;
  /** Keeps bytes under a name; where that cannot be done nothing happens. */
  readonly set: (name: string, bytes: Uint8Array) => void;
}

const digestLength = 32;

/** A cache in a folder, which is made when something is kept; the oldest of more than `most` files are removed. */
export function createFileCache(folder: string | undefined, most: number): FileCache {
  if (folder === undefined) return { get: () => undefined, set: () => {} };
  return {
    get: (name) => {
      const kept = readOwn(join(folder, name));
      const bytes = kept?.subarray(digestLength);
      return kept && bytes && digest(name, bytes).equals(kept.subarray(0, digestLength)) ? bytes : undefined;
    },
    set: (name, bytes) => {
      const path = join(folder, name);
      const partial = partialPath(path);
      try {
        makeFolders(folder, 0o700);
        chmodSync(folder, 0o700); // refused for a folder of somebody else's
        if (Number.isFinite(most)) removeOldest(folder, most - 1);
        writeWhole(partial, Buffer.concat([digest(name, bytes), bytes]), 0o600);
        renameSync(partial, path);
      } catch {
        remove(partial);
      }
    },
  };
}

/** The SHA-256 of a name and its bytes: a file under another name is not trusted either. */
const digest = (name: string, bytes: Uint8Array): Buffer =>
  createHash('sha256').update(`${name}\0`).update(bytes).digest();

/** The bytes of a regular file that belongs to this user, and that nobody else may write. */
function readOwn(path: string): Buffer | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const stats = fstatSync(file);
    const user = process.getuid?.(); // Windows has neither owners nor modes; its folder is the user's alone
    const isOwn = user === undefined || (stats.uid === user && (stats.mode & 0o022) === 0);
    return stats.isFile() && isOwn ? readFileSync(file) : undefined;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Leaves so many of the newest. */
function removeOldest(folder: string, count: number): void {
  const kept = readdirSync(folder).map((name) => ({
    name,
    time: lstatSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0, // another run may have removed it
  }));
  for (const { name } of kept.sort((one, other) => other.time - one.time).slice(count)) remove(join(folder, name));
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It may stay: nothing that is damaged is given back.
  }
}
