/**
 * What stands before the first chapter of a book: its title, and the lines around it.
 * In: the blocks of its first file, and what is known already. Out: the title, facts, front matter, and the blocks of the chapters.
 */
import type { Heading, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { BookValues, Facts } from '../book/metadata-schema.ts';
import { takeDivPages } from './div-pages.ts';
import { countLabelled, readLines } from './opening-lines.ts';
import { chapterDepth, kindOfHeading, type SectionBlocks } from './split-sections.ts';

export interface Opening {
  readonly title: string | undefined;
  readonly facts: Facts;
  /** Front matter, in the order that it was typed in. */
  readonly front: readonly SectionBlocks[];
  /** The blocks of the chapters. */
  readonly blocks: readonly RootContent[];
}

/** More words than these above the first chapter are a chapter themselves, where that one is not the first. */
const mostWords = 400;

/**
 * Reads the opening of a book. The only level-1 heading is the title, if it is the first heading; where chapters follow at level 2,
 * it belongs to the title page and leaves the text. `mayTitle` is whether other files have no such heading; `readsLines` whether
 * lines above the first chapter are front matter; `learns` whether they
 * may say what no other place says of the book.
 */
export function readOpening(
  blocks: readonly RootContent[],
  known: BookValues,
  {
    mayTitle,
    readsLines,
    learns,
  }: { readonly mayTitle: boolean; readonly readsLines: boolean; readonly learns: boolean },
): Opening {
  const heading = mayTitle ? titleOf(blocks) : undefined;
  const title = heading && wordsOf(heading);
  const isTitlePage =
    heading !== undefined && blocks.some(isHeading(2)) && (known.title === undefined || known.title === title);
  const { front: pages, blocks: rest } = takeDivPages(
    isTitlePage ? blocks.filter((block) => block !== heading) : blocks,
    false,
  );
  const depth = chapterDepth(rest);
  const first = depth === undefined ? -1 : rest.findIndex(isHeading(depth));
  const end = first < 0 ? (learns ? countLabelled(rest) : 0) : first;
  const above = rest.slice(0, end);
  if (!readsLines || above.length === 0 || isChapter(above, rest[first]))
    return { title, facts: {}, front: pages, blocks: rest };
  const { facts, front } = readLines(above, learns ? known : undefined, title);
  return { title: title ?? factTitle(facts), facts, front: [...pages, ...front], blocks: rest.slice(end) };
}

const factTitle = ({ title }: Facts): string | undefined => (typeof title === 'string' ? title : undefined);

const isHeading =
  (depth: number) =>
  (block: RootContent): block is Heading =>
    block.type === 'heading' && block.depth === depth;

const wordsOf = (heading: Heading): string => textOf(heading, { includeHtml: false }).trim().replace(/\s+/g, ' ');

function titleOf(blocks: readonly RootContent[]): Heading | undefined {
  const [first] = blocks.filter((block) => block.type === 'heading');
  const isTitle = first?.depth === 1 && !kindOfHeading(first) && blocks.filter(isHeading(1)).length === 1;
  return isTitle && !/^(?:\d{1,2}[.:]?|[IVX]{1,5}[.:])?$/.test(wordsOf(first)) ? first : undefined; // “1.” is a chapter’s
}

/** Whether what stands above a chapter is one too, that has no heading. */
function isChapter(above: readonly RootContent[], next: RootContent | undefined): boolean {
  const count = above.reduce((sum, block) => sum + textOf(block).split(/\s+/).length, 0);
  return count > mostWords && next !== undefined && /\b(?:2|II|two|deux|zwei|dos|due)\b/i.test(textOf(next));
}
