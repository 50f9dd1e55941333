/** A story of a site’s page as blocks. In: what `story-sites.ts` found. Out: a body of nothing but the story, and its parts. */
import type { Element } from 'hast';
import type { RootContent } from 'mdast';
import { bare } from '../../book/header-lines.ts';
import type { Facts } from '../../book/metadata-schema.ts';
import { elementOf } from '../../html/hast-nodes.ts';
import { blockWords } from './block-words.ts';
import { blocksOf } from './blocks.ts';
import type { HtmlReader } from './html-reader.ts';
import { setPiece } from './set-piece.ts';
import { type PagePart, raised } from './split-blocks.ts';
import { type StoryParts, storyParts } from './story-parts.ts';
import type { SitePage } from './story-sites.ts';

const kinds = ['summary', 'preface', 'chapter', 'notes'] as const;

/** A body that holds the story alone, each part of it in a box of its own. */
export function siteBody({ summary, before = [], after = [], chapters }: SitePage): Element {
  const box = (dataPart: (typeof kinds)[number] | 'note', ...nodes: readonly Element[]): Element =>
    elementOf('div', { dataPart }, [...nodes]);
  return elementOf('body', {}, [
    // Books have their preface before their summary; in that order the names of the files are enough.
    ...before.map((each) => box('preface', each)),
    ...(summary ? [box('summary', summary)] : []),
    ...chapters.map(({ heading, before: above, text, after: below }) =>
      box(
        'chapter',
        ...(heading ? [{ ...heading, tagName: 'h1' }] : []),
        ...above.map((each) => box('note', each)),
        text,
        ...below.map((each) => box('note', each)),
      ),
    ),
    ...after.map((each) => box('notes', each)),
  ]);
}

/** The parts of such a body, and words of headings that its text has itself. */
export function siteParts(
  { children }: Element,
  reader: HtmlReader,
  facts: Facts,
): Pick<StoryParts, 'parts' | 'labels'> {
  const labels: string[] = [];
  const parts = children.flatMap((box): readonly PagePart[] => {
    const part = box.type === 'element' ? kinds.find((each) => each === box.properties['dataPart']) : undefined;
    if (box.type !== 'element' || !part) return [];
    const blocks = blocksOf(box.children, reader);
    if (part !== 'chapter') return [{ kind: part, blocks: blocks.flatMap(unquoted) }];
    const [heading, second] = blocks;
    const isTwice = heading?.type === 'heading' && second && bare(blockWords(heading)) === bare(blockWords(second));
    if (heading?.type === 'heading' && !isTwice) return [{ blocks: raised(blocks) }];
    if (isTwice) labels.push(blockWords(heading));
    // Where the page itself does not part the text, its author may have.
    const story = storyParts(isTwice ? blocks.slice(1) : blocks, facts);
    labels.push(...story.labels);
    return story.parts;
  });
  return { parts, labels };
}

/** The author’s note that such a box in a chapter is. */
export const siteNote = (element: Element, reader: HtmlReader): readonly RootContent[] | undefined =>
  element.properties['dataPart'] === 'note'
    ? [setPiece('note', blocksOf(element.children, reader).flatMap(unquoted))]
    : undefined;

/** Summaries and notes stand in quotations on the page, and need none where they are told apart. */
const unquoted = (block: RootContent): readonly RootContent[] =>
  block.type === 'blockquote' ? block.children : [block];
