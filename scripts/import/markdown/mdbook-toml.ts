/** mdBook’s `book.toml`. In: its text. Out: facts for `book.yaml`, and where the chapters lie. What it says of web sites is left out, with a hint. */

import { personFact } from '../../book/header-facts.ts';
import type { Facts } from '../../book/metadata-schema.ts';
import { isLanguageTag } from '../../book/metadata-schema.ts';
import { peopleOf } from '../../metadata/people.ts';
import { type Outcome, type Problem, problem } from '../../report/problem.ts';

export interface BookToml {
  readonly facts: Facts;
  /** The folder of SUMMARY.md. */
  readonly src: string;
}

/** Reads it; broken TOML is an error at its place. */
export async function readBookToml(text: string, path: string): Promise<Outcome<BookToml>> {
  const { parse, TomlError } = await import('smol-toml'); // only an mdBook needs it
  let table: Readonly<Record<string, unknown>>;
  try {
    table = parse(text);
  } catch (error) {
    const place = error instanceof TomlError ? { line: error.line, column: error.column } : { line: 1, column: 1 };
    const sentence = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
    return {
      value: { facts: {}, src: 'src' },
      problems: [
        problem(
          'import-refused',
          { path, start: place },
          `Unexpected TOML: ${sentence.replace(/^Invalid TOML document: /, '')}`,
        ),
      ],
    };
  }
  const book = (typeof table['book'] === 'object' && table['book'] !== null ? table['book'] : {}) as Readonly<
    Record<string, unknown>
  >;
  const words = (key: string): string | undefined => {
    const value = book[key];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  const names = Array.isArray(book['authors']) ? book['authors'].filter((each) => typeof each === 'string') : [];
  const authors = peopleOf(names.length > 0 ? names : (words('author') ?? null));
  const lang = words('language');
  const direction = words('text-direction');
  const known = ['title', 'authors', 'author', 'description', 'language', 'text-direction', 'src', 'multilingual'];
  const left = [
    ...Object.keys(table).filter((key) => key !== 'book'),
    ...Object.keys(book)
      .filter((key) => !known.includes(key))
      .map((key) => `book.${key}`),
    ...(lang !== undefined && !isLanguageTag(lang) ? ['book.language'] : []),
  ];
  const problems: Problem[] =
    left.length > 0
      ? [
          problem(
            'import-left-out',
            { path },
            `Left out: settings that have no place in a manuscript: ${left.join(', ').slice(0, 200)}`,
          ),
        ]
      : [];
  return {
    value: {
      facts: {
        title: words('title'),
        authors: authors.map((person) => personFact(person)),
        lang: lang !== undefined && isLanguageTag(lang) ? lang : undefined,
        dir: direction === 'rtl' || direction === 'ltr' ? direction : undefined,
        description: words('description'),
      },
      src: words('src')?.replace(/^\.\/|(?<!\/)\/+$/g, '') ?? 'src',
    },
    problems,
  };
}
