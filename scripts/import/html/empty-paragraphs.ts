/** Scene breaks typed as empty paragraphs. In: blocks that know how many stand before them. Out: breaks where more stand than elsewhere. */
import type { RootContent } from 'mdast';
import { widthOf } from '../../book/word-list.ts';
import { blockWords } from './block-words.ts';
import { guessedAs, placedAt } from './guesses.ts';

declare module 'mdast' {
  interface Data {
    /** How many empty paragraphs stand before a block. */
    empty?: number | undefined;
  }
}

/**
 * Puts breaks above paragraphs of some sections, which are measured together: at most half of all paragraphs have one. Where breaks
 * are typed as rows of ornaments, too, it takes two empty paragraphs more than usual.
 */
export function withTypedGaps(sections: readonly (readonly RootContent[])[]): readonly (readonly RootContent[])[] {
  const sizes = sections.flatMap((blocks) => blocks.flatMap((_, at) => gapAbove(blocks, at) ?? []));
  const counts = new Map<number, number>();
  for (const size of sizes) counts.set(size, (counts.get(size) ?? 0) + 1);
  const [usual] = [...counts].reduce((most, each) => (each[1] > most[1] ? each : most), [0, counts.get(0) ?? 0]);
  const hasRules = sections.some((blocks) => blocks.some(({ type }) => type === 'thematicBreak'));
  const isWide = (size: number | undefined): boolean => size !== undefined && size >= usual + (hasRules ? 2 : 1);
  const wide = sizes.filter(isWide).length;
  if (wide === 0 || wide * 2 > sizes.length) return sections;
  const letters = sections.flat().reduce((sum, block) => sum + widthOf(blockWords(block)), 0);
  if (wide > manyGaps && letters < wide * leastScene) return sections;
  return sections.map((blocks) => {
    const gaps = blocks.map((_, at) => gapAbove(blocks, at));
    // Where each paragraph stands apart for pages on end, gaps part no scenes.
    const isUsual = (at: number): boolean => {
      const near = gaps.slice(Math.max(0, at - around), at + around + 1).filter((each) => each !== undefined);
      return near.length > around && near.filter(isWide).length * 2 > near.length;
    };
    return blocks.flatMap((block, at): readonly RootContent[] => {
      if (!isWide(gaps[at]) || isUsual(at)) return [block];
      const words = blockWords(block);
      const rule = guessedAs({ type: 'thematicBreak' }, 'the first of a scene', 'gap wider than others', words);
      return [...placedAt([rule], block.data?.at), block];
    });
  });
}

/** More gaps than these part scenes only where a scene has so many letters: others are pauses. */
const manyGaps = 20;
const leastScene = 700;

/** So many paragraphs before and after one tell what is usual there. */
const around = 6;

/** How many empty paragraphs part two of text; nothing beside other blocks, and lines in the middle, which stand apart anyway. */
function gapAbove(blocks: readonly RootContent[], at: number): number | undefined {
  const isPlain = (block: RootContent | undefined): boolean =>
    block?.type === 'paragraph' && !block.data?.hProperties?.['className'] && /\p{L}/u.test(blockWords(block));
  const [above, block] = [blocks[at - 1], blocks[at]];
  return isPlain(above) && isPlain(block) ? (block?.data?.empty ?? 0) : undefined;
}
