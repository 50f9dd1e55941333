/** Manuscripts made of strings, and books told in few words, so that a test shows what goes in and what comes out. */

import { toString as textOf } from 'mdast-util-to-string';
import type { Book, Section } from '../../scripts/book/book.ts';
import { comparePaths } from '../../scripts/book/file-names.ts';
import type { Manuscript, SourceFile } from '../../scripts/book/manuscript.ts';
import { readBook } from '../../scripts/read/read.ts';
import type { Problem } from '../../scripts/report/problem.ts';
import { jpeg } from '../pictures/make.ts';

/** A manuscript of these files; `book.yaml` is its book file, and no file can be opened. */
export function manuscriptOf(files: Readonly<Record<string, string>>, rest: Partial<Manuscript> = {}): Manuscript {
  const source = (path: string): SourceFile => ({ path, text: files[path] ?? '' });
  return {
    name: 'the_old-house',
    ...('book.yaml' in files && { bookFile: source('book.yaml') }),
    files: Object.keys(files)
      .filter((path) => path !== 'book.yaml')
      .sort(comparePaths)
      .map(source),
    templates: new Map(),
    pictures: [],
    open: (path) => ({
      problem: { rule: 'picture-missing', severity: 'warning', reason: `Unexpected path “${path}”` },
    }),
    ...rest,
  };
}

export interface Reading {
  readonly book: Book;
  readonly problems: readonly Problem[];
}

/** Reads a manuscript of strings, which must give a book. */
export async function read(files: Readonly<Record<string, string>>, rest: Partial<Manuscript> = {}): Promise<Reading> {
  const { value: book, problems } = await readBook(manuscriptOf(files, rest), { loadPlugins: noPlugins });
  if (!book) throw new Error(`Unexpected manuscript without a book:\n${problems.map(tell).join('\n')}`);
  return { book, problems };
}

export const noPlugins = async () => ({ value: [], problems: [] });

/** Options of a build in a test: without plug-ins, and with a picture for a cover that need not be drawn. */
export const quickBuild = { loadPlugins: noPlugins, coverCache: { get: () => jpeg(), set: () => {} } };

/** A problem in a line: `one.md:3:5 rule`. */
export function tell({ place, rule }: Problem): string {
  const start = place?.start ? `:${place.start.line}:${place.start.column}` : '';
  return `${place?.path ?? ''}${start} ${rule}`;
}

/** Sections in a line each, those of a part set in: `chapter One`, `  chapter Two`. */
export function outline(list: readonly Section[], indent = ''): readonly string[] {
  return list.flatMap((each) => [
    `${indent}${each.kind}${each.heading ? ` ${textOf(each.heading)}` : ''}`,
    ...outline(each.sections, `${indent}  `),
  ]);
}

/** The words of each section's blocks. */
export const words = (list: readonly Section[]): readonly string[] =>
  list.map(({ content }) => content.children.map((each) => textOf(each)).join(' / '));
