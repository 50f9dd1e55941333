/** Texts taken from Wattpad’s pages, where each paragraph ends in the number of its comments. In: a text. Out: the story’s own words. */
import { numberedHeading } from '../../book/numbered-headings.ts';

/** `+` asks for the first comment. */
const count = /[ \t]*(?:\+|(?:\d+\.)?\d+K?)[ \t]*$/;

/** A number of comments has no more signs. */
const mostSigns = 16;

/** The text without these numbers, line by line, and how many there were. Undefined where not nearly every line ends in one. */
export function withoutCommentCounts(text: string): { readonly text: string; readonly left: number } | undefined {
  const rows = text.split('\n');
  const filled = rows.filter((row) => row.trim() !== '');
  const left = filled.filter((row) => count.test(row.slice(-mostSigns))).length;
  if (left < 40 || left < filled.length * 0.95) return undefined;
  let last = 0;
  const own = rows.map((row) => {
    const [, lead = '', digits = ''] = row.length < 60 ? (/^(\D*)(\d+)\s*$/.exec(row) ?? []) : [];
    if (digits === '' || !numberedHeading(row))
      return row.slice(0, -mostSigns) + row.slice(-mostSigns).replace(count, '');
    // “Chapter 1012” is the tenth, and has twelve comments.
    const sizes = Array.from(digits, (_, at) => at + 1);
    const size = sizes.find((each) => Number(digits.slice(0, each)) > last) ?? digits.length;
    last = Number(digits.slice(0, size));
    return lead + last;
  });
  return { text: own.join('\n'), left };
}
