/** In: the files of a bag. Out: one ZIP of them below a folder (RFC 8493 §4), the same bytes on every machine. */
import { type Zippable, zipSync } from 'fflate';
import { zipDate } from '../book/zip-date.ts';
import type { Files } from './bag.ts';
import { byCodePoint } from './bag-paths.ts';

/** Zips a bag; what is compressed already is stored. */
export function zipBag(bag: Files, folder: string): Uint8Array {
  const files: Zippable = {};
  for (const [path, bytes] of [...bag].sort(([left], [right]) => byCodePoint(left, right))) {
    const stored = /\.(epub|jpe?g|png|gif|webp|avif|zip)$/i.test(path);
    files[`${folder}/${path}`] = [bytes, { level: stored ? 0 : 6, mtime: zipDate }];
  }
  return zipSync(files);
}
