/** What other tools’ settings say of a book: `[book]` of `book.toml`, `book.json`. In: a table. Out: facts for `book.yaml`. What they say of web sites is left out, with a hint. */
import { personFact } from '../../book/header-facts.ts';
import { type Facts, isLanguageTag } from '../../book/metadata-schema.ts';
import { peopleOf } from '../../metadata/people.ts';
import { type Outcome, type Problem, problem } from '../../report/problem.ts';

export type Table = Readonly<Record<string, unknown>>;

/** A value as a table; an empty one for any other. */
export const tableOf = (value: unknown): Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Table) : {};

/** The words of a key, where it has some. */
export function wordsOf(table: Table, key: string): string | undefined {
  const value = table[key];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

const known = ['title', 'subtitle', 'authors', 'author', 'description', 'language', 'text-direction', 'direction'];

/** Facts of a table; `settings` are names of what else the file has, `meant` keys of the table that are read elsewhere. */
export function factsOfTable(
  table: Table,
  path: string,
  { settings = [], meant = [] }: { readonly settings?: readonly string[]; readonly meant?: readonly string[] },
): Outcome<Facts> {
  const names = Array.isArray(table['authors']) ? table['authors'].filter((each) => typeof each === 'string') : [];
  const authors = peopleOf(names.length > 0 ? names : (wordsOf(table, 'author') ?? null));
  const lang = wordsOf(table, 'language');
  const isTag = lang !== undefined && isLanguageTag(lang);
  const dir = wordsOf(table, 'text-direction') ?? wordsOf(table, 'direction');
  const left = [
    ...settings,
    ...Object.keys(table).filter((key) => !known.includes(key) && !meant.includes(key)),
    ...(lang === undefined || isTag ? [] : ['language']),
  ];
  const what = `Left out: settings that have no place in a manuscript: ${left.join(', ').slice(0, 200)}`;
  const problems: readonly Problem[] = left.length > 0 ? [problem('import-left-out', { path }, what)] : [];
  return {
    value: {
      title: wordsOf(table, 'title'),
      subtitle: wordsOf(table, 'subtitle'),
      authors: authors.map((person) => personFact(person)),
      lang: isTag ? lang : undefined,
      dir: dir === 'rtl' || dir === 'ltr' ? dir : undefined,
      description: wordsOf(table, 'description'),
    },
    problems,
  };
}

/** GitBook’s and HonKit’s `book.json`; broken JSON says nothing. */
export function factsOfJson(
  text: string | undefined,
  path: string,
): { readonly facts: Facts; readonly problems: readonly Problem[] } {
  if (text === undefined) return { facts: {}, problems: [] };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    const hint = 'To have its title and author in the book, mend it, or say them in book.yaml.';
    return {
      facts: {},
      problems: [problem('import-left-out', { path }, `Left out: what ${path} says, which cannot be read`, hint)],
    };
  }
  const { value, problems } = factsOfTable(tableOf(json), path, { meant: ['structure', 'gitbook', 'root'] });
  return { facts: value, problems };
}
