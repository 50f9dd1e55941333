/** Starts the page on which a book of a shelf is read. The address says which book, relative to the library, and how it is called. */
import { render } from 'preact';
import '../styles/app.css';
import type { PagePlace } from '../../protocol.ts';
import { keepSettings } from '../state/settings.ts';
import { type OpenBook, openBook } from './open-book.ts';
import { Reading } from './reading.tsx';

const asked = new URLSearchParams(location.search);
const address = new URL(`../../${asked.get('book') ?? ''}`, document.baseURI).href;
const title = asked.get('title') || 'A book';
const key = asked.get('key') ?? '';
const shelf = /^[a-f\d]{32}$/.test(key) ? `../book-${key}.html` : '../index.html';
const placeName = `fleuron-place-${key}`;

document.title = title;
keepSettings();
const host = document.getElementById('reading');
const show = (opened: OpenBook | string | undefined): void => {
  if (host)
    render(<Reading title={title} shelf={shelf} opened={opened} place={keptPlace()} onMoved={keepPlace} />, host);
};
show(undefined);
show(await openBook(address, title));

function keptPlace(): PagePlace | undefined {
  try {
    return JSON.parse(localStorage.getItem(placeName) ?? 'null') ?? undefined;
  } catch {
    return undefined; // a browser that keeps nothing begins at the cover
  }
}

function keepPlace(place: PagePlace): void {
  try {
    localStorage.setItem(placeName, JSON.stringify(place));
  } catch {
    // The next visit begins at the cover.
  }
}
