/** What may be wrong with a line of a list that orders a book, `SUMMARY.md` or `Book.txt`. In: the name on it, its place. Out: problems. */
import { type Place, type Problem, problem } from '../../report/problem.ts';

/** A file that the folder does not have. */
export function orderMissing(name: string, place: Place): Problem {
  return problem(
    'order-missing',
    place,
    `The order names “${name}”, and there is no such file.`,
    'Take the line out, or put the file there.',
  );
}

/** A file that is in the order already. */
export function orderedTwice(name: string, place: Place): Problem {
  return problem('import-left-out', place, `Left out: “${name}”, which stands in the order twice, here`);
}
