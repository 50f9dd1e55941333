/**
 * Pandoc's title block: up to three lines that open with `%`: title, authors between semicolons, date; a line that is indented
 * goes on with the one before. In: a file's text. Out: keys as front matter has them, and the text with those lines blank.
 */
import type { FrontMatter, Key } from './front-matter.ts';

/** Parts a text from its title block, if it opens with one. */
export function partTitleBlock(text: string): FrontMatter {
  const fields: { lines: string[]; line: number }[] = [];
  let end = 0;
  let line = 1;
  for (const row of text.split('\n')) {
    if (row.startsWith('%') && fields.length < 3) fields.push({ lines: [row.slice(1).trim()], line });
    else if (/^[ \t]+\S/.test(row) && fields.length > 0) fields.at(-1)?.lines.push(row.trim());
    else break;
    end += row.length + 1;
    line += 1;
  }
  const [title, authors, date] = fields;
  if (!title || text.startsWith('%%') || fields.every(({ lines }) => lines.join('') === '')) return { keys: [], text };
  const keys: Key[] = [];
  const words = ({ lines }: { readonly lines: readonly string[] }) => lines.filter(Boolean).join(' ');
  if (words(title)) keys.push({ name: 'title', value: words(title), line: title.line });
  if (authors) {
    const names = authors.lines
      .flatMap((each) => each.split(';'))
      .map((each) => each.trim())
      .filter(Boolean);
    if (names.length > 0) keys.push({ name: 'author', value: names, line: authors.line });
  }
  if (date && words(date)) keys.push({ name: 'date', value: words(date), line: date.line });
  const block = text.slice(0, Math.min(end, text.length));
  return { keys, text: block.replace(/[^\n]+/g, '') + text.slice(block.length) };
}
