/** Lines of a text by where they start. */
import type { Point } from '../report/problem.ts';

/** Where each line of a text starts. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The line and column of an offset in a text whose lines start there. */
export function pointAt(starts: readonly number[], offset: number): Point & { readonly offset: number } {
  const line = firstAtLeast(starts, offset + 1);
  return { line, column: offset - (starts[line - 1] ?? 0) + 1, offset };
}

/** The offset of a point; behind the text’s end of one that is not in it. */
export const offsetAt = (starts: readonly number[], { line, column }: Point): number =>
  (starts[line - 1] ?? Number.POSITIVE_INFINITY) + column - 1;

/** The index of the first of ascending numbers that is at least `least`, by halving. */
export function firstAtLeast<Item>(
  items: readonly Item[],
  least: number,
  numberOf: (item: Item) => number = Number,
): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && numberOf(item) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
