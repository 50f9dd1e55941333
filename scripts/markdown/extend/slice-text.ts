/** Parts of a text node, with the places that they have in the source. */
import type { Text } from 'mdast';
import type { Point } from 'unist';
import { sourceOffsets } from '../source-map.ts';

export interface TextSlicer {
  /** The part of a text node's value between two indices. */
  readonly slice: (node: Text, from: number, to: number) => Text;
  /** Where an index of a text node's value stands in the source, if that can be told. */
  readonly pointOf: (node: Text, at: number) => Point | undefined;
}

/** Makes the functions for the text nodes of one source. */
export function textSlicer(source: string): TextSlicer {
  let starts: number[] | undefined;
  const pointAt = (offset: number): Point => {
    starts ??= lineStarts(source);
    const line = lowerBound(starts, offset + 1);
    return { line, column: offset - (starts[line - 1] ?? 0) + 1, offset };
  };
  const known = new WeakMap<Text, readonly number[] | undefined>();
  const pointOf = (node: Text, at: number): Point | undefined => {
    const offsets = known.has(node) ? known.get(node) : sourceOffsets(source, node);
    known.set(node, offsets);
    const offset = offsets?.[at];
    return offset === undefined ? undefined : pointAt(offset);
  };
  const slice = (node: Text, from: number, to: number): Text => {
    if (from === 0 && to === node.value.length) return node;
    const [start, end] = [pointOf(node, from), pointOf(node, to)];
    const position = start && end ? { start, end } : node.position;
    const { literal = [], typed = [] } = node.data ?? {};
    const [first, last] = [lowerBound(literal, from), lowerBound(literal, to)];
    const data = { literal: literal.slice(first, last).map((at) => at - from), typed: typed.slice(first, last) };
    return {
      type: 'text',
      value: node.value.slice(from, to),
      ...(position && { position }),
      ...(first < last && { data }),
    };
  };
  return { slice, pointOf };
}

/** Whether a character of a text node was escaped, or written as a reference. */
export function isEscaped({ data }: Text, at: number): boolean {
  const { literal = [] } = data ?? {};
  return literal[lowerBound(literal, at)] === at;
}

function lineStarts(source: string): number[] {
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The index of the first of some ascending numbers that is no less than a number. */
function lowerBound(numbers: readonly number[], least: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
