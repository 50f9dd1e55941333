/**
 * Word joiners keep a dash with what it belongs to: no line begins with an em dash, none breaks beside the dash of a
 * span or of a name that is half told.
 */
import { kindAt } from '../text/characters.ts';
import { type Copy, isLiteral } from '../text/copy.ts';
import type { Edit } from '../text/edits.ts';

const joiner = '\u2060';

/** Word joiners of a text, as edits; `made` says where a dash comes to stand. */
export function setWordJoiners(copy: Copy, made: readonly Edit[]): readonly Edit[] {
  const { text } = copy;
  if (!/[-–—⸺]/.test(text) || !copy.follows('word-joiners')) return [];
  const { glyph, before: space } = copy.locale.dash;
  if (glyph !== '—' || space !== '') return []; // where a dash is spaced, lines break at its spaces
  const edits: Edit[] = [];
  const join = (at: number): void => {
    if (text.charAt(at) !== joiner && text.charAt(at - 1) !== joiner) edits.push({ start: at, end: at, text: joiner });
  };
  const removed = new Set<number>();
  for (const { start, end, text: set } of made) if (set === '') for (let at = start; at < end; at++) removed.add(at);
  const set = (dash: string, start: number, end: number): void => {
    let left = start - 1;
    while (removed.has(left)) left--;
    let right = end;
    while (removed.has(right)) right++;
    const before = kindAt(text, left);
    if (dash === '—') {
      if (before !== 'space' && before !== 'opener' && before !== 'dash' && !isOpening(left)) join(start);
    } else if (dash === '⸺') {
      if (before === 'word') join(start);
      if (kindAt(text, right) === 'word') join(end);
    } else if (isFigure(left) && isFigure(right)) {
      join(start);
      join(end);
    }
  };
  const glyphs = new Map(made.map(({ start, text: glyph }) => [start, glyph]));
  const isOpening = (at: number): boolean => /[“‘„‚]/.test(glyphs.get(at) ?? text.charAt(at));
  const isFigure = (at: number): boolean => /[\dIVXLC'’]/.test(text.charAt(at));
  for (const { start, end, text: dash } of made) if (/^[–—⸺]$/.test(dash)) set(dash, start, end);
  for (const { 0: dash, index } of text.matchAll(/[–—⸺]/g)) {
    if (!isLiteral(copy, index, index + 1) && !glyphs.has(index)) set(dash, index, index + 1);
  }
  return edits;
}
