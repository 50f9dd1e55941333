/** What foliate-js needs from us: a book made of entries, and boxes that it can measure where they are shown smaller. */
import { EPUB } from 'foliate-js/epub.js';
import type { Renderer } from 'foliate-js/view.js';
import type { Entries } from './entries.ts';
import { makeHarmless } from './harmless.ts';

/** The book behind a package document. Its pages are made harmless when they get an address. */
export async function readBook(entries: Entries): Promise<EPUB> {
  const book = await new EPUB({
    loadText: async (path) => (await entries.text(path)) ?? null,
    loadBlob: async (path) => {
      const bytes = await entries.bytes(path);
      return bytes ? new Blob([new Uint8Array(bytes)]) : null;
    },
    getSize: entries.size,
  }).init();
  book.transformTarget.addEventListener('data', ({ detail }) => {
    if (!/html/.test(detail.type)) return;
    detail.data = Promise.resolve(detail.data).then((data) => (typeof data === 'string' ? makeHarmless(data) : data));
  });
  return book;
}

/**
 * Lets foliate-js measure its boxes as they are, while they are shown smaller: their rectangles are those of the screen, and it
 * compares them with lengths inside the frame, which are not.
 */
export function measureUnscaled(doc: Document, parent: HTMLElement): void {
  const box = doc.defaultView?.frameElement?.parentElement;
  for (const element of [box, box?.parentElement]) {
    if (!element) continue;
    element.getBoundingClientRect = () => {
      const scale = HTMLElement.prototype.getBoundingClientRect.call(parent).width / parent.offsetWidth || 1;
      const { x, y, width, height } = HTMLElement.prototype.getBoundingClientRect.call(element);
      return new DOMRect(x / scale, y / scale, width / scale, height / scale);
    };
  }
}

/** Lets foliate-js lay out only what is there: when the size of the page changes it would do so, too, with a document that still loads. */
export function renderWhatIsThere(renderer: Renderer): void {
  const render = renderer.render.bind(renderer);
  const isThere = (doc: Document | null): boolean => Boolean(doc?.body);
  renderer.render = () => {
    if (renderer.getContents().every(({ doc }) => isThere(doc))) render();
  };
}
