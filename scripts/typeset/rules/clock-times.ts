/** Times of day: 5 p.m., lower case, with points, on one line. */
import { type Copy, isIn, isLiteral } from '../text/copy.ts';
import type { Edit } from '../text/edits.ts';
import { tie } from './word-pairs.ts';

/** An hour, then its half of the day; the last point of “p.m.” is not part of the match. */
const time =
  /((?<![\d/]|\d[.,:])(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?)([ \n\t\u00A0]*)([aApP]\.\s*[mM]|[aApP][mM])(?![\p{L}\d'’])/gu;
const dots = /^[ \t.]*/;

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
    const start = at + gap.length;
    const end = start + half.length;
    // A full stop behind is the last point as well; an ellipsis is not.
    const stops = (dots.exec(text.slice(end, end + 24))?.[0] ?? '').replace(/[^.]/g, '').length;
    const set = `${half.charAt(0).toLowerCase()}.m${stops % 3 === 0 ? '.' : ''}`;
    if (half !== set) edits.push({ start, end, text: set });
  }
  return edits;
}
