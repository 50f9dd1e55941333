/** Parts of a text node, with the places that they have in the source. */
import type { Text } from 'mdast';
import type { Point } from 'unist';
import { firstAtLeast, lineStarts, pointAt } from '../../book/text-lines.ts';
import { sourceOffsets } from '../source-map.ts';

export interface TextSlicer {
  /** The part of a text node's value between two indices. */
  readonly slice: (node: Text, from: number, to: number) => Text;
  /** Where an index of a text node's value stands in the source, if that can be told. */
  readonly pointOf: (node: Text, at: number) => Point | undefined;
}

/** Makes the functions for the text nodes of one source. */
export function textSlicer(source: string): TextSlicer {
  let starts: readonly number[] | undefined;
  const known = new WeakMap<Text, readonly number[] | undefined>();
  const pointOf = (node: Text, at: number): Point | undefined => {
    const offsets = known.has(node) ? known.get(node) : sourceOffsets(source, node);
    known.set(node, offsets);
    const offset = offsets?.[at];
    if (offset === undefined) return undefined;
    starts ??= lineStarts(source);
    return pointAt(starts, offset);
  };
  const slice = (node: Text, from: number, to: number): Text => {
    if (from === 0 && to === node.value.length) return node;
    const [start, end] = [pointOf(node, from), pointOf(node, to)];
    const position = start && end ? { start, end } : node.position;
    const { literal = [], typed = [] } = node.data ?? {};
    const [first, last] = [firstAtLeast(literal, from), firstAtLeast(literal, to)];
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
  return literal[firstAtLeast(literal, at)] === at;
}
