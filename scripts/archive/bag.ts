/**
 * Lays a payload into a BagIt bag (RFC 8493). In: files by path below `data/`, and what the bag says of itself.
 * Out: the files of the bag by path, the same for the same payload. Refuses to know: books, disks, the clock.
 */
import { createHash } from 'node:crypto';
import { byCodePoint, encodePath } from './bag-paths.ts';

export type Files = ReadonlyMap<string, Uint8Array>;

/** A line of bag-info.txt: a label of RFC 8493 §2.2.2 and its value. */
export type InfoLine = readonly [label: string, value: string | undefined];

/** Makes a bag of a payload, whose paths are relative to `data/`. */
export function makeBag(payload: Files, info: readonly InfoLine[]): Files {
  const data = [...payload].sort(([left], [right]) => byCodePoint(left, right));
  const bytes = data.reduce((sum, [, each]) => sum + each.length, 0);
  const tags = new Map<string, Uint8Array>([
    ['bag-info.txt', encode(printInfo([...info, ['Payload-Oxum', `${bytes}.${data.length}`]]))],
    ['bagit.txt', encode('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')],
    ['manifest-sha512.txt', encode(printManifest(data.map(([path, each]) => [`data/${path}`, each])))],
  ]);
  return new Map([
    ...tags,
    ['tagmanifest-sha512.txt', encode(printManifest([...tags]))],
    ...data.map(([path, each]) => [`data/${path}`, each] as const),
  ]);
}

/** SHA-512 in hexadecimal. */
export const sha512 = (bytes: Uint8Array): string => createHash('sha512').update(bytes).digest('hex');

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function printManifest(files: readonly (readonly [string, Uint8Array])[]): string {
  return files.map(([path, bytes]) => `${sha512(bytes)}  ${encodePath(path)}\n`).join('');
}

/** A value stands on one line: a line break in it would begin a label of its own. */
function printInfo(lines: readonly InfoLine[]): string {
  return lines
    .flatMap(([label, value]) => {
      const line = value?.replace(/\s+/g, ' ').trim();
      return line ? [`${label}: ${line}\n`] : [];
    })
    .join('');
}
