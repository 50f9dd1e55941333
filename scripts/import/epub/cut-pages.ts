/**
 * Pages that a program cut where they were long, as Project Gutenberg’s does, not where chapters begin: one may open within a chapter.
 * In: the pages of a book. Out: how deep headings are below which it did so, and the blocks of a page that go on with the page before.
 */
import type { Heading, RootContent } from 'mdast';
import { blockWords } from '../html/block-words.ts';
import type { PageAt } from '../html/find-notes.ts';
import { findElements } from '../html/parse-page.ts';

/** How often headings of each level stand first in a page, and below others. */
export interface HeadingPlaces {
  readonly first: ReadonlyMap<number, number>;
  readonly below: ReadonlyMap<number, number>;
}

/** Counts the headings of pages. */
export function headingPlaces(pages: readonly PageAt[]): HeadingPlaces {
  const [first, below] = [new Map<number, number>(), new Map<number, number>()];
  for (const { body } of pages) {
    const headings = findElements(body, ({ tagName }) => /^h[1-6]$/.test(tagName));
    for (const [at, { tagName }] of headings.entries()) {
      const [counts, level] = [at === 0 ? first : below, Number(tagName.slice(1))];
      counts.set(level, (counts.get(level) ?? 0) + 1);
    }
  }
  return { first, below };
}

/**
 * What goes on with a chapter whose heading had the level `open`: the beginning of a page whose first heading is deeper, where those stand within
 * pages at least twice as often as first, and headings as high as the chapter’s do, too.
 */
export function goingOn(
  blocks: readonly RootContent[],
  open: number | undefined,
  { first, below }: HeadingPlaces,
): readonly RootContent[] {
  const head = blocks.find(({ type }) => type === 'heading');
  const within = (depth: number): number => below.get(depth) ?? 0;
  if (open === undefined || head?.type !== 'heading' || head.depth <= open) return [];
  if (within(head.depth) < 2 * (first.get(head.depth) ?? 0) || within(open) === 0) return [];
  const end = blocks.findIndex((block) => block.type === 'heading' && block.depth <= open);
  return end === -1 ? blocks : blocks.slice(0, end);
}

/** Adds them to their chapter, whose heading may have another level by now. */
export function goOnWith(chapter: RootContent[], blocks: readonly RootContent[], open: number): void {
  const [heading] = chapter;
  const by = heading?.type === 'heading' ? heading.depth - open : 0;
  chapter.push(
    ...blocks.map((each) =>
      each.type === 'heading' ? { ...each, depth: Math.min(6, each.depth + by) as Heading['depth'] } : each,
    ),
  );
}

/** The level that the heading of a page’s last chapter had before chapters were parted; without one, that of its first block; else the one before. */
export function levelOf(
  last: RootContent | undefined,
  page: readonly RootContent[],
  before: number | undefined,
): number | undefined {
  const heading = last ?? page[0];
  if (heading?.type !== 'heading') return before;
  const words = blockWords(heading);
  const own = page.findLast((block) => block.type === 'heading' && blockWords(block) === words);
  return own?.type === 'heading' ? own.depth : heading.depth;
}
