/**
 * Keys of other tools (pandoc, Hugo, Jekyll, Obsidian, Leanpub) become those of `book.yaml`. In: entries as they were typed.
 * Out: entries under our keys and in our forms, and those that a book has no use for. To take a key, add it to a table.
 */
import { bookKeys, sectionKeys } from '../book/metadata-schema.ts';
import type { Entry, OwnKeys, Unused, UnusedKey } from './entry.ts';
import { inOwnForm, roles, textOf } from './foreign-values.ts';

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
  rights: 'copyright',
  licence: 'license',
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
      for (const each of inOwnForm(name, name === entry.key ? entry : { ...entry, key: name, typed: entry.key })) {
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

function joined(one: Entry, other: Entry): Entry {
  const left = [one.value].flat();
  const right = [other.value]
    .flat()
    .filter((each) => !left.some((known) => JSON.stringify(known) === JSON.stringify(each)));
  const valuePlace: Entry['valuePlace'] = (path = []) => {
    const [at, ...rest] = path;
    return typeof at === 'number' && at >= left.length
      ? other.valuePlace([at - left.length, ...rest])
      : one.valuePlace(path);
  };
  return { ...one, value: [...left, ...right], valuePlace };
}

function placeInSeries(position: Entry, found: Map<string, Entry>, unused: UnusedKey[]): void {
  const series = found.get('series');
  const words = textOf(position.value);
  if (series && typeof series.value === 'string' && words !== undefined)
    found.set('series', { ...series, value: { name: series.value, position: words } });
  else unused.push({ entry: position, why: 'said' });
}
