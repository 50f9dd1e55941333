/** The number of a chapter and its name, each in a heading of its own. In: blocks. Out: blocks, in which the name stands one level below the number. */
import type { RootContent } from 'mdast';
import { isLoneNumber } from '../../book/chapter-numbers.ts';
import { blockWords } from './block-words.ts';

/** Lowers names right below numbers of the same level, where most numbers have one: the reader of the manuscript joins the two. */
export function numberNames(blocks: readonly RootContent[]): readonly RootContent[] {
  const isNumber = (block: RootContent | undefined): boolean =>
    block?.type === 'heading' && isLoneNumber(blockWords(block).trim());
  const numbers = blocks.filter(isNumber).length;
  const isName = (block: RootContent, at: number): boolean => {
    const before = blocks[at - 1];
    return (
      before?.type === 'heading' &&
      block.type === 'heading' &&
      block.depth === before.depth &&
      isNumber(before) &&
      !isNumber(block) &&
      blocks[at + 1]?.type !== 'heading'
    );
  };
  const names = new Set(blocks.filter(isName));
  if (names.size < 2 || names.size * 2 <= numbers) return blocks;
  return blocks.map((block) =>
    block.type === 'heading' && names.has(block) ? { ...block, depth: Math.min(6, block.depth + 1) as 6 } : block,
  );
}
