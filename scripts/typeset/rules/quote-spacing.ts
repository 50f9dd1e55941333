/**
 * The space that a language sets inside its outer quotation marks.
 * In: a mark and what it prints. Out: edits for the mark and the blanks on its inner side.
 */
import { kindAt } from '../text/characters.ts';
import type { Edit } from '../text/edits.ts';
import { isBlank } from './whitespace.ts';

/** Prints an opening mark with the gap behind it; none where the line ends or `empty` says that the quotation does. */
export function withGapAfter(
  text: string,
  at: number,
  glyph: string,
  gap: string,
  empty: (at: number) => boolean,
): readonly Edit[] {
  let end = at + 1;
  while (isBlank(text, end)) end++;
  if (kindAt(text, end) === 'space' || empty(end)) return printed(text, at, glyph);
  return [...printed(text, at, end === at + 1 ? glyph + gap : glyph), ...blanks(text, at + 1, end, gap)];
}

/** Prints a closing mark with the gap before it; none where the line begins or `empty` says that the quotation does. */
export function withGapBefore(
  text: string,
  at: number,
  glyph: string,
  gap: string,
  empty: (at: number) => boolean,
): readonly Edit[] {
  let start = at;
  while (isBlank(text, start - 1)) start--;
  if (kindAt(text, start - 1) === 'space' || empty(start - 1)) return printed(text, at, glyph);
  return [...printed(text, at, start === at ? gap + glyph : glyph), ...blanks(text, start, at, gap)];
}

function printed(text: string, at: number, glyph: string): readonly Edit[] {
  return text.charAt(at) === glyph ? [] : [{ start: at, end: at + 1, text: glyph }];
}

/** One gap for all the blanks of a span; an edit each, since they may lie in different nodes. */
function blanks(text: string, start: number, end: number, gap: string): readonly Edit[] {
  const edits: Edit[] = [];
  for (let at = start; at < end; at++) {
    const wanted = at === start ? gap : '';
    if (text.charAt(at) !== wanted) edits.push({ start: at, end: at + 1, text: wanted });
  }
  return edits;
}
