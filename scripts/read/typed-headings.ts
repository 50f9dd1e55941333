/** The heading of a chapter that is typed as a line of its text, “Chapter 3: Rain”, where the file has no other. In: the files’ trees. Out: the same with headings. */
import type { Heading, Paragraph, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { numberedHeading } from '../book/numbered-headings.ts';
import { guessed, type Outcome, placeOf, problem } from '../report/problem.ts';
import type { ParsedFile } from './divide-files.ts';
import { wordsOf } from './repeated-titles.ts';

/** Makes them where two files or more open so: one may begin with a quoted title. */
export function withTypedHeadings(files: readonly ParsedFile[]): Outcome<readonly ParsedFile[]> {
  const lines = files.map(({ tree: { children } }) => linesOf(children));
  const [first, second] = lines.filter(({ length }) => length > 0);
  const head = first?.[0];
  if (!head || !second) return { value: files, problems: [] };
  const value = files.map((file, at): ParsedFile => {
    const own = lines[at] ?? [];
    const [opening] = own;
    if (!opening) return file;
    const children = own.flatMap((line, step): Heading['children'] => [
      ...(step > 0 ? [{ type: 'text' as const, value: ' ' }] : []),
      ...line.children.flatMap((each) => (each.type === 'strong' ? each.children : [each])),
    ]);
    const heading: Heading = {
      type: 'heading',
      depth: 1,
      children,
      ...(opening.position && { position: opening.position }),
    };
    return { ...file, tree: { ...file.tree, children: [heading, ...file.tree.children.slice(own.length)] } };
  });
  const count = lines.filter(({ length }) => length > 0).length;
  const reason = `The first line of ${count} files is the heading of each: “${wordsOf(head)}” …`;
  const place = placeOf(files[lines.indexOf(first)]?.file.path ?? '', head);
  const told = problem('structure-guessed', place, reason, 'Type “# ” before each.');
  return { value, problems: [guessed(0.9, told)] };
}

/** Up to three short lines that name a chapter by its number, above a text without headings. */
function linesOf(blocks: readonly RootContent[]): readonly Paragraph[] {
  if (blocks.some(({ type }) => type === 'heading')) return [];
  const end = blocks.findIndex((block) => !isTyped(block));
  return end < 1 || end > 3 ? [] : (blocks.slice(0, end) as Paragraph[]);
}

function isTyped(block: RootContent): boolean {
  if (block.type !== 'paragraph' || block.children.some(({ type }) => type === 'break')) return false;
  const words = textOf(block).trim();
  return words.length <= 60 && /^\p{L}/u.test(words) && !words.includes('\n') && numberedHeading(words) !== undefined;
}
