/** Clicks and keys in a document of the book: what they mean for the app. */
import type { PagePlace } from '../../protocol.ts';
import type { ViewEvents } from './book-view.ts';
import { isElement, placeAt, rangeAt, wordAt } from './places.ts';

/** Listens in a document. `markAt` answers with the mark at a point of it. */
export function listenIn(
  doc: Document,
  entry: string,
  events: ViewEvents,
  markAt: (point: MouseEvent) => string | undefined,
): void {
  // A link without a plain href, of a drawing or an image map, leads the frame itself; so does a form.
  const stop = (event: Event): void => {
    const link = isElement(event.target) ? event.target.closest('a, area') : undefined;
    if (event.type === 'submit' || (link && !link.matches('a[href]'))) event.preventDefault();
  };
  doc.addEventListener('click', stop, true);
  doc.addEventListener('submit', stop, true);
  doc.addEventListener('click', (event) => {
    if (isElement(event.target) && event.target.closest('a, area, summary')) return;
    if (doc.getSelection()?.type === 'Range') return;
    const mark = markAt(event);
    const place = mark === undefined ? wordUnder(doc, entry, event) : undefined;
    if (mark !== undefined) events.onMark(mark);
    else if (place) events.onPlace(place);
  });
  doc.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !(isElement(event.target) && event.target.closest('a, summary'))) {
      const caret = doc.getSelection();
      if (caret?.focusNode) enter(doc, placeAt(entry, caret.focusNode, caret.focusOffset), events);
    } else events.onKey(event);
  });
}

const enter = (doc: Document, place: PagePlace, events: ViewEvents): void =>
  events.onPlace(wordAt(doc, place) ?? place);

/** The word under the pointer; a click beside the lines is none. */
function wordUnder(doc: Document, entry: string, { clientX: x, clientY: y }: MouseEvent): PagePlace | undefined {
  const caret = doc.caretPositionFromPoint?.(x, y);
  const old = caret ? undefined : doc.caretRangeFromPoint?.(x, y);
  const node = caret?.offsetNode ?? old?.startContainer;
  if (!node) return undefined;
  const at = placeAt(entry, node, caret?.offset ?? old?.startOffset ?? 0);
  // A caret in the right half of a word’s last letter stands behind the word.
  const words = [at, { ...at, start: Math.max(0, at.start - 1) }].map((each) => wordAt(doc, each));
  return words.find((word) => word && isUnder(rangeAt(doc, word), x, y));
}

/** Whether a point lies in a range, or closely beside it. */
export function isUnder(range: Range | undefined, x: number, y: number): boolean {
  const near = 3;
  return [...(range?.getClientRects() ?? [])].some(
    ({ left, right, top, bottom }) => x >= left - near && x <= right + near && y >= top - near && y <= bottom + near,
  );
}
