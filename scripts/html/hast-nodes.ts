/** Small questions about hast nodes, and copies of them; and what the conformers of groups are given. */
import type { Element, ElementContent, Nodes, Properties } from 'hast';
import { propertyName } from './attribute-names.ts';
import { modelOf } from './content-model.ts';

/** What the conformers of groups need of `conform.ts`. */
export interface Conformer {
  /** Fits children, and gathers stray list items and definitions into lists. */
  all(children: readonly ElementContent[], ancestors: readonly string[]): ElementContent[];
  /** Fits one element that stands where it may. */
  placed(element: Element, ancestors: readonly string[]): ElementContent[];
}

/** Whether a node is one of these elements. */
export function isElement<Name extends string>(
  node: ElementContent | undefined,
  ...names: readonly Name[]
): node is Element & { tagName: Name } {
  return node?.type === 'element' && names.some((name) => name === node.tagName);
}

/** Whether a node is a block. */
export function isBlock(node: ElementContent): boolean {
  return node.type === 'element' && (modelOf(node.tagName)?.block ?? false);
}

/** Whether a node shows nothing. */
export function isBlank(node: ElementContent): boolean {
  return node.type === 'text' ? /^[\t\n\f\r ]*$/.test(node.value) : node.type === 'comment';
}

/** Whether a node shows something. */
export function isVisible(node: ElementContent): boolean {
  if (node.type !== 'element') return !isBlank(node);
  const content = modelOf(node.tagName)?.content;
  return content === 'foreign' || (content === 'empty' && node.tagName !== 'wbr') || node.children.some(isVisible);
}

/** What `each` makes of nodes, in their place; the very same list where it changes none, which costs no memory. */
export function changedNodes(
  nodes: ElementContent[],
  each: (node: ElementContent) => readonly ElementContent[],
): ElementContent[] {
  let made: ElementContent[] | undefined;
  for (const [at, node] of nodes.entries()) {
    const [only, ...more] = each(node);
    const isSame = only === node && more.length === 0;
    if (!made && !isSame) made = nodes.slice(0, at);
    if (only) made?.push(only, ...more);
  }
  return made ?? nodes;
}

/** The element again with other children; without its id if it had one before. */
export function withChildren(element: Element, children: ElementContent[], first = true): Element {
  const { id, ...others } = element.properties;
  return { ...element, properties: first || id === undefined ? element.properties : others, children };
}

/** Properties that every element may have. */
const common = new Set(['id', 'className', 'title', 'lang', 'xmlLang', 'dir', 'style', 'epubType']);

/** The element under another name, without the properties that only the old name could have. */
export function withTagName(element: Element, tagName: string): Element {
  const properties = Object.fromEntries(Object.entries(element.properties).filter(([name]) => common.has(name)));
  return { ...element, tagName, properties };
}

/** An element that the repair adds. */
export function createElement(tagName: string, children: ElementContent[], like?: ElementContent): Element {
  const position = like?.position;
  return {
    type: 'element',
    tagName,
    properties: {},
    children,
    data: { fromHtml: true },
    ...(position && { position }),
  };
}

/** A new element. */
export function elementOf(tagName: string, properties: Properties = {}, children: ElementContent[] = []): Element {
  return { type: 'element', tagName, properties, children };
}

/** All elements in nodes, in document order; found without recursion, so that no nesting overflows the stack. */
export function elementsIn(nodes: readonly Nodes[]): readonly Element[] {
  const found: Element[] = [];
  const open: Element[] = [];
  const push = (children: readonly Nodes[]) => {
    for (let at = children.length - 1; at >= 0; at--) {
      const child = children[at];
      if (child?.type === 'element') open.push(child);
    }
  };
  push(nodes);
  for (let element = open.pop(); element; element = open.pop()) {
    found.push(element);
    push(element.children);
  }
  return found;
}

/** The elements among nodes, and below them, that pass, and stand in no other that does. */
export const outermost = (
  nodes: readonly ElementContent[],
  passes: (element: Element) => boolean,
): readonly Element[] =>
  nodes.flatMap((node) => (node.type !== 'element' ? [] : passes(node) ? [node] : outermost(node.children, passes)));

/** The words of an element's `class`. */
export function classesOf({ properties: { className } }: Element): readonly string[] {
  if (className === undefined) return []; // most elements of a book have none
  return Array.isArray(className)
    ? className.map(String)
    : String(className ?? '')
        .split(/\s+/)
        .filter(Boolean);
}

/** The value of an attribute, by its name in XHTML; undefined where the element has none. */
export function attributeOf({ properties }: Element, name: string): string | undefined {
  const value = properties[propertyName(name)];
  if (value === null || value === undefined || value === false) return undefined;
  return value === true ? '' : Array.isArray(value) ? value.join(' ') : String(value);
}

/** The element again, without its classes. */
export function withoutClass(element: Element): Element {
  const { className: _, ...properties } = element.properties;
  return { ...element, properties };
}

/** Whether an element has no attribute. */
export const isBare = ({ properties }: Element): boolean => Object.keys(properties).length === 0;
