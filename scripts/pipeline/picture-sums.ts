/** In: a manuscript. Out: SHA-256 of each picture that can be opened, by path, in hexadecimal. */
import { sha256 } from '../book/digest.ts';
import type { Manuscript } from '../book/manuscript.ts';

export const pictureSums = ({ pictures, open }: Manuscript): ReadonlyMap<string, string> =>
  new Map(
    pictures.flatMap((path) => {
      const opened = open(path, { path });
      return 'bytes' in opened ? [[path, opened.sha256 ?? sha256(opened.bytes)] as const] : [];
    }),
  );
