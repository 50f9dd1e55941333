/**
 * Opens a ZIP that a stranger packed. In: bytes. Out: the files we may need, by name; one clear problem where it is
 * damaged, a bomb, or has names that lead out of it. Nothing is written; a ZIP in a ZIP stays shut.
 */
import { unzipSync } from 'fflate';
import { type Outcome, problem } from '../../report/problem.ts';

const megabyte = 1024 * 1024;
/** Far above any real book. */
const mostFiles = 10_000;
const mostBytes = 256 * megabyte;
/** Deflate shrinks prose to a third; what shrinks to a two-hundredth is no book. */
const mostShrunk = 200;

export type Files = ReadonlyMap<string, Uint8Array>;

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));

/** Unpacks the files whose names pass. */
export function unzip(bytes: Uint8Array, path: string, wanted: (name: string) => boolean): Outcome<Files | undefined> {
  const refused = (reason: string): Outcome<undefined> => ({
    value: undefined,
    problems: [problem('import-refused', { path }, reason)],
  });
  let reason: string | undefined;
  let count = 0;
  let total = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        count += 1;
        if (leadsOut(name))
          reason ??= `Unexpected name “${name.slice(0, 80)}” that leads out of the archive, expected names inside it`;
        if (count > mostFiles) reason ??= `Unexpected archive of more than ${mostFiles} files, expected a book`;
        if (reason !== undefined || name.endsWith('/') || !wanted(name)) return false;
        total += originalSize;
        if (total > mostBytes)
          reason ??= `Unexpected archive that unpacks to more than ${mostBytes / megabyte} MB, expected a book`;
        else if (originalSize > megabyte && originalSize > size * mostShrunk)
          reason ??= `Unexpected file “${name.slice(0, 80)}” that unpacks to ${Math.round(originalSize / megabyte)} MB from next to nothing, expected a book`;
        return reason === undefined;
      },
    });
    return reason === undefined ? { value: new Map(Object.entries(files)), problems: [] } : refused(reason);
  } catch {
    return refused('Unexpected end or damage of the archive, expected a whole one');
  }
}

function leadsOut(name: string): boolean {
  return /^[/\\]|^[a-z]:|\0/i.test(name) || name.split(/[/\\]/).includes('..');
}
