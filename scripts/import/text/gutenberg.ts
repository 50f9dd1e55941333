/**
 * Project Gutenberg’s texts: a header with labelled lines, the book between two rows of stars, the licence. In: a text.
 * Out: the book, the facts, and what stands around it; every line at its number.
 */
import { withFact } from '../../book/header-facts.ts';
import { headerOf } from '../../book/header-lines.ts';
import type { Facts } from '../../book/metadata-schema.ts';

export interface GutenbergText {
  /** The book’s own lines; the others are empty. */
  readonly story: string;
  /** The other lines, for a page at the end. */
  readonly around: string;
  readonly facts: Facts;
}

const starts = /^\s*\*{3}\s*START OF (?:THE|THIS) PROJECT GUTENBERG.*$|^\*END\*? ?THE SMALL PRINT.*$/i;
const ends =
  /^\s*\*{3}\s*END OF (?:THE|THIS) PROJECT GUTENBERG.*$|^(?:End of (?:the |this )?|Ende (?:des |dieses )?)Proje[ck]t Gutenberg.*$/i;
const credits =
  /^\s*(?:\[?(?:Produced|Prepared|Transcribed|Scanned|Digitized)|E-?text (?:prepared|produced)|This (?:e-?text|file) was (?:produced|prepared))\b/i;

/** Undefined where the text is none of Project Gutenberg’s. */
export function readGutenberg(text: string): GutenbergText | undefined {
  if (!/Project Gutenberg/i.test(text)) return undefined;
  const rows = text.split('\n');
  const start = rows.findIndex((row) => starts.test(row));
  if (start < 0) return endedOnly(rows);
  // Some put two books into one file, each with its frame.
  const own = new Set<number>();
  for (let opens = start; opens >= 0; ) {
    const from = firstLine(rows, opens);
    const end = rows.findIndex((row, at) => at > from && ends.test(row));
    const to = end < 0 ? rows.length : end;
    for (let at = from; at < to; at++) own.add(at);
    opens = rows.findIndex((row, at) => at > to && /^\s*\*{3}/.test(row) && starts.test(row));
  }
  for (const at of notesAmong(rows, [...own])) own.delete(at);
  return {
    story: rows.map((row, at) => (own.has(at) ? row : '')).join('\n'),
    around: rows.map((row, at) => (own.has(at) ? '' : row)).join('\n'),
    facts: factsOf(rows.slice(0, start)),
  };
}

/** The first line of a book below the row of stars, which may be wrapped, and below who produced it. */
function firstLine(rows: readonly string[], start: number): number {
  let from = /\*{3}\s*$/.test(rows[start] ?? '') || !/^\s*\*{3}/.test(rows[start] ?? '') ? start + 1 : start + 2;
  while (rows[from]?.trim() === '') from++;
  if (credits.test(rows[from] ?? '')) while ((rows[from] ?? '').trim() !== '') from++;
  return from;
}

const note =
  /^\s*[[(]?\s*(?:Transcriber(?:['’]?s|s['’])? Notes?\b|Notes? (?:de|sur la) transcription\b|Note du transcripteur\b|Anmerkung(?:en)? zur Transkription\b|Note: (?:Project Gutenberg|Images of the original)\b)/i;

/** The lines of notes on the transcription that open the book, or that close it. */
function notesAmong(rows: readonly string[], own: readonly number[]): readonly number[] {
  const isBlank = (at: number): boolean => (rows[at] ?? '').trim() === '';
  const found: number[] = [];
  const words = own.filter((at) => !isBlank(at));
  let from = words[0];
  while (from !== undefined && note.test(rows[from] ?? '')) {
    const opens = from;
    const to = endOfNote(rows, opens);
    found.push(...own.filter((at) => at >= opens && at < to));
    from = words.find((at) => at >= to);
  }
  const closes = words
    .slice(-mostRows)
    .findLast((at) => note.test(rows[at] ?? '') && isBlank(at - 1) && isBlank(at - 2));
  if (closes !== undefined && !found.includes(closes)) {
    const to = /^\s*\[/.test(rows[closes] ?? '') ? endOfNote(rows, closes) : rows.length;
    found.push(...own.filter((at) => at >= closes && at < to));
  }
  return found;
}

/** Below its bracket, at a wider gap or a rule; else below its first paragraph. */
function endOfNote(rows: readonly string[], from: number): number {
  const below = rows.slice(from, from + 60).map((row) => row.trim());
  const isBracketed = below[0]?.startsWith('[') === true;
  const size = isBracketed
    ? below.findIndex((row) => row.endsWith(']')) + 1
    : below.findIndex((row, at) => (row === '' && below[at + 1] === '') || /^[-*_= ]{5,}$/.test(row));
  return from + (size > 0 ? size : Math.max(1, below.indexOf('')));
}

/** A note on the transcription that closes a book has no more lines with words. */
const mostRows = 120;

/** Somebody took the header off, and not what stands below the book. */
function endedOnly(rows: readonly string[]): GutenbergText | undefined {
  const end = rows.findIndex((row) => ends.test(row));
  if (end < 0) return undefined;
  // The author’s name may stand in the next line.
  const [, title, by] =
    /Project Gutenberg(?:['’]s)? EBook(?: of)? (.+?)(?:,? by\s+(\S.*))?\s*(?:\*{3}\s*)?(?:\n|$)/i.exec(
      rows.slice(end, end + 2).join('\n'),
    ) ?? [];
  const author = by?.trim();
  return {
    story: rows.map((row, at) => (at < end ? row : '')).join('\n'),
    around: rows.map((row, at) => (at < end ? '' : row)).join('\n'),
    facts: title === undefined ? {} : { title, ...(author !== undefined && { author }) },
  };
}

/** “Title: The Mill”, whose words may go on in a line that is moved in. */
function factsOf(rows: readonly string[]): Facts {
  let facts: Facts = {};
  rows.forEach((row, at) => {
    const header = /^\S/.test(row) ? headerOf(row) : undefined;
    const { key, text = '' } = header ?? {};
    if (!key || text === '' || !['title', 'author', 'translator', 'lang'].includes(key) || key === 'other') return;
    const more: string[] = [];
    for (let next = at + 1; /^\s+\S/.test(rows[next] ?? ''); next++) more.push((rows[next] ?? '').trim());
    // Each of several people stands in a line of their own.
    if (key === 'translator') for (const name of [text, ...more]) facts = withFact(facts, key, name.trim()) ?? facts;
    else if (key === 'author' && more.length > 0) facts = { ...facts, author: [text.trim(), ...more] };
    else facts = withFact(facts, key, [text, ...more].join(' ').trim()) ?? facts;
  });
  return facts;
}
