/**
 * Keys of other tools become those of `book.yaml`. In: keys with their lines. Out: facts; each key that has no home is told by
 * name and value. To take a key, add a row.
 */
import * as v from 'valibot';
import { personFact } from '../../book/header-facts.ts';
import { lookUp } from '../../book/look-up.ts';
import type { Fact, Facts, PersonFact } from '../../book/metadata-schema.ts';
import { bookKeys, isDate, isLanguageTag } from '../../book/metadata-schema.ts';
import type { Report } from './diagnostics.ts';
import type { Key, Value } from './front-matter.ts';
import { peopleOf, roleOf } from './people.ts';

/** Other names for keys of ours. */
const synonyms: Readonly<Record<string, string>> = {
  'title-meta': 'title',
  booktitle: 'title',
  authors: 'author',
  'author-meta': 'author',
  creator: 'author',
  contributor: 'contributors',
  language: 'lang',
  locale: 'lang',
  direction: 'dir',
  'page-progression-direction': 'dir',
  abstract: 'description',
  summary: 'description',
  synopsis: 'description',
  keywords: 'tags',
  tag: 'tags',
  subject: 'tags',
  subjects: 'tags',
  'cover-image': 'cover',
  cover_image: 'cover',
  'epub-cover-image': 'cover',
  copyright: 'rights',
  license: 'rights',
  licence: 'rights',
  isbn: 'identifier',
  uuid: 'identifier',
  'belongs-to-collection': 'series',
  collection: 'series',
  'group-position': 'position',
  'series-index': 'position',
  series_index: 'position',
  volume: 'position',
  'date-published': 'date',
  published: 'date',
  publishdate: 'date',
  'last-modified': 'updated',
  lastmod: 'updated',
  url: 'source',
  'source-url': 'source',
};

const roles = ['editor', 'translator', 'illustrator', 'narrator'];
/** What a manuscript may not bring from elsewhere: code, and an order of files that are named anew. */
const refused: readonly string[] = ['plugins', 'order', 'kind'];

/** Maps keys; those of a chapter that are no book's are for the caller to take out first. */
export function factsOfKeys(keys: readonly Key[], report: Report): Facts {
  const facts: Record<string, Fact> = {};
  const people: { readonly [To in 'authors' | 'contributors']: PersonFact[] } = { authors: [], contributors: [] };
  let position: string | undefined;
  const leave = ({ name, line, value }: Key, why = 'has no place in book.yaml') =>
    report({
      rule: 'import-left-out',
      line,
      what: `Left out: the key “${shorten(name)}”, which ${why}${value === null ? '' : `: ${shorten(shown(value))}`}`,
    });
  const put = (key: Key, name: string, fact: Fact | undefined) => {
    if (fact === undefined) leave(key, 'has a form that is not understood');
    else if (facts[name] === undefined) facts[name] = fact;
    else if (shown(facts[name]) !== shown(fact)) leave(key, `says something else than an earlier key for ${name}`);
  };
  for (const key of keys) {
    const typed = key.name.trim().toLowerCase();
    const name = lookUp(synonyms, typed) ?? typed;
    const { value } = key;
    if (value === null || (Array.isArray(value) && value.length === 0)) continue;
    if (name === 'title') {
      const { title, subtitle } = titlesOf(value);
      put(key, 'title', title);
      if (subtitle !== undefined) put(key, 'subtitle', subtitle);
    } else if (name === 'author' || name === 'contributors' || roles.includes(name)) {
      for (const person of peopleOf(value)) {
        const said = person.role === undefined ? undefined : roleOf(person.role);
        if (person.role !== undefined && said === undefined)
          leave(key, `has a role that book.yaml lacks, “${person.role}”`);
        if (person.left.length > 0) leave(key, `says more of ${person.name}: ${person.left.join(', ')}`);
        const own = name === 'author' ? said : (said ?? roleOf(name) ?? 'contributor');
        const to = own === undefined || own === 'author' ? 'authors' : 'contributors';
        people[to].push(personFact(person, to === 'authors' ? undefined : own));
      }
    } else if (name === 'lang') {
      const tag = textOf(value)?.replaceAll('_', '-');
      put(key, 'lang', tag !== undefined && isLanguageTag(tag) ? tag : undefined);
    } else if (name === 'date' || name === 'updated' || name === 'modified' || name === 'retrieved') {
      const date = dateOf(textOf(value) ?? '');
      put(key, name, date);
    } else if (name === 'position') position = textOf(value);
    else if (name === 'series') put(key, 'series', seriesOf(value));
    else if (name === 'identifier') put(key, 'identifier', identifierOf(value, typed));
    else if (name === 'tags') put(key, 'tags', tagsOf(value));
    else if (name === 'description') put(key, 'description', textOf(value));
    else if (!refused.includes(name) && Object.hasOwn(bookKeys, name)) {
      const isTaken = v.safeParse(bookKeys[name as keyof typeof bookKeys], value).success;
      const joined = textOf(value);
      const joins =
        !isTaken && joined !== undefined && v.safeParse(bookKeys[name as keyof typeof bookKeys], joined).success;
      put(key, name, isTaken ? (factOf(value) as Fact) : joins ? joined : undefined);
    } else leave(key, refused.includes(name) ? 'is not taken from elsewhere' : undefined);
  }
  const { series } = facts;
  if (position !== undefined && typeof series === 'string' && /^\d+(?:\.\d+)*$/.test(position))
    facts['series'] = { name: series, position };
  return {
    ...facts,
    ...(people.authors.length > 0 && { authors: people.authors }),
    ...(people.contributors.length > 0 && { contributors: people.contributors }),
  };
}

const isMap = (value: Value | undefined): value is { readonly [key: string]: Value } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Words of a text, of a mapping’s `text`, or of a list of lines. */
function textOf(value: Value | undefined): string | undefined {
  if (typeof value === 'string') return value.trim().replace(/\s+/g, ' ') || undefined;
  if (Array.isArray(value)) return value.flatMap((each: Value) => textOf(each) ?? []).join(', ') || undefined;
  return isMap(value) ? (textOf(value['text']) ?? textOf(value['name']) ?? textOf(value['main'])) : undefined;
}

/** Pandoc’s list of titles has a type for each. */
function titlesOf(value: Value): { readonly title: string | undefined; readonly subtitle: string | undefined } {
  if (!Array.isArray(value))
    return { title: textOf(value), subtitle: isMap(value) ? textOf(value['subtitle']) : undefined };
  const typed = value.filter(isMap);
  const of = (type: string) => textOf(typed.find((each) => each['type'] === type));
  const main = of('main') ?? textOf(value[0]);
  return { title: main, subtitle: of('subtitle') };
}

function seriesOf(value: Value): Fact | undefined {
  if (!isMap(value)) return textOf(value);
  const name = textOf(value['name']) ?? textOf(value['text']) ?? textOf(value['title']);
  const position = textOf(value['position']) ?? textOf(value['index']) ?? textOf(value['group-position']);
  return name !== undefined && position !== undefined && /^\d+(?:\.\d+)*$/.test(position) ? { name, position } : name;
}

/** Pandoc’s identifiers may have a scheme, and be several: the first counts. */
function identifierOf(value: Value, typed: string): string | undefined {
  const first: Value | undefined = Array.isArray(value) ? value[0] : value;
  const text = textOf(first);
  const scheme =
    typed === 'isbn'
      ? 'isbn'
      : isMap(first ?? null)
        ? textOf((first as { readonly scheme?: Value }).scheme)
        : undefined;
  if (text === undefined) return undefined;
  return /^isbn/i.test(scheme ?? '') && /^[\dX -]{10,17}$/i.test(text) ? `urn:isbn:${text.replace(/[ -]/g, '')}` : text;
}

/** Words between commas, or a list; Obsidian’s may open with a number sign. */
function tagsOf(value: Value): readonly string[] | undefined {
  const list = Array.isArray(value)
    ? value.flatMap((each: Value) => textOf(each) ?? [])
    : (textOf(value)?.split(',') ?? []);
  const tags = list.map((tag) => tag.trim().replace(/^#/, '')).filter(Boolean);
  return tags.length > 0 ? tags : undefined;
}

function factOf(value: Value): unknown {
  if (value === null) return undefined;
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.flatMap((each: Value) => factOf(each) ?? []);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, factOf(each)]));
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 58).trimEnd()}…` : text);

const months = 'january february march april may june july august september october november december'.split(' ');

/** `2026-11-24`, `2026/11/24`, `November 24, 2026`, `24 Nov 2026`, `November 2026`; never a guess between day and month. */
function dateOf(words: string): string | undefined {
  const text = words.trim();
  if (isDate(text)) return text;
  const stamp = /^(\d{4}-\d\d-\d\d)[ T]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?$/.exec(text)?.[1];
  const parts = /^(\d{4})[/.](\d\d?)(?:[/.](\d\d?))?$/.exec(text);
  const named = /^(?:(\d{1,2})(?:st|nd|rd|th)? )?([A-Za-z]{3,9})\.?,? (?:(\d{1,2})(?:st|nd|rd|th)?,? )?(\d{4})$/.exec(
    text,
  );
  const month =
    named?.[2] === undefined ? -1 : months.findIndex((name) => name.startsWith(named[2]?.toLowerCase() ?? ' '));
  const two = (number: string | number) => String(number).padStart(2, '0');
  const made =
    stamp ??
    (parts
      ? [parts[1] ?? '', ...parts.slice(2).flatMap((each) => (each === undefined ? [] : two(each)))].join('-')
      : named && month !== -1
        ? [named[4] ?? '', two(month + 1), ...[named[1] ?? named[3]].flatMap((day) => (day ? two(day) : []))].join('-')
        : undefined);
  return made !== undefined && isDate(made) ? made : undefined;
}
