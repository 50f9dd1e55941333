/** The search of the site, in the browser: reads the sections that lie beside it, and shows where words stand. */
import MiniSearch from 'minisearch';
import type { SearchSection } from './search-sections.ts';

declare const searchSections: readonly SearchSection[];

const most = 12;
/** How much of a text is shown around the first word that was found. */
const around = 60;

let index: MiniSearch | undefined;

/** Made when somebody first looks for something. */
function open(): MiniSearch {
  const made = new MiniSearch({
    idField: 'address',
    fields: ['heading', 'page', 'text'],
    searchOptions: { boost: { heading: 4, page: 2 }, prefix: true, fuzzy: 0.15, combineWith: 'AND' },
  });
  made.addAll(searchSections);
  return made;
}

function find(query: string): readonly HTMLLIElement[] {
  index ??= open();
  return index
    .search(query)
    .slice(0, most)
    .flatMap(({ id, terms }) => {
      const section = searchSections.find(({ address }) => address === id);
      return section ? [shown(section, terms)] : [];
    });
}

function shown({ address, page, heading, text }: SearchSection, terms: readonly string[]): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = address;
  link.textContent = page === heading ? page : `${page}: ${heading}`;
  const lower = text.toLowerCase();
  const [term = '', at = 0] =
    terms.map((each) => [each, lower.indexOf(each)] as const).find(([, place]) => place >= 0) ?? [];
  const from = Math.max(0, at - around);
  const mark = document.createElement('mark');
  mark.textContent = text.slice(at, at + term.length);
  const words = document.createElement('p');
  words.append(from > 0 ? '…' : '', text.slice(from, at), mark, text.slice(at + term.length, at + around * 2), '…');
  item.append(link, words);
  return item;
}

const form = document.querySelector('form[role="search"]');
const input = form?.querySelector('input');
const results = document.querySelector('#found');
if (form instanceof HTMLFormElement && input && results) {
  form.hidden = false;
  results.addEventListener('click', () => results.replaceChildren());
  form.addEventListener('submit', (event) => event.preventDefault());
  input.addEventListener('input', () => {
    const query = input.value.trim();
    const items = query === '' ? [] : find(query);
    const none = document.createElement('li');
    none.textContent = 'Nothing was found.';
    results.replaceChildren(...(query !== '' && items.length === 0 ? [none] : items));
  });
}

// The list of all pages would stand above the text of a narrow window.
if (window.matchMedia('(max-width: 55.99rem)').matches) document.querySelector('nav details')?.removeAttribute('open');
