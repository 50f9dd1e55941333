/** A hyphen before a number that is below nought is a minus sign. */
import { type Copy, isLiteral } from '../text/copy.ts';
import type { Edit } from '../text/edits.ts';

/** A hyphen at a number's edge, the number whole: no “-4-year”, no “-3D”, but degrees and units by their capitals. */
const negative = /(?<=^|[ \n\t\u00A0\u2028("“‘'[])-(?=\d+(?:[.,]\d+)*(?:[°º%]|[CFK]?(?!\d|\/|(?!x\d)\p{L}|-(?!-))))/gu;
/** Words that share a hyphen (“the F-14 and -15”), a sum, a date: the hyphen goes with what stands before. */
const shared = /(?:-\d{1,6},? (?:and|or|to)|\d) $/;

/** Minus signs of a text, as edits. */
export function setMinus(copy: Copy): readonly Edit[] {
  const { text } = copy;
  if (!/-\d/.test(text) || !copy.follows('minus')) return [];
  const edits: Edit[] = [];
  for (const { index } of text.matchAll(negative)) {
    if (isLiteral(copy, index, index + 1) || shared.test(text.slice(Math.max(0, index - 16), index))) continue;
    // An hour is not negative.
    if (/^-\d+(?:[.:]\d\d)?\s*[ap]\.?\s*m\b/i.test(text.slice(index, index + 16))) continue;
    // At the start of a line it may be an item of a list, or speech; a degree sign says that it is neither.
    const first = index === 0 || /[\n\u2028]/.test(text.charAt(index - 1));
    if (first && !/^-\d+(?:[.,]\d+)*\s*°/.test(text.slice(index, index + 12))) continue;
    edits.push({ start: index, end: index + 1, text: '−' });
  }
  return edits;
}
