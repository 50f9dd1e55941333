/**
 * Lines as columns of a typewriter, for tables that are drawn with spaces, dashes and bars; and what such a table is once it was read.
 * In: lines. Out: which characters stand in which columns. Refuses to know: how any table is drawn.
 */
import type { Table } from 'mdast';

/** A stretch of a line: its number among the table's lines, and the characters that it goes from and to. */
interface Stretch {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

export interface DrawnCell {
  readonly stretches: readonly Stretch[];
  readonly columns: number;
  readonly rows: number;
}

/** A table as it was drawn. */
export interface DrawnTable {
  /** Its last line, counted from that after which it begins. */
  readonly lines: number;
  /** How many rows head the others. */
  readonly headRows: number;
  readonly rows: readonly (readonly DrawnCell[])[];
  readonly align: NonNullable<Table['align']>;
  /** Whether cells hold blocks, and not only text. */
  readonly holdsBlocks: boolean;
}

/** A line by its columns: a wide character takes two, a mark upon a letter none, a tab goes on to the next fourth. */
export interface Screen {
  readonly text: string;
  /** The index in the line of what stands in a column, or after it. */
  readonly indexOf: (column: number) => number;
}

const narrow = /^[\x20-\x7E\u00A0-\u02FF\u0370-\u0482\u048A-\u058F\u1E00-\u1FFF\u2010-\u2027]*$/;
const wide = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6]/;

export function screenOf(line: string): Screen {
  if (narrow.test(line)) return { text: line, indexOf: (column) => Math.min(column, line.length) };
  let text = '';
  const indices: number[] = [];
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    if (/\p{M}/u.test(character)) continue;
    const shown =
      character === '\t' ? ' '.repeat(4 - (text.length % 4)) : wide.test(character) ? `${character}\0` : character;
    for (const _ of shown) indices.push(at);
    text += shown;
  }
  return { text, indexOf: (column) => indices[column] ?? line.length };
}

export const isBlankLine = (line: string | undefined): boolean => line === undefined || line.trim() === '';

/** What a stretch of a line between two columns is, without the space around it. */
export function stretchOf({ text, indexOf }: Screen, line: number, from: number, to: number): Stretch {
  const inside = text.slice(from, to);
  const trimmed = inside.trim();
  const start = from + (inside.length - inside.trimStart().length);
  return trimmed === ''
    ? { line, from: indexOf(from), to: indexOf(from) }
    : { line, from: indexOf(start), to: indexOf(start + trimmed.length) };
}
