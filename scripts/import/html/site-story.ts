/** A story of a site’s page as blocks. In: what `story-sites.ts` found. Out: a body of nothing but the story, and its parts. */
import type { Element } from 'hast';
import type { RootContent } from 'mdast';
import { elementOf } from '../../html/hast-nodes.ts';
import { blocksOf } from './blocks.ts';
import type { HtmlReader } from './html-reader.ts';
import { setPiece } from './set-piece.ts';
import { type PagePart, raised } from './split-blocks.ts';
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

/** The parts of such a body. */
export const siteParts = ({ children }: Element, reader: HtmlReader): readonly PagePart[] =>
  children.flatMap((box): readonly PagePart[] => {
    const part = box.type === 'element' ? kinds.find((each) => each === box.properties['dataPart']) : undefined;
    if (box.type !== 'element' || !part) return [];
    const blocks = blocksOf(box.children, reader);
    return [part === 'chapter' ? { blocks: raised(blocks) } : { kind: part, blocks: blocks.flatMap(unquoted) }];
  });

/** The author’s note that such a box in a chapter is. */
export const siteNote = (element: Element, reader: HtmlReader): readonly RootContent[] | undefined =>
  element.properties['dataPart'] === 'note'
    ? [setPiece('note', blocksOf(element.children, reader).flatMap(unquoted))]
    : undefined;

/** Summaries and notes stand in quotations on the page, and need none where they are told apart. */
const unquoted = (block: RootContent): readonly RootContent[] =>
  block.type === 'blockquote' ? block.children : [block];
