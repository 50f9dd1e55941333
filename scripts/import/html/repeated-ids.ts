/**
 * Ids that a page has more than once, as where an archive joins chapters that each count their notes from one. In: a page’s body. Out: the
 * same with ids of their own, and links that lead to them in their order.
 */
import type { Element, ElementContent } from 'hast';
import { attributeOf, changedNodes } from '../../html/hast-nodes.ts';
import { findElements, idOf } from './parse-page.ts';

/** Tells them apart where there are as many links to an id as elements with it. */
export function withIdsApart(body: Element): Element {
  const places = new Map<string, Element[]>();
  for (const element of findElements(body, (each) => idOf(each) !== undefined)) {
    const id = idOf(element) ?? '';
    places.set(id, [...(places.get(id) ?? []), element]);
  }
  const ids = new Map<Element, string>();
  const targets = new Map<Element, string>();
  for (const [id, elements] of places) {
    const links = elements.length < 2 ? [] : findElements(body, (each) => attributeOf(each, 'href') === `#${id}`);
    if (links.length !== elements.length) continue;
    for (const [at, element] of elements.entries()) if (at > 0) ids.set(element, `${id}_${at + 1}`);
    for (const [at, link] of links.entries()) if (at > 0) targets.set(link, `#${id}_${at + 1}`);
  }
  if (ids.size === 0) return body;
  const visit = (node: ElementContent): readonly ElementContent[] => {
    if (node.type !== 'element') return [node];
    const children = changedNodes(node.children, visit);
    const [id, href] = [ids.get(node), targets.get(node)];
    if (children === node.children && id === undefined && href === undefined) return [node];
    const properties = { ...node.properties, ...(id !== undefined && { id }), ...(href !== undefined && { href }) };
    return [{ ...node, properties, children }];
  };
  return { ...body, children: changedNodes(body.children, visit) };
}
