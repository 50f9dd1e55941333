/** Keeps trees shallow enough for everything that walks them by recursion, ours and the readers'. */
import type { Element, ElementContent, Root } from 'hast';
import { modelOf } from './content-model.ts';

/**
 * Takes the tags away from what lies deeper than so many levels; its words, pictures and line breaks stay, in order.
 * Walks without recursion. Calls `met` with the first element of each part that was too deep.
 */
export function capDepth(root: Root, deepest: number, met: (element: Element) => void): Root {
  if (depthOf(root) <= deepest) return root;
  type Parent = { children: ElementContent[] };
  const copy: Root = { ...root, children: [] };
  const queue: { readonly from: Root | Element; readonly to: Parent; readonly depth: number }[] = [
    { from: root, to: copy as Parent, depth: 0 },
  ];
  for (let at = 0; at < queue.length; at++) {
    const { from, to, depth } = queue[at] ?? { from: root, to: copy as Parent, depth: 0 };
    for (const child of from.children) {
      if (child.type === 'doctype') continue;
      if (child.type !== 'element') to.children.push(child);
      else if (depth < deepest || child.children.length === 0) {
        const twin: Element = { ...child, children: [] };
        to.children.push(twin);
        queue.push({ from: child, to: twin, depth: depth + 1 });
      } else {
        met(child);
        to.children.push(...leaves(child));
      }
    }
  }
  return copy;
}

/** How many levels a tree has; counted without recursion. */
export function depthOf(root: Root): number {
  let depth = 0;
  for (let level: readonly (Root | Element)[] = [root]; level.length > 0; depth++) {
    level = level.flatMap((node) => (node.children as (Root | Element)[]).filter((child) => child.type === 'element'));
  }
  return depth;
}

function leaves(element: Element): ElementContent[] {
  const found: ElementContent[] = [];
  const stack: (ElementContent | undefined)[] = [element];
  for (let node = stack.pop(); stack.length > 0 || node; node = stack.pop()) {
    if (node?.type === 'text') found.push(node);
    if (node?.type !== 'element') continue;
    const space = modelOf(node.tagName)?.block ? { type: 'text' as const, value: ' ' } : undefined;
    if (space) found.push(space);
    if (node.children.length === 0) found.push(...(modelOf(node.tagName)?.content === 'empty' && !space ? [node] : []));
    else {
      if (space) stack.push(space);
      for (let at = node.children.length - 1; at >= 0; at--) stack.push(node.children[at]);
    }
  }
  return found;
}
