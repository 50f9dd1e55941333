/**
 * What was loaded, as a book: a story in another format is imported first, and its words are compared.
 * In: what lay at a path. Out: the manuscript and the book; `sources` gets the author's own texts.
 */
import type { Book } from '../book/book.ts';
import type { Limits } from '../book/limits.ts';
import type { Manuscript } from '../book/manuscript.ts';
import type { Loaded } from '../disk/load-manuscript.ts';
import { type ReadOptions, readBook } from '../read/read.ts';
import { collector } from '../report/collector.ts';
import type { Outcome } from '../report/problem.ts';

export interface ReadManuscript {
  readonly manuscript: Manuscript;
  readonly book: Book;
}

/** Reads it. Undefined where there is nothing to print; what other formats need is loaded where there is one. */
export async function readLoaded(
  loaded: Loaded,
  options: ReadOptions & { readonly limits: Limits },
  sources: Map<string, string>,
): Promise<Outcome<ReadManuscript | undefined>> {
  const { problems, take } = collector();
  const importer = loaded.foreign && (await import('./import.ts'));
  const imported = importer && take(await importer.importLoaded(loaded.foreign, options.limits, loaded.manuscript));
  const manuscript = loaded.foreign ? imported?.manuscript : loaded.manuscript;
  if (!manuscript) return { value: undefined, problems };
  for (const { path, text, origin } of manuscript.files) sources.set(origin?.path ?? path, origin?.text ?? text);
  if (manuscript.bookFile) sources.set(manuscript.bookFile.path, manuscript.bookFile.text);
  const read = importer && imported ? importer.readImported(imported, options) : readBook(manuscript, options);
  const book = take(await read);
  return { value: book && { manuscript, book }, problems };
}
