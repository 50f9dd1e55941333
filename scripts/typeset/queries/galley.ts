/**
 * A galley: the first proof of a passage, on which queries to the author are marked. It knows where its text was typed.
 */
import type { Place } from '../../report/problem.ts';
import type { Composed } from '../compose.ts';
import type { Passage } from '../text/passages.ts';
import { sourceOffsets } from '../text/source-map.ts';

export interface Galley {
  readonly passage: Passage;
  readonly composed: Composed;
  /** The file it is from, relative to the manuscript. */
  readonly path: string;
}

/** Says where an offset of a galley's text was typed. */
export type Locate = (galley: Galley, at: number) => Place;

/**
 * Makes a `Locate` from the files' texts by path. Where a text is not there, or is not what the passage was parsed from
 * (imported stories are rewritten first), the line is right and the column as near as the passage tells.
 */
export function locator(sources: ReadonlyMap<string, string>): Locate {
  const indices = new Map<string, readonly number[]>();
  const lineStarts = (path: string, source: string): readonly number[] => {
    const known = indices.get(path);
    if (known) return known;
    const starts = [0];
    for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
    indices.set(path, starts);
    return starts;
  };
  return ({ passage, path }, at) => {
    const piece = passage.pieces.findLast(({ start }) => start <= at);
    const position = piece?.node.position;
    if (!piece || !position) return { path };
    const inside = at - piece.start;
    const source = sources.get(path);
    if (source !== undefined) {
      const starts = lineStarts(path, source);
      const offsetOf = (point: { line: number; column: number }) => (starts[point.line - 1] ?? 0) + point.column - 1;
      const [start, end] = [position.start, position.end].map((point) => ({ ...point, offset: offsetOf(point) }));
      const offset = start && end && sourceOffsets(source, { ...piece.node, position: { start, end } })?.[inside];
      if (offset !== undefined) {
        let line = position.start.line;
        while ((starts[line] ?? Number.POSITIVE_INFINITY) <= offset) line++;
        return { path, start: { line, column: offset - (starts[line - 1] ?? 0) + 1, offset } };
      }
    }
    const before = piece.node.value.slice(0, inside);
    const broken = before.lastIndexOf('\n');
    return {
      path,
      start: {
        line: position.start.line + (before.match(/\n/g)?.length ?? 0),
        column: broken < 0 ? position.start.column + inside : inside - broken,
      },
    };
  };
}
