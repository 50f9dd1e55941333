/**
 * Pandoc's title block: up to three lines that open with `%`: title, authors between semicolons, date; a line that is indented
 * goes on with the one before. In: a file's text. Out: entries as YAML would give them, and the text with those lines blank.
 */
import type { Entry, Value } from './entry.ts';

interface TitleBlock {
  readonly entries: readonly Entry[];
  readonly text: string;
}

/** Parts a text from its title block, if it opens with one. */
export function splitTitleBlock(text: string, path: string): TitleBlock {
  const fields: { readonly lines: string[]; readonly line: number }[] = [];
  let end = 0;
  let line = 1;
  for (const row of text.startsWith('%') && !text.startsWith('%%') ? text.split('\n') : []) {
    if (row.startsWith('%') && fields.length < 3) fields.push({ lines: [row.slice(1).trim()], line });
    else if (/^[ \t]+\S/.test(row) && fields.length > 0) fields.at(-1)?.lines.push(row.trim());
    else break;
    end += row.length + 1;
    line += 1;
  }
  const entry = (key: string, at: number, value: (lines: readonly string[]) => Value): readonly Entry[] => {
    const field = fields[at];
    const lines = field?.lines.filter(Boolean) ?? [];
    if (!field || lines.length === 0) return [];
    const place = { path, start: { line: field.line, column: 1 } };
    return [{ key, value: value(lines), keyPlace: place, valuePlace: () => place }];
  };
  const joined = (lines: readonly string[]) => lines.join(' ');
  const entries = [
    ...entry('title', 0, joined),
    ...entry('author', 1, (lines) =>
      lines
        .flatMap((each) => each.split(';'))
        .map((each) => each.trim())
        .filter(Boolean),
    ),
    ...entry('date', 2, joined),
  ];
  if (entries.length === 0) return { entries, text };
  const block = text.slice(0, end);
  return { entries, text: block.replace(/[^\n]+/g, '') + text.slice(block.length) };
}
