/**
 * Where each part of a catalogue has its address, relative to the library: the same for a server and for files. Catalogue, pages and
 * pictures are in one folder; books are where they lie.
 */
import type { BookFile, CatalogBook } from './catalog.ts';
import type { ListName } from './lists.ts';

/** The folder beside the books that holds all but them. */
export const shelfFolder = 'shelf/';
/** What an address ends in: a page, OPDS 1.2, OPDS 2.0. */
export type Form = 'html' | 'xml' | 'json';

/** Where people and reading apps begin. */
export const startPage = `${shelfFolder}index.html`;
export const startFeed = (form: Exclude<Form, 'html'>): string => `${shelfFolder}catalog.${form}`;
export const searchDescription = `${shelfFolder}search-description.xml`;
export const styleSheet = `${shelfFolder}shelf.css`;
/** The folder of the page that shows a book. */
export const readerFolder = `${shelfFolder}reader/`;

/** The list that is shown first. */
const firstList = 'all.new';

export function listAddress({ name, page, query }: ListName, form: Form): string {
  if (name === firstList && page === 1 && form === 'html') return startPage;
  if (query !== undefined) {
    const words = `query=${encodeURIComponent(query)}`;
    return `${shelfFolder}${name}.${form}?${words}${page > 1 ? `&page=${page}` : ''}`;
  }
  return `${shelfFolder}${name}${page > 1 ? `.${page}` : ''}.${form}`;
}

/** The list that an address means; undefined for one that can be none. */
export function listAt(path: string, query: URLSearchParams): (ListName & { readonly form: Form }) | undefined {
  if (path === startPage) return { name: firstList, page: 1, form: 'html' };
  const [, name, page = '1', form] =
    /^shelf\/([a-z\d-]+(?:\.[a-z]+)?)(?:\.(\d{1,6}))?\.(html|xml|json)$/.exec(path) ?? [];
  if (name === undefined || !isForm(form)) return undefined;
  if (name !== 'search') return { name, page: Number(page), form };
  // A client that does not know the number of the page may leave the template’s word there.
  return {
    name,
    page: Number(/^\d{1,6}$/.exec(query.get('page') ?? '')?.[0] ?? 1),
    query: query.get('query') ?? '',
    form,
  };
}

const isForm = (word: string | undefined): word is Form => word === 'html' || word === 'xml' || word === 'json';

export const bookPage = ({ key }: Pick<CatalogBook, 'key'>): string => `${shelfFolder}book-${key}.html`;
export const coverAddress = ({ key, cover }: Pick<CatalogBook, 'key' | 'cover'>): string =>
  `${shelfFolder}cover-${key}.${cover?.mediaType.replace(/^.*\//, '').replace('jpeg', 'jpg') ?? 'jpg'}`;
export const thumbnailAddress = ({ key }: Pick<CatalogBook, 'key'>): string => `${shelfFolder}thumbnail-${key}.jpg`;
export const fileAddress = ({ path }: Pick<BookFile, 'path'>): string =>
  path.split('/').map(encodeURIComponent).join('/');

/** The page that shows a book, which it finds by an address relative to the library. */
export function readerAddress({ key, title }: CatalogBook, file: BookFile): string {
  const words = new URLSearchParams({ book: fileAddress(file), title, key });
  return `${readerFolder}index.html?${words}`;
}

/** An address as it is written in what has another; both are relative to the library. */
export function relativeTo(at: string): (to: string) => string {
  const folder = at.split('/').slice(0, -1);
  return (to) => {
    const steps = to.split('/');
    let common = 0;
    while (common < folder.length && common < steps.length - 1 && folder[common] === steps[common]) common++;
    return [...folder.slice(common).map(() => '..'), ...steps.slice(common)].join('/') || './';
  };
}
