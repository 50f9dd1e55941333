/**
 * A dash with which somebody begins to speak, at the start of a paragraph or of a line in it.
 * In: a text. Out: where such dashes stand, and the edits that make them the language's.
 */
import { kindAt } from '../text/characters.ts';
import { type Copy, isLiteral, type Setter } from '../text/copy.ts';
import type { Edit } from '../text/edits.ts';
import { isBlank } from './whitespace.ts';

/** A dash as typed, and where the words begin that follow it. */
interface Opening {
  readonly start: number;
  readonly end: number;
  readonly words: number;
}

const opening = /(?<![^\u2028])(?:-{1,3}|[–—])(?![-–—])[ \t\n\u00A0\u202F\u2009]*/g;

/** The dashes of a text that open speech; none where the language or the book has no such dashes. */
export function speechDashes(copy: Copy): readonly Opening[] {
  const { text, block, locale } = copy;
  if (!locale.speech || block !== 'paragraph' || !/(?:^|\u2028)[-–—]/.test(text)) return [];
  if (!copy.follows('dialogue-dashes')) return [];
  const found: Opening[] = [];
  for (const { index: start, 0: whole } of text.matchAll(opening)) {
    const words = start + whole.length;
    let end = words;
    while (isBlank(text, end - 1)) end--;
    if (isLiteral(copy, start, end) || isEmpty(text, words)) continue;
    // “-5 °C”: a sign, and no one speaks.
    if (end === start + 1 && words === end && text.charAt(start) === '-' && /\d/.test(text.charAt(words))) continue;
    found.push({ start, end, words });
  }
  return found;
}

/** Whether nothing is said from `at` on, whichever way the marks there face. */
function isEmpty(text: string, at: number): boolean {
  let words = at;
  while (kindAt(text, words) === 'quote' || isBlank(text, words)) words++;
  const kind = kindAt(text, words);
  return kind === 'space' || kind === 'stop';
}

/** Typed dashes that open speech, as edits. */
export const setDialogueDashes: Setter = (copy) => {
  const { text, locale } = copy;
  const edits: Edit[] = [];
  for (const { start, end, words } of speechDashes(copy)) {
    if (!locale.speech) break;
    // An em dash is the author's own.
    const glyph = text.charAt(start) === '—' ? '—' : locale.speech.glyph;
    const { after } = locale.speech;
    const set = words === end ? glyph + after : glyph;
    if (text.slice(start, end) !== set) edits.push({ start, end, text: set });
    for (let at = end; at < words; at++) {
      const space = at === end ? after : '';
      if (text.charAt(at) !== space) edits.push({ start: at, end: at + 1, text: space });
    }
  }
  return edits;
};
