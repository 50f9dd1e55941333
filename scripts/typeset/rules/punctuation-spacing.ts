/**
 * The spaces that a language sets before its marks and inside its guillemets, as French does: “« Quoi ? »”.
 * In: a text with any space there or none. Out: edits that make it the language's.
 */
import { kindAt } from '../text/characters.ts';
import { type Copy, isLiteral, type Setter } from '../text/copy.ts';
import type { Edit } from '../text/edits.ts';
import { closingMark, leadingDash, openingMark, opensBefore } from './quote-edges.ts';
import { withGapAfter, withGapBefore } from './quote-spacing.ts';
import { isBlank } from './whitespace.ts';

/** The name before a second colon, as in `:smile:`. */
const named = /(?:^|\s):[\w+-]{1,30}$/;
const marks = /[;:!?]+|[%‰€«»]/g;

/** Spaces before marks and inside guillemets, as edits. */
export const setPunctuationSpacing: Setter = (copy) => {
  const { text, locale } = copy;
  const { before, gap } = locale;
  if (!before || !/[;:!?%‰€«»]/.test(text) || !copy.follows('punctuation-spacing')) return [];
  const edits: Edit[] = [];
  for (const { index: at, 0: whole } of text.matchAll(marks)) {
    if (isLiteral(copy, at, at + whole.length)) continue;
    if (whole !== '«' && whole !== '»') edits.push(...spaceBefore(copy, at, whole, before[whole.charAt(0)]));
    else if (gap === undefined) continue;
    else if (whole === '«') edits.push(...withGapAfter(text, at, whole, gap, (place) => closingMark(copy, place)));
    else
      edits.push(
        ...withGapBefore(text, at, whole, gap, (place) => leadingDash(text, place) || openingMark(copy, place)),
      );
  }
  return edits;
};

function spaceBefore(copy: Copy, at: number, whole: string, space: string | undefined): readonly Edit[] {
  const { text } = copy;
  let start = at;
  while (isBlank(text, start - 1)) start--;
  // A mark that touches a dash or an ellipsis is as close as its author wanted it.
  if (start === at && (kindAt(text, at - 1) === 'dash' || /[.…]/.test(text.charAt(at - 1)))) return [];
  if (space === undefined || opensBefore(copy, start) || !isSetOff(text, start, at + whole.length, whole)) return [];
  return withGapBefore(text, at, whole.charAt(0), space, () => false);
}

/** Whether marks end a clause, and are no part of a time, an address, a face or a code. */
function isSetOff(text: string, start: number, end: number, whole: string): boolean {
  if (kindAt(text, end) === 'word') return false;
  if (/[%‰€]/.test(whole)) return /\d/.test(text.charAt(start - 1));
  if (whole === ':' && named.test(text.slice(Math.max(0, start - 32), start))) return false;
  if (/[:;]$/.test(whole) && /^-?[)(/\\|[\]]/.test(text.slice(end, end + 2))) return false;
  return !/[/\\&=#@_]/.test(text.charAt(end));
}
