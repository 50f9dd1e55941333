/**
 * The edges of what is said: whether a place is the first of a quotation, or the last.
 * In: a text as typed or as set. Out: yes or no. Refuses to know: how quotations nest.
 */
import { kindAt } from './characters.ts';
import type { Copy } from './copy.ts';

type Words = Pick<Copy, 'text' | 'locale' | 'reading'>;

/** Whether nothing of the sentence stands before `at`: it begins the line, a bracket or a quotation. */
export function opensBefore(copy: Words, at: number): boolean {
  const kind = kindAt(copy.text, at - 1);
  if (kind === 'space') return at === 0 || copy.text.charAt(at - 1) === '\u2028';
  return kind === 'opener' || openingMark(copy, at - 1);
}

/** Whether the sentence ends at `at`: the line does, a quotation closes, or a stop follows. */
export function closesAt(copy: Words, at: number): boolean {
  const kind = kindAt(copy.text, at);
  if (kind === 'space') return at >= copy.text.length || copy.text.charAt(at) === '\u2028';
  return kind === 'stop' || closingMark(copy, at);
}

/** Whether an opening quotation mark stands at `at`. */
export function openingMark(copy: Words, at: number): boolean {
  return facing(copy, at, -1) === 'open';
}

/** Whether a closing quotation mark stands at `at`. */
export function closingMark(copy: Words, at: number): boolean {
  return facing(copy, at, 1) === 'close';
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
  let beyond = at;
  while (kindAt(text, beyond) === 'quote') beyond += step;
  const kind = kindAt(text, beyond);
  const isOuter = kind === 'space' || kind === 'dash' || kind === (step < 0 ? 'opener' : 'stop');
  return isOuter === step < 0 ? 'open' : 'close';
}
