/** A story of a site’s page as blocks. In: what `story-sites.ts` found. Out: a body of nothing but the story, and its parts. */
import type { Element } from 'hast';
import type { RootContent } from 'mdast';
import { bare } from '../../book/header-lines.ts';
import type { Facts } from '../../book/metadata-schema.ts';
import { elementOf } from '../../html/hast-nodes.ts';
import { blockWords } from './block-words.ts';
import { blocksOf } from './blocks.ts';
import type { HtmlReader } from './html-reader.ts';
import { findElements } from './parse-page.ts';
import { setPiece } from './set-piece.ts';
import type { SitePage } from './site-page.ts';
import { type PagePart, raised } from './split-blocks.ts';
import { type StoryParts, storyParts } from './story-parts.ts';

const kinds = ['summary', 'preface', 'chapter', 'notes', 'colophon'] as const;

/** A body that holds the story alone, each part of it in a box of its own. */
export function siteBody({ summary, before = [], after = [], chapters, colophon = [] }: SitePage): Element {
  const box = (dataPart: (typeof kinds)[number] | 'note', ...nodes: readonly Element[]): Element =>
    elementOf('div', { dataPart }, [...nodes]);
  const addressed = (element: Element, dataAddress: string | undefined): Element =>
    dataAddress === undefined ? element : { ...element, properties: { ...element.properties, dataAddress } };
  return elementOf('body', {}, [
    // Books have their preface before their summary; in that order the names of the files are enough.
    ...before.map((each) => box('preface', each)),
    ...(summary ? [box('summary', summary)] : []),
    ...chapters.map(({ heading, before: above, text, after: below, address }) =>
      addressed(
        box(
          'chapter',
          ...(heading ? [{ ...heading, tagName: levelOver(text), properties: {} }] : []), // its class may hide it
          ...above.map((each) => box('note', each)),
          text,
          ...below.map((each) => box('note', each)),
        ),
        address,
      ),
    ),
    ...after.map((each) => box('notes', each)),
    ...(colophon.length > 0 ? [box('colophon', ...colophon)] : []),
  ]);
}

/** The level right above the headings of a text. */
function levelOver(text: Element): string {
  const levels = findElements(text, ({ tagName }) => /^h[1-6]$/.test(tagName)).map(({ tagName }) => Number(tagName[1]));
  return `h${levels.length === 0 ? 1 : Math.max(1, Math.min(...levels) - 1)}`;
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
    // A site's own words about this copy are not in the looks of its page.
    const blocks = blocksOf(box.children, part === 'colophon' ? { ...reader, styleOf: undefined } : reader);
    if (part !== 'chapter') return [{ kind: part, blocks: blocks.flatMap(unquoted) }];
    const { dataAddress } = box.properties;
    const address = typeof dataAddress === 'string' ? dataAddress : undefined;
    const [heading, second] = blocks;
    const isTwice = heading?.type === 'heading' && second && bare(blockWords(heading)) === bare(blockWords(second));
    const isTitle = heading?.type === 'heading' && bare(blockWords(heading)) === bare(facts.title ?? '');
    if (heading?.type === 'heading' && !isTwice && !isTitle) return [{ blocks: raised(blocks), address }];
    if (isTwice) labels.push(blockWords(heading));
    // Where the page itself does not part the text, its author may have.
    const story = storyParts(isTwice || isTitle ? blocks.slice(1) : blocks, facts);
    labels.push(...story.labels);
    const opens = story.parts.findIndex(({ kind }) => kind === undefined);
    return story.parts.map((each, at) =>
      at === opens && isTitle && each.blocks[0]?.type !== 'heading'
        ? { ...each, blocks: [heading, ...each.blocks], address }
        : at === opens
          ? { ...each, address }
          : each,
    );
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
