/** Finds headings in Markdown text. In: text. Out: their lines, depths and words, in order. Knows CommonMark’s two forms (§4.2, §4.3). */
import { mask } from './mask-code.ts';

export interface Heading {
  /** From 1. */
  readonly line: number;
  /** How many lines it takes: two where it is underlined. */
  readonly lines: 1 | 2;
  readonly depth: number;
  /** As typed, without the signs that make it a heading. */
  readonly text: string;
}

/** Headings outside of quotations, lists and code. */
export function headingsOf(text: string): readonly Heading[] {
  const rows = text.split('\n');
  const masked = mask(text).split('\n');
  const found: Heading[] = [];
  masked.forEach((row, at) => {
    const marks = /^ {0,3}(#{1,6})(?=[ \t]|$)/.exec(row);
    const [opening = '', signs = ''] = marks ?? [];
    if (marks) {
      const own = (rows[at] ?? '').slice(opening.length).trim();
      found.push({ line: at + 1, lines: 1, depth: signs.length, text: withoutClosing(own) });
      return;
    }
    const underline = /^ {0,3}(=+|-+)[ \t]*$/.exec(row)?.[1];
    const above = masked[at - 1] ?? '';
    const isText =
      above.trim() !== '' && !/^(?: {4}|\t| {0,3}(?:[-*+>|:]|#{1,6}[ \t]|\d{1,9}[.)] |\u0000{3}))/.test(above);
    if (underline === undefined || !isText || found.at(-1)?.line === at || (masked[at - 2] ?? '').trim() !== '') return;
    found.push({ line: at, lines: 2, depth: underline.startsWith('=') ? 1 : 2, text: (rows[at - 1] ?? '').trim() });
  });
  return found;
}

/** Signs that close a heading are no part of it. */
function withoutClosing(text: string): string {
  const bare = text.replace(/(?<!#)#+$/, '');
  return bare === text || (bare !== '' && !/[ \t]$/.test(bare)) ? text : bare.trimEnd();
}

/** The words of a heading without its marks, as its name in links is made of them. */
export function plainWords(heading: string): string {
  return heading
    .replace(/\[\^[^\]\s]{1,99}\]/g, '')
    .replace(/:span(?=\[)/g, '')
    .replace(/\]\([^()\n]{0,999}\)|\]\{[^{}\n]{0,999}\}/g, ']')
    .replace(/<[^<>]{1,999}>/g, '')
    .replace(/(^|[^\p{L}\p{N}\\])_+|_+(?=$|[^\p{L}\p{N}])/gu, '$1')
    .replace(/[*`[\]\\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The name that pandoc gives a heading: no formatting, no punctuation but `_-.`, from the first letter on. */
export function pandocId(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_.-]/gu, '')
    .replace(/\s+/g, '-')
    .replace(/^[^\p{L}]+/u, '');
}
