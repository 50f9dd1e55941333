/** Places in a document: from an element’s path and offsets in its text to a range, and back. Documents are of other frames. */
import type { PagePlace } from '../../protocol.ts';

export const isElement = (node: EventTarget | Node | null | undefined): node is Element =>
  node !== null && node !== undefined && 'nodeType' in node && node.nodeType === 1;

/** The element at a path of indexes from the body on. */
export function elementAt(doc: Document, path: readonly number[]): Element | undefined {
  let element: Element | undefined = doc.body;
  for (const index of path) element = element?.children[index];
  return element;
}

/** The indexes of an element and those that it stands in, from the body on. */
function pathOf(element: Element): readonly number[] {
  const path: number[] = [];
  const { body } = element.ownerDocument;
  for (let each: Element | null = element; each && each !== body; each = each.parentElement)
    path.unshift([...(each.parentElement?.children ?? [])].indexOf(each));
  return path;
}

/** The range of a place. Undefined where no such element is. */
export function rangeAt(doc: Document, { element: path, start, end }: PagePlace): Range | undefined {
  const element = elementAt(doc, path);
  return element && (end > start ? rangeIn(element, start, end) : letterAt(element, start));
}

/** The letter at an offset, or the first behind it: spaces at the beginning of a block are nowhere on the page. */
export function letterAt(element: Element, offset: number): Range {
  const text = element.textContent ?? '';
  const spaces = text.slice(offset).search(/\S/);
  const at = Math.min(offset + Math.max(spaces, 0), text.length);
  return rangeIn(element, at, at + 1);
}

/** From one offset in an element’s text to another, as far as the text goes. */
function rangeIn(element: Element, start: number, end: number): Range {
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  let at = 0;
  let isStarted = false;
  for (const node of textsOf(element)) {
    const { length } = node.data;
    if (!isStarted && start < at + length) {
      range.setStart(node, start - at);
      isStarted = true;
    }
    if (isStarted && end <= at + length) {
      range.setEnd(node, end - at);
      return range;
    }
    at += length;
  }
  if (!isStarted) range.collapse(false);
  return range;
}

/** The place of a point: in the nearest block, which has all its text in one line of offsets. */
export function placeAt(entry: string, node: Node, offset: number): PagePlace {
  const element = blockOf(node);
  const start = offsetIn(element, node, offset);
  return { entry, element: pathOf(element), start, end: start };
}

/** The same place, with the word that it lies in; undefined between words. */
export function wordAt(doc: Document, place: PagePlace): PagePlace | undefined {
  const text = elementAt(doc, place.element)?.textContent ?? '';
  const language = doc.documentElement.lang;
  const segmenter = new Intl.Segmenter(language || undefined, { granularity: 'word' });
  const word = segmenter.segment(text).containing(Math.min(place.start, text.length - 1));
  return word && /\S/.test(word.segment)
    ? { ...place, start: word.index, end: word.index + word.segment.length }
    : undefined;
}

/** The element of a node that is no part of a line; the body at last. */
export function blockOf(node: Node): Element {
  const { body, defaultView } = node.ownerDocument ?? document;
  let element = isElement(node) ? node : node.parentElement;
  while (element && element !== body && defaultView?.getComputedStyle(element).display.startsWith('inline'))
    element = element.parentElement;
  return element ?? body;
}

function offsetIn(element: Element, node: Node, offset: number): number {
  const before = element.ownerDocument.createRange();
  before.selectNodeContents(element);
  before.setEnd(node, offset);
  return before.cloneContents().textContent?.length ?? 0;
}

function* textsOf(element: Element): Generator<Text> {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION);
  const isText = (node: Node | null): node is Text => node !== null;
  for (let node = walker.nextNode(); isText(node); node = walker.nextNode()) yield node;
}
