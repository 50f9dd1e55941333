/**
 * Gives a file's tree the shape that its author meant, where the parser had no say: lists that are speech, lines that are paragraphs,
 * poems, and scenes that end with blank lines. In: the tree of a whole file, edited in place, its text and its lines. Out: nothing.
 */
import type { List, ListItem, Nodes, Paragraph, Parents, Root, RootContent, ThematicBreak } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Point } from 'unist';
import { walk } from '../../book/walk.ts';
import type { ProseLines } from './prose-lines.ts';
import { splitParagraph } from './split-paragraph.ts';

/** Shapes a tree. */
export function shapeTree(tree: Root, text: string, prose: ProseLines): void {
  const { unlisted, breaks, starts, verse, gaps } = prose;
  if ([unlisted, breaks, starts, verse, gaps].every(({ size }) => size === 0)) return;
  const poems = new Set<Nodes>();
  const shape = (parent: Parents): void => {
    if (!parent.children.some((child) => isBlock(child))) return;
    const shaped: RootContent[] = [];
    for (const block of (parent.children as RootContent[]).flatMap((child) => unlist(child, text, prose))) {
      const line = block.position?.start.line ?? 0;
      const before = shaped.at(-1);
      const isNewScene = gaps.has(line) && before !== undefined && before.type !== 'thematicBreak';
      if (isNewScene) shaped.push(breakAbove(block));
      if (block.type !== 'paragraph') shaped.push(block);
      else if (!verse.has(line)) shaped.push(...splitParagraph(block, text, (at) => starts.has(at)));
      else if (!isNewScene && before && poems.has(before)) addStanza(before as ContainerDirective, block);
      else poems.add(addPoem(shaped, block));
    }
    parent.children = shaped as typeof parent.children;
  };
  shape(tree);
  walk<Nodes>(tree, (node) => {
    if ('children' in node && node.type !== 'list' && !poems.has(node)) shape(node);
  });
}

function addPoem(blocks: RootContent[], stanza: Paragraph): ContainerDirective {
  const position = stanza.position && { position: { ...stanza.position } };
  const poem: ContainerDirective = {
    type: 'containerDirective',
    name: 'verse',
    attributes: {},
    children: [stanza],
    ...position,
  };
  blocks.push(poem);
  return poem;
}

function addStanza(poem: ContainerDirective, stanza: Paragraph): void {
  poem.children.push(stanza);
  if (poem.position && stanza.position) poem.position.end = stanza.position.end;
}

const isBlock = ({ type }: Nodes): boolean =>
  type === 'paragraph' || type === 'list' || type === 'blockquote' || type === 'thematicBreak';

/** A break at the line above a block. */
function breakAbove({ position }: RootContent): ThematicBreak {
  if (!position) return { type: 'thematicBreak' };
  const { line, column, offset } = position.start;
  const point = { line: line - 1, column: 1, ...(offset !== undefined && { offset: Math.max(0, offset - column) }) };
  return { type: 'thematicBreak', position: { start: point, end: { ...point } } };
}

/** A block; of a list, its own items, what the others hold with the mark as typed, and breaks for items without words. */
function unlist(list: RootContent, text: string, { unlisted, breaks }: ProseLines): readonly RootContent[] {
  if (list.type !== 'list') return [list];
  const isOwn = ({ position }: ListItem): boolean =>
    !position || !(unlisted.has(position.start.line) || breaks.has(position.start.line));
  if (list.children.every(isOwn)) return [list];
  const blocks: RootContent[] = [];
  for (const item of list.children) {
    const { position } = item;
    const [first] = item.children;
    if (isOwn(item)) addItem(blocks, item, list, text);
    else if (!first || !position || breaks.has(position.start.line))
      blocks.push({ type: 'thematicBreak', ...(position && { position }) });
    else {
      giveMark(first, position.start, text);
      blocks.push(...item.children);
    }
  }
  return blocks;
}

/** Puts an item into the list that the blocks end with, or into a new one. */
function addItem(blocks: RootContent[], item: ListItem, list: List, text: string): void {
  const last = blocks.at(-1);
  const { position } = item;
  if (last?.type === 'list' && last.position) {
    last.children.push(item);
    if (position) last.position.end = position.end;
    return;
  }
  const start = list.ordered && { start: Number.parseInt(text.slice(position?.start.offset), 10) };
  blocks.push({ ...list, children: [item], ...start, ...(position && { position: { ...position } }) });
}

/** Puts the mark that was typed before a block into its words. */
function giveMark(block: RootContent, start: Point, text: string): void {
  const mark = text.slice(start.offset, block.position?.start.offset);
  const words = block.type === 'paragraph' ? block.children[0] : undefined;
  if (words?.type === 'text' && words.position) {
    words.value = mark + words.value;
    if (words.data?.literal) words.data.literal = words.data.literal.map((index) => index + mark.length);
    words.position.start = { ...start };
  } else if (block.type === 'paragraph') {
    const position = words?.position && { position: { start: { ...start }, end: words.position.start } };
    block.children.unshift({ type: 'text', value: mark, ...position });
  }
  if (block.position) block.position.start = { ...start };
}
