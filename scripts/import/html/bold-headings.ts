/** Headings that somebody made by hand: whole paragraphs in bold. In: blocks without a heading. Out: the same, headings for what they are. */
import type { Heading, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { numberedHeading } from '../../book/numbered-headings.ts';
import { headingsOf, joinTitle, titlesBelow } from '../chapter-headings.ts';
import { isChapterHeading } from '../story-marks.ts';
import { blockWords } from './block-words.ts';
import { guessedAs } from './guesses.ts';

/**
 * Makes headings where there are none: bold lines, and plain ones alone, that say “Chapter One” or count on. Where a document has headings, but
 * none for its chapters, lines that say “Chapter One” stand above those.
 */
export function withBoldHeadings(all: readonly RootContent[]): readonly RootContent[] {
  const own = all.filter(({ type }) => type === 'heading').map((each) => blockWords(each).trim());
  if (own.some((words) => numberedHeading(words) !== undefined)) return all;
  const candidates = all.map((block) => ({
    lines: block.type === 'paragraph' ? blockWords(block).trim().split('\n') : [''],
    mayHead:
      block.type === 'paragraph' &&
      (isBold(block) || (!/^[IVXL.\s]*$/.test(blockWords(block)) && isChapterHeading(blockWords(block)))),
  }));
  const lines = headingsOf(candidates);
  const named = [...lines].filter(([, words]) => numberedHeading(words) !== undefined);
  const found = own.length > 0 ? new Map(named) : lines;
  const start = named[0]?.[0] ?? all.length;
  const above = all.slice(0, start).filter(({ type }) => type === 'heading').length;
  if (found.size === 0 || (own.length > 0 && named.length < 2 && start > 2) || above > mostAbove) return all;
  // A heading above the first of them is a title, or a label: “Text:”.
  const blocks = all.map((block, at): RootContent => {
    if (block.type !== 'heading') return block;
    if (at < start && /[:：]$/.test(blockWords(block).trim())) return { type: 'paragraph', children: block.children };
    return { ...block, depth: at < start ? 1 : (Math.min(6, block.depth + 2) as 6) };
  });
  const titles = titlesBelow(candidates, found);
  return blocks.flatMap((block, at): readonly RootContent[] => {
    if (titles.has(at - 1)) return [];
    const words = found.get(at);
    if (words === undefined || block.type !== 'paragraph') return [block];
    const title = titles.get(at);
    const children =
      candidates[at]?.lines.length === 1 && title === undefined
        ? plainOf(isItalic(block) ? withoutItalics(block.children) : block.children)
        : [{ type: 'text' as const, value: title === undefined ? words : joinTitle(words, title) }];
    const heading: Heading = {
      type: 'heading',
      depth: 2,
      children,
      ...(block.data && { data: { at: block.data.at } }),
    };
    const way = isBold(block) ? 'line in bold' : 'heading that names itself and its number';
    return [guessedAs(heading, 'a chapter’s heading', way, words)];
  });
}

/** More headings than these above the first of such lines are chapters’: the lines part one of those. */
const mostAbove = 4;

/** Whether all the words of a paragraph are bold or underlined. */
export function isBold(block: RootContent): boolean {
  if (block.type !== 'paragraph') return false;
  const filled = block.children.filter((each) => blockWords(each).trim() !== '');
  return filled.length > 0 && filled.every(isStrong);
}

/** Whether all the words of a paragraph are in italics, which is how it looks, and not what it says. */
const isItalic = ({ children }: Paragraph): boolean =>
  children.every((each) => each.type === 'emphasis' || blockWords(each).trim() === '');

const withoutItalics = (nodes: readonly PhrasingContent[]): readonly PhrasingContent[] =>
  nodes.flatMap((node) => (node.type === 'emphasis' ? node.children : [node]));

function isStrong(node: PhrasingContent): boolean {
  return node.type === 'strong' || (node.type === 'emphasis' && node.children.every(isStrong));
}

/** Without the bold that made it a heading. */
export function plainOf(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node): readonly PhrasingContent[] =>
    node.type === 'strong' ? plainOf(node.children) : node.type === 'break' ? [{ type: 'text', value: ' ' }] : [node],
  );
}
