/**
 * Parts running text into sentences by rules of our own: ICU's, which Intl.Segmenter asks, change with each Node.
 * In: the text of one node and its language. Out: its parts in order, which joined are the text, to the character.
 */
import { lookUp } from '../book/look-up.ts';

/** What ends a sentence where white space follows: Latin, Greek, Arabic, Armenian, Ethiopic, Indic and others. */
const enders: ReadonlySet<string> = new Set('.!?…‼⁇⁈⁉‽؟۔։።፧።।॥။។');
/** What ends a sentence whatever follows: scripts that put no space between sentences. */
const fullWidth: ReadonlySet<string> = new Set('。！？｡．');
const closers: ReadonlySet<string> = new Set('"\'”’“‘»«›‹)]}）］｝」』】》〉〕');
const openers: ReadonlySet<string> = new Set('"\'“‘„‚«»‹›([¿¡—–-');
/** Typographers put one between a mark and the quotation's end: « Non ! » */
const inner: ReadonlySet<string> = new Set('\u00A0\u202F\u2009');
const space = /\s/;
const lower = /\p{Ll}/u;
const letter = /[\p{L}\p{M}]/u;

/** What a full stop shortens and does not end, before a name; by primary language, in lower case. */
const titles: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set('mr mrs ms messrs dr st prof rev hon capt col gen lt sgt vs'.split(' ')),
  de: new Set('hr fr dr prof st nr bd'.split(' ')),
  fr: new Set('mm mme mlle dr st ste'.split(' ')),
  es: new Set('sr sra srta dr dra ud uds st'.split(' ')),
  it: new Set('sig sigra dott prof'.split(' ')),
  pt: new Set('sr sra dr dra prof'.split(' ')),
  nl: new Set('dhr mevr dr prof st'.split(' ')),
};
/** The longest of them. */
const longestTitle = Math.max(...Object.values(titles).flatMap((each) => Array.from(each, ({ length }) => length)));

/** Parts a text after each sentence's end; the white space between two belongs to the first. */
export function sentencesOf(text: string, lang: string): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; ) {
    const mark = text[at] ?? '';
    if (!enders.has(mark) && !fullWidth.has(mark)) {
      at += 1;
      continue;
    }
    const end = endOfMarks(text, at);
    const next = endOfSpace(text, end.at);
    if (next < text.length && (end.full || (next > end.at && isEnd(text, at, end.at, next, lang)))) {
      parts.push(text.slice(from, next));
      from = next;
    }
    at = Math.max(next, at + 1);
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}

/** Behind the marks that end a sentence together, and what they close. */
function endOfMarks(text: string, start: number): { readonly at: number; readonly full: boolean } {
  let at = start;
  let full = false;
  for (; at < text.length; at += 1) {
    const mark = text[at] ?? '';
    if (fullWidth.has(mark)) full = true;
    else if (inner.has(mark) && (closers.has(text[at + 1] ?? '') || enders.has(text[at + 1] ?? ''))) continue;
    else if (!enders.has(mark) && !closers.has(mark)) break;
  }
  return { at, full };
}

function endOfSpace(text: string, start: number): number {
  let at = start;
  while (at < text.length && space.test(text[at] ?? '')) at += 1;
  return at;
}

/** Whether marks with white space behind them end a sentence: not where a small letter goes on, nor behind a short word. */
function isEnd(text: string, mark: number, behind: number, next: number, lang: string): boolean {
  let first = next;
  while (first < text.length && openers.has(text[first] ?? '')) first += 1;
  if (lower.test(String.fromCodePoint(text.codePointAt(first) ?? 0))) return false;
  return !(behind === mark + 1 && text[mark] === '.' && isShortened(text, mark, lang));
}

/** Whether the word before a full stop is a title, or the initial of a name. */
function isShortened(text: string, stop: number, lang: string): boolean {
  let from = stop;
  while (from > 0 && stop - from <= longestTitle && letter.test(text[from - 1] ?? '')) from -= 1;
  const word = text.slice(from, stop);
  if (word.length === 1) return word !== word.toLowerCase() && word !== 'I';
  return lookUp(titles, lang.split('-', 1)[0]?.toLowerCase() ?? '')?.has(word.toLowerCase()) ?? false;
}
