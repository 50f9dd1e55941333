/**
 * How elements set their lines: in the middle, at the right, from right to left. In: an element, and the blocks that it holds.
 * Out: the blocks, their paragraphs with the properties that `-> x <-` and `{dir=rtl}` give them; at the end what differs from the book.
 */
import type { Element } from 'hast';
import type { Nodes, Paragraph, RootContent } from 'mdast';
import { walk } from '../../book/walk.ts';
import { attributeOf, classesOf } from '../../html/hast-nodes.ts';
import { isEndMark } from '../story-marks.ts';
import { blockWords } from './block-words.ts';
import type { HtmlReader } from './html-reader.ts';
import { type Direction, directionOf, stylesOf } from './phrasing.ts';
import { isAnchor } from './resolve-links.ts';
import { setPiece } from './set-piece.ts';

const sides = ['center', 'right'] as const;

interface Looks {
  readonly side: (typeof sides)[number] | undefined;
  readonly dir: Direction | undefined;
  readonly lang?: string | undefined;
}

/** Marks the paragraphs of an element that says how it sets them; those that know it better keep their own. */
export function withLooks(
  blocks: readonly RootContent[],
  element: Element,
  reader: HtmlReader,
): readonly RootContent[] {
  if (reader.exact) {
    const side = element.tagName === 'p' ? sides.find((name) => classesOf(element).includes(name)) : undefined;
    return side ? blocks.map((block) => marked(block, { side, dir: undefined })) : blocks;
  }
  const style = stylesOf(element, reader);
  const dir = directionOf(element, style);
  const typed = element.tagName === 'center' ? 'center' : (attributeOf(element, 'align') ?? '');
  const align =
    /text-align\s*:\s*(center|right|end)/i.exec(style)?.[1] ?? /^(?:center|middle|right)$/i.exec(typed)?.[0];
  const side = align === undefined ? undefined : /^[cm]/i.test(align) ? 'center' : 'right';
  const lang = reader.foreignLang?.(element);
  if (!side && !dir && !lang) return blocks;
  // At the right of Hebrew or Arabic is where each line begins.
  const isStart = (block: RootContent): boolean =>
    side === 'right' && /^\P{L}*[\u0590-\u08ff\ufb1d-\ufefc]/u.test(blockWords(block));
  return blocks.map((block) => marked(block, { side: isStart(block) ? undefined : side, dir, lang }));
}

/** Marks paragraphs, and those in quotations and lists. */
function marked(block: RootContent, looks: Looks): RootContent {
  if (block.type === 'blockquote' || block.type === 'list' || block.type === 'listItem')
    return { ...block, children: block.children.map((child) => marked(child, looks)) } as RootContent;
  if (block.type !== 'paragraph' || !block.children.some(isText) || isEndMark(blockWords(block))) return block;
  const { className = looks.side && [looks.side], dir = looks.dir, lang = looks.lang } = block.data?.hProperties ?? {};
  const hProperties = { ...(className && { className }), ...(dir && { dir }), ...(lang && { lang }) };
  return { ...block, data: { ...block.data, hProperties } };
}

const isText = (node: Paragraph['children'][number]): boolean =>
  node.type !== 'image' && !isAnchor(node) && !(node.type === 'text' && node.value.trim() === '');

/** The direction of most paragraphs, `unsaid` for those that do not say theirs. */
export function usualDirection(blocks: readonly RootContent[], unsaid: Direction): Direction {
  let balance = 0;
  walk<Nodes>({ type: 'root', children: [...blocks] }, (node) => {
    if (node.type === 'paragraph') balance += (node.data?.hProperties?.['dir'] ?? unsaid) === 'rtl' ? 1 : -1;
  });
  return balance > 0 ? 'rtl' : 'ltr';
}

/** Blocks in which paragraphs of another direction than the usual, or of another language than the book’s, stand between `:::` lines. */
export function withDirections(blocks: readonly RootContent[], usual: Direction): RootContent[] {
  const made: RootContent[] = [];
  let open: { readonly looks: string; readonly blocks: RootContent[] } | undefined;
  for (const block of blocks) {
    const { dir, lang } = (block.type === 'paragraph' && block.data?.hProperties) || {};
    const own = {
      ...(lang !== undefined && { lang: String(lang) }),
      ...(dir !== undefined && dir !== usual && { dir: String(dir) }),
    };
    const looks = JSON.stringify(own);
    if (looks !== '{}' && looks === open?.looks) open.blocks.push(block);
    else if (looks !== '{}') {
      open = { looks, blocks: [block] };
      made.push(setPiece('', open.blocks, own));
    } else {
      open = undefined;
      made.push(
        block.type === 'blockquote' || block.type === 'list' || block.type === 'listItem'
          ? ({ ...block, children: withDirections(block.children, usual) } as RootContent)
          : block,
      );
    }
  }
  return made;
}
