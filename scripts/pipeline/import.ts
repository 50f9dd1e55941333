/**
 * The way in, on one page: import by the format that the content has → read → compare the words.
 * In: what was loaded. Out: a manuscript in memory; nothing is written here.
 */
import type { Book } from '../book/book.ts';
import { encodeUtf8 } from '../book/bytes.ts';
import { sha256 } from '../book/digest.ts';
import { titleOfName } from '../book/file-names.ts';
import type { LoadedForeign } from '../book/given-files.ts';
import type { Limits } from '../book/limits.ts';
import type { Manuscript, Opened } from '../book/manuscript.ts';
import { madeFromPath } from '../book/source-list.ts';
import { type NamedBook, titleOver } from '../import/book-titles.ts';
import { importForeign } from '../import/import-foreign.ts';
import type { Foreign, ImportedBook } from '../import/imported.ts';
import { manuscriptFiles } from '../import/manuscript-files.ts';
import { mergeBooks } from '../import/merge-books.ts';
import { printYaml } from '../import/print-yaml.ts';
import { type ReadOptions, readBook } from '../read/read.ts';
import { hasErrors, type Outcome, type Problem, problem } from '../report/problem.ts';
import { compareWords } from './compare-words.ts';
import { withoutPlainParagraphs } from './plain-paragraphs.ts';
import { wordsOfBook, wordsOfMarkdown } from './visible-words.ts';

/** A book that was imported, and the manuscript it makes; its words are not compared yet. */
interface Imported {
  readonly book: ImportedBook;
  readonly manuscript: Manuscript;
}

/** A manuscript to write, with every word of its source. */
export interface ImportedManuscript {
  readonly title: string;
  /** Its texts, and its pictures, as `open` gives them. */
  readonly manuscript: Manuscript;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

/** Imports what was loaded, with what lies beside it in its folder. Undefined where nothing could be made of it. */
export async function importLoaded(
  loaded: LoadedForeign,
  limits: Limits,
  folder?: Manuscript,
): Promise<Outcome<Imported | undefined>> {
  const { name, bytes, folder: listed } = loaded;
  const fingerprints = new Map<string, string>([
    ...(folder?.fingerprints ?? []),
    ...(listed?.isNamed ? [] : [[name, sha256(bytes)] as const]),
  ]);
  const beside = (path: string): Uint8Array | undefined => {
    const found = loaded.beside(path);
    if (found) fingerprints.set(path, sha256(found));
    return found;
  };
  const { value: book, problems } = await importOrSayTooDeep({ ...loaded, beside, limits });
  if (!book || hasErrors(problems)) return { value: undefined, problems };
  // An archive keeps what lies beside the file that was named: not what belongs to a folder above it.
  const keeps = listed === undefined || (!listed.isVault && (listed.isNamed || !name.includes('/')));
  const manuscript = { ...manuscriptOf(book, name, folder), ...(keeps && { fingerprints }) };
  return { value: { book, manuscript }, problems };
}

/** Reads an imported manuscript, and compares its words, and those that were taken out of it, with its source’s. */
export async function readImported(
  { book: imported, manuscript }: Imported,
  options: ReadOptions & { readonly limits: Limits },
  plainWords: readonly string[] = [],
): Promise<Outcome<Book | undefined>> {
  const { name, bookFile, facts } = manuscript;
  const { value: book, problems: found } = await readBook(manuscript, options);
  const own = new Set(manuscript.files.map(({ path }) => path));
  const problems = found.map((each) =>
    each.severity === 'error' && own.has(each.place?.path ?? '') ? { ...each, place: { path: name } } : each,
  );
  // What an author's book.yaml says beside a story is none of the story's words, nor what its plug-ins do to them.
  const isAuthors = bookFile !== undefined && facts !== undefined;
  const plain = isAuthors ? (await readBook({ ...manuscript, bookFile: undefined }, alone(options))).value : book;
  if (!book || !plain) return { value: book, problems };
  const { visible, markdown = [], aside = [] } = imported;
  const source = await wordsOfMarkdown(markdown, options.limits);
  const { text, metadata } = wordsOfBook(plain);
  const difference = compareWords(
    {
      source: [...visible, ...source.value.text],
      text: [...text, ...plainWords],
      metadata: [...metadata, ...aside, ...source.value.metadata],
    },
    { path: name },
  );
  return { value: book, problems: [...problems, ...source.problems, ...(difference ? [difference] : [])] };
}

/** Imports a file or folder. Undefined where a problem is an error: a word would be lost, or nothing could be made of it. */
export async function importStory(
  loaded: LoadedForeign,
  limits: Limits,
): Promise<Outcome<ImportedManuscript | undefined>> {
  const { value, problems } = await importProved(loaded, limits);
  return { value: value?.proved, problems };
}

/** Imports the texts of a folder as one story, in their order; the words of the whole are compared when it is read. */
export async function importTogether(
  stories: readonly LoadedForeign[],
  limits: Limits,
  folder: Manuscript,
): Promise<Outcome<Imported | undefined>> {
  const { value: imported, problems } = await importEach(stories, (loaded) => importLoaded(loaded, limits));
  if (hasErrors(problems)) return { value: undefined, problems };
  const books = imported.map(({ book, manuscript: { name } }) => ({ name: titleOfName(name), path: name, book }));
  const { value: merged, problems: merging } = mergeBooks(books);
  const book = { ...merged, facts: { ...merged.facts, title: titleOver(books) } };
  const read = [folder, ...imported.map(({ manuscript }) => manuscript)];
  const own = { ...folder, fingerprints: new Map(read.flatMap(({ fingerprints = [] }) => [...fingerprints])) };
  return { value: { book, manuscript: manuscriptOf(book, folder.name, own) }, problems: [...problems, ...merging] };
}

/** Imports each of several that are of one book. */
async function importEach<Made>(
  stories: readonly LoadedForeign[],
  importOne: (loaded: LoadedForeign) => Promise<Outcome<Made | undefined>>,
): Promise<Outcome<readonly Made[]>> {
  const problems: Problem[] = [];
  const made: Made[] = [];
  const together = new Set(stories.map(({ name }) => name));
  for (const loaded of stories) {
    const { value, problems: found } = await importOne({ ...loaded, together });
    problems.push(...found);
    if (value !== undefined) made.push(value);
  }
  return { value: made, problems };
}

/** Imports several as one manuscript, in their order, called `title` where the first says nothing. The words of each are compared, and then those of the whole. */
export async function importStories(
  stories: readonly LoadedForeign[],
  limits: Limits,
  title?: string,
): Promise<Outcome<ImportedManuscript | undefined>> {
  const { value: each, problems } = await importEach(stories, (loaded) => importProved(loaded, limits));
  if (hasErrors(problems)) return { value: undefined, problems };
  const books = each.map(
    ({ imported, proved }): NamedBook => ({ name: proved.title, path: proved.manuscript.name, book: imported.book }),
  );
  const { value: merged, problems: merging } = mergeBooks(books);
  const own = titleOver(books) ?? title;
  const book = own === undefined ? merged : { ...merged, facts: { ...merged.facts, title: own } };
  const { value, problems: found } = await proveImported(
    { book, manuscript: manuscriptOf(book, books[0]?.path ?? '') },
    limits,
  );
  return { value, problems: [...problems, ...merging, ...found] };
}

/** The texts of a manuscript by path: chapters, `book.yaml`, the style sheet. */
export const textsOf = ({ files, bookFile, styleSheet }: Manuscript): ReadonlyMap<string, string> =>
  new Map([...files, bookFile ?? [], styleSheet ?? []].flat().map(({ path, text }) => [path, text]));

/** The files of a manuscript that was imported, by path. */
export function manuscriptBytes({ manuscript, pictures }: ImportedManuscript): ReadonlyMap<string, Uint8Array> {
  const { madeFrom } = manuscript;
  const texts = [...textsOf(manuscript), ...(madeFrom ? [[madeFromPath, madeFrom] as const] : [])];
  return new Map([...pictures, ...texts.map(([path, text]) => [path, encodeUtf8(text)] as const)]);
}

interface Proved {
  readonly imported: Imported;
  readonly proved: ImportedManuscript;
}

async function importProved(loaded: LoadedForeign, limits: Limits): Promise<Outcome<Proved | undefined>> {
  const { value: imported, problems } = await importLoaded(loaded, limits);
  if (!imported) return { value: undefined, problems };
  const { value, problems: found } = await proveImported(imported, limits);
  return { value: value && { imported, proved: value }, problems: [...problems, ...found] };
}

/** Reads the files as they will be written, and compares the words. */
export async function proveImported(
  { book, manuscript }: Imported,
  limits: Limits,
): Promise<Outcome<ImportedManuscript | undefined>> {
  const bookFile = { path: 'book.yaml', text: printYaml(manuscript.facts ?? {}) };
  const written: Manuscript = { ...manuscript, facts: undefined, bookFile };
  const files = written.files.map((file, at) => ({ ...file, ...withoutPlainParagraphs(file.text, at === 0 ? 4 : 0) }));
  const { value, problems } = await readImported(
    { book, manuscript: { ...written, files } },
    alone({ limits }),
    files.flatMap(({ plain }) => plain),
  );
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (!value || errors.length > 0) return { value: undefined, problems: errors };
  return { value: { title: value.metadata.title, manuscript: written, pictures: book.pictures }, problems: [] };
}

/** Options to read a text by, without what an author would have done to it. */
export const alone = ({ limits }: { readonly limits: Limits }) => ({
  loadPlugins: async () => ({ value: [], problems: [] }),
  limits,
});

/** Trees are walked by recursion here: what overflows it nests deeper than any story. */
async function importOrSayTooDeep(foreign: Foreign): Promise<Outcome<ImportedBook | undefined>> {
  try {
    return await importForeign(foreign);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const reason = 'Elements stand too deep in one another to be read.';
    return { value: undefined, problems: [problem('nesting-too-deep', { path: foreign.name }, reason)] };
  }
}

function manuscriptOf(book: ImportedBook, name: string, folder?: Manuscript): Manuscript {
  const { pictures, madeFrom, styleSheet } = book;
  return {
    name,
    madeFrom,
    styleSheet: styleSheet === undefined ? undefined : { path: 'style.css', text: styleSheet },
    templates: new Map(),
    ...folder,
    ...manuscriptFiles(book),
    pictures: [...pictures.keys(), ...(folder?.pictures ?? [])].sort(),
    open: (path, place): Opened => {
      const bytes = pictures.get(path);
      if (bytes) return { bytes };
      const reason = `There is no picture “${path}”; the book shows its description instead.`;
      return folder?.open(path, place) ?? { problem: problem('picture-missing', place, reason) };
    },
  };
}
