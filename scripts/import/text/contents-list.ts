/** A list of the chapters that somebody typed above a story. In: paragraphs. Out: where it stands, and what it calls the chapters. */
import { bare } from '../../book/header-lines.ts';
import { isStoryWord } from '../../book/story-words.ts';
import { isChapterHeading } from '../story-marks.ts';
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
  const below = paragraphs.slice(from).map(({ lines }, at) => (at === 0 ? lines.slice(1) : lines));
  const prose = below.findIndex((rows, at) => at > 0 && isProse(rows));
  const listed = below.slice(0, prose < 0 ? below.length : prose);
  const first = listed.flat().map(entryOf).find(isEntryName);
  if (first === undefined) return undefined;
  // What is named first comes again where the story begins; parts of it may each have a first chapter.
  const own = listed.findIndex((rows) => rows.map(entryOf).includes(first));
  const lastOf = (isIt: (words: string) => boolean): number =>
    listed.findLastIndex((rows, at) => at > own && isIt(bare(rows[0] ?? '')));
  const whole = lastOf((words) => words === first);
  const last = whole > own ? whole : lastOf((words) => isSame(words, first));
  const again = last > own ? last : anyAgain(listed);
  const isAlone = listed.slice(0, again).flat().map(entryOf).filter(isEntryName).length < 2;
  const count = again > 0 && !isAlone ? again : listed.length;
  const entries = listed.slice(0, count).flat().map(entryOf).filter(isEntryName);
  return entries.length > 1 ? { from, to: from + count, entries } : undefined;
}

/** Where the first is not in the story, as the name of a part may be: the first place where one comes again. */
function anyAgain(listed: readonly (readonly string[])[]): number {
  const named = new Set<string>();
  return listed.findIndex((rows, at) => {
    const [only = '', ...more] = rows.map(entryOf);
    const isAgain = at > 1 && more.length === 0 && only.includes(' ') && named.has(only);
    for (const entry of [only, ...more]) named.add(entry);
    return isAgain;
  });
}

const isSame = (words: string, entry: string): boolean =>
  words !== '' && (entry === words || entry.startsWith(`${words} `));

/** “Scene V. An open gallery by the garden.” is a line of the list, though it be long. */
const isProse = (all: readonly string[]): boolean => isLong(all.filter((row) => !isChapterHeading(row)));

const isLong = (rows: readonly string[]): boolean =>
  rows.join(' ').length > 70 * rows.length ||
  rows.some((row) => /[.!?]["”]? \p{L}.*[.!?]$/u.test(row) && row.length > 60) ||
  (rows.length > 2 &&
    rows.slice(0, -1).every((row, at) => row.length > 50 && /^\P{L}*\p{Ll}/u.test(rows[at + 1] ?? '')));

/** Above the numbers of a list stand “Page” and its like. */
const isEntryName = (entry: string): boolean =>
  entry !== '' && !/^(?:page|pag|chapter|bladz|seite|blz|pág)$/.test(entry);

/** “CHAPTER I. The Fire . . . . 13” → “chapter i the fire”. */
const entryOf = (row: string): string =>
  bare(row.replace(/(?:\s*\.){3,}\s*\d*\s*$|\s{2,}\d{1,4}\.?\s*$|\t\s*\d+\s*$/, ''));

/** Whether words are an entry of the list, with its number or without. */
export function isEntry(words: string, entries: ReadonlySet<string>): boolean {
  return entries.size > 0 && entries.has(bare(words));
}

/** Entries, and each without the number that it opens with. */
export const entrySet = (entries: readonly string[]): ReadonlySet<string> =>
  new Set(entries.flatMap((entry) => [entry, entry.replace(/^(?:chapter )?(?:\d{1,3}|[ivxlc]{1,7}) (?=\S{3})/, '')]));
