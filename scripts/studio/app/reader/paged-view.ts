/** A book in pages, as foliate-js reads and lays it out: a second, independent reading of our package document and contents. */
import type { Anchor, ContentsItem } from 'foliate-js/epub.js';
import { Overlayer } from 'foliate-js/overlayer.js';
import 'foliate-js/paginator.js';
import { View } from 'foliate-js/view.js';
import type { PagePlace } from '../../protocol.ts';
import type { BookView, ContentsEntry, Mark, Target, ViewEvents, Where } from './book-view.ts';
import type { Entries } from './entries.ts';
import { measureUnscaled, readBook, renderWhatIsThere } from './foliate.ts';
import { listenIn } from './in-page.ts';
import { notesOf } from './notes.ts';
import { pageColours, pageStyles } from './page-styles.ts';
import { patchPage } from './patch-page.ts';
import { placeAt, rangeAt } from './places.ts';
import { type Look, profileOf, spreadFrom } from './profiles.ts';
import { findPlace, type KeptPlace, keepPlace } from './same-place.ts';

/** Turns of a quick reader wait for each other; a key that is held down turns no more pages than can be seen. */
const mostTurns = 3;

/** Opens a book in `parent`, where nothing of it is seen before it goes somewhere. */
export async function openPagedView(
  parent: HTMLElement,
  entries: Entries,
  title: string,
  firstLook: Look,
  events: ViewEvents,
): Promise<BookView> {
  const book = await readBook(entries);
  const fixed = new Set(entries.read); // the contents, which were read with the package
  const view = new View();
  let look = firstLook;
  let marks: readonly Mark[] = [];
  let where: Where | undefined;
  // Where the person was led, as long as no page is turned: its page may begin elsewhere in each build.
  let led: PagePlace | undefined;
  let busy: Promise<void> = Promise.resolve();
  let turning = 0;
  const shown = () => view.renderer.getContents()[0];
  const notes = notesOf(book, parent, () => look, events);

  view.addEventListener('load', ({ detail: { doc, index } }) => {
    measureUnscaled(doc, parent);
    setColumns(doc);
    if (isPicture(doc)) Object.assign(doc.body.style, middle);
    doc.defaultView?.frameElement?.setAttribute('title', doc.title || title);
    const markAt = (point: MouseEvent): string | undefined => shown()?.overlayer?.hitTest(point)[0];
    listenIn(doc, book.sections[index]?.id ?? '', events, markAt);
    doc.addEventListener('pointerdown', () => notes.close());
  });
  // The overlay is given to the page only after this is told.
  view.addEventListener('create-overlay', () => queueMicrotask(drawMarks));
  view.addEventListener('link', (event) => {
    const isNote = notes.handle(event);
    event.preventDefault();
    if (!isNote) events.onFollow(event.detail.href);
  });
  view.addEventListener('external-link', (event) => {
    event.preventDefault();
    events.onExternal(event.detail.href);
  });
  view.addEventListener('relocate', ({ detail: { range, fraction = 0, tocItem, pageItem } }) => {
    const entry = book.sections[shown()?.index ?? 0]?.id ?? '';
    const place = placeAt(entry, range.startContainer, range.startOffset);
    where = { entry, place, chapter: tocItem?.label ?? title, fraction, page: pageItem?.label };
    printMargins(where.chapter);
    events.onMoved(where);
  });
  await view.open(book);
  renderWhatIsThere(view.renderer);
  view.renderer.addEventListener('relocate', ({ detail: { reason } }) => {
    if (reason === 'snap') led = undefined;
  });
  setLook(firstLook);
  parent.append(view);

  function setLook(next: Look): void {
    look = next;
    const { margins, isPaper } = profileOf(look);
    const isStill = isPaper || matchMedia('(prefers-reduced-motion: reduce)').matches;
    const attributes = {
      gap: `${look.ownMargins ?? margins}%`,
      margin: '44px',
      'max-inline-size': `${spreadFrom}px`,
      'max-block-size': '4000px',
    };
    for (const [name, value] of Object.entries(attributes))
      if (view.renderer.getAttribute(name) !== value) view.renderer.setAttribute(name, value);
    setColumns(shown()?.doc);
    view.renderer.toggleAttribute('animated', !isStill);
    view.renderer.setStyles(pageStyles(look));
    drawMarks();
  }

  function setColumns(doc: Document | undefined): void {
    const isOne = look.spread === 'one' || profileOf(look).isPaper || (doc && isPicture(doc));
    const columns = isOne ? '1' : '2';
    if (view.renderer.getAttribute('max-column-count') !== columns)
      view.renderer.setAttribute('max-column-count', columns);
  }

  function drawMarks(): void {
    const { overlayer, index, doc } = shown() ?? {};
    if (!overlayer || !doc || index === undefined) return;
    const colours = pageColours[look.night];
    const { writingMode } = doc.defaultView?.getComputedStyle(doc.body) ?? {};
    for (const { id, place, kind } of marks) {
      const range = place.entry === book.sections[index]?.id ? rangeAt(doc, place) : undefined;
      const draw = { doubt: Overlayer.underline, fault: Overlayer.squiggly, chosen: Overlayer.highlight }[kind];
      if (range) overlayer.add(id, range, draw, { color: colours[kind], ...(writingMode && { writingMode }) });
    }
  }

  function clearMarks(): void {
    for (const { id } of marks) shown()?.overlayer?.remove(id);
  }

  /** The head and the foot of the page, as reading systems print them. */
  function printMargins(chapter: string): void {
    const { heads, feet, page, pages } = view.renderer;
    const columns = feet?.length ?? 1;
    const names = columns > 1 ? [title, chapter] : [chapter];
    heads?.forEach((head, at) => {
      head.dir = 'auto';
      head.textContent = names[at] ?? '';
    });
    feet?.forEach((foot, at) => {
      foot.dir = 'ltr'; // its words are the app’s, whatever the book’s direction
      foot.textContent = pages > 3 ? `${(page - 1) * columns + at + 1} of ${(pages - 2) * columns}` : '';
    });
  }

  /** What a page was made of that was updated last. */
  let parsed: { readonly page: Document; readonly markup: Document } | undefined;

  async function update(
    paths: readonly string[],
    next: Pick<Entries, 'text'>,
    isWanted: () => boolean,
  ): Promise<boolean> {
    if (paths.some((path) => fixed.has(path) || indexOf(path) < 0)) return false;
    const { doc: page, index = -1 } = shown() ?? {};
    const path = book.sections[index]?.id;
    if (!page || path === undefined || !paths.includes(path)) return true;
    const before = parsed?.page === page ? parsed.markup : parse(await entries.text(path));
    const after = parse(await next.text(path));
    if (!isWanted() || shown()?.doc !== page) return false;
    const kept = where && keepPlace(page, led ?? where.place);
    if (!patchPage(page, before, after)) return false;
    notes.close();
    parsed = { page, markup: after };
    clearMarks();
    view.renderer.render();
    drawMarks();
    if (kept) await goNear(index, kept);
    return true;
  }

  /** One after the other: while a page turns, foliate-js goes nowhere else. */
  function queue(go: () => Promise<unknown>): Promise<void> {
    busy = busy.then(go).then(
      () => undefined,
      () => undefined,
    );
    return busy;
  }

  const goToSection = (index: number, anchor?: Anchor): Promise<void> =>
    view.renderer.goTo({ index, ...(anchor && { anchor: (doc) => anchor(doc) ?? 0 }) });
  const indexOf = (entry: string): number => book.sections.findIndex(({ id }) => id === entry);

  const goNear = (index: number, kept: KeptPlace): Promise<void> =>
    goToSection(index, (doc) => {
      const range = findPlace(doc, kept);
      led = placeAt(kept.place.entry, range.startContainer, range.startOffset);
      return range;
    });

  async function go(target: Target): Promise<void> {
    if (target === 'start') await view.renderer.firstSection();
    else if ('fraction' in target) await view.goToFraction(target.fraction);
    else if ('href' in target) {
      const found = book.resolveHref(target.href);
      if (found) await goToSection(found.index, found.anchor);
    } else await goToSection(indexOf(target.entry), (doc) => rangeAt(doc, target) ?? 0);
  }

  return {
    contents: (book.toc ?? []).map(contentsEntry),
    isRightToLeft: book.dir === 'rtl',
    get here() {
      const { doc, index } = shown() ?? {};
      if (!where || !doc || index === undefined || book.sections[index]?.id !== where.entry) return undefined;
      return { kept: keepPlace(doc, led ?? where.place), fraction: where.fraction };
    },
    get hasFocus() {
      return shown()?.doc.hasFocus() ?? false;
    },
    settled: async () => shown()?.doc.fonts.ready,
    goTo: (target) => {
      notes.close();
      led = target !== 'start' && 'element' in target ? target : undefined;
      return queue(() => go(target));
    },
    goBackTo: (kept, fraction) =>
      queue(() => {
        const { entry } = kept.place;
        const index = indexOf(entry);
        return index < 0 ? view.goToFraction(fraction) : goNear(index, kept);
      }),
    update: async (paths, next, isWanted) => {
      let isDone = false;
      await queue(async () => {
        isDone = await update(paths, next, isWanted);
      });
      return isDone;
    },
    turn: async (to) => {
      if (turning >= mostTurns) return;
      turning++;
      led = undefined;
      notes.close();
      await queue(() => view[to]());
      turning--;
    },
    setLook,
    setMarks: (next) => {
      clearMarks();
      marks = next;
      drawMarks();
    },
    focus: () => shown() && view.renderer.focusView(),
    destroy: () => {
      notes.close();
      if (shown()) view.close();
      view.remove();
      book.destroy();
    },
  };
}

const parse = (markup = ''): Document => new DOMParser().parseFromString(markup, 'application/xhtml+xml');

const contentsEntry = ({ label, href, subitems }: ContentsItem): ContentsEntry => ({
  title: label,
  href: href ?? '',
  entries: (subitems ?? []).map(contentsEntry),
});

const middle = { display: 'flex', flexDirection: 'column', justifyContent: 'center', height: '100%' };

/** A page that is one picture, as a cover is, stands alone. */
const isPicture = ({ body }: Document): boolean =>
  body.textContent.trim() === '' && body.querySelectorAll('img, svg').length === 1;
