/** Words at one place of a text become others. In: a text, a place, what stands there. Out: the new text. */
import type { Point } from '../../report/problem.ts';

interface Replacement {
  readonly start: Point;
  readonly end: Point;
  readonly old: string;
  readonly text: string;
}

/** The text with other words; undefined where others stand there than those that were read. */
export function replaceWords(text: string, { start, end, old, text: words }: Replacement): string | undefined {
  const from = offsetOf(text, start);
  const to = offsetOf(text, end);
  return from === undefined || to === undefined || text.slice(from, to) !== old
    ? undefined
    : text.slice(0, from) + words + text.slice(to);
}

/** Where a point is in a text, by its line and column. */
function offsetOf(text: string, { line, column }: Point): number | undefined {
  let start = 0;
  for (let left = line; left > 1; left--) {
    start = text.indexOf('\n', start) + 1;
    if (start === 0) return undefined;
  }
  const offset = start + column - 1;
  return offset <= text.length ? offset : undefined;
}
