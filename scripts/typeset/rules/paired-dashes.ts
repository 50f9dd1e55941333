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

/** A hyphen that holds the other end of what this one begins: “tarde -demasiado tarde- para”. */
const closesAhead = /^[^-–—.!?]{1,200}\p{L}-(?=[\s,.;:!?)]|$)/u;

const sentenceEnd = /[.!?…]["'»”’)]{0,3}\s/;

/** The dashes of a text that is set with pairs; where it begins as speech, a lone hyphen may be one too. */
export function pairedDashes(
  copy: Copy,
  dashes: readonly TypedDash[],
  isSpeech: boolean,
  breaksOff: (dash: TypedDash) => boolean,
): readonly Edit[] {
  const { text } = copy;
  const edits: Edit[] = [];
  let open = false;
  let from = 0;
  for (const dash of dashes) {
    const { start, at, length, end } = dash;
    if (length > 3) {
      edits.push({ start: at, end: at + length, text: length < 6 ? '⸺' : '⸻' });
      continue;
    }
    const left = at > start || opensBefore(copy, start);
    const right = end > at + length || closesAt(copy, end);
    if (open && sentenceEnd.test(text.slice(from, at))) open = false;
    from = at;
    const isHeld = isSpeech || open || closesAhead.test(text.slice(end, end + 200));
    if (length === 1 && text[at] !== '—' && !standsForDash(text, dash, { left, right, isSpeech: isHeld, open })) {
      if (breaksOff(dash)) edits.push({ start: at, end: at + 1, text: '—' });
      continue;
    }
    if (length > 1 && isDigit(text, at - 1) && isDigit(text, at + length)) {
      edits.push({ start: at, end: at + length, text: '–' });
      continue;
    }
    open = left === right ? !open : left;
    edits.push(...set(text, dash, { left, right, opens: open }));
  }
  return edits;
}

const isDigit = (text: string, at: number): boolean => /\d/.test(text.charAt(at));

/** Whether a lone hyphen, or another mark of one, is typed for a dash. */
function standsForDash(
  text: string,
  { start, at, length, end }: TypedDash,
  { left, right, isSpeech, open }: Readonly<Record<'left' | 'right' | 'isSpeech' | 'open', boolean>>,
): boolean {
  const spaceBefore = at > start;
  const spaceAfter = end > at + length;
  if (spaceBefore && spaceAfter) return !(isDigit(text, start - 1) && isDigit(text, end));
  if (spaceBefore && right) return true;
  if (spaceAfter && (left || /^(?:quote|stop|opener)$/.test(kindAt(text, start - 1)))) return true;
  return isSpeech && (left ? !right && kindAt(text, end) === 'word' && !isDigit(text, end) : right && open);
}

/** Sets a dash close to the words on its inner side. The author's own is left alone unless it stands free on both sides. */
function set(
  text: string,
  { start, at, length, end }: TypedDash,
  { left, right, opens }: Readonly<Record<'left' | 'right' | 'opens', boolean>>,
): readonly Edit[] {
  const spaceAfter = end > at + length;
  if (length === 1 && text[at] === '—' && !(at > start && spaceAfter)) return [];
  const before = opens && !left ? ' ' : '';
  const after = !opens && !right ? ' ' : '';
  return [
    { start: at, end: at + length, text: `${before}—${after}` },
    ...(opens || (kindAt(text, end) === 'stop' && spaceAfter) ? without(at + length, end) : []),
    ...(opens ? [] : without(start, at)),
  ];
}

/** Takes characters away, one by one. */
const without = (from: number, to: number): readonly Edit[] =>
  Array.from({ length: to - from }, (_, i) => ({ start: from + i, end: from + i + 1, text: '' }));
