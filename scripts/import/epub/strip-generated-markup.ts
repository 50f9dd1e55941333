/**
 * Takes off what the press puts on a page for its design: spans around a heading's parts and around first words, the
 * classes of openings and of lines that say whose words they follow. In: a page's tree. Out: the tree as it was written. It will all be put on again.
 */
import { classesOf, type HtmlElement, type HtmlNode } from '../html/tree.ts';

/** Spans whose content alone was written. */
const spans: ReadonlySet<string> = new Set(['lead-in', 'number-stop', 'chapter-number', 'lone-number', 'chapter-name']);
/** Classes that the press gives to a paragraph. */
const ofParagraphs: ReadonlySet<string> = new Set(['opening', 'chapter-line', 'attribution']);

/** The element without its design. */
export function undress(element: HtmlElement): HtmlElement {
  const bare = withoutClasses(element);
  const isTitle = /^h\d$/.test(element.name) && classesOf(element)[0] === 'title';
  return { ...bare, children: undressAll(isTitle ? titleChildren(element.children) : element.children) };
}

function undressAll(nodes: readonly HtmlNode[]): readonly HtmlNode[] {
  return nodes.flatMap((node): readonly HtmlNode[] => {
    if (node.type === 'text') return [node];
    const [name = ''] = classesOf(node);
    return node.name === 'span' && spans.has(name) ? undressAll(node.children) : [undress(node)];
  });
}

function withoutClasses(element: HtmlElement): HtmlElement {
  const [name = '', ...others] = classesOf(element);
  const isParagraph = element.name === 'p' && ofParagraphs.has(name) && others.length === 0;
  if (!isParagraph) return element;
  const attributes = new Map(element.attributes);
  attributes.delete('class');
  return { ...element, attributes };
}

/** Where one part of a title followed the other without a stop, there was a line break. */
function titleChildren(nodes: readonly HtmlNode[]): readonly HtmlNode[] {
  const lineBreak: HtmlElement = { type: 'element', name: 'br', attributes: new Map(), children: [] };
  return nodes.flatMap((node, at): readonly HtmlNode[] => {
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

const isBetween = (node: HtmlNode): boolean => node.type === 'text' && node.value.trim() === '';

const isPartOfTitle = (element: HtmlElement): boolean =>
  /^chapter-(?:name|subtitle)$/.test(classesOf(element)[0] ?? '');

function endsWithStop(node: HtmlNode | undefined): boolean {
  const last = node?.type === 'element' ? node.children.at(-1) : undefined;
  return last?.type === 'element' && classesOf(last)[0] === 'number-stop';
}
