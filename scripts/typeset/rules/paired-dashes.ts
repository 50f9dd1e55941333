/**
 * Dashes that hold what stands between them, as the raya does: “—Sí —dijo—. Adiós.”
 * In: the dashes of a text. Out: edits that set each close to the words on its inner side.
 */
import { kindAt } from '../text/characters.ts';
import type { Copy } from '../text/copy.ts';
import type { Edit } from '../text/edits.ts';
import { closesAt, opensBefore } from './quote-edges.ts';

/** A dash as typed, with the blanks beside it: `start` and `end` lie beyond them. */
export interface TypedDash {
  readonly start: number;
  readonly at: number;
  readonly length: number;
  readonly end: number;
}

const sentenceEnd = /[.!?…]["'»”’)]{0,3}\s/;

/** The dashes of a text that is set with pairs; where it begins as speech, a lone hyphen may be one too. */
export function pairedDashes(copy: Copy, dashes: readonly TypedDash[], isSpeech: boolean): readonly Edit[] {
  const { text } = copy;
  const edits: Edit[] = [];
  let open = false;
  let from = 0;
  for (const { start, at, length, end } of dashes) {
    const spaceBefore = at > start;
    const spaceAfter = end > at + length;
    const typed = text.slice(at, at + length);
    if (length > 3) {
      edits.push({ start: at, end: at + length, text: length < 6 ? '⸺' : '⸻' });
      continue;
    }
    const left = spaceBefore || opensBefore(copy, start);
    const right = spaceAfter || closesAt(copy, end);
    if (open && sentenceEnd.test(text.slice(from, at))) open = false;
    from = at;
    if (length === 1 && typed !== '—') {
      const spaces = spaceBefore && spaceAfter;
      if (spaces && /\d/.test(text.charAt(start - 1)) && /\d/.test(text.charAt(end))) continue;
      const glued =
        isSpeech && (left ? !right && kindAt(text, end) === 'word' && !/\d/.test(text.charAt(end)) : right && open);
      const beside = (kind: string) => kind === 'quote' || kind === 'stop' || kind === 'opener';
      const pause = spaces || (spaceBefore && right) || (spaceAfter && (left || beside(kindAt(text, start - 1))));
      if (!glued && !pause) continue;
    }
    const digits = /\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + length));
    if (digits && length > 1) {
      edits.push({ start: at, end: at + length, text: '–' });
      continue;
    }
    const opens: boolean = left === right ? !open : left;
    open = opens;
    // The author's own dash is left alone unless it stands free on both sides.
    if (typed === '—' && !(spaceBefore && spaceAfter)) continue;
    const before = opens && !left ? ' ' : '';
    const after = !opens && !right ? ' ' : '';
    edits.push({ start: at, end: at + length, text: `${before}—${after}` });
    if (opens) for (let i = at + length; i < end; i++) edits.push({ start: i, end: i + 1, text: '' });
    else if (kindAt(text, end) === 'stop' && spaceAfter)
      for (let i = at + length; i < end; i++) edits.push({ start: i, end: i + 1, text: '' });
    if (!opens) for (let i = start; i < at; i++) edits.push({ start: i, end: i + 1, text: '' });
  }
  return edits;
}
