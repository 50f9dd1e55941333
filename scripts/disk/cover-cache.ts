/**
 * Keeps drawn covers beside the bundle, as the launcher keeps compiled code. In: names and JPEGs. Out: the same JPEGs, or
 * nothing: a file that is damaged, or that cannot be read or written, is as good as none.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CoverShelf } from '../book/cover-shelf.ts';

/** Covers are a quarter of a megabyte each: these are the books that somebody is at work on. */
const most = 24;
const sumLength = 32;

/** A shelf in a folder: by default one of the press itself, each Node its own, as they have to agree by themselves. */
export function coverShelf(
  folder: string = join(dirname(fileURLToPath(import.meta.url)), 'covers', process.version),
  capacity: number = most,
): CoverShelf {
  return {
    take: (name) => {
      try {
        const kept = readFileSync(join(folder, name));
        const jpeg = kept.subarray(sumLength);
        return sumOf(jpeg).equals(kept.subarray(0, sumLength)) ? jpeg : undefined;
      } catch {
        return undefined;
      }
    },
    keep: (name, jpeg) => {
      const partial = join(folder, `${name}.${process.pid}`);
      try {
        mkdirSync(folder, { recursive: true });
        clear(folder, capacity - 1);
        writeFileSync(partial, Buffer.concat([sumOf(jpeg), jpeg]));
        renameSync(partial, join(folder, name));
      } catch {
        sweep(partial); // a shelf that cannot be written, or a full disk
      }
    },
  };
}

function sweep(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // There never was one.
  }
}

const sumOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** Leaves so many of the newest. */
function clear(folder: string, count: number): void {
  const kept = readdirSync(folder).map((name) => ({ name, time: statSync(join(folder, name)).mtimeMs }));
  for (const { name } of kept.sort((one, other) => other.time - one.time).slice(count))
    rmSync(join(folder, name), { force: true });
}
