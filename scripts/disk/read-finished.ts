/** Reads a finished book. In: the path of an EPUB. Out: its bytes, or why they cannot be had. */
import type { Limits } from '../book/limits.ts';
import { type Outcome, problem } from '../report/problem.ts';
import { meantPath } from './near-path.ts';
import { readRegular } from './read-regular.ts';

/** The bytes of a book that is no larger than the limit `zip`. */
export function readFinished(path: string, limits: Limits): Outcome<Uint8Array | undefined> {
  const read = readRegular(path, 'zip', limits);
  if ('bytes' in read) return { value: read.bytes, problems: [] };
  const rule = read.rule === 'file-too-large' ? 'bag-too-large' : read.rule;
  return {
    value: undefined,
    problems: [problem(rule, { path }, `The book ${read.reason}.`, read.hint ?? meantPath(path))],
  };
}
