/**
 * Lays a payload into a BagIt bag (RFC 8493). In: files by path below `data/`, and what the bag says of itself.
 * Out: the files of the bag by path, the same for the same payload.
 */
import { encodeUtf8 } from '../book/bytes.ts';
import { sha512 } from '../book/digest.ts';
import { compareText } from '../book/file-names.ts';
import { type LimitName, type Limits, printLimit } from '../book/limits.ts';
import { raiseLimit } from '../book/raise-limit.ts';
import { type Problem, problem } from '../report/problem.ts';
import { zip, zipCapacity } from '../zip/write-zip.ts';
import { encodePath } from './bag-paths.ts';

export type Files = ReadonlyMap<string, Uint8Array>;

/** A line of bag-info.txt: a label of RFC 8493 §2.2.2 and its value. */
export type InfoLine = readonly [label: string, value: string | undefined];

/** Makes a bag of a payload, whose paths are relative to `data/`. */
export function makeBag(payload: Files, info: readonly InfoLine[]): Files {
  const data = [...payload].sort(([left], [right]) => compareText(left, right));
  const bytes = data.reduce((sum, [, each]) => sum + each.length, 0);
  const tags = new Map<string, Uint8Array>([
    ...tagFiles(info, `${bytes}.${data.length}`),
    ['manifest-sha512.txt', encodeUtf8(printManifest(data.map(([path, each]) => [`data/${path}`, each])))],
  ]);
  return new Map([
    ...tags,
    ['tagmanifest-sha512.txt', encodeUtf8(printManifest([...tags]))],
    ...data.map(([path, each]) => [`data/${path}`, each] as const),
  ]);
}

/** The tag files beside the manifests; `oxum` tells how many bytes and files the payload has. */
export function tagFiles(info: readonly InfoLine[], oxum: string): Files {
  return new Map([
    ['bag-info.txt', encodeUtf8(printInfo([...info, ['Payload-Oxum', oxum]]))],
    ['bagit.txt', encodeUtf8('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')],
  ]);
}

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

/** One ZIP of a bag below a folder (RFC 8493 §4); what is compressed already is stored. It is undefined where a ZIP cannot be so large. */
export function zipBag(bag: Files, folder: string): Uint8Array | undefined {
  const files = [...bag].sort(([left], [right]) => compareText(left, right));
  return zip(
    files.map(([path, bytes]) => ({
      name: `${folder}/${path}`,
      bytes,
      stored: /\.(epub|jpe?g|png|gif|webp|avif|zip)$/i.test(path),
    })),
  );
}

/**
 * A problem where nobody could verify a bag, and an archive that cannot be proved is none: it is beyond the limits, or beyond
 * what a ZIP holds where it is to be one.
 */
export function bagTooLarge(
  bag: Files,
  { target, isZip, limits }: { readonly target: string; readonly isZip: boolean; readonly limits: Limits },
): Problem | undefined {
  const place = { path: target };
  let size = 0;
  for (const bytes of bag.values()) size += bytes.length;
  const refuse = (name: LimitName, found: number) =>
    problem(
      'bag-too-large',
      place,
      `The archive has ${printLimit(name, found)}${name === 'archive-files' ? ' files' : ''}; ${printLimit(name, limits[name])} are allowed, so it is not written.`,
      raiseLimit(name, limits, found),
    );
  if (bag.size > limits['archive-files']) return refuse('archive-files', bag.size);
  if (size > limits.archive) return refuse('archive', size);
  if (!isZip || (bag.size <= zipCapacity.files && size <= zipCapacity.bytes)) return undefined;
  const reason = `The archive has ${printLimit('archive-files', bag.size)} files and ${printLimit('archive', size)}, more than a ZIP can hold, so it is not written.`;
  return problem('bag-too-large', place, reason, 'Let it be a folder: leave “.zip” out of its name.');
}
