/** The one door to foliate-js: shows a book, follows the person in it, and stays where the person is when the book is built again. */
import type { BuiltBook, PagePlace } from '../../protocol.ts';
import type { BookView, ContentsEntry, Mark, ReaderEvents, Target, ViewEvents, Where } from './book-view.ts';
import { type Entries, entriesOf, type KeptBytes, keepOnly, type Load } from './entries.ts';
import { type Move, moveOf } from './keys.ts';
import { openPagedView } from './paged-view.ts';
import { type Look, usualLook } from './profiles.ts';
import { openWebView } from './web-view.ts';

export type { ContentsEntry, Load, Look, Mark, ReaderEvents, Target, Where };

export interface Reader {
  /** The first time at the cover; later at the same place of the text, without a flicker. */
  show(book: BuiltBook, load: Load): Promise<void>;
  goTo(target: Target): Promise<void>;
  setLook(look: Look): void;
  setMarks(marks: readonly Mark[]): void;
  move(to: Move): void;
  next(): void;
  prev(): void;
  /** To the page that lies on the left, which is the next one where a book runs from right to left. */
  left(): void;
  right(): void;
  /** Where the person was before the last jump. */
  back(): void;
  readonly canGoBack: boolean;
  readonly contents: readonly ContentsEntry[];
  readonly isRightToLeft: boolean;
  destroy(): void;
}

interface Shown {
  readonly book: BuiltBook;
  readonly entries: Entries;
  readonly view: BookView;
  readonly layer: HTMLElement;
}

const jumpsKept = 50;

/** A reader in an element that has a size of its own. */
export function createReader(host: HTMLElement, events: ReaderEvents): Reader {
  const kept: KeptBytes = new Map();
  const jumps: PagePlace[] = [];
  let shown: Shown | undefined;
  let look: Look = usualLook;
  let marks: readonly Mark[] = [];
  let latest = 0;
  let newest: HTMLElement | undefined;

  async function show(book: BuiltBook, load: Load): Promise<void> {
    latest += 1;
    const mine = latest;
    const entries = entriesOf(book, load, kept);
    if (await update()) return;
    if (!isCurrent()) return;
    const layer = host.appendChild(document.createElement('div'));
    layer.className = 'reader-layer is-behind';
    newest = layer;
    let view: BookView | undefined;
    let followed = '';
    try {
      view = await open(layer, book, entries);
      if (!(await follow(view))) await view.goTo('start');
      view.setMarks(marks);
      await painted(view);
      // The person may have gone elsewhere meanwhile.
      await shown?.view.settled();
      if (isCurrent()) await follow(view);
    } catch (error) {
      close();
      if (isCurrent()) throw error;
      return;
    }
    if (!isCurrent()) return close();
    const before = shown;
    const hadFocus = before?.view.hasFocus;
    shown = { book, entries, view, layer };
    keepOnly(kept, book);
    layer.classList.remove('is-behind');
    before?.view.destroy();
    before?.layer.remove();
    if (hadFocus) view.focus();

    function isCurrent(): boolean {
      return mine === latest;
    }

    function close(): void {
      view?.destroy();
      layer.remove();
      if (newest === layer) newest = shown?.layer;
    }

    /** Makes what is shown the new build, where it can; it is not opened anew then. */
    async function update(): Promise<boolean> {
      const now = shown;
      if (now?.book.edition !== book.edition) return false;
      const others = now.entries.othersIn(book);
      if (others.length > 0 && !(await now.view.update(others, entries, isCurrent))) return false;
      now.entries.replace(book, load);
      keepOnly(kept, book);
      return true;
    }

    /** Goes where the person is in the book that is shown, unless it is there already; false where none is shown. */
    async function follow(next: BookView): Promise<boolean> {
      const { kept: place, fraction } = shown?.view.here ?? {};
      if (!place || fraction === undefined) return false;
      const there = JSON.stringify(place);
      if (there !== followed) await next.goBackTo(place, fraction);
      followed = there;
      return true;
    }
  }

  /** Opens a book; where a person is in it is told as long as it was opened last. */
  function open(layer: HTMLElement, book: BuiltBook, entries: Entries): Promise<BookView> {
    const told: ViewEvents = {
      ...events,
      onMoved: (where) => newest === layer && events.onMoved(where),
      onExternal: (href) => /^(?:https?|mailto):/i.test(href) && events.onExternal(href),
      onFollow: (href) => void goTo({ href }),
      onKey: (event) => {
        const to = moveOf(event);
        if (!to) return;
        event.preventDefault();
        move(to);
      },
    };
    const [only] = book.entries;
    return book.edition === 'web' && only
      ? openWebView(layer, entries, only.path, book.title, look, told)
      : openPagedView(layer, entries, book.title, look, told);
  }

  async function goTo(target: Target): Promise<void> {
    const here = shown?.view.here?.kept.place;
    if (here) jumps.push(here);
    if (jumps.length > jumpsKept) jumps.shift();
    await shown?.view.goTo(target);
  }

  function move(to: Move): void {
    const view = shown?.view;
    if (!view) return;
    const forwards = view.isRightToLeft ? 'left' : 'right';
    if (to === 'start') void goTo('start');
    else if (to === 'end') void goTo({ fraction: 1 });
    else if (to === 'next' || to === 'prev') void view.turn(to);
    else void view.turn(to === forwards ? 'next' : 'prev');
  }

  return {
    show,
    goTo,
    move,
    setLook: (next) => {
      look = next;
      shown?.view.setLook(look);
    },
    setMarks: (next) => {
      marks = next;
      shown?.view.setMarks(marks);
    },
    next: () => move('next'),
    prev: () => move('prev'),
    left: () => move('left'),
    right: () => move('right'),
    back: () => {
      const place = jumps.pop();
      if (place) void shown?.view.goTo(place);
    },
    get canGoBack() {
      return jumps.length > 0;
    },
    get contents() {
      return shown?.view.contents ?? [];
    },
    get isRightToLeft() {
      return shown?.view.isRightToLeft ?? false;
    },
    destroy: () => {
      latest += 1;
      shown?.view.destroy();
      shown?.layer.remove();
      shown = undefined;
    },
  };
}

/** When what was laid out is on the screen; a tab that nobody sees paints nothing, and is not waited for. */
const painted = (view: BookView): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 400);
    void view.settled().then(() => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
  });
