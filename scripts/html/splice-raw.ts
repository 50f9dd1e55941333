/**
 * Finds the fragments of raw HTML in a tree, and puts what they mean in their place.
 * In a line of text the whole line is one fragment. Among blocks each raw node is a fragment by itself, so that a tag
 * left open cannot swallow what follows; only where a later sibling closes it do both, and all between them, make one.
 */
import type { Element, ElementContent, Root } from 'hast';
import { modelOf } from './content-model.ts';
import { pairTags, parseFragment } from './parse-fragment.ts';
import { type Item, isRaw, type Node, type Origin, tokenize } from './tokenize.ts';

/** Elements of Markdown that hold blocks. */
const containers = new Set(['root', 'blockquote', 'li', 'section', 'div', 'aside', 'article', 'dd', 'figure']);

type Parent = Root | Element;

/** The tree without raw nodes, and what was lost from each of them. Walks without recursion. */
export function spliceRaw(root: Root): { readonly root: Root; readonly origins: readonly Origin[] } {
  const origins: Origin[] = [];
  const changed = new Map<Parent, Parent>();
  for (const parent of parentsDeepestFirst(root)) {
    const children = (parent.children as Node[]).map(
      (child) => (child.type === 'element' ? (changed.get(child) ?? child) : child) as Node,
    );
    const spliced = children.some(isRaw) ? spliceChildren(parent, children, origins) : children;
    if (spliced !== children || spliced.some((child, at) => child !== parent.children[at])) {
      changed.set(parent, { ...parent, children: spliced as ElementContent[] });
    }
  }
  return { root: (changed.get(root) ?? root) as Root, origins: origins.sort(byPlace) };
}

function byPlace(one: Origin, other: Origin): number {
  const [a, b] = [one.position?.start, other.position?.start];
  return (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0);
}

function parentsDeepestFirst(root: Root): Parent[] {
  const parents: Parent[] = [root];
  for (let at = 0; at < parents.length; at++) {
    for (const child of parents[at]?.children ?? []) if (child.type === 'element') parents.push(child);
  }
  return parents.reverse();
}

function originOf(node: { readonly value: string; readonly position?: Origin['position'] }, origins: Origin[]): Origin {
  const origin: Origin = { value: node.value, position: node.position, lost: new Map() };
  origins.push(origin);
  return origin;
}

function itemsOfNode(node: Node, origins: Origin[], inline: boolean): Item[] {
  if (isRaw(node))
    return tokenize(
      originOf(node as { readonly value: string; readonly position?: Origin['position'] }, origins),
      inline,
    );
  return [{ kind: 'node', node }];
}

function spliceChildren(parent: Parent, children: readonly Node[], origins: Origin[]): Node[] {
  const lineByLine = parent.type === 'root' || containers.has(parent.tagName);
  const lines = lineByLine ? segments(children) : [children];
  const inline = (line: readonly Node[]): Node[] =>
    parseFragment(line.flatMap((node) => itemsOfNode(node, origins, true)));
  if (!lineByLine) return inline(children);

  // Lines of text first; then blocks, where every line is one thing.
  const blocks: Node[] = lines.flatMap((line) => (line.length > 1 && line.some(isRaw) ? inline(line) : [...line]));
  return spliceBlocks(blocks, origins);
}

/** Lines of inline nodes together, blocks and the white space between them alone. */
function segments(children: readonly Node[]): Node[][] {
  const found: Node[][] = [];
  let line: Node[] | undefined;
  children.forEach((child, at) => {
    const previous = children[at - 1];
    const afterBreak = previous?.type === 'element' && previous.tagName === 'br';
    const between = child.type === 'text' && !child.position && child.value.trim() === '' && !afterBreak;
    const block = child.type === 'element' && (modelOf(child.tagName)?.block ?? false);
    if (between || block) {
      found.push([child]);
      line = undefined;
    } else if (line) line.push(child);
    else {
      line = [child];
      found.push(line);
    }
  });
  return found;
}

function spliceBlocks(blocks: readonly Node[], origins: Origin[]): Node[] {
  const items: Item[] = [];
  const firstOf: number[] = []; // where each block's items begin
  const blockOf: number[] = []; // which block an item is of
  blocks.forEach((block, index) => {
    firstOf.push(items.length);
    for (const item of itemsOfNode(block, origins, false)) {
      items.push(item);
      blockOf.push(index);
    }
  });
  firstOf.push(items.length);

  // How far each block reaches through the tags that a later sibling closes.
  const paired = pairTags(items);
  const reach = blocks.map((_, index) => index);
  for (const [from, to] of paired) {
    const [start, end] = [blockOf[from] ?? 0, blockOf[to] ?? 0];
    if (end > (reach[start] ?? start)) reach[start] = end;
  }
  const spliced: Node[] = [];
  for (let first = 0; first < blocks.length; ) {
    let last = reach[first] ?? first;
    for (let index = first; index <= last; index++) last = Math.max(last, reach[index] ?? index);
    const block = blocks[first];
    if (first === last && block && !isRaw(block)) spliced.push(block);
    else {
      const from = firstOf[first] ?? 0;
      const fragment = items.slice(from, firstOf[last + 1]);
      spliced.push(...parseFragment(fragment, closings(fragment, first, paired, firstOf)));
    }
    first = last + 1;
  }
  return spliced;
}

/**
 * Tags of a fragment that nothing closes end with their raw node, the `first` block or a later one: by the index of
 * the item before which they end, the outermost first.
 */
function closings(
  fragment: readonly Item[],
  first: number,
  paired: ReadonlyMap<number, number>,
  firstOf: readonly number[],
): ReadonlyMap<number, readonly number[]> {
  const closing = new Map<number, number[]>();
  const from = firstOf[first] ?? 0;
  let block = first;
  fragment.forEach((item, index) => {
    if (item.kind !== 'start' || paired.has(from + index)) return;
    while ((firstOf[block + 1] ?? Number.POSITIVE_INFINITY) <= from + index) block++;
    const end = (firstOf[block + 1] ?? 0) - from;
    const unclosed = closing.get(end);
    if (unclosed) unclosed.push(index);
    else closing.set(end, [index]);
  });
  return closing;
}
