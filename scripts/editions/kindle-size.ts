/** What Send to Kindle says to a book's size. Refuses to know: what is in it. */
import { type Problem, problem } from '../report/problem.ts';

const megabyte = 1_000_000;
/** Amazon's own limit. */
const most = 200 * megabyte;
/** Above it, people have seen books fail. */
const safe = 50 * megabyte;

/** A problem for a bound book that is too large to be sent. */
export function kindleSize({ length }: { readonly length: number }): readonly Problem[] {
  if (length <= safe) return [];
  const size = `Unexpected book of ${Math.ceil(length / megabyte)} MB for Kindle`;
  const hint = 'Make its pictures smaller: 1600 pixels on the long side fill a page.';
  return length > most
    ? [problem('kindle-refused', undefined, `${size}, expected at most ${most / megabyte} MB`, hint)]
    : [problem('kindle-size', undefined, `${size}, expected at most ${safe / megabyte} MB`, hint)];
}
