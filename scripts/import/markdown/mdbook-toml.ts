/** mdBook’s `book.toml`. In: its text. Out: facts for `book.yaml`, and where the chapters lie. What it says of web sites is left out, with a hint. */

import type { Facts } from '../../book/metadata-schema.ts';
import { type Outcome, problem } from '../../report/problem.ts';
import { factsOfTable, type Table, tableOf, wordsOf } from './book-table.ts';

export interface BookToml {
  readonly facts: Facts;
  /** The folder of SUMMARY.md. */
  readonly src: string;
}

/** Reads it; broken TOML is an error at its place. */
export async function readBookToml(text: string, path: string): Promise<Outcome<BookToml>> {
  const { parse, TomlError } = await import('smol-toml'); // only an mdBook needs it
  let table: Table;
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
          `book.toml cannot be read: ${sentence.replace(/^Invalid TOML document: /, '')}`,
        ),
      ],
    };
  }
  const book = tableOf(table['book']);
  const settings = Object.keys(table).filter((key) => key !== 'book');
  const { value: facts, problems } = factsOfTable(book, path, { settings, meant: ['src', 'multilingual'] });
  return { value: { facts, src: wordsOf(book, 'src')?.replace(/^\.\/|(?<!\/)\/+$/g, '') ?? 'src' }, problems };
}
