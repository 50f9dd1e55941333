/**
 * Ids that a page has more than once, as where an archive joins chapters that each count their notes from one. In: a page’s body. Out: the
 * same with ids of their own, and links that lead to them in their order.
 */
import type { Element, ElementContent } from 'hast';
import { attributeOf, changedNodes } from '../../html/hast-nodes.ts';
import { findElements, idOf } from './parse-page.ts';

/** Tells them apart where there are as many links to an id as elements with it. */
export function withIdsApart(body: Element): Element {
  const [places, leading] = [by(body, idOf), by(body, (each) => attributeOf(each, 'href'))];
  const ids = new Map<Element, string>();
  const targets = new Map<Element, string>();
  for (const [id, elements] of places) {
    const links = leading.get(`#${id}`) ?? [];
    if (elements.length < 2 || links.length !== elements.length) continue;
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

/** Elements by what each says, in their order; without those that say nothing. */
function by(body: Element, said: (element: Element) => string | undefined): ReadonlyMap<string, readonly Element[]> {
  const found = new Map<string, Element[]>();
  for (const element of findElements(body, (each) => said(each) !== undefined)) {
    const words = said(element) ?? '';
    const others = found.get(words);
    if (others) others.push(element);
    else found.set(words, [element]);
  }
  return found;
}
