/**
 * Titles with a label in a collection: “Title: Rain”, “Author: Ann Lee”, a poem, “Title: Snow” … In: blocks. Out: the same with a heading for each
 * such title, and the labels that went.
 */
import type { Heading, RootContent } from 'mdast';
import { plainOf } from './bold-headings.ts';
import { guessedAs } from './guesses.ts';
import { labelOf } from './label-of.ts';

/** Makes headings of them, where they are three at least, and the headings that are there are far fewer. */
export function labelledTitles(blocks: readonly RootContent[]): {
  readonly blocks: readonly RootContent[];
  readonly labels: readonly string[];
} {
  const titles = new Map(
    blocks.flatMap((block) => {
      const label = block.type === 'paragraph' ? labelOf(block) : undefined;
      return label?.key === 'title' && label.rest ? [[block, { ...label, rest: label.rest }] as const] : [];
    }),
  );
  if (titles.size < 3 || blocks.filter(({ type }) => type === 'heading').length * 2 > titles.size)
    return { blocks, labels: [] };
  return {
    labels: [...titles.values()].map(({ label }) => label),
    blocks: blocks.map((block): RootContent => {
      const title = titles.get(block);
      if (!title) return block;
      const heading: Heading = { type: 'heading', depth: 2, children: plainOf(title.rest.children), data: block.data };
      return guessedAs(heading, 'a chapter’s heading', 'label and colon');
    }),
  };
}
