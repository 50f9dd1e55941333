/**
 * What HTML forbids and EPUB's schemas let pass, made plain (HTML Living Standard, content models of `dt`, `th`, `address`).
 * In: hast of a body. Out: the same words in elements that may stand where they stand.
 */
import type { Element, ElementContent } from 'hast';
import { foreignElements } from '../book/html-elements.ts';
import { classesOf } from '../html/hast-nodes.ts';

const heading = /^h[1-6]$/;
/** Elements that divide or name a part of the book: not in a term, a head of a table, or an address. */
const structural = /^(?:h[1-6]|hgroup|section|article|aside|nav|header|footer|address)$/;
const unstructured = /^(?:dt|th|address)$/;

/** Nodes in which no heading or section stands in a term, a table’s head or an address, and no note in a heading. */
export function plainContent(
  nodes: readonly ElementContent[],
  around = { isUnstructured: false, isHeading: false },
): ElementContent[] {
  return nodes.map((node) => {
    if (node.type !== 'element' || foreignElements.has(node.tagName)) return node;
    const inside = {
      isUnstructured: around.isUnstructured || unstructured.test(node.tagName),
      isHeading: around.isHeading || heading.test(node.tagName),
    };
    const children = plainContent(node.children, inside);
    const named = around.isUnstructured && structural.test(node.tagName) ? asDivision(node) : node;
    const { role, ...others } = named.properties;
    return { ...named, properties: around.isHeading && role === 'note' ? others : named.properties, children };
  });
}

/** A division with the element's name as a class, and without the role that it had as such. */
function asDivision(element: Element): Element {
  const { role: _, ...properties } = element.properties;
  return {
    ...element,
    tagName: 'div',
    properties: { ...properties, className: [element.tagName, ...classesOf(element)] },
  };
}
