/**
 * Takes off what the press puts on a page for its design, and to keep places: spans around a heading's parts and around first words, the
 * classes of openings and of lines that say whose words they follow, the ids of paragraphs. In: a page's tree. Out: the tree as it was written. It will all be put on again.
 */
import type { Element, ElementContent } from 'hast';
import { attributeOf, classesOf, elementOf, withoutClass } from '../../html/hast-nodes.ts';
import { propertiesWithoutPlace } from '../../html/paragraph-ids.ts';

/** Spans whose content alone was written. */
const spans: ReadonlySet<string> = new Set([
  'lead-in',
  'former-lead-in',
  'number-stop',
  'chapter-number',
  'lone-number',
  'chapter-name',
]);
/** Classes that the press gives to a paragraph. */
const ofParagraphs: ReadonlySet<string> = new Set(['opening', 'chapter-line', 'attribution']);

/** The element without its design. */
export function stripGenerated(element: Element): Element {
  const bare = { ...withoutClasses(element) };
  bare.properties = propertiesWithoutPlace(bare);
  const isTitle = /^h\d$/.test(element.tagName) && classesOf(element)[0] === 'title';
  return { ...bare, children: stripAll(isTitle ? titleChildren(element.children) : element.children) };
}

/** Between which days a chapter was removed where it came from, if a node is the line that says so. */
export const removedOf = (node: ElementContent): string | undefined =>
  node.type === 'element' ? attributeOf(node, 'data-removed') : undefined;

function stripAll(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): readonly ElementContent[] => {
    if (removedOf(node) !== undefined) return [];
    if (node.type !== 'element') return [node];
    const [name = ''] = classesOf(node);
    return node.tagName === 'span' && spans.has(name) ? stripAll(node.children) : [stripGenerated(node)];
  });
}

function withoutClasses(element: Element): Element {
  const [name = '', ...others] = classesOf(element);
  const isParagraph = element.tagName === 'p' && ofParagraphs.has(name) && others.length === 0;
  if (!isParagraph) return element;
  return withoutClass(element);
}

/** Where one part of a title followed the other without a stop, there was a line break. */
function titleChildren(nodes: readonly ElementContent[]): readonly ElementContent[] {
  const lineBreak = elementOf('br');
  return nodes.flatMap((node, at): readonly ElementContent[] => {
    const [before, space] = [nodes[at - 2], nodes[at - 1]];
    const isPart = node.type === 'element' && /^chapter-(?:name|subtitle)$/.test(classesOf(node)[0] ?? '');
    const next = nodes[at + 1];
    if (isBetween(node) && next?.type === 'element' && isPartOfTitle(next))
      return endsWithStop(nodes[at - 1]) ? [node] : [];
    if (!isPart) return [node];
    const inside = classesOf(node)[0] === 'chapter-subtitle' ? node.children : [node];
    return before !== undefined && space !== undefined && isBetween(space) && !endsWithStop(before)
      ? [lineBreak, ...inside]
      : inside;
  });
}

const isBetween = (node: ElementContent): boolean => node.type === 'text' && node.value.trim() === '';

const isPartOfTitle = (element: Element): boolean => /^chapter-(?:name|subtitle)$/.test(classesOf(element)[0] ?? '');

function endsWithStop(node: ElementContent | undefined): boolean {
  const last = node?.type === 'element' ? node.children.at(-1) : undefined;
  return last?.type === 'element' && classesOf(last)[0] === 'number-stop';
}
