/** What is told of keys that a book does not use, once for the whole book. In: entries of all its metadata. Out: problems. */
import { bookKeys, sectionKeys } from '../book/metadata-schema.ts';
import { nearest } from '../report/nearest.ts';
import { type Problem, problem } from '../report/problem.ts';
import type { Entry, Unused, UnusedKey } from './entry.ts';
import { isbnIn, isRight } from './identifiers.ts';

/** A warning for each key that nobody knows, at its first place. */
export function unknownKeys(entries: readonly Entry[], isOfFile: boolean): readonly Problem[] {
  const known = Object.keys(isOfFile ? { ...sectionKeys, ...bookKeys } : bookKeys);
  return grouped(entries, ({ key }) => key).map(([first, ...more]) => {
    const guess = nearest(first.key, known);
    return problem(
      'metadata-key',
      first.keyPlace,
      `There is no key “${short(first.key)}”, so it does nothing${timesMore(more.length)}.`,
      guess ? `Did you mean “${guess}”?` : 'docs/metadata.md lists the keys.',
    );
  });
}

const reasons: Readonly<Record<Exclude<Unused, 'site'>, readonly [reason: string, hint: string]>> = {
  print: ['Keys about printed pages, which the book does not follow', 'Say how the book looks with “theme”.'],
  citations: [
    'Keys about citations, which the press does not look up',
    'Type the citations, and the list of works, as text.',
  ],
  said: [
    'Keys that are not used, since another says it in other words, or what they belong to is missing',
    'Keep the one that is right.',
  ],
  form: [
    'Keys that are not used, since their value is in no form that is understood',
    'docs/metadata.md shows the forms.',
  ],
  person: ['What is said of a person and a book cannot hold', 'Take it out, unless it is for another tool.'],
};

/** One hint for each reason; what speaks of a web site is lost to nobody, and not told. */
export function unusedKeys(unused: readonly UnusedKey[]): readonly Problem[] {
  const told = unused.flatMap((each) => (each.why === 'site' ? [] : [{ ...each, why: each.why }]));
  return grouped(told, ({ why }) => why).map((list) => {
    const [{ why, entry }] = list;
    const [reason, hint] = reasons[why];
    const names = new Set(list.map(({ entry: { key, typed }, what }) => what ?? `“${short(typed ?? key)}”`));
    return problem('metadata-unused', entry.keyPlace, `${reason}: ${[...names].join(', ')}.`, hint);
  });
}

/** What stands above single files, and speaks of the whole book. */
export function keysOfLaterFiles(entries: readonly Entry[]): readonly Problem[] {
  const [first] = entries;
  if (!first) return [];
  const names = new Set(entries.map(({ key, typed }) => `“${short(typed ?? key)}”`));
  const files = new Set(entries.map(({ keyPlace }) => keyPlace.path)).size;
  return [
    problem(
      'metadata-unused',
      first.keyPlace,
      `${[...names].join(', ')} above ${files === 1 ? 'this file' : `${files} files`}: a chapter has no such key, so nothing of it is in the book.`,
      'Where it is true of the whole book, put it into book.yaml.',
    ),
  ];
}

/** A warning for each ISBN whose check digit is wrong. */
export function wrongIsbns(entries: readonly Entry[]): readonly Problem[] {
  return entries
    .filter(({ key }) => key === 'identifier' || key === 'isbn')
    .flatMap((entry) => {
      const { value } = entry;
      const list = typeof value === 'object' && value !== null ? Object.entries(value) : [['', value] as const];
      return list.flatMap(([at, each]) => {
        const isbn = typeof each === 'string' ? isbnIn(each) : undefined;
        if (isbn === undefined || isRight(isbn)) return [];
        const place = entry.valuePlace(at === '' ? [] : [Array.isArray(value) ? Number(at) : at]);
        const reason = `The ISBN ${short(String(each))} has a wrong check digit, its last; the book carries it as it is typed.`;
        return [problem('isbn-check', place, reason, 'Compare it with the letter that assigned it. Shops refuse it.')];
      });
    });
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly (readonly [Item, ...Item[]])[] {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const known = groups.get(keyOf(item));
    if (known) known.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()];
}

const timesMore = (count: number): string =>
  count === 0 ? '' : `, here and in ${count} more ${count === 1 ? 'place' : 'places'}`;
const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
