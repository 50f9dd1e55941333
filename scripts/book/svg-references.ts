/** References from one part of a drawing to another. */
import { local } from './svg-elements.ts';
import type { XmlElement } from './xml-element.ts';

/** How far uses may lead to uses. */
const deepest = 100;
/** How many shapes one `use` may draw, through all that it uses in turn. */
const mostDrawn = 10_000;

/** Takes away references to parts that the drawing doesn't have, second ids, and rings of references. */
export function withLiveReferences(root: XmlElement): XmlElement {
  const ids = new Set<string>();
  const once = (shape: XmlElement): XmlElement => {
    const { id, ...others } = shape.attributes;
    const fresh = id !== undefined && !ids.has(id);
    if (fresh) ids.add(id);
    const children = shape.children.map((child) => (typeof child === 'string' ? child : once(child)));
    return { ...shape, attributes: fresh ? shape.attributes : others, children };
  };
  const unique = once(root);
  // What a `use` draws may use more, but not itself, and not so much that it grows without end.
  const byId = new Map<string, XmlElement>();
  const index = (shape: XmlElement): void => {
    if (shape.attributes['id'] !== undefined) byId.set(shape.attributes['id'], shape);
    for (const child of shape.children) if (typeof child !== 'string') index(child);
  };
  index(unique);
  const weights = new Map<XmlElement, number>();
  const weigh = (shape: XmlElement, path: number): number => {
    const known = weights.get(shape);
    if (known !== undefined) return known;
    weights.set(shape, Number.POSITIVE_INFINITY); // whoever comes back here goes round in a ring
    const used = shape.name === 'use' ? byId.get(shape.attributes['xlink:href']?.slice(1) ?? '') : undefined;
    let weight = 1 + (used ? (path < deepest ? weigh(used, path + 1) : Number.POSITIVE_INFINITY) : 0);
    for (const child of shape.children) if (typeof child !== 'string') weight += weigh(child, path);
    weights.set(shape, weight);
    return weight;
  };
  weigh(unique, 0);
  const drawable = (shape: XmlElement): boolean => {
    const used = byId.get(shape.attributes['xlink:href']?.slice(1) ?? '');
    return used !== undefined && (weights.get(used) ?? Number.POSITIVE_INFINITY) <= mostDrawn;
  };
  const prune = (shape: XmlElement): XmlElement | undefined => {
    const attributes = Object.fromEntries(
      Object.entries(shape.attributes).filter(([key, value]) => {
        const target = key === 'xlink:href' ? value.slice(1) : local.exec(value)?.[2];
        return target === undefined || ids.has(target);
      }),
    );
    if (shape.name === 'use' && !drawable(shape)) return undefined;
    if (shape.name === 'textPath' && attributes['xlink:href'] === undefined)
      return { name: 'tspan', attributes: {}, children: shape.children };
    const children = shape.children.flatMap((child): (XmlElement | string)[] => {
      const kept = typeof child === 'string' ? child : prune(child);
      return kept === undefined ? [] : [kept];
    });
    return { ...shape, attributes, children };
  };
  return prune(unique) ?? unique;
}
