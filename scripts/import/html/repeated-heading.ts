/** A heading that stands twice, as converters leave it: once of their own, once as the text has it. In: blocks. Out: blocks with it once, and the words left out. */
import type { Heading, PhrasingContent, RootContent } from 'mdast';
import { bare } from '../../book/header-lines.ts';
import { numberedHeading } from '../../book/numbered-headings.ts';
import { blockWords } from './block-words.ts';
import { isBold } from './bold-headings.ts';
import { guessedAs } from './guesses.ts';

export interface HeadedOnce {
  readonly blocks: readonly RootContent[];
  /** Words that the heading says already. */
  readonly said: readonly string[];
}

/** Takes out what says the first heading again right below it: another heading, or the first line of a paragraph. */
export function headedOnce(blocks: readonly RootContent[]): HeadedOnce {
  const [first, second, ...rest] = blocks;
  if (first?.type !== 'heading' || (second?.type !== 'heading' && second?.type !== 'paragraph'))
    return { blocks, said: [] };
  const end = second.type === 'heading' ? -1 : second.children.findIndex(({ type }) => type === 'break');
  const line = end === -1 ? second.children : second.children.slice(0, end);
  const own = blockWords(first);
  const again = blockWords({ type: 'paragraph', children: line });
  const isCounted = // “3. Chapter 3 Rain”
    numberedHeading(again) !== undefined && bare(own) !== bare(again) && bare(own).replace(/^\d+ /, '') === bare(again);
  const isSame = bare(again) !== '' && bare(own) === bare(again);
  // A poem is called by its first line; “Rain.” below “Rain” may begin the text.
  const isHeading = second.type === 'heading' || numberedHeading(own) !== undefined || isBold(second);
  if (!isCounted && !(isSame && isHeading)) return { blocks, said: [] };
  const heading: Heading = isCounted ? { ...first, children: line as PhrasingContent[] } : first;
  const left: readonly RootContent[] =
    end === -1 || second.type === 'heading' ? [] : [{ ...second, children: second.children.slice(end + 1) }];
  return {
    blocks: [guessedAs(heading, 'a heading that stood twice', 'words of a heading'), ...left, ...rest],
    said: [isCounted ? own : again],
  };
}

/** Takes out headings that stood over notes alone, which have gone to where they are referred to: “FOOTNOTES:”. */
export function withoutNotesHeadings(blocks: readonly RootContent[]): HeadedOnce {
  const isOver = (block: RootContent, at: number): boolean =>
    block.type === 'heading' &&
    /^(?:(?:foot|end)?notes|fußnoten|anmerkungen|notes de bas de page|notas(?: al pie)?|note)[.:]?$/i.test(
      blockWords(block),
    ) &&
    !['paragraph', 'list', 'blockquote', 'table'].includes(
      blocks.slice(at + 1).find(({ type }) => type !== 'thematicBreak')?.type ?? '',
    );
  const over = blocks.filter(isOver);
  return {
    blocks: over.length > 0 ? blocks.filter((block) => !over.includes(block)) : blocks,
    said: over.map(blockWords),
  };
}
