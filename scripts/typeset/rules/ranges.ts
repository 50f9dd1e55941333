/**
 * A hyphen between two numbers that mean a span, or a score, is an en dash.
 * In: copy. Out: edits. Not for places: their hyphen may as well be part of a name.
 */
import { type Copy, isLiteral } from '../text/copy.ts';
import type { Edit } from '../text/edits.ts';

/** Two numbers, perhaps hours and minutes, chapter and verse, or decimals, that stand in no longer chain. */
const figures = () =>
  /(?<!(?!º|\p{Script=Han}|(?<=[\d½¼¾'"′″])[xX])\p{L}|[\d/_@=+]|(?<!-)-|\d[.,:])((?:\d{1,3}[.:])?\d{1,4})([ \n\t]*)(-{1,2})([ \n\t]*)(?:['’](?=\d\d(?!\d)))?((?:\d{1,3}[.:])?\d{1,4})(?![\d/_]|(?!º|\p{Script=Han}|[xX]\d|[aApP]\.?[mM]\b)\p{L}|[.,:]\d| ?=|-\d)/gu; // a pattern that ignores case takes five times as long to compile
const romans = () =>
  /(?<![\p{L}\p{N}]|\p{L}\.|(?<!-)-)([IVXLC]{1,7})-([IVXLC]{1,7})(?![\p{L}\p{N}]|-(?!-)|['’]\p{L})/gu;
const roman = () => /^(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;
/** Pairs of numbers that are a word of their own. */
const phrases: readonly string[] = ['24-7', '9-11', '7-11', '10-4'];

/** Spans of numbers of a text, as edits. */
export function setRanges(copy: Copy): readonly Edit[] {
  const { text } = copy;
  const hasFigures = /\d[ \n\t]*-/.test(text);
  const hasRomans = /[IVXLC]-[IVXLC]/.test(text);
  if ((!hasFigures && !hasRomans) || !copy.follows('ranges')) return [];
  const edits: Edit[] = [];
  const close = (from: number, before: string, typed: string, after: string): void => {
    const at = from + before.length;
    const end = at + typed.length;
    if (isLiteral(copy, from, end + after.length)) return;
    if (before) edits.push({ start: from, end: at, text: '' });
    edits.push({ start: at, end, text: '–' });
    if (after) edits.push({ start: end, end: end + after.length, text: '' });
  };
  for (const {
    0: whole,
    1: first = '',
    2: before = '',
    3: typed = '',
    4: after = '',
    5: last = '',
    index,
  } of hasFigures ? text.matchAll(figures()) : []) {
    const loose = before !== '' || after !== '' || typed.length > 1;
    // ’05–’06: the marks say that both are years.
    const areCut = /['’]/.test(text.charAt(index - 1)) && /['’]\d\d$/.test(whole) && first.length === 2;
    if (loose ? areYears(first, last) : areCut || areSpan(first, last))
      close(index + first.length, before, typed, after);
  }
  for (const { 1: first = '', 2: last = '', index } of hasRomans ? text.matchAll(romans()) : []) {
    // “I-I” is a stammer.
    const stammer = first === last && first.length === 1;
    if (!stammer && roman().test(first) && roman().test(last)) close(index + first.length, '', '-', '');
  }
  return edits;
}

/** Whether two whole years follow each other: what may stand apart, or have two hyphens, and mean a span still. */
function areYears(first: string, last: string): boolean {
  return /^[12]\d{3}$/.test(first) && /^[12]\d{3}$/.test(last) && first < last;
}

function areSpan(first: string, last: string): boolean {
  if (first.includes('.') !== last.includes('.')) return false;
  if (/[.:]/.test(first + last)) return true;
  if (phrases.includes(`${first}-${last}`) || (first === last && first.length > 1)) return false;
  const from = Number(first);
  const to = Number(last);
  if (/^0./.test(first) || /^0./.test(last)) return false;
  if (first.length === 4) return last.length === 4 ? areYears(first, last) : isShortened(from, last);
  // A telephone has three digits and four; three and three are pages, or the type of a machine.
  if (last.length === 4) return false;
  if (first.length === 3 && last.length === 3) return from < to && !/^7\d7$/.test(first);
  return true;
}

/** Whether the end of a span leaves out what its beginning has said (1914-18); 2026-11 is a month. */
function isShortened(from: number, last: string): boolean {
  const to = Number(last);
  const size = 10 ** last.length;
  return to > from % size && !(last.length === 2 && from >= 2000 && to <= 12);
}
