/**
 * The title of a book that stands above each of its chapters: “# The Mill”, “## Chapter 3”. In: the files’ trees. Out: the same without
 * it, and without lines below it that are the same in all of them.
 */
import type { RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { bare } from '../book/header-lines.ts';
import { numberedHeading } from '../book/numbered-headings.ts';
import { guessed, type Outcome, placeOf, problem } from '../report/problem.ts';
import type { ParsedFile } from './divide-files.ts';
import { kindOfHeading } from './split-sections.ts';

interface WithoutTitles {
  readonly files: readonly ParsedFile[];
  readonly title?: string | undefined;
}

/** Takes it away where three files or more, and most of all, open so, and the book is not known to be called otherwise. */
export function withoutRepeatedTitles(files: readonly ParsedFile[], known: string | undefined): Outcome<WithoutTitles> {
  const heads = files.map(({ tree: { children } }) => headOf(children));
  const counts = new Map<string, number>();
  for (const head of heads) if (head) counts.set(wordsOf(head[0]), (counts.get(wordsOf(head[0])) ?? 0) + 1);
  const [title, count = 0] = [...counts].sort(([, one], [, other]) => other - one)[0] ?? [];
  const isUsual = count > 2 && count * 3 >= files.length * 2;
  if (title === undefined || !isUsual || (known !== undefined && bare(known) !== bare(title)))
    return { value: { files }, problems: [] };
  const isTitled = (head: readonly RootContent[] | undefined): boolean => wordsOf(head?.[0]) === title;
  const own = heads.filter(isTitled);
  const isInAll = (line: RootContent): boolean =>
    own.every((head) => head?.some((each) => each.type === line.type && wordsOf(each) === wordsOf(line)));
  const stripped = files.map((file, at): ParsedFile => {
    const head = heads[at];
    if (!head || !isTitled(head)) return file;
    const left = new Set(head.filter((line, step) => step === 0 || isInAll(line)));
    return { ...file, tree: { ...file.tree, children: file.tree.children.filter((block) => !left.has(block)) } };
  });
  const first = heads.findIndex(isTitled);
  const lines = (heads[first] ?? []).filter((line, step) => step > 0 && isInAll(line) && wordsOf(line) !== '');
  const also = lines.length > 0 ? `, with ${lines.map((line) => `“${wordsOf(line)}”`).join(', ')}` : '';
  const reason = `“${title}” above ${count} chapters is the title of the book, and not in them${also}.`;
  const place = placeOf(files[first]?.file.path ?? '', heads[first]?.[0]);
  const hint = 'For a heading in each chapter, type it below the chapter’s name.';
  return {
    value: { files: stripped, title },
    problems: [guessed(0.9, problem('structure-guessed', place, reason, hint))],
  };
}

/** The words of a block on one line. */
export const wordsOf = (block: RootContent | undefined): string =>
  block ? textOf(block).replace(/\s+/g, ' ').trim() : '';

/** The only heading of the first level, and a few lines between it and one of the second. */
function headOf(blocks: readonly RootContent[]): readonly RootContent[] | undefined {
  const isHeading = (block: RootContent | undefined, depth: number): boolean =>
    block?.type === 'heading' && block.depth === depth;
  const next = blocks.findIndex((block, at) => at > 0 && block.type === 'heading');
  const head = blocks.slice(0, next);
  const isShort = next > 0 && next < 6 && head.every((block) => wordsOf(block).length < 120);
  const isOnly = blocks.every((block, at) => at === 0 || !isHeading(block, 1));
  const [top] = blocks;
  const isTitle =
    top?.type === 'heading' && kindOfHeading(top) === undefined && numberedHeading(wordsOf(top)) === undefined;
  return isTitle && isHeading(top, 1) && isHeading(blocks[next], 2) && isShort && isOnly ? head : undefined;
}
