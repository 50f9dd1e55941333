/** Reads a finished book. In: a path. Out: its bytes, or one problem. */
import { type Limits, printLimit } from '../book/limits.ts';
import { raiseLimit } from '../book/raise-limit.ts';
import { type Outcome, problem } from '../report/problem.ts';
import { readRegular } from './read-regular.ts';

/** The bytes of an EPUB that is no larger than a ZIP may be. */
export function readEpub(path: string, limits: Limits): Outcome<Uint8Array | undefined> {
  const read = readRegular(path, 'zip', limits);
  if ('bytes' in read) return { value: read.bytes, problems: [] };
  const only =
    read.rule === 'file-too-large'
      ? problem(
          'bag-too-large',
          { path },
          `Unexpected file of more than ${printLimit('zip', limits.zip)}, expected a book`,
          read.hint ?? raiseLimit('zip', limits),
        )
      : problem('file-unreadable', { path }, `Unexpected book that ${read.reason}`);
  return { value: undefined, problems: [only] };
}
