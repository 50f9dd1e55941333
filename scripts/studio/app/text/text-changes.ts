/** What differs between two versions of a text, in as few and small ranges as are needed to keep cursors and history where they are. */
import type { Point } from '../../../report/problem.ts';

/** One range of a text, and what takes its place. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** What makes one text of another: a range for each line that differs where the lines are as many, else one range. */
export function textChanges(old: string, now: string): readonly TextChange[] {
  if (old === now) return [];
  const oldLines = old.split('\n');
  const lines = now.split('\n');
  if (oldLines.length !== lines.length) return [rangeOf(old, now, 0)];
  let from = 0;
  return oldLines.flatMap((line, at) => {
    const begin = from;
    from += line.length + 1;
    const other = lines[at] ?? '';
    return line === other ? [] : [rangeOf(line, other, begin)];
  });
}

/** The range without what both begin and end with; no pair of surrogates is divided. */
function rangeOf(old: string, now: string, offset: number): TextChange {
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old[start] === now[start]) start++;
  if (isHigh(old[start - 1])) start--;
  let end = 0;
  while (end < most - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  if (isLow(old[old.length - end])) end--;
  return { from: offset + start, to: offset + old.length - end, insert: now.slice(start, now.length - end) };
}

const isHigh = (unit = ''): boolean => unit >= '\uD800' && unit <= '\uDBFF';
const isLow = (unit = ''): boolean => unit >= '\uDC00' && unit <= '\uDFFF';

/** Whether no range of one touches a range of the other, so that both can be made. */
export const areApart = (ones: readonly TextChange[], others: readonly TextChange[]): boolean =>
  ones.every((one) => others.every((other) => one.to < other.from || other.to < one.from));

/** Where an offset is in a text, by line and column. */
export function pointAt(text: string, offset: number): Point {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** How lines of a file end: in one way, or, where they differ, by line feeds, and carriage returns are kept as they stand. */
export function lineEndOf(text: string): string {
  const found = new Set(text.match(/\r\n|\r|\n/g));
  const [only = '\n'] = found;
  return found.size > 1 ? '\n' : only;
}
