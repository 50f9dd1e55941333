/**
 * Keys of other tools (pandoc, Hugo, Jekyll, Obsidian, Leanpub) become those of `book.yaml`. In: entries as they were typed.
 * Out: entries under our keys and in our forms, and those that a book has no use for. To take a key, add it to a table.
 */
import { languageOf } from '../book/language-names.ts';
import { bookKeys, sectionKeys } from '../book/metadata-schema.ts';
import { dateOf } from './dates.ts';
import type { Entry, Value } from './entry.ts';
import { identifierOf } from './identifiers.ts';
import { isMap, peopleOf, roleOf } from './people.ts';

/** Why a key is of no use: it speaks of a web site, of printed pages, of a list of works cited; another key says it; its form is unknown. */
export type Unused = 'site' | 'print' | 'citations' | 'said' | 'form' | 'person';

export interface UnusedKey {
  readonly entry: Entry;
  readonly why: Unused;
  /** Of a person: what is not used. */
  readonly what?: string | undefined;
}

export interface OwnKeys {
  readonly entries: readonly Entry[];
  readonly unused: readonly UnusedKey[];
}

/** Other names for keys of ours, in small letters, with hyphens for spaces and underscores. */
export const otherNames: Readonly<Record<string, string>> = {
  title: 'booktitle book-title title-meta',
  subtitle: 'tagline',
  authors: 'author-meta creator creators',
  contributors: 'contributor',
  lang: 'language languages locale',
  dir: 'direction page-progression-direction',
  description: 'abstract summary synopsis excerpt blurb',
  tags: 'keywords tag subject subjects category categories genre genres',
  cover: 'cover-image epub-cover-image',
  rights: 'copyright license licence',
  identifier: 'identifiers uuid doi',
  series: 'belongs-to-collection collection',
  position: 'group-position series-index series-position series-number volume',
  date: 'date-published publishdate pubdate',
  updated: 'last-modified lastmod last-modified-at',
  source: 'source-url',
  weight: 'nav-order sidebar-position',
};

const synonyms = new Map(
  Object.entries(otherNames).flatMap(([own, others]) => others.split(' ').map((each) => [each, own] as const)),
);

const unusedKeys = new Map(
  Object.entries({
    site: `layout slug permalink aliases alias cssclass cssclasses type url linktitle link-title menu menus comments share sitemap
      redirect-from redirect-to pin featured image images banner thumbnail cascade outputs markup headless expirydate nav-exclude
      parent has-children sidebar sidebar-label pagination-next pagination-prev hide-table-of-contents toc math mermaid uid created
      publish kanban-plugin published build-time math classes author-profile header footer excerpt-separator page-id id`,
    print: `documentclass classoption geometry mainfont sansfont monofont mathfont fontfamily fontsize linestretch papersize margin-left
      margin-right margin-top margin-bottom header-includes include-before include-after colorlinks linkcolor urlcolor lof lot
      number-sections numbersections secnumdepth css stylesheet epub-css epub-fonts output format template indent pagestyle output-file`,
    citations:
      'bibliography csl citation-style nocite link-citations reference-section-title suppress-bibliography references',
  }).flatMap(([why, names]) => names.split(/\s+/).map((each) => [each, why as Unused] as const)),
);

const roles = ['editor', 'translator', 'illustrator', 'narrator'];
const dates = ['date', 'published', 'updated', 'modified', 'retrieved'];

/** Our key for one that was typed: the same, in small letters with hyphens, or a synonym. */
function ownName(typed: string): string | undefined {
  if (isOwn(typed)) return typed;
  const name = plain(typed);
  return synonyms.get(name) ?? (isOwn(name) || roles.includes(name) ? name : undefined);
}

const plain = (typed: string): string =>
  typed
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
const isOwn = (name: string): boolean => Object.hasOwn(bookKeys, name) || Object.hasOwn(sectionKeys, name);

/** Whether a word is a key that is understood. */
export const isKnownKey = (typed: string): boolean => ownName(typed) !== undefined || unusedKeys.has(plain(typed));

/** Entries under our keys. An entry that nobody knows stays as it is. */
export function ownKeys(typed: readonly Entry[]): OwnKeys {
  const found = new Map<string, Entry>();
  const unused: UnusedKey[] = [];
  let position: Entry | undefined;
  const put = (entry: Entry) => {
    const known = found.get(entry.key);
    if (!known) found.set(entry.key, entry);
    else if (lists.has(entry.key)) found.set(entry.key, joined(known, entry));
    else if (JSON.stringify(known.value) !== JSON.stringify(entry.value)) {
      const isBetter = entry.typed === undefined && known.typed !== undefined; // our own key says it best
      if (isBetter) found.set(entry.key, entry);
      unused.push({ entry: isBetter ? known : entry, why: 'said' });
    }
  };
  for (const entry of typed) {
    const name = isAddress(entry) ? 'source' : ownName(entry.key);
    const why = unusedOf(entry, name);
    if (why !== undefined) unused.push({ entry, why });
    else if (name === 'position') position = entry;
    else if (name === undefined || entry.value === null) put(entry);
    else
      for (const each of convert(name, name === entry.key ? entry : { ...entry, key: name, typed: entry.key })) {
        if ('why' in each) unused.push(each);
        else put(each);
      }
  }
  if (position) placeInSeries(position, found, unused);
  return { entries: [...found.values()], unused };
}

/** A web site's `url` is a path in it; one of a story leads to where it came from. */
const isAddress = ({ key, value }: Entry): boolean =>
  plain(key) === 'url' && typeof value === 'string' && /^https?:/.test(value);

/** Keys whose values are put one after the other. */
const lists: ReadonlySet<string> = new Set(['tags', 'identifier', 'authors', 'contributors']);

function unusedOf({ key, value }: Entry, name: string | undefined): Unused | undefined {
  const typed = plain(key);
  if (typed === 'published' && typeof value === 'string' && /^(?:true|yes)$/i.test(value)) return 'site'; // Jekyll’s
  return name === undefined ? unusedKeys.get(typed) : undefined;
}

/** An entry in our form: several where it says several things. */
function convert(name: string, entry: Entry): readonly (Entry | UnusedKey)[] {
  const { value } = entry;
  const as = (key: string, made: Value | undefined): readonly (Entry | UnusedKey)[] =>
    made === undefined ? [{ entry, why: 'form' }] : [{ ...entry, key, value: made }];
  const isForeign = entry.typed !== undefined && entry.typed !== name;
  if (name === 'author' || name === 'authors' || name === 'contributors' || roles.includes(name))
    return peopleIn(name, entry);
  if (name === 'title' && (isMap(value) || (Array.isArray(value) && value.some(isMap)))) return titlesIn(entry);
  if (name === 'published' && typeof value === 'string' && /^(?:false|no)$/i.test(value)) return as('draft', 'true');
  if (name === 'order' && typeof value === 'string' && /^-?\d+$/.test(value)) return as('weight', value);
  if (dates.includes(name)) {
    const date = textOf(value) && dateOf(textOf(value) ?? '');
    return date === undefined && !isForeign ? [entry] : as(name, date);
  }
  if (name === 'lang') return as('lang', languagesIn(value));
  if (name === 'identifier') return as(name, identifiersIn(value));
  if (name === 'series') return as(name, seriesIn(value));
  if (name === 'tags') return as(name, tagsIn(value));
  if (name === 'dir' && value === 'default') return [{ entry, why: 'site' }];
  if (name === 'cover') return as(name, typeof value === 'string' ? value.replace(/^!?\[\[(.*)\]\]$/, '$1') : value);
  return as(name, isForeign ? textOf(value) : value);
}

/** People of any key. What has our form already stays, so that a fault in it is told at its place. */
function peopleIn(name: string, entry: Entry): readonly (Entry | UnusedKey)[] {
  const items = Array.isArray(entry.value) ? entry.value : [entry.value];
  const isOurs = (each: Value): boolean =>
    typeof each === 'string' ||
    (isMap(each) &&
      each['name'] !== undefined &&
      Object.keys(each).every((key) => ['name', 'role', 'file-as'].includes(key)));
  if (Object.hasOwn(bookKeys, name) && entry.typed === undefined && items.every(isOurs)) return [entry];
  const made: Record<'authors' | 'contributors', { readonly value: Value; readonly from: number }[]> = {
    authors: [],
    contributors: [],
  };
  const unused: UnusedKey[] = [];
  items.forEach((item, from) => {
    const people = peopleOf(item);
    if (people.length === 0) unused.push({ entry, why: 'form' });
    for (const person of people) {
      const said = person.role === undefined ? undefined : roleOf(person.role);
      if (person.role !== undefined && said === undefined)
        unused.push({ entry, why: 'person', what: `the role “${person.role}” of ${person.name}` });
      if (person.left.length > 0)
        unused.push({ entry, why: 'person', what: `${person.name}: ${person.left.join(', ')}` });
      const role = name.startsWith('author') ? said : (said ?? roleOf(name) ?? 'contributor');
      const isAuthor = role === undefined || role === 'author';
      const own = isAuthor ? undefined : role;
      const { name: words, fileAs } = person;
      const value =
        own === undefined && fileAs === undefined
          ? words
          : { name: words, ...(own && { role: own }), ...(fileAs !== undefined && { 'file-as': fileAs }) };
      made[isAuthor ? 'authors' : 'contributors'].push({ value, from });
    }
  });
  return [
    ...Object.entries(made).flatMap(([key, list]) =>
      list.length === 0
        ? []
        : [
            {
              ...entry,
              key,
              value: list.map(({ value }) => value),
              valuePlace: placesIn(
                entry,
                list.map(({ from }) => from),
              ),
            },
          ],
    ),
    ...unused,
  ];
}

/** The places of a list whose items came from elsewhere in the entry. */
function placesIn(entry: Entry, from: readonly number[]): Entry['valuePlace'] {
  return (path = []) => {
    const [at, ...rest] = path;
    return entry.valuePlace(typeof at === 'number' && Array.isArray(entry.value) ? [from[at] ?? 0, ...rest] : rest);
  };
}

function joined(one: Entry, other: Entry): Entry {
  const left = listOf(one.value);
  const right = listOf(other.value).filter(
    (each) => !left.some((known) => JSON.stringify(known) === JSON.stringify(each)),
  );
  const valuePlace: Entry['valuePlace'] = (path = []) => {
    const [at, ...rest] = path;
    return typeof at === 'number' && at >= left.length
      ? other.valuePlace([at - left.length, ...rest])
      : one.valuePlace(path);
  };
  return { ...one, value: [...left, ...right], valuePlace };
}

const listOf = (value: Value): readonly Value[] =>
  Array.isArray(value) ? value : typeof value === 'string' ? value.split(',').map((each) => each.trim()) : [value];

/** Pandoc’s list of titles has a type for each. */
function titlesIn(entry: Entry): readonly (Entry | UnusedKey)[] {
  const { value } = entry;
  const typed = Array.isArray(value) ? value.filter(isMap) : [];
  const of = (type: string) => textOf(typed.find((each) => each['type'] === type));
  const subtitle = isMap(value) ? textOf(value['subtitle']) : of('subtitle');
  const title = Array.isArray(value) ? (of('main') ?? textOf(typed[0] ?? value[0])) : textOf(value);
  const own = { title, subtitle, series: of('collection') };
  const made = Object.entries(own).flatMap(([key, words]) =>
    words === undefined ? [] : [{ ...entry, key, value: words, typed: entry.key }],
  );
  return title === undefined ? [...made, { entry, why: 'form' }] : made;
}

/** Words of a text, of a mapping’s `text`, or of a list of lines. */
function textOf(value: Value | undefined): string | undefined {
  if (typeof value === 'string') return value.trim().replace(/\s+/g, ' ') || undefined;
  if (Array.isArray(value)) return value.flatMap((each: Value) => textOf(each) ?? []).join(', ') || undefined;
  return isMap(value) ? (textOf(value['text']) ?? textOf(value['name']) ?? textOf(value['main'])) : undefined;
}

/** `en_GB`, `English`, or several; words that name no language stay, to be told. */
function languagesIn(value: Value): Value {
  if (Array.isArray(value)) return value.length === 1 ? languagesIn(value[0] ?? null) : value.map(languagesIn);
  if (typeof value !== 'string') return value;
  const tag = value.trim().replaceAll('_', '-');
  return languageOf(tag) ?? tag;
}

/** Pandoc’s identifiers may have a scheme, and be several. */
function identifiersIn(value: Value): Value | undefined {
  if (Array.isArray(value)) {
    const list = value.flatMap((each: Value) => identifiersIn(each) ?? []);
    return list.length === 1 ? list[0] : list;
  }
  const text = textOf(value);
  const scheme = isMap(value) ? textOf(value['scheme']) : undefined;
  if (text === undefined) return undefined;
  return scheme !== undefined && /^doi$/i.test(scheme) && !/^doi:/i.test(text) ? `doi:${text}` : identifierOf(text);
}

/** A name; a mapping with name and position; a name with its number, `The Shelf #2`. */
function seriesIn(value: Value): Value | undefined {
  if (Array.isArray(value)) return seriesIn(value[0] ?? null);
  if (typeof value === 'string') {
    const [, name, position] = /^(.*[^\s,]),? +#(\d+(?:\.\d+)?)$/.exec(value.trim()) ?? [];
    return name !== undefined && position !== undefined ? { name, position } : value;
  }
  if (!isMap(value)) return undefined;
  const {
    name = null,
    text = null,
    title = null,
    position,
    index = null,
    number = null,
    'group-position': group = null,
    ...others
  } = value;
  const own = position ?? index ?? number ?? group;
  return { ...others, name: name ?? text ?? title, ...(own !== null && { position: own }) };
}

/** Words between commas, or a list; Obsidian’s may open with a number sign. */
function tagsIn(value: Value): Value | undefined {
  if (typeof value !== 'string' && !Array.isArray(value)) return value;
  const tags = listOf(value).map((each) => (typeof each === 'string' ? each.trim().replace(/^#/, '') : each));
  return tags.filter((each) => each !== '');
}

function placeInSeries(position: Entry, found: Map<string, Entry>, unused: UnusedKey[]): void {
  const series = found.get('series');
  const words = textOf(position.value);
  if (series && typeof series.value === 'string' && words !== undefined)
    found.set('series', { ...series, value: { name: series.value, position: words } });
  else unused.push({ entry: position, why: 'said' });
}
