/** Gives a tree that was parsed from imported text the line numbers of the file the text came from. */
import type { Nodes, Root } from 'mdast';
import type { TextOrigin } from '../book/manuscript.ts';
import { walk } from '../book/walk.ts';
import type { Problem } from '../report/problem.ts';

/** Moves every position: `lines` holds, for each line of the parsed text (from 0), the source's line (from 1). */
export function moveToSource(tree: Root, lines: readonly number[]): void {
  walk<Nodes>(tree, ({ position }) => {
    if (!position) return;
    for (const point of [position.start, position.end]) {
      point.line = lines[point.line - 1] ?? point.line;
      delete point.offset;
    }
  });
}

/** A problem of the parsed text, at the source's line; the columns of the two differ, since an import escapes marks. */
export function problemInSource(found: Problem, { path, lines }: Omit<TextOrigin, 'text'>): Problem {
  if (!found.place) return found;
  const line = lines[(found.place.start?.line ?? 0) - 1];
  return { ...found, place: line === undefined ? { path } : { path, start: { line, column: 1 } } };
}
