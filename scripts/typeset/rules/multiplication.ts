/** An x between two numbers is a multiplication sign. */
import { type Copy, isLiteral } from '../text/copy.ts';
import type { Edit } from '../text/edits.ts';

/** Numbers joined by x, close; 0x10 is a number of its own, and B4x5 a name. */
const close =
  /(?<!(?!º)\p{L}|[\d#]|\d[.,])(?!0x)\d{1,9}(?:[.,]\d{1,9})?[½¼¾'"′″]?(?:x\d{1,9}(?:[.,]\d{1,9})?[½¼¾'"′″]?)+/gu;
/** An x with space on both sides, after a number or its unit. */
const loose = /x(?<=[\d½¼¾'"′″][ \n\t\u00A0]+(?:(?:mm|cm|m|km|ft\.?|in\.?)[ \n\t\u00A0]+)?x)(?=[ \n\t\u00A0]+\d)/g;

/** Multiplication signs of a text, as edits. */
export function setMultiplication(copy: Copy): readonly Edit[] {
  const { text } = copy;
  if (!/x\s*\d/.test(text) || !copy.follows('multiplication')) return [];
  const found = [...text.matchAll(loose)].map(({ index }) => index);
  for (const { 0: chain, index } of text.matchAll(close)) {
    for (const { index: within } of chain.matchAll(/x/g)) found.push(index + within);
  }
  return found.filter((at) => !isLiteral(copy, at, at + 1)).map((at) => ({ start: at, end: at + 1, text: '×' }));
}
