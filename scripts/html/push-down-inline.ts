/** Inline elements around blocks: what browsers show that way, an EPUB may hold the other way round only. */
import type { Element, ElementContent, Root } from 'hast';
import { modelOf } from './content-model.ts';
import { isBlank, isBlock, withChildren } from './hast-nodes.ts';
import { inlineRuns } from './inline-runs.ts';

/** How many copies of inline elements may still be made: a guard against markup that multiplies. */
interface CopyQuota {
  copies: number;
}

/** Some copies for each element that there is. */
export function copyQuotaFor(root: Root): CopyQuota {
  const count = (node: Root | ElementContent): number => {
    let sum = 1;
    if ('children' in node) for (const child of node.children) if (child.type !== 'doctype') sum += count(child);
    return sum;
  };
  return { copies: 1000 + 4 * count(root) };
}

/** An inline element around blocks goes into each of them. */
export function pushDownInline(
  element: Element,
  children: readonly ElementContent[],
  quota: CopyQuota,
): ElementContent[] {
  if (!children.some(isBlock)) {
    const bare = children.length === 0 && Object.keys(element.properties).length === 0 && !element.data?.aliases;
    return bare ? [] : [withChildren(element, [...children])];
  }
  let first = true;
  const wrap = (run: ElementContent[]): ElementContent[] => {
    if (run.every(isBlank) || quota.copies <= 0) return run;
    quota.copies--;
    const wrapped = withChildren(element, run, first);
    first = false;
    return [wrapped];
  };
  const into = (nodes: readonly ElementContent[]): ElementContent[] =>
    inlineRuns(nodes).flatMap((run) => (Array.isArray(run) ? wrap(run) : [within(run)]));
  const within = (node: ElementContent): ElementContent => {
    if (node.type !== 'element') return node;
    const content = modelOf(node.tagName)?.content;
    if (content === 'empty' || content === 'foreign') return node;
    if (content === 'list' || content === 'definitions' || content === 'table') {
      // Only the boxes inside hold words.
      return { ...node, children: node.children.map((child) => (isBlank(child) ? child : within(child))) };
    }
    return { ...node, children: into(node.children) };
  };
  return into(children);
}

/** Links that hold links, or what else can be pressed. */
export function linksWithControls(root: Root): ReadonlySet<Element> {
  const around = new Set<Element>();
  const look = (node: Root | ElementContent, links: readonly Element[]): void => {
    if (!('children' in node)) return;
    for (const child of node.children) {
      if (child.type !== 'element') continue;
      const presses = child.tagName === 'details' || (child.tagName === 'a' && child.properties['href'] !== undefined);
      if (presses) for (const link of links) around.add(link);
      look(child, child.tagName === 'a' ? [...links, child] : links);
    }
  };
  look(root, []);
  return around;
}
