/** “No.” before a number becomes the numero sign. */
import { type Copy, isIn, isLiteral } from '../text/copy.ts';
import type { Edit } from '../text/edits.ts';
import { tie } from './word-pairs.ts';

const number = /\bNo\.(?=[ \n\t\u00A0]*\d)/g;

/** Numero signs of a text, as edits. */
export function setNumero(copy: Copy): readonly Edit[] {
  const { text } = copy;
  if (!text.includes('No.') || !copy.follows('numero') || !isIn(copy, 'en')) return [];
  const edits: Edit[] = [];
  for (const { index } of text.matchAll(number)) {
    const end = index + 3;
    if (!isLiteral(copy, index, end)) edits.push({ start: index, end, text: '№' }, ...tie(text, end));
  }
  return edits;
}
