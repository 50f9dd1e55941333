/** The headings of a libretto in two languages, “ERSTER AKT.” and “ACT I.”, as one. In: blocks. Out: blocks. */
import type { Heading, RootContent } from 'mdast';
import { divisionOfPlay, isSameDivision } from '../../book/numbered-headings.ts';
import { blockWords } from './block-words.ts';

/** Joins a heading to the one that says the same in another language, with nothing but headings between. */
export function pairedHeadings(blocks: readonly RootContent[]): readonly RootContent[] {
  const taken = new Set<RootContent>();
  return blocks.flatMap((block, at): readonly RootContent[] => {
    if (taken.has(block)) return [];
    if (block.type !== 'heading' || !divisionOfPlay(blockWords(block))) return [block];
    const run = blocks.slice(at + 1, at + 4);
    const end = run.findIndex(({ type }) => type !== 'heading');
    const other = run
      .slice(0, end < 0 ? run.length : end)
      .find((each): each is Heading => each.type === 'heading' && isPair(block, each));
    if (!other) return [block];
    taken.add(other);
    return [{ ...block, children: [...block.children, { type: 'text', value: ' / ' }, ...other.children] }];
  });
}

const isPair = (one: Heading, other: Heading): boolean =>
  one.depth === other.depth && isSameDivision(blockWords(one).trim(), blockWords(other).trim());
