/**
 * The lists of a catalogue that have an address: all books in an order, those of a group, the groups of a kind, what a search
 * found. In: a name and the number of a page. Out: what the page shows.
 */
import { nameOfLanguage } from '../book/language-names.ts';
import { lookUp } from '../book/look-up.ts';
import { type Catalog, type CatalogBook, type Group, type GroupKind, groupKinds } from './catalog.ts';
import { sortedBy } from './make-catalog.ts';
import { folded, searchBooks } from './search.ts';

/** So many books, or lines of a list, are on a page: full rows of two, three, four and six. */
export const perPage = 48;

/** An address of a list. */
export interface ListName {
  readonly name: string;
  readonly page: number;
  /** What is searched for. */
  readonly query?: string | undefined;
}

export interface ListPage extends ListName {
  readonly title: string;
  readonly updated: string;
  readonly pages: number;
  /** How many books or groups all its pages have. */
  readonly total: number;
  readonly books: readonly CatalogBook[];
  /** In a list of groups: these, and the name of the list of each. */
  readonly groups: readonly (Group & { readonly list: string })[];
  readonly facets: readonly Facet[];
}

/** Ways to see the same books in another order, or fewer of them. */
export interface Facet {
  readonly title: string;
  readonly choices: readonly {
    readonly title: string;
    readonly list: string;
    readonly count: number;
    readonly isChosen: boolean;
  }[];
}

/** Names of the lists that one begins with, in the order in which they are offered. */
const mainLists = ['all.new', 'all.title', 'all.author', 'authors', 'series', 'subjects', 'languages'] as const;
type MainList = (typeof mainLists)[number];

export const listTitles: Readonly<Record<MainList, string>> = {
  'all.new': 'Newest',
  'all.title': 'Titles',
  'all.author': 'By author',
  authors: 'Authors',
  series: 'Series',
  subjects: 'Subjects',
  languages: 'Languages',
};

/** “1 book”, “37 books”, “5 authors”. */
export const countOf = (count: number, list?: string): string =>
  list !== undefined && lookUp(groupLists, list)
    ? `${count} ${count === 1 && list !== 'series' ? list.replace(/s$/, '') : list}`
    : `${count} ${count === 1 ? 'book' : 'books'}`;

/** Lists of groups, and of which kind they are. */
const groupLists: Readonly<Record<string, GroupKind>> = {
  authors: 'author',
  series: 'series',
  subjects: 'subject',
  languages: 'language',
};

const orders = { new: 'Newest', title: 'Title', author: 'Author' } as const;
type Order = keyof typeof orders;

/** The lists that there is something in. */
export const filledLists = (catalog: Catalog): readonly MainList[] =>
  mainLists.filter((name) => {
    const kind = lookUp(groupLists, name);
    const least = kind === 'language' ? 2 : 1;
    return name !== 'all.author' && (kind === undefined || catalog.groups[kind].size >= least);
  });

/** The name of the list of a group’s books. */
export const groupList = (kind: GroupKind, key: string): string =>
  kind === 'language' ? `language-${key}.title` : `${kind}-${key}`;

/** A page of a list; undefined where there is none of that name, or no such page. */
export function openList(catalog: Catalog, { name, page, query = '' }: ListName): ListPage | undefined {
  const list = name === 'search' ? searchList(catalog, query) : listOf(catalog, name);
  return list && pageOf(list, { name, page, query: name === 'search' ? query : undefined });
}

function pageOf(list: List, { name, page, query }: ListName): ListPage | undefined {
  const { books = [], groups = [] } = list;
  const total = books.length + groups.length;
  const pages = Math.max(1, Math.ceil(total / perPage));
  if (!Number.isInteger(page) || page < 1 || page > pages) return undefined;
  const from = (page - 1) * perPage;
  return {
    ...list,
    name,
    page,
    query,
    pages,
    total,
    books: books.slice(from, from + perPage),
    groups: groups.slice(from, from + perPage),
  };
}

/** Every page of every list, but of searches. */
export function* allLists(catalog: Catalog): Generator<ListPage> {
  const ofBooks = (base: string) => Object.keys(orders).map((order) => `${base}.${order}`);
  const names = [
    ...ofBooks('all'),
    ...Object.keys(groupLists),
    ...groupKinds.flatMap((kind) =>
      [...catalog.groups[kind].keys()].flatMap((key) =>
        kind === 'language' ? ofBooks(`language-${key}`) : groupList(kind, key),
      ),
    ),
  ];
  for (const name of names) {
    const list = listOf(catalog, name);
    for (
      let page = 1, shown = list && pageOf(list, { name, page });
      list && shown;
      shown = pageOf(list, { name, page })
    ) {
      yield shown;
      page++;
    }
  }
}

/** A whole list. */
type List = Pick<ListPage, 'title' | 'updated' | 'facets'> & Partial<Pick<ListPage, 'books' | 'groups'>>;

function searchList(catalog: Catalog, query: string): List {
  return { title: 'Search', updated: catalog.updated, books: searchBooks(catalog, query), facets: [] };
}

function listOf(catalog: Catalog, name: string): List | undefined {
  const kind = lookUp(groupLists, name);
  if (kind) {
    const groups = [...catalog.groups[kind].values()].map((group) => ({
      ...group,
      name: kind === 'language' ? nameOfLanguage(group.name) : group.name,
      list: groupList(kind, group.key),
    }));
    return { title: listTitles[name as MainList], updated: catalog.updated, groups, facets: [] };
  }
  const [, of = '', key = '', order] =
    /^(all|author|series|subject|language)(?:-([a-z\d-]+))?(?:\.(\w+))?$/.exec(name) ?? [];
  const isOrdered = of === 'all' || of === 'language';
  if (isOrdered ? !isOrder(order) : order !== undefined) return undefined;
  const group = isGroupKind(of) ? catalog.groups[of].get(key) : undefined;
  if (!group && (of !== 'all' || key !== '')) return undefined;
  const { books, updated } = group ?? catalog;
  if (!isOrder(order)) return { title: group?.name ?? '', updated, books, facets: [] };
  const title = of === 'all' ? orderTitles[order] : nameOfLanguage(group?.name ?? '');
  return {
    title,
    updated,
    books: inOrder[order](books),
    facets: facetsOf(catalog, of === 'all' ? of : `${of}-${key}`, order, books.length),
  };
}

const orderTitles: Readonly<Record<Order, string>> = { new: 'Newest', title: 'Titles', author: 'By author' };

const isOrder = (word: string | undefined): word is Order => word !== undefined && Object.hasOwn(orders, word);
const isGroupKind = (word: string): word is GroupKind => groupKinds.some((kind) => kind === word);

/** Books are by title already. */
const inOrder: Readonly<Record<Order, (books: readonly CatalogBook[]) => readonly CatalogBook[]>> = {
  title: (books) => books,
  new: (books) =>
    [...books].sort((one, other) => (one.updated < other.updated ? 1 : one.updated > other.updated ? -1 : 0)),
  author: (books) => sortedBy(books, ({ authors: [first] }) => [folded(first?.fileAs ?? first?.name ?? '')]),
};

/** Orders, and languages where there are several. */
function facetsOf({ books, groups }: Catalog, base: string, order: Order, count: number): readonly Facet[] {
  const sort: Facet = {
    title: 'Sort by',
    choices: Object.entries(orders).map(([each, title]) => ({
      title,
      list: `${base}.${each}`,
      count,
      isChosen: each === order,
    })),
  };
  if (groups.language.size < 2) return [sort];
  const choice = (title: string, list: string, of: readonly CatalogBook[]) => ({
    title,
    list: `${list}.${order}`,
    count: of.length,
    isChosen: list === base,
  });
  const languages = [...groups.language.values()].map((each) =>
    choice(nameOfLanguage(each.name), `language-${each.key}`, each.books),
  );
  return [sort, { title: 'Language', choices: [choice('All', 'all', books), ...languages] }];
}
