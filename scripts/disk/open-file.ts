/** Reads the pictures that a text refers to. In: a folder, and a path as an author wrote it. Out: bytes, or one problem. */
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Limits, printLimit } from '../book/limits.ts';
import type { Manuscript, Opened } from '../book/manuscript.ts';
import { raiseLimit } from '../book/raise-limit.ts';
import { type Place, problem } from '../report/problem.ts';
import { isInside } from './read-inside.ts';
import { readRegular } from './read-regular.ts';

/**
 * Makes a reader of files in a folder; a path that leads out of it is refused without a look at what is there.
 * Adds the real path of each file to `read`.
 */
export function opener(root: string, limits: Limits, read: Set<string>): Manuscript['open'] {
  const sizes = new Map<string, number>();
  let left = limits.pictures;
  return (path: string, place: Place): Opened => {
    const outside = () => ({
      problem: problem(
        'picture-outside',
        place,
        `Unexpected path “${path}” outside the manuscript folder, expected a file inside it`,
      ),
    });
    const target = resolve(root, path);
    if (!isInside(root, target)) return outside();
    let real: string;
    try {
      real = realpathSync(target);
    } catch {
      return {
        problem: problem('picture-missing', place, `Unexpected path “${path}”, expected a file of the manuscript`),
      };
    }
    if (!isInside(root, real)) return outside();
    read.add(real);
    const result = readRegular(real, 'picture', limits);
    if ('reason' in result)
      return {
        problem: problem(
          result.rule === 'file-unreadable' ? 'picture-missing' : result.rule,
          place,
          `Unexpected file “${path}” that ${result.reason}, expected a picture file`,
          result.hint,
        ),
      };
    if (!sizes.has(real)) {
      sizes.set(real, result.bytes.length);
      left -= result.bytes.length;
    }
    if (left < 0)
      return {
        problem: problem(
          'book-too-large',
          place,
          `Unexpected picture “${path}” after ${printLimit('pictures', limits.pictures)} of pictures, expected smaller ones or fewer`,
          raiseLimit('pictures', limits, limits.pictures - left),
        ),
      };
    return result;
  };
}
