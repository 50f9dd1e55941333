/**
 * Times of day: 5 p.m., lower case, with points, on one line.
 */
import { type Copy, isIn, isLiteral } from './copy.ts';
import type { Edit } from './edits.ts';
import { tie } from './ties.ts';

/** An hour, then its half of the day with points, or without: a full stop behind that is the last point as well. */
const time =
  /((?<![\d.,:])(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?)([ \n\t\u00A0]*)((?:[ap]\. ?m\.|[ap]\.m(?![\p{L}\d.])|[ap]m(?![\p{L}\d'’])(?:\.(?!\.))?))/giu;

/** Times of day of a text, as edits. */
export function setClockTimes(copy: Copy): readonly Edit[] {
  const { text } = copy;
  if (!copy.follows('clock-times') || !isIn(copy, 'en')) return [];
  const edits: Edit[] = [];
  for (const { 0: whole, 1: hour = '', 2: gap = '', 3: half = '', index } of text.matchAll(time)) {
    if (isLiteral(copy, index, index + whole.length)) continue;
    const at = index + hour.length;
    if (gap === '') edits.push({ start: at, end: at, text: '\u00A0' });
    else edits.push(...tie(text, at));
    const set = /^a/i.test(half) ? 'a.m.' : 'p.m.';
    const start = at + gap.length;
    if (half !== set) edits.push({ start, end: start + half.length, text: set });
  }
  return edits;
}
