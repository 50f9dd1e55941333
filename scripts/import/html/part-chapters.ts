/**
 * A run of blocks that holds several chapters. In: blocks, and whether a heading in them is a line of the contents. Out: its pieces, each
 * opened by a heading of the first level, a part before its chapters; the blocks alone where they are one chapter.
 */
import type { Heading, RootContent } from 'mdast';
import { numberOfWord } from '../../book/number-words.ts';
import { divisionOfPlay, numberedHeading } from '../../book/numbered-headings.ts';
import type { SectionKind } from '../../book/sections.ts';
import { blockWords } from './block-words.ts';
import { chaptersOf, raised } from './split-blocks.ts';

export interface ChapterPiece {
  readonly blocks: readonly RootContent[];
  readonly kind?: SectionKind | undefined;
}

/** Longer runs than this are no single chapter where the contents list what is in them. */
const longest = 20_000;

/** A play of more words than these, under its own title, is divided at its acts. */
const longestPlay = 3000;

/** More words than these stand in no part of its own, but in a chapter that is called one. */
const longestPart = 500;

/** “Part One” or a name above headings that say “Chapter 1” is a part; so is what is above a long run that the contents divide. */
export function partChapters(
  blocks: readonly RootContent[],
  isListed: (heading: Heading) => boolean = () => false,
): readonly ChapterPiece[] {
  const [first, ...rest] = blocks;
  if (first?.type !== 'heading') return [{ blocks }];
  const headings = rest.flatMap((block) => (block.type === 'heading' ? [block] : []));
  const next = Math.min(...headings.map(({ depth }) => depth));
  const below = [...(first.depth === next ? [first] : []), ...headings.filter(({ depth }) => depth === next)];
  const [numbered, listed] = [
    below.filter((each) => opens(each) === 'chapter' && !divisionOfPlay(blockWords(each))).length,
    below.filter(isListed).length,
  ];
  const acts = below.filter((each) => divisionOfPlay(blockWords(each))?.is === 'act').length;
  const isPlay = acts > 1 && acts * 2 > below.length && opens(first) === undefined && wordsIn(blocks) > longestPlay;
  const isAct = divisionOfPlay(blockWords(first)) !== undefined;
  const isPart = opens(first) === 'part';
  const isSure =
    ((below.length > 1 || isAct) && numbered * 2 > below.length) ||
    (next > first.depth &&
      wordsIn(blocks) > leastChapter * below.length &&
      countOn(below, isPart || wordsIn(blocks) > longest ? 3 : manyNumbers, isPart));
  // Two on the topmost level are two chapters.
  if (next <= first.depth && (isSure || listed > 1))
    return chaptersOf(blocks).flatMap((piece) => partChapters(piece, isListed));
  const isLong = listed > 1 && wordsIn(blocks) > longest;
  if (next <= first.depth || !((isSure && (opens(first) !== 'chapter' || isAct)) || isLong || isPlay))
    return [{ blocks, ...(isPart && wordsIn(blocks) > longestPart && { kind: 'chapter' }) }];
  const start = blocks.findIndex((block, at) => at > 0 && block.type === 'heading' && block.depth === next);
  const chapters = chaptersOf(blocks.slice(start)).flatMap((piece) => partChapters(piece, isListed));
  return [{ kind: 'part', blocks: raised(blocks.slice(0, start)) }, ...chapters];
}

/** So many numbers in their order are chapters; a story may have a few. */
const manyNumbers = 12;

/** Chapters have more words than the items of a list. */
const leastChapter = 150;

/** Single letters that are numbers. */
const letters: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** Whether headings begin with numbers that count on from one, “I.”, “II. The Door”; in a part from any. */
function countOn(headings: readonly Heading[], least: number, isPart: boolean): boolean {
  const numbers = headings.flatMap((each) => {
    const word = /^(\d{1,3}|[IVXLC]{1,9})(?=[.):\s]|$)/.exec(blockWords(each).trim())?.[1];
    return word === undefined ? [] : (letters[word] ?? numberOfWord(word.toLowerCase()) ?? Number(word));
  });
  const [start = 1] = isPart ? numbers : [];
  const inOrder = numbers.filter((number, at) => number === at + start).length;
  return inOrder >= least && inOrder * 2 > headings.length;
}

/** What “Chapter 1 — The Morning After” or “Part Two” opens; “3. The Door” may be an item. */
const opens = (heading: Heading): 'chapter' | 'part' | undefined => numberedHeading(blockWords(heading).trim())?.opens;

const wordsIn = (blocks: readonly RootContent[]): number =>
  blocks.reduce((sum, block) => sum + (blockWords(block).match(/\s+|[\p{sc=Han}\p{sc=Kana}]/gu)?.length ?? 0), 0);
