/**
 * What was guessed of a page, kept on the blocks that it made until all is known. In: blocks. Out: the same with a note of place and
 * guess; at the end a hint for each. The notes are unist’s `data`: copies of a block carry them along, and no printer looks at them.
 */
import type { RootContent } from 'mdast';
import type { Place, Problem } from '../../report/problem.ts';
import { type Guess, guessHint, type WayOfGuessing } from '../confidence.ts';
import { blockWords } from './block-words.ts';

declare module 'mdast' {
  interface Data {
    /** Where in the source a block began. */
    at?: Place | undefined;
    guess?: Guess | undefined;
  }
}

/** Blocks that know where they began, those that know it better left alone. */
export function placedAt<Block extends RootContent>(blocks: readonly Block[], at: Place | undefined): Block[] {
  if (!at) return [...blocks];
  return blocks.map((block) => (block.data?.at ? block : { ...block, data: { ...block.data, at } }));
}

/** A block that was taken for something. */
export function guessedAs<Block extends RootContent>(
  block: Block,
  taken: string,
  way: WayOfGuessing,
  words = blockWords(block),
): Block {
  return { ...block, data: { ...block.data, guess: { taken, words, way } } };
}

/** A hint for each guess in blocks, in their order; `path` where a block does not know its place. */
export function guessesIn(blocks: readonly RootContent[], path: string): readonly Problem[] {
  return blocks.flatMap((block): readonly Problem[] => {
    const { at = { path }, guess } = block.data ?? {};
    const own = guess ? [guessHint(guess, at)] : [];
    return 'children' in block && block.type !== 'paragraph' && block.type !== 'heading'
      ? [...own, ...guessesIn(block.children as RootContent[], path)]
      : own;
  });
}
