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
const ends = /^\s*\*{3}\s*END OF (?:THE|THIS) PROJECT GUTENBERG.*$|^End of (?:the |this )?Project Gutenberg.*$/i;
const credits =
  /^\s*(?:\[?(?:Produced|Prepared|Transcribed|Scanned|Digitized)|E-?text (?:prepared|produced)|This (?:e-?text|file) was (?:produced|prepared))\b/i;

/** Undefined where the text is none of Project Gutenberg’s. */
export function readGutenberg(text: string): GutenbergText | undefined {
  if (!/Project Gutenberg/i.test(text)) return undefined;
  const rows = text.split('\n');
  const start = rows.findIndex((row) => starts.test(row));
  if (start < 0) return endedOnly(rows);
  // The row of stars may be wrapped.
  let from = /\*{3}\s*$/.test(rows[start] ?? '') || !/^\s*\*{3}/.test(rows[start] ?? '') ? start + 1 : start + 2;
  while (rows[from]?.trim() === '') from++;
  if (credits.test(rows[from] ?? '')) while ((rows[from] ?? '').trim() !== '') from++;
  const end = rows.findIndex((row, at) => at > from && ends.test(row));
  const to = end < 0 ? rows.length : end;
  const isOwn = (at: number) => at >= from && at < to;
  return {
    story: rows.map((row, at) => (isOwn(at) ? row : '')).join('\n'),
    around: rows.map((row, at) => (isOwn(at) ? '' : row)).join('\n'),
    facts: factsOf(rows.slice(0, start)),
  };
}

/** Somebody took the header off, and not what stands below the book. */
function endedOnly(rows: readonly string[]): GutenbergText | undefined {
  const end = rows.findIndex((row) => ends.test(row));
  if (end < 0) return undefined;
  const [, title, author] =
    /Project Gutenberg(?:['’]s)? EBook of (.+?)(?:, by (.+?))?\s*$/i.exec(rows[end] ?? '') ?? [];
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
    facts = withFact(facts, key, [text, ...more].join(' ').trim()) ?? facts;
  });
  return facts;
}
