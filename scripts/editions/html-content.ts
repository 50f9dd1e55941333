/**
 * What HTML forbids and EPUB's schemas let pass, made plain (HTML Living Standard, content models of `dt`, `th`, `address`).
 * In: shapes of a body. Out: the same words in elements that may stand where they stand.
 */
import type { Shape } from '../book/xml-element.ts';
import { isForeign, type Node } from './shapes.ts';

const heading = /^h[1-6]$/;
/** Elements that divide or name a part of the book: not in a term, a head of a table, or an address. */
const structural = /^(?:h[1-6]|hgroup|section|article|aside|nav|header|footer|address)$/;
const unstructured = /^(?:dt|th|address)$/;

/** Nodes in which no heading or section stands in a term, a table’s head or an address, and no note in a heading. */
export function plainContent(
  nodes: readonly Node[],
  around = { isUnstructured: false, isHeading: false },
): readonly Node[] {
  return nodes.map((node): Node => {
    if (typeof node === 'string' || isForeign(node)) return node;
    const inside = {
      isUnstructured: around.isUnstructured || unstructured.test(node.name),
      isHeading: around.isHeading || heading.test(node.name),
    };
    const children = plainContent(node.children, inside);
    const named = around.isUnstructured && structural.test(node.name) ? asDivision(node) : node;
    const { role, ...others } = named.attributes;
    return { ...named, attributes: around.isHeading && role === 'note' ? others : named.attributes, children };
  });
}

/** A division with the element's name as a class, and without the role that it had as such. */
function asDivision({ name, attributes: { role: _, ...attributes }, children }: Shape): Shape {
  return {
    name: 'div',
    attributes: { ...attributes, class: [name, attributes['class']].filter(Boolean).join(' ') },
    children,
  };
}
