/**
 * Gives a file's tree the shape that its author meant, where the parser had no say: lists that are speech, lines that are paragraphs,
 * poems, and scenes that end with blank lines. In: the tree of a whole file, edited in place, its text and its lines. Out: nothing.
 */
import type { List, Nodes, Parents, Root, RootContent, ThematicBreak } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { walk } from '../../book/walk.ts';
import type { ProseLines } from './prose-lines.ts';
import { splitParagraph } from './split-paragraph.ts';

/** Shapes a tree. */
export function shapeTree(tree: Root, text: string, prose: ProseLines): void {
  const { unlisted, breaks, starts, verse, gaps } = prose;
  if ([unlisted, breaks, starts, verse, gaps].every(({ size }) => size === 0)) return;
  const shape = (parent: Parents): void => {
    if (!parent.children.some((child) => isBlock(child))) return;
    const shaped: RootContent[] = [];
    const add = (child: RootContent): void => {
      const line = child.position?.start.line ?? 0;
      const before = shaped.at(-1);
      if (gaps.has(line) && before && before.type !== 'thematicBreak') shaped.push(breakAbove(child));
      if (child.type !== 'paragraph') {
        shaped.push(child);
        return;
      }
      const last = shaped.at(-1);
      if (!verse.has(line)) {
        for (const each of splitParagraph(child, text, (at) => starts.has(at))) shaped.push(each);
      } else if (last?.type === 'containerDirective' && last === before && poems.has(last)) {
        last.children.push(child);
        if (last.position && child.position) last.position.end = child.position.end;
      } else {
        const poem: ContainerDirective = {
          type: 'containerDirective',
          name: 'verse',
          attributes: {},
          children: [child],
          ...(child.position && { position: { ...child.position } }),
        };
        poems.add(poem);
        shaped.push(poem);
      }
    };
    for (const child of parent.children as RootContent[])
      for (const each of child.type === 'list' ? unlist(child, text, prose) : [child]) add(each);
    parent.children = shaped as typeof parent.children;
  };
  const poems = new Set<Nodes>();
  shape(tree);
  walk<Nodes>(tree, (node) => {
    if ('children' in node && node.type !== 'list' && !poems.has(node)) shape(node);
  });
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

/** A list without the items that are none: what they hold, with the mark as typed, and breaks for items without words. */
function unlist(list: List, text: string, { unlisted, breaks }: ProseLines): readonly RootContent[] {
  const isOwn = (line: number): boolean => !unlisted.has(line) && !breaks.has(line);
  if (list.children.every((item) => isOwn(item.position?.start.line ?? 0))) return [list];
  const blocks: RootContent[] = [];
  for (const item of list.children) {
    const { start } = item.position ?? {};
    const last = blocks.at(-1);
    if (!start || isOwn(start.line)) {
      if (last?.type === 'list' && last.position) {
        last.children.push(item);
        if (item.position) last.position.end = item.position.end;
      } else
        blocks.push({
          ...list,
          children: [item],
          ...(list.ordered && { start: Number.parseInt(text.slice(start?.offset), 10) }),
          ...(item.position && { position: { ...item.position } }),
        });
      continue;
    }
    const [first, ...rest] = item.children;
    if (!first || breaks.has(start.line)) {
      blocks.push({ type: 'thematicBreak', ...(item.position && { position: item.position }) });
      continue;
    }
    const mark = text.slice(start.offset, first.position?.start.offset);
    const words = first.type === 'paragraph' ? first.children[0] : undefined;
    if (first.type === 'paragraph' && words?.type === 'text' && words.position) {
      words.value = mark + words.value;
      if (words.data?.literal) words.data.literal = words.data.literal.map((index) => index + mark.length);
      words.position.start = { ...start };
    } else if (first.type === 'paragraph')
      first.children.unshift({
        type: 'text',
        value: mark,
        ...(words?.position && { position: { start: { ...start }, end: words.position.start } }),
      });
    if (first.position) first.position.start = { ...start };
    blocks.push(first, ...rest);
  }
  return blocks;
}
