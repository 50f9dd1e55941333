/** Values as other tools have them become those of `book.yaml`. In: an entry and our name for its key. Out: entries in our form. */
import { languageOf } from '../book/language-names.ts';
import { lookUp } from '../book/look-up.ts';
import { bookKeys, isLanguageTag } from '../book/metadata-schema.ts';
import { dateOf } from './dates.ts';
import type { Entry, UnusedKey, Value } from './entry.ts';
import { identifierOf } from './identifiers.ts';
import { isMap, type Person, peopleOf, roleOf } from './people.ts';

/** Keys that are roles of the people they name. */
export const roles: readonly string[] = ['editor', 'translator', 'illustrator', 'narrator'];
const dates = ['date', 'published', 'updated', 'modified', 'retrieved'];

/** An entry under our key, in our form: several where it says several things, or why it is of no use. */
export function inOwnForm(name: string, entry: Entry): readonly (Entry | UnusedKey)[] {
  const { value } = entry;
  const isForeign = entry.typed !== undefined && entry.typed !== name;
  const word = typeof value === 'string' ? value.trim() : undefined;
  const as = (key: string, made: Value | undefined): readonly (Entry | UnusedKey)[] =>
    made === undefined ? [{ entry, why: 'form' }] : [{ ...entry, key, value: made }];
  if (/^author|^contributors$/.test(name) || roles.includes(name)) return peopleIn(name, entry);
  if (name === 'title' && (isMap(value) || (Array.isArray(value) && value.some(isMap)))) return titlesIn(entry);
  if (name === 'published' && /^(?:false|no)$/i.test(word ?? '')) return as('draft', 'true');
  if (name === 'order' && /^-?\d+$/.test(word ?? '')) return as('weight', value);
  if (name === 'dir' && word === 'default') return [{ entry, why: 'site' }];
  if (name === 'lang') return [inTags(entry)];
  if (dates.includes(name)) return as(name, dateOf(textOf(value) ?? '') ?? (isForeign ? undefined : value));
  return as(name, (lookUp(forms, name) ?? (isForeign ? textOf : same))(value));
}

const same = (value: Value): Value => value;

/** What becomes of the values of some keys; undefined for what has a form that nobody knows. */
const forms: Readonly<Record<string, (value: Value) => Value | undefined>> = {
  identifier: identifiersIn,
  series: seriesIn,
  tags: tagsIn,
  cover: (value) => (typeof value === 'string' ? value.replace(/^!?\[\[(.*)\]\]$/, '$1') : value),
};

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
      made[isAuthor ? 'authors' : 'contributors'].push({ value: personOf(person, isAuthor ? undefined : role), from });
    }
  });
  return [
    ...Object.entries(made).flatMap(([key, list]) => {
      if (list.length === 0) return [];
      const from = list.map((each) => each.from);
      return [{ ...entry, key, value: list.map(({ value }) => value), valuePlace: placesIn(entry, from) }];
    }),
    ...unused,
  ];
}

const personOf = ({ name, fileAs }: Person, role: string | undefined): Value =>
  role === undefined && fileAs === undefined
    ? name
    : { name, ...(role !== undefined && { role }), ...(fileAs !== undefined && { 'file-as': fileAs }) };

/** The places of a list whose items came from elsewhere in the entry. */
function placesIn(entry: Entry, from: readonly number[]): Entry['valuePlace'] {
  return (path = []) => {
    const [at, ...rest] = path;
    return entry.valuePlace(typeof at === 'number' && Array.isArray(entry.value) ? [from[at] ?? 0, ...rest] : rest);
  };
}

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
export function textOf(value: Value | undefined): string | undefined {
  if (typeof value === 'string') return value.trim().replace(/\s+/g, ' ') || undefined;
  if (Array.isArray(value)) return value.flatMap((each: Value) => textOf(each) ?? []).join(', ') || undefined;
  return isMap(value) ? (textOf(value['text']) ?? textOf(value['name']) ?? textOf(value['main'])) : undefined;
}

/** `en_GB`, `English`, or several, as tags; words that name no language stay, to be told. */
function inTags(entry: Entry): Entry {
  const list = [entry.value].flat();
  const tags = list.map((each) => {
    if (typeof each !== 'string') return each;
    const tag = each.trim().replaceAll('_', '-');
    return languageOf(tag) ?? (isLanguageTag(tag) ? tag : each);
  });
  const isOther = list.some((each, at) => typeof each === 'string' && each.trim() !== tags[at]);
  const [only, ...more] = tags;
  return {
    ...entry,
    value: only !== undefined && more.length === 0 ? only : tags,
    ...(isOther && { language: list.join(', ') }),
  };
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
  const list = typeof value === 'string' ? value.split(',') : value;
  const tags = list.map((each) => (typeof each === 'string' ? each.trim().replace(/^#/, '') : each));
  return tags.filter((each) => each !== '');
}
