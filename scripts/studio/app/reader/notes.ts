/** Notes that pop up at the lower edge of the page: their text in the book’s own style, with a way to the note itself. */
import type { EPUB } from 'foliate-js/epub.js';
import { FootnoteHandler } from 'foliate-js/footnotes.js';
import type { View } from 'foliate-js/view.js';
import { pageStyles } from './page-styles.ts';
import { type Look, profileOf } from './profiles.ts';

interface NoteEvents {
  onFollow(href: string): void;
  onExternal(href: string): void;
}

export interface Notes {
  /** Takes a link that was followed; false where it leads to no note. */
  handle(event: CustomEvent<{ readonly a: HTMLElement; readonly href: string }>): boolean;
  close(): void;
}

/** Shows notes of a book above `page`. */
export function notesOf(book: EPUB, page: HTMLElement, look: () => Look, events: NoteEvents): Notes {
  const handler = new FootnoteHandler();
  let link: HTMLElement | undefined;
  let shown: { readonly dialog: HTMLElement; readonly view: View } | undefined;

  function close(): void {
    if (!shown) return;
    const { dialog, view } = shown;
    shown = undefined;
    if (view.renderer.getContents().length > 0) view.close();
    dialog.remove();
    link?.focus({ preventScroll: true });
  }

  function follow(href: string): void {
    close();
    events.onFollow(href);
  }

  const closeByKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };

  handler.addEventListener('before-render', ({ detail: { view } }) => {
    close();
    const margin = look().ownMargins ?? profileOf(look()).margins;
    const name = link?.textContent?.trim();
    const dialog = document.createElement('div');
    dialog.className = 'reader-note';
    dialog.style.setProperty('--note-margin', `${margin}%`);
    dialog.tabIndex = -1;
    dialog.setAttribute('role', 'dialog');
    dialog.setAttribute('aria-label', name ? `Note ${name}` : 'Note');
    dialog.addEventListener('keydown', closeByKey);
    shown = { dialog, view };
    for (const [key, value] of [
      ['flow', 'scrolled'],
      ['margin', '12px'],
      ['gap', `${margin}%`],
      ['max-inline-size', '4000px'],
    ] as const)
      view.renderer.setAttribute(key, value);
    view.renderer.setStyles(pageStyles(look()));
    view.addEventListener('link', (event) => {
      event.preventDefault();
      const { a, href } = event.detail;
      if (/\bdoc-backlink\b/.test(a.getAttribute('role') ?? '')) close();
      else follow(href);
    });
    view.addEventListener('external-link', (event) => {
      event.preventDefault();
      events.onExternal(event.detail.href);
    });
    dialog.append(view);
    page.append(dialog);
  });

  handler.addEventListener('render', ({ detail: { view, href } }) => {
    const dialog = shown?.dialog;
    if (!dialog || shown?.view !== view) return;
    const actions = document.createElement('p');
    actions.append(
      button('Go to the note', () => follow(href)),
      button('Close', close),
    );
    dialog.append(actions);
    const fit = (): void => {
      const doc = view.renderer.getContents()[0]?.doc;
      doc?.addEventListener('keydown', closeByKey);
      const height = doc?.documentElement.getBoundingClientRect().height ?? 0;
      view.style.height = `${Math.min(height + 24, page.offsetHeight * 0.42)}px`;
      dialog.classList.add('is-open');
      dialog.focus({ preventScroll: true });
    };
    // It has a height when foliate-js has laid it out, which it does after this event.
    requestAnimationFrame(() => requestAnimationFrame(fit));
  });

  return {
    handle: (event) => {
      link = event.detail.a;
      const found = handler.handle(book, event);
      found?.catch(close);
      return found !== undefined;
    },
    close,
  };
}

function button(label: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  made.addEventListener('click', act);
  return made;
}
