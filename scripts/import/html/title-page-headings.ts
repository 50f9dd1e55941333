/**
 * Headings of title pages, which open no chapters: “GIFT EDITION”, “BY”, the title again. In: the blocks of a story. Out: the same, with those above
 * its first numbered chapter that have no more than a few words below them as lines in the middle.
 */
import type { Heading, RootContent } from 'mdast';
import { bare, byline } from '../../book/header-lines.ts';
import { divisionOfPlay, numberedHeading } from '../../book/numbered-headings.ts';
import { kindNamedBy } from '../../book/sections.ts';
import { isChapterHeading } from '../story-marks.ts';
import { blockWords } from './block-words.ts';
import { guessedAs } from './guesses.ts';

/** So many numbered chapters make a book that has a title page. */
const leastChapters = 3;
/** A page of a title has no more words below a heading. */
const mostWords = 60;

/** The blocks, with the headings of title pages as lines. */
export function withoutTitlePageHeadings(blocks: readonly RootContent[]): readonly RootContent[] {
  const chapters = blocks.filter(isNumbered);
  const [first] = chapters;
  if (!first || chapters.length < leastChapters) return blocks;
  const start = blocks.indexOf(first);
  const front = blocks.slice(0, start);
  const above = new Set(front.map((each) => bare(blockWords(each))));
  const last = front.findLastIndex(({ type }) => type === 'heading');
  // A level that heads other parts of the book heads one here, too; right below a number stands its name.
  const levels = blocks
    .slice(start)
    .flatMap((each, at, all) =>
      isNamed(each) && all[at - 1]?.type !== 'heading' && !above.has(bare(blockWords(each))) ? [each.depth] : [],
    );
  const isLevel = ({ depth }: Heading, at: number): boolean =>
    levels.filter((each) => each === depth).length > (at === last ? 0 : 1);
  const top = Math.min(...blocks.slice(start).flatMap((each) => (each.type === 'heading' ? [each.depth] : []))) as 1;
  const mayBe = front.flatMap((block, at) =>
    isNamed(block) && hasFewWords(front.slice(at + 1)) ? [{ block, at }] : [],
  );
  const lines = new Set(mayBe.filter(({ block, at }) => !isLevel(block, at) || isSigned(block)).map(({ at }) => at));
  // A line beside another is one, too, unless it may be the name of the first part.
  const isPart = ({ block, at }: { readonly block: Heading; readonly at: number }): boolean =>
    at === last || (block.depth < first.depth && isLevel(block, at));
  for (const near of [1, -1])
    for (const each of near > 0 ? mayBe : mayBe.toReversed())
      if (lines.has(each.at - near) && !isPart(each)) lines.add(each.at);
  if (lines.size === 0) return blocks;
  return blocks.map((block, at): RootContent => {
    if (at >= start || block.type !== 'heading') return block;
    if (lines.has(at)) return titleLine(block);
    return kindNamedBy(blockWords(block)) === undefined ? block : { ...block, depth: top };
  });
}

const titleLine = ({ children, data }: Heading): RootContent =>
  guessedAs(
    { type: 'paragraph', children, data: { ...data, hProperties: { className: ['center'] } } },
    taken,
    'place and size of a line',
  );

const taken = 'a line of the title page';

/** Whether blocks hold a line that was a heading of a title page. */
export const holdsTitleLine = (blocks: readonly RootContent[]): boolean =>
  blocks.some(({ data }) => data?.guess?.taken === taken);

/** “By Ann Lee”. */
const isSigned = (block: Heading): boolean => byline(blockWords(block).trim()) !== undefined;

/** “MCMIX”: the year of a title page. */
const isYear = (words: string): boolean => /^M[CDLXVI]{2,}\.?$/i.test(words);

/** “Chapter 1”, “III. The Stair”. */
const isNumbered = (block: RootContent): block is Heading => {
  const words = block.type === 'heading' ? blockWords(block).trim() : '';
  const isOther = numberedHeading(words)?.opens === 'part' || divisionOfPlay(words) !== undefined;
  return isChapterHeading(words) && !isYear(words) && !isOther && kindNamedBy(words) === undefined;
};

/** A heading that says neither a number nor what it opens, as “Preface” does. */
const isNamed = (block: RootContent): block is Heading => {
  const words = block.type === 'heading' ? blockWords(block).trim() : '';
  const isOther = isChapterHeading(words) || numberedHeading(words) || kindNamedBy(words) !== undefined;
  return words !== '' && (isYear(words) || !isOther);
};

/** Whether few words stand before the next heading. */
function hasFewWords(below: readonly RootContent[]): boolean {
  const end = below.findIndex(({ type }) => type === 'heading');
  const words = below.slice(0, end === -1 ? below.length : end).map(blockWords);
  return words.join(' ').split(/\s+/).length < mostWords;
}
