/**
 * Reads what somebody gave. In: files. Out: the book, and the manuscript that it was read from; another format is imported
 * first, by what is loaded then, and its words are compared.
 */
import type { GivenFiles } from '../book/given-files.ts';
import type { Limits } from '../book/limits.ts';
import type { Manuscript } from '../book/manuscript.ts';
import { readBook } from '../read/read.ts';
import { collector } from '../report/collector.ts';
import type { Outcome } from '../report/problem.ts';
import { loadManuscript } from './load-manuscript.ts';
import type { ReadGiven, ReadGivenOptions } from './read-work.ts';

/** The same files as those of a stranger: no other program is asked to read them, and nothing outside of them is read. */
export function ofStranger(given: GivenFiles): GivenFiles {
  const asForeign: GivenFiles['asForeign'] = () => {
    const { value, problems } = given.asForeign();
    return { value: value && { ...value, convert: undefined }, problems };
  };
  return { ...given, asForeign, outside: undefined };
}

/** Reads a book; `sources` gets the author's texts by path. Undefined where there is none to go on with. */
export async function readGiven(
  given: GivenFiles,
  options: ReadGivenOptions,
  sources: Map<string, string>,
): Promise<Outcome<ReadGiven | undefined>> {
  const { problems, take } = collector();
  const none = { value: undefined, problems };
  const note = ({ files, bookFile }: Manuscript): void => {
    for (const file of files) sources.set((file.origin ?? file).path, (file.origin ?? file).text);
    if (bookFile) sources.set(bookFile.path, bookFile.text);
  };
  let opened = loadManuscript(given, options.limits);
  if (opened.value?.omnibus) {
    const { readOmnibus } = await import('./read-omnibus.ts');
    const works = { ...options, readGiven, sharing };
    const { value, problems: found } = await readOmnibus(given, opened.value.omnibus, works, sources);
    // Where there is a book, the folder was loaded again, and what there is to tell of it is told.
    if (value !== 'plain') return { value, problems: value ? found : [...opened.problems, ...found] };
    opened = loadManuscript(given, options.limits, 'alone');
  }
  const loaded = take(opened);
  if (!loaded || loaded.omnibus) return none;
  if (!loaded.foreign) {
    const manuscript = take(await sharing(loaded.manuscript, given, options.limits));
    note(manuscript);
    const book = take(await readBook(manuscript, options));
    return { value: book && { book, manuscript }, problems };
  }
  const { importLoaded, importTogether, readImported } = await import('./import.ts');
  const { foreign, others = [], manuscript: folder } = loaded;
  const imported = take(
    others.length > 0 && folder
      ? await importTogether([foreign, ...others], options.limits, folder)
      : await importLoaded(foreign, options.limits, folder),
  );
  if (!imported) return none;
  note(imported.manuscript);
  const book = take(await readImported(imported, options));
  return { value: book && { book, manuscript: imported.manuscript }, problems };
}

/** The manuscript with the pages that it shares with other books. */
async function sharing(manuscript: Manuscript, given: GivenFiles, limits: Limits): Promise<Outcome<Manuscript>> {
  if (!/\bshared["']?\s*:/.test(manuscript.bookFile?.text ?? '')) return { value: manuscript, problems: [] };
  return (await import('./read-shared.ts')).withShared(manuscript, given, limits);
}
