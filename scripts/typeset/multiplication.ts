/**
 * An x between two numbers is a multiplication sign.
 */
import { type Copy, isLiteral } from './copy.ts';
import type { Edit } from './edits.ts';

// A number on either side, with space on both or on neither; 0x10 is a number of its own.
const times =
  /(?<=(?<![\p{L}\d#])(?!0x)\d[\d.,]{0,12}[½¼¾'"′″]?)x(?=\d)|(?<=\d[½¼¾'"′″]? |\d (?:mm|cm|m|km|ft\.?|in\.?) )x(?= \d)/gu;

/** Multiplication signs of a text, as edits. */
export function setMultiplication(copy: Copy): readonly Edit[] {
  const { text } = copy;
  if (!/x ?\d/.test(text) || !copy.follows('multiplication')) return [];
  const edits: Edit[] = [];
  for (const { index } of text.matchAll(times)) {
    if (!isLiteral(copy, index, index + 1)) edits.push({ start: index, end: index + 1, text: '×' });
  }
  return edits;
}
