/** The place where a person reads, found again in the next build of the book. */
import type { PagePlace } from '../../protocol.ts';
import { elementAt, letterAt } from './places.ts';

/** A place, and what stood there. */
export interface KeptPlace {
  readonly place: PagePlace;
  /** All text of its element. */
  readonly text: string;
}

export const keepPlace = (doc: Document, place: PagePlace): KeptPlace => ({
  place,
  text: elementAt(doc, place.element)?.textContent ?? '',
});

/**
 * The element of the same path if it has the same text; else the nearest with the same text; else the one that stands where
 * it stood.
 */
export function findPlace(doc: Document, { place, text }: KeptPlace): Range {
  const there = nearestAt(doc, place.element);
  const element = there.textContent === text ? there : (nearestWith(doc, there, text) ?? there);
  return letterAt(element, place.start);
}

/** The element at a path, or the last one on the way to it. */
function nearestAt(doc: Document, path: readonly number[]): Element {
  let element: Element = doc.body;
  for (const index of path) {
    const next = element.children[Math.min(index, element.children.length - 1)];
    if (!next) break;
    element = next;
  }
  return element;
}

function nearestWith(doc: Document, from: Element, text: string): Element | undefined {
  if (text.trim() === '') return undefined;
  const all = [...doc.body.querySelectorAll('*')];
  const at = all.indexOf(from);
  const far = (element: Element): number => Math.abs(all.indexOf(element) - at);
  // Of elements in each other with the same text, the innermost is the block itself.
  return all
    .filter((each) => each.textContent === text)
    .reduce<Element | undefined>((best, each) => (best && far(best) < far(each) ? best : each), undefined);
}
