/** Two quotation marks that touch get a thin space between them, which no line ends at: a habit of English. */
import { type Copy, isLiteral } from '../text/copy.ts';
import type { Edit } from '../text/edits.ts';

const touching = /["“”„]['‘’‚]|['‘’‚]["“”„]|['‘]['’]/;
const printed = '“”„‘’‚';

/** Thin spaces between marks, as edits; `made` says what becomes of straight ones. */
export function setTouchingQuotes(copy: Copy, made: readonly Edit[]): readonly Edit[] {
  const { text } = copy;
  if (!touching.test(text) || !copy.follows('touching-quotes') || !/^en(-|$)/i.test(copy.lang)) return [];
  const glyphs = new Map(made.map(({ start, text: glyph }) => [start, glyph]));
  const space = copy.style === 'standard-ebooks' ? '\u200A' : '\u202F';
  const edits: Edit[] = [];
  for (let at = 1; at < text.length; at++) {
    const left = glyphs.get(at - 1) ?? text.charAt(at - 1);
    const right = glyphs.get(at) ?? text.charAt(at);
    if (!isMark(left) || !isMark(right) || isDouble(left) === isDouble(right)) {
      // A quotation that begins with a dropped letter: two single marks, and the second is no quotation mark.
      if (!(left === '‘' && right === '’')) continue;
    }
    if (!isLiteral(copy, at - 1, at + 1)) edits.push({ start: at, end: at, text: space });
  }
  return edits;
}

function isMark(glyph: string): boolean {
  return glyph.length === 1 && printed.includes(glyph);
}

function isDouble(glyph: string): boolean {
  return glyph === '“' || glyph === '”' || glyph === '„';
}
