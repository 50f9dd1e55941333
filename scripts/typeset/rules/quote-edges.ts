/**
 * The edges of what is said: whether a place is the first of a quotation, or the last.
 * In: a text as typed or as set. Out: yes or no.
 */
import { kindAt } from '../text/characters.ts';
import type { Copy } from '../text/copy.ts';
import { isBlank } from './whitespace.ts';

type Words = Pick<Copy, 'text' | 'locale' | 'reading'>;

/** Whether nothing of the sentence stands before `at`: it begins the line, a bracket or a quotation. */
export function opensBefore(copy: Words, at: number): boolean {
  let left = at - 1;
  while (isBlank(copy.text, left)) left--;
  if (left < at - 1) return openingMark(copy, left);
  const kind = kindAt(copy.text, left);
  return kind === 'opener' || openingMark(copy, left) || left < 0 || copy.text.charAt(left) === '\u2028';
}

/** Whether the sentence ends at `at`: the line does, a quotation closes, or a stop follows. */
export function closesAt(copy: Words, at: number): boolean {
  let right = at;
  while (isBlank(copy.text, right)) right++;
  if (right > at) return closingMark(copy, right);
  const kind = kindAt(copy.text, right);
  return (
    kind === 'stop' || closingMark(copy, right) || right >= copy.text.length || copy.text.charAt(right) === '\u2028'
  );
}

/** Whether an opening quotation mark stands at `at`. */
export function openingMark(copy: Words, at: number): boolean {
  return facing(copy, at, -1) === 'open';
}

/** Whether a closing quotation mark stands at `at`. */
export function closingMark(copy: Words, at: number): boolean {
  return facing(copy, at, 1) === 'close';
}

/** Whether the line begins with the dash at `at`. */
export function leadingDash(text: string, at: number): boolean {
  let start = at;
  while (kindAt(text, start) === 'dash') start--;
  return start < at && (start < 0 || text.charAt(start) === '\u2028');
}

/** Which way the mark at `at` faces: as it was read, else by its shape, else by what lies beyond it. */
function facing({ text, locale, reading }: Words, at: number, step: -1 | 1): 'open' | 'close' | 'neither' {
  if (kindAt(text, at) !== 'quote') return 'neither';
  const read = reading?.(at);
  if (read !== undefined) return read === 'apostrophe' ? 'neither' : read;
  const mark = text.charAt(at);
  for (const [open, shut] of [locale.outer, locale.inner]) {
    if (open !== shut && mark === open) return 'open';
    if (open !== shut && mark === shut) return 'close';
  }
  if (!`"'${locale.outer[0]}${locale.inner[0]}`.includes(mark)) return 'neither';
  let beyond = at;
  while (kindAt(text, beyond) === 'quote') beyond += step;
  const kind = kindAt(text, beyond);
  const isOuter = kind === 'space' || kind === 'dash' || kind === (step < 0 ? 'opener' : 'stop');
  return isOuter === step < 0 ? 'open' : 'close';
}
