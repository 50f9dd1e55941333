/**
 * Makes a catalogue of books. In: files with what is known of each story. Out: a catalogue, in an order that is the same on
 * every machine, whose ids and keys stay when other books come and go.
 */
import { sha256 } from '../book/digest.ts';
import { editionNames, editions } from '../book/editions.ts';
import { compareText, slug, titleOfName } from '../book/file-names.ts';
import { uuidOf } from '../book/uuid.ts';
import type { BookFacts, BookFile, Catalog, CatalogBook, Group, GroupKind } from './catalog.ts';
import { folded, searchedWords } from './search.ts';

/** A story, before it has its place in a catalogue. */
export interface KnownStory {
  readonly facts: BookFacts;
  /** The plain EPUB first. */
  readonly files: readonly BookFile[];
  /** Where its files lie, without the endings of editions. */
  readonly stem: string;
  /** When its files were written, should it not say so itself: `YYYY-MM-DDThh:mm:ssZ`. */
  readonly written?: string | undefined;
}

/** When something changed that does not say so. */
const never = '2000-01-01T00:00:00Z';

/** A catalogue called `title`. */
export function makeCatalog(title: string, stories: readonly KnownStory[]): Catalog {
  const taken = new Set<string>();
  const inOrder = [...stories].sort((one, other) => compareText(one.stem, other.stem));
  const books = inOrder.map((story) => bookOf(story, taken));
  const sorted = sortedBy(books, ({ title, id }) => [sortName(title), id]);
  return {
    title,
    updated: lastUpdate(books),
    books: sorted,
    byKey: new Map(sorted.map((book) => [book.key, book])),
    groups: {
      author: groupsOf('author', sorted),
      series: groupsOf('series', sorted),
      subject: groupsOf('subject', sorted),
      language: groupsOf('language', sorted),
    },
    words: new Map(sorted.map((book) => [book, searchedWords(book)])),
  };
}

/** The edition that a file’s name means, and the name without its ending; undefined for what is no book. */
export function editionOf(path: string): (Pick<BookFile, 'edition'> & { readonly stem: string }) | undefined {
  const lower = path.toLowerCase();
  // The plain EPUB’s ending ends others, too.
  const edition = [...editionNames].reverse().find((name) => lower.endsWith(editions[name].ending));
  return edition && { edition, stem: path.slice(0, -editions[edition].ending.length) };
}

/** Of two stories with one identifier, which are copies, the second is known by its place, too. */
function bookOf({ facts, files, stem, written }: KnownStory, taken: Set<string>): CatalogBook {
  const name = `book\n${facts.identifier ?? stem}`;
  const first = uuidOf(name);
  const uuid = taken.has(first) ? uuidOf(`${name}\n${stem}`) : first;
  taken.add(uuid);
  return {
    ...facts,
    title: facts.title || titleOfName(`${stem.split('/').at(-1)}.epub`),
    id: `urn:uuid:${uuid}`,
    key: uuid.replaceAll('-', ''),
    updated:
      facts.modified && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(facts.modified) ? facts.modified : (written ?? never),
    files,
  };
}

/** The language of a book without the country, which makes no other shelf of it; with the script. */
export const languageName = (lang: string | undefined): string | undefined =>
  /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?![a-z])/.exec(lang ?? '')?.[0];

/** The names by which a book is in groups of a kind. */
const groupNames: Readonly<Record<GroupKind, (book: CatalogBook) => readonly string[]>> = {
  author: ({ authors }) => authors.map(({ name }) => name),
  series: ({ series }) => (series ? [series.name] : []),
  subject: ({ subjects }) => subjects,
  language: ({ lang }) => [languageName(lang) ?? []].flat(),
};

function groupsOf(kind: GroupKind, books: readonly CatalogBook[]): ReadonlyMap<string, Group> {
  const byKey = new Map<string, { name: string; sort: string; books: CatalogBook[] }>();
  for (const book of books)
    for (const name of new Set(groupNames[kind](book))) {
      const key = groupKey(name);
      const fileAs = kind === 'author' ? book.authors.find((each) => each.name === name)?.fileAs : undefined;
      const group = byKey.get(key) ?? { name, sort: sortName(fileAs ?? name), books: [] };
      group.books.push(book);
      byKey.set(key, group);
    }
  const groups = sortedBy([...byKey], ([key, { sort }]) => [sort, key]).map(([key, { name, books: own }]): Group => {
    const inOrder = kind === 'series' ? [...own].sort((one, other) => placeIn(one) - placeIn(other)) : own;
    return { key, name, updated: lastUpdate(own), books: inOrder };
  });
  return new Map(groups.map((group) => [group.key, group]));
}

/** A name as it stands in addresses; what a slug leaves out makes no two the same. */
export const groupKey = (name: string): string => `${slug(name).slice(0, 40)}-${sha256(name).slice(0, 8)}`;

/** Parts of a position are numbers of their own: 1.10 comes after 1.9. */
function placeIn({ series }: CatalogBook): number {
  const [whole = '', part = ''] = series?.position?.split('.') ?? [];
  return whole === '' ? Number.POSITIVE_INFINITY : Number(whole) + Number(part) / 1e6;
}

const lastUpdate = (books: readonly CatalogBook[]): string =>
  books.reduce((last, { updated }) => (updated > last ? updated : last), never);

/** Words as they are sorted: without an English article, as libraries do. */
const sortName = (name: string): string =>
  folded(name)
    .replace(/^(?:the|an?) (?=.)/, '')
    .replace(/^[^\p{L}\p{N}]+/u, '');

/** Sorts by keys that are made once for each. */
export function sortedBy<Each>(list: readonly Each[], keysOf: (each: Each) => readonly string[]): readonly Each[] {
  return list
    .map((each) => ({ each, keys: keysOf(each) }))
    .sort(({ keys: one }, { keys: other }) => {
      const at = one.findIndex((key, index) => key !== other[index]);
      return at < 0 ? 0 : compareText(one[at] ?? '', other[at] ?? '');
    })
    .map(({ each }) => each);
}
