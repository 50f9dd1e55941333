/**
 * Opens a ZIP that a stranger packed. In: bytes. Out: the files we may need, by name; one clear problem where it is
 * damaged, a bomb, or has names that lead out of it. Nothing is written; a ZIP in a ZIP stays shut.
 */
import { type Outcome, problem } from '../report/problem.ts';
import { readZip } from '../zip/read-zip.ts';

const megabyte = 1024 * 1024;
/** Far above any real book. */
const mostFiles = 10_000;
const mostBytes = 256 * megabyte;
/** Deflate shrinks prose to a third; what shrinks to a two-hundredth is no book. */
const mostShrunk = 200;

export type Files = ReadonlyMap<string, Uint8Array>;

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));

/** Unpacks the files whose names pass. What is not wanted, as films and fonts, may be larger than any text. */
export function unzip(bytes: Uint8Array, path: string, wanted: (name: string) => boolean): Outcome<Files | undefined> {
  const refused = (reason: string): Outcome<undefined> => ({
    value: undefined,
    problems: [problem('import-refused', { path }, reason)],
  });
  const zip = readZip(bytes, { mostFiles, largestFile: mostBytes, largestWhole: 4096 * megabyte });
  if ('reason' in zip) return refused(`Unexpected archive that ${zip.reason}, expected a whole book`);
  const files = new Map<string, Uint8Array>();
  let total = 0;
  for (const { path: name, size, packedSize, isLink, read } of zip.entries) {
    const shown = name.slice(0, 80);
    if (leadsOut(name))
      return refused(`Unexpected name “${shown}” that leads out of the archive, expected names inside it`);
    if (isLink || name.endsWith('/') || !wanted(name)) continue;
    total += size;
    if (total > mostBytes)
      return refused(`Unexpected archive that unpacks to more than ${mostBytes / megabyte} MB, expected a book`);
    if (size > megabyte && size > packedSize * mostShrunk)
      return refused(
        `Unexpected file “${shown}” that unpacks to ${Math.round(size / megabyte)} MB from next to nothing, expected a book`,
      );
    const found = read();
    if ('reason' in found)
      return refused(`Unexpected file “${shown}” in the archive that ${found.reason}, expected a whole one`);
    files.set(name, found.bytes);
  }
  return { value: files, problems: [] };
}

function leadsOut(name: string): boolean {
  return /^[/\\]|^[a-z]:|\0/i.test(name) || name.split(/[/\\]/).includes('..');
}
