/**
 * Opens a ZIP that a stranger packed. In: bytes. Out: the files we may need, by name; one clear problem where it is
 * damaged, a bomb, or has names that lead out of it. Nothing is written; a ZIP in a ZIP stays shut.
 */
import { unzipSync } from 'fflate';
import { type Limits, megabyte, printLimit } from '../../book/limits.ts';
import { raiseLimit } from '../../book/raise-limit.ts';
import { type Outcome, problem } from '../../report/problem.ts';

/** A ZIP from elsewhere. */
export interface Packed {
  /** Its own name. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly limits: Limits;
}

export type Files = ReadonlyMap<string, Uint8Array>;

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));

/** Unpacks the files whose names pass. */
export function unzip({ path, bytes, limits }: Packed, wanted: (name: string) => boolean): Outcome<Files | undefined> {
  const refused = (reason: string, hint?: string): Outcome<undefined> => ({
    value: undefined,
    problems: [problem('import-refused', { path }, reason, hint)],
  });
  let refusal: Outcome<undefined> | undefined;
  let count = 0;
  let total = 0;
  let texts = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        count += 1;
        if (leadsOut(name))
          refusal ??= refused(
            `Unexpected name “${name.slice(0, 80)}” that leads out of the archive, expected names inside it`,
          );
        if (count > limits.files)
          refusal ??= refused(
            `Unexpected archive of more than ${printLimit('files', limits.files)} files, expected a book`,
            raiseLimit('files', limits),
          );
        if (refusal !== undefined || name.endsWith('/') || !wanted(name)) return false;
        total += originalSize;
        if (total > limits.unpacked)
          refusal ??= refused(
            `Unexpected archive that unpacks to more than ${printLimit('unpacked', limits.unpacked)}, expected a book`,
            raiseLimit('unpacked', limits, total),
          );
        else if (originalSize > megabyte && originalSize > size * limits.ratio)
          refusal ??= refused(
            `Unexpected file “${name.slice(0, 80)}” that unpacks to ${printLimit('unpacked', originalSize)}, more than ${limits.ratio} times its size, expected a book`,
            raiseLimit('ratio', limits, Math.ceil(originalSize / Math.max(1, size))),
          );
        if (/\.(?:x?html?|xml|opf|ncx)$/i.test(name)) {
          texts += originalSize;
          const limit = originalSize > limits.page ? 'page' : texts > limits.texts ? 'texts' : undefined;
          if (limit)
            refusal ??= refused(
              `Unexpected ${limit === 'page' ? `document “${name.slice(0, 80)}”` : 'archive with texts'} of more than ${printLimit(limit, limits[limit])}, expected a book`,
              raiseLimit(limit, limits, limit === 'page' ? originalSize : texts),
            );
        }
        return refusal === undefined;
      },
    });
    return refusal ?? { value: new Map(Object.entries(files)), problems: [] };
  } catch {
    return refused('Unexpected end or damage of the archive, expected a whole one');
  }
}

function leadsOut(name: string): boolean {
  return /^[/\\]|^[a-z]:|\0/i.test(name) || name.split(/[/\\]/).includes('..');
}
