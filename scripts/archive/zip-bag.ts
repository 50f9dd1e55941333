/** In: the files of a bag. Out: one ZIP of them below a folder (RFC 8493 §4), the same bytes on every machine. */
import { type Zippable, zipSync } from 'fflate';
import type { Files } from './bag.ts';
import { byCodePoint } from './bag-paths.ts';

/** ZIP's earliest day at noon, as in our books: it counts from 1980, in local time. */
const zipDate = new Date(1980, 0, 1, 12);

/** Zips a bag; what is compressed already is stored. */
export function zipBag(bag: Files, folder: string): Uint8Array {
  const files: Zippable = {};
  for (const [path, bytes] of [...bag].sort(([left], [right]) => byCodePoint(left, right))) {
    const stored = /\.(epub|jpe?g|png|gif|webp|avif|zip)$/i.test(path);
    files[`${folder}/${path}`] = [bytes, { level: stored ? 0 : 6, mtime: zipDate }];
  }
  return zipSync(files);
}
