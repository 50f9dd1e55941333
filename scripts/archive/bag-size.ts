/** In: the files of a bag. Out: why nobody could verify it, if that is so: an archive that cannot be proved is none. */
import { type LimitName, type Limits, printLimit } from '../book/limits.ts';
import { raiseLimit } from '../book/raise-limit.ts';
import { type Problem, problem } from '../report/problem.ts';
import { zipCapacity } from '../zip/write-zip.ts';

/** A problem where a bag is beyond the limits, or beyond what a ZIP holds where it is to be one. */
export function bagTooLarge(
  bag: ReadonlyMap<string, Uint8Array>,
  { target, isZip, limits }: { readonly target: string; readonly isZip: boolean; readonly limits: Limits },
): Problem | undefined {
  const place = { path: target };
  let size = 0;
  for (const bytes of bag.values()) size += bytes.length;
  const refuse = (name: LimitName, found: number) =>
    problem(
      'bag-too-large',
      place,
      `Unexpected archive of ${printLimit(name, found)}${name === 'archive-files' ? ' files' : ''}, expected ${printLimit(name, limits[name])} at most`,
      raiseLimit(name, limits, found),
    );
  if (bag.size > limits['archive-files']) return refuse('archive-files', bag.size);
  if (size > limits.archive) return refuse('archive', size);
  if (!isZip || (bag.size <= zipCapacity.files && size <= zipCapacity.bytes)) return undefined;
  const reason = `Unexpected archive of ${printLimit('archive-files', bag.size)} files and ${printLimit('archive', size)}, expected what a ZIP can hold`;
  return problem('bag-too-large', place, reason, 'Let it be a folder: leave “.zip” out of its name.');
}
