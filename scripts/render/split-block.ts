/**
 * Parts a block that is too long for one file, where no reader sees it: a list between its items, a table between its
 * rows, a quotation between its paragraphs, code between its lines. In: a block, and room. Out: blocks in its stead.
 * A paragraph is never parted: it would show.
 */
import type { Element, ElementContent } from 'hast';
import { isElement } from '../html/hast-nodes.ts';

interface Room {
  /** Bytes that are left in the file that the block begins in, and bytes in every other. */
  readonly first: number;
  readonly next: number;
  /** Bytes that nodes take up. */
  readonly sizeOf: (nodes: readonly ElementContent[]) => number;
}

const boxes: ReadonlySet<string> = new Set('blockquote div section article dl ul ol'.split(' '));

/** The block as parts that fit, as far as it can be parted. */
export function splitBlock(block: ElementContent, room: Room): readonly ElementContent[] {
  if (block.type !== 'element' || room.sizeOf([block]) <= room.first) return [block];
  if (block.tagName === 'table') return splitTable(block, room);
  if (block.tagName === 'pre') return splitCode(block, room);
  if (!boxes.has(block.tagName) || block.properties['reversed'] !== undefined) return [block];
  const around = room.sizeOf([{ ...block, children: [] }]);
  const inside: Room = { ...room, first: room.first - around, next: room.next - around };
  const children = block.tagName === 'ul' || block.tagName === 'ol' ? block.children : splitAll(block.children, inside);
  const groups = grouped(children, inside, (child) => block.tagName !== 'dl' || isElement(child, 'dt'));
  if (block.tagName !== 'ol') return groups.map((group, at) => continued(block, group, at));
  let start = Number(block.properties['start'] ?? 1);
  return groups.map((group, at) => {
    const part = continued(block, group, at);
    if (at > 0) part.properties['start'] = start;
    start += group.filter((child) => isElement(child, 'li')).length;
    return part;
  });
}

/** Parts what is too long among children, each by itself. */
function splitAll(children: readonly ElementContent[], room: Room): readonly ElementContent[] {
  let left = room.first;
  return children.flatMap((child) => {
    const size = room.sizeOf([child]);
    const parts = size > room.next ? splitBlock(child, { ...room, first: left > 0 ? left : room.next }) : [child];
    for (const part of parts) {
      const own = room.sizeOf([part]);
      left = own > left ? room.next - own : left - own;
    }
    return parts;
  });
}

/** Runs of children, each as long as fits; a run begins only where `mayBegin` lets it. */
function grouped(
  children: readonly ElementContent[],
  room: Room,
  mayBegin: (child: ElementContent, at: number) => boolean,
): ElementContent[][] {
  const groups: ElementContent[][] = [[]];
  let left = room.first;
  for (const [at, child] of children.entries()) {
    const size = room.sizeOf([child]);
    if (size > left && mayBegin(child, at) && groups.at(-1)?.some((each) => each.type === 'element')) {
      groups.push([]);
      left = room.next;
    }
    groups.at(-1)?.push(child);
    left -= size;
  }
  return groups;
}

/** Rows go on under the same head; rows that a cell spans stay together. */
function splitTable(table: Element, room: Room): readonly ElementContent[] {
  const bodies = table.children.filter((child) => isElement(child, 'tbody'));
  const [body] = bodies;
  if (!body || bodies.length > 1) return [table];
  const others = table.children.filter((child) => child !== body);
  const repeated = others.filter((child) => isElement(child, 'thead') || isElement(child, 'colgroup'));
  const around = room.sizeOf([{ ...table, children: others }]);
  const inside: Room = { ...room, first: room.first - around, next: room.next - around };
  const spanned = spannedRows(body.children);
  const groups = grouped(body.children, inside, (child, at) => isElement(child, 'tr') && !spanned.has(at));
  return groups.map((group, at) => {
    const own = continued(body, group, at);
    if (at === 0) return { ...table, children: table.children.map((child) => (child === body ? own : child)) };
    return continued(table, [...repeated.map((each) => withoutIds(each)), own], at);
  });
}

/** Places of rows that a cell of an earlier row reaches into. */
function spannedRows(rows: readonly ElementContent[]): ReadonlySet<number> {
  const spanned = new Set<number>();
  let reach = 0;
  for (const [at, row] of rows.entries()) {
    if (!isElement(row, 'tr')) continue;
    if (reach > 0) spanned.add(at);
    const spans = row.children.map((cell) => (cell.type === 'element' ? Number(cell.properties['rowSpan'] ?? 1) : 1));
    reach = Math.max(reach - 1, ...spans.map((span) => span - 1));
  }
  return spanned;
}

function splitCode(pre: Element, room: Room): readonly ElementContent[] {
  const [code] = pre.children;
  const holder = isElement(code, 'code') && pre.children.length === 1 ? code : pre;
  const [text] = holder.children;
  if (text?.type !== 'text' || holder.children.length > 1) return [pre];
  const lines = text.value.split(/(?<=\n)/).map((value): ElementContent => ({ type: 'text', value }));
  const parts: string[] = [];
  let left = 0;
  for (const line of lines) {
    const size = room.sizeOf([line]);
    if (size > left) {
      left = (parts.length === 0 ? room.first : room.next) - 200;
      parts.push('');
    }
    parts.push((parts.pop() ?? '') + (line.type === 'text' ? line.value : ''));
    left -= size;
  }
  return parts.map((value, at) => {
    const words: ElementContent = { ...text, value };
    return continued(pre, holder === pre ? [words] : [continued(holder, [words], at)], at);
  });
}

/** A part of an element: like it, but an id is the first part's alone. */
function continued(element: Element, children: ElementContent[], at: number): Element {
  const { id, ...others } = element.properties;
  return { ...element, properties: at === 0 && id !== undefined ? { ...others, id } : { ...others }, children };
}

function withoutIds(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node;
  return continued(node, node.children.map(withoutIds), 1);
}
