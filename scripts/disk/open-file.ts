/** Finds the files that a text refers to. In: a folder, and a path as an author wrote it. Out: a file inside the folder, links followed. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { sha256 } from '../book/digest.ts';
import type { Limits } from '../book/limits.ts';
import type { Manuscript } from '../book/manuscript.ts';
import { createOpener } from '../book/opener.ts';
import { realPath } from './path-facts.ts';
import { isInside } from './read-inside.ts';
import { readRegular } from './read-regular.ts';

/**
 * Makes a reader of files in a folder; a path that leads out of it is refused without a look at what is there.
 * Adds the real path of each file to `seen`.
 */
export function opener(root: string, limits: Limits, seen: Set<string>): Manuscript['open'] {
  return createOpener((path) => {
    const target = resolve(root, path);
    if (!isInside(root, target)) return 'outside';
    if (!existsSync(target)) return 'missing'; // without the error that costs more than the look
    let real: string;
    try {
      real = realPath(target);
    } catch {
      return 'missing';
    }
    if (!isInside(root, real)) return 'outside';
    seen.add(real);
    const read = () => {
      const result = readRegular(real, 'picture', limits);
      return 'bytes' in result ? { ...result, sha256: sha256(result.bytes) } : result;
    };
    return { key: real, read };
  }, limits);
}
