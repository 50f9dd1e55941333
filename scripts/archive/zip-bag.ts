/** In: the files of a bag. Out: one ZIP of them below a folder (RFC 8493 §4), the same bytes on every machine. */
import { zip } from '../zip/write-zip.ts';
import type { Files } from './bag.ts';
import { byCodePoint } from './bag-paths.ts';

/** Zips a bag; what is compressed already is stored. It is undefined where a ZIP cannot be so large. */
export function zipBag(bag: Files, folder: string): Uint8Array | undefined {
  const files = [...bag].sort(([left], [right]) => byCodePoint(left, right));
  return zip(
    files.map(([path, bytes]) => ({
      name: `${folder}/${path}`,
      bytes,
      stored: /\.(epub|jpe?g|png|gif|webp|avif|zip)$/i.test(path),
    })),
  );
}
