/** A list of the chapters that somebody typed above a story. In: paragraphs. Out: where it stands, and what it calls the chapters. */
import { bare } from '../../book/header-lines.ts';
import { isStoryWord } from '../../book/story-words.ts';
import type { Paragraph } from './split-paragraphs.ts';

export interface ContentsList {
  /** The index of its heading, and after its last paragraph. */
  readonly from: number;
  readonly to: number;
  /** Its entries, as `bare` has them, without the numbers of pages. */
  readonly entries: readonly string[];
}

/** The list under a line that says “Contents”; it ends where its first entry comes again, or where prose begins. */
export function contentsList(paragraphs: readonly Paragraph[]): ContentsList | undefined {
  const from = paragraphs.findIndex(({ lines }) => isStoryWord((lines[0] ?? '').replace(/[.:_*]+/g, ''), 'contents'));
  if (from < 0 || from > 60) return undefined;
  const entries: string[] = [];
  let to = from;
  for (const { lines } of paragraphs.slice(from)) {
    const rows = to === from ? lines.slice(1) : lines;
    const again = bare(rows[0] ?? '');
    const isAgain = again !== '' && entries.some((entry) => entry === again || entry.startsWith(`${again} `));
    const isProse =
      rows.join(' ').length > 70 * rows.length ||
      rows.some((row) => /[.!?]["”]? \p{L}.*[.!?]$/u.test(row) && row.length > 60);
    if (to > from && (isAgain || isProse)) break;
    entries.push(...rows.map(entryOf).filter((entry) => entry !== '' && entry !== 'page' && entry !== 'chapter'));
    to++;
  }
  return entries.length > 1 ? { from, to, entries } : undefined;
}

/** “CHAPTER I. The Fire . . . . 13” → “chapter i the fire”. */
const entryOf = (row: string): string =>
  bare(row.replace(/(?:\s*\.){3,}\s*\d*\s*$|\s{2,}\d{1,4}\s*$|\t\s*\d+\s*$/, ''));

/** Whether words are an entry of the list, with its number or without. */
export function isEntry(words: string, entries: ReadonlySet<string>): boolean {
  return entries.has(bare(words));
}

/** Entries, and each without the number that it opens with. */
export const entrySet = (entries: readonly string[]): ReadonlySet<string> =>
  new Set(entries.flatMap((entry) => [entry, entry.replace(/^(?:chapter )?(?:\d{1,3}|[ivxlc]{1,7}) (?=\S{3})/, '')]));
