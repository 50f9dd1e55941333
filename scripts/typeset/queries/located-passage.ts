/** A passage for which the author is asked questions. It knows where its text was typed. */
import type { Text } from 'mdast';
import type { Point } from 'unist';
import { firstAtLeast, lineStarts, pointAt } from '../../book/text-lines.ts';
import { sourceOffsets } from '../../markdown/source-map.ts';
import type { Place } from '../../report/problem.ts';
import type { TypesetPassage } from '../apply-rules.ts';
import type { Passage } from '../text/passages.ts';

export interface LocatedPassage {
  readonly passage: Passage;
  readonly composed: TypesetPassage;
  /** The file it is from, relative to the manuscript. */
  readonly path: string;
}

/** Says where an offset of a located passage’s text was typed; with the offset there, if the very character is known. */
export type Locate = (located: LocatedPassage, at: number) => Place;

/**
 * Makes a `Locate` from the files' texts by path. Where a text is not there, or is not what the passage was parsed from
 * (imported stories are rewritten first), the line is right and the column as near as the passage tells.
 */
export function locator(sources: ReadonlyMap<string, string>): Locate {
  const lineStartsOf = remembered((path: string) => lineStarts(sources.get(path) ?? ''));
  const startsOf = remembered(({ pieces }: Passage) => pieces.map(({ start }) => start));
  const lineStartsIn = remembered(({ value }: Text) => lineStarts(value));
  const offsetsOf = new Map<Text, readonly number[] | undefined>();
  const typedAt = (node: Text, path: string, inside: number): number | undefined => {
    const source = sources.get(path);
    const { position } = node;
    if (source === undefined || !position) return undefined;
    if (!offsetsOf.has(node)) {
      const starts = lineStartsOf(path);
      const placed = (point: Point) => ({ ...point, offset: (starts[point.line - 1] ?? 0) + point.column - 1 });
      const own = { start: placed(position.start), end: placed(position.end) };
      const isMoved = position.start.offset === undefined;
      offsetsOf.set(
        node,
        isMoved ? offsetsInLines(source, node, starts) : sourceOffsets(source, { ...node, position: own }),
      );
    }
    return offsetsOf.get(node)?.[inside];
  };
  return ({ passage, path }, at) => {
    const piece = passage.pieces[firstAtLeast(startsOf(passage), at + 1) - 1];
    const position = piece?.node.position;
    if (!piece || !position) return { path };
    const inside = at - piece.start;
    const offset = typedAt(piece.node, path, inside);
    if (offset !== undefined) return { path, start: pointAt(lineStartsOf(path), offset) };
    const starts = lineStartsIn(piece.node);
    const line = firstAtLeast(starts, inside + 1) - 1;
    const { line: first, column } = position.start;
    return {
      path,
      start: { line: first + line, column: line === 0 ? column + inside : inside - (starts[line] ?? 0) + 1 },
    };
  };
}

/** The same for a text that was rewritten on its way in: its lines are the author’s, its columns and escapes are not. */
function offsetsInLines(source: string, node: Text, starts: readonly number[]): readonly number[] | undefined {
  const { value, position } = node;
  if (!position) return undefined;
  const [first = ''] = value.split('\n', 1);
  const from = starts[position.start.line - 1] ?? 0;
  const line = source.slice(from, starts[position.start.line] ?? source.length);
  const at = line.indexOf(first);
  if (first === '' || at < 0 || at !== line.lastIndexOf(first)) return undefined;
  const start = { ...position.start, column: at + 1, offset: from + at };
  const end = { ...position.end, offset: starts[position.end.line] ?? source.length };
  return sourceOffsets(source, { type: 'text', value, position: { start, end } });
}

function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
