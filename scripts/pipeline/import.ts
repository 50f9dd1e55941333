/**
 * The way in, on one page: load → tell the format by content → import → read it back → compare the words.
 * In: a path. Out: a manuscript in memory; nothing is written here.
 */
import { createHash } from 'node:crypto';
import { type Limits, usualLimits } from '../book/limits.ts';
import type { Manuscript, Opened } from '../book/manuscript.ts';
import { madeFromPath } from '../book/source-list.ts';
import { type LoadedForeign, loadForeign } from '../disk/load-foreign.ts';
import { type Foreign, importForeign } from '../import/import-foreign.ts';
import type { ImportedBook } from '../import/imported.ts';
import { manuscriptFiles } from '../import/manuscript-files.ts';
import { mergeBooks, type NamedBook } from '../import/merge-books.ts';
import { readBook } from '../read/read.ts';
import { problemInSource } from '../read/source-lines.ts';
import { hasErrors, type Outcome, type Problem, problem } from '../report/problem.ts';
import { compareWords } from './compare-words.ts';
import { wordsOfBook, wordsOfMarkdown } from './visible-words.ts';

export interface BroughtIn {
  readonly title: string;
  /** The texts of the manuscript, and its pictures, as `open` gives them. */
  readonly manuscript: Manuscript;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** Absolute paths of the files that were read. */
  readonly read: ReadonlySet<string>;
}

/** Brings a file or folder in. It is undefined where a problem is an error: a word would be lost, or nothing could be made of it. */
export async function bringIn(path: string, limits: Limits = usualLimits): Promise<Outcome<BroughtIn | undefined>> {
  const loaded = loadForeign(path, limits);
  if (!loaded.value) return { value: undefined, problems: loaded.problems };
  const { value, problems } = await bringInForeign(loaded.value, limits);
  return { value, problems: [...loaded.problems, ...problems] };
}

/** Brings several in as one manuscript, in their order. The words of each are compared, and then those of the whole. */
export async function bringInAll(
  paths: readonly string[],
  limits: Limits = usualLimits,
): Promise<Outcome<BroughtIn | undefined>> {
  const [first, ...others] = paths;
  if (first !== undefined && others.length === 0) return bringIn(first, limits);
  const problems: Problem[] = [];
  const books: NamedBook[] = [];
  const read = new Set<string>();
  for (const path of paths) {
    const loaded = loadForeign(path, limits);
    problems.push(...loaded.problems);
    if (!loaded.value) continue;
    const { name } = loaded.value;
    const { value, problems: found } = await importProved(loaded.value, limits);
    problems.push(...found);
    for (const each of loaded.value.read) read.add(each);
    if (value) books.push({ name: value.proved.title, path: name, book: value.imported });
  }
  if (hasErrors(problems)) return { value: undefined, problems };
  const merged = mergeBooks(books);
  const { value, problems: found } = await prove(merged.value, { name: books[0]?.path ?? '', read }, limits);
  problems.push(...merged.problems, ...found);
  return { value: hasErrors(problems) ? undefined : value, problems };
}

/** The files of a manuscript that was brought in, by path. */
export function filesOf({ manuscript, pictures }: BroughtIn): ReadonlyMap<string, Uint8Array> {
  const { files, bookFile, madeFrom } = manuscript;
  const texts = [
    ...files,
    ...(bookFile ? [bookFile] : []),
    ...(madeFrom ? [{ path: madeFromPath, text: madeFrom }] : []),
  ];
  return new Map([...pictures, ...texts.map(({ path, text }) => [path, Buffer.from(text)] as const)]);
}

/** Brings in what is loaded already. */
export async function bringInForeign(loaded: LoadedForeign, limits: Limits): Promise<Outcome<BroughtIn | undefined>> {
  const { value, problems } = await importProved(loaded, limits);
  return { value: value?.proved, problems };
}

interface Proved {
  readonly imported: ImportedBook;
  readonly proved: BroughtIn;
}

async function importProved(loaded: LoadedForeign, limits: Limits): Promise<Outcome<Proved | undefined>> {
  const { name, bytes, folder, read } = loaded;
  const fingerprints = new Map<string, string>(folder?.isNamed ? [] : [[name, sha256(bytes)]]);
  const beside = (path: string): Uint8Array | undefined => {
    const found = loaded.beside(path);
    if (found) fingerprints.set(path, sha256(found));
    return found;
  };
  const imported = await importOrSayTooDeep({ path: name, bytes, beside, folder, limits });
  if (!imported.value || hasErrors(imported.problems)) return { value: undefined, problems: imported.problems };
  // An archive keeps what lies beside the file that was named: not what belongs to a folder above it.
  const keeps = folder === undefined || (!folder.isVault && (folder.isNamed || !name.includes('/')));
  const { value, problems } = await prove(imported.value, { name, read, ...(keeps && { fingerprints }) }, limits);
  return {
    value: value && { imported: imported.value, proved: value },
    problems: [...imported.problems, ...problems],
  };
}

/** Reads an imported book back, and compares its words with its source’s. */
async function prove(
  imported: ImportedBook,
  { name, fingerprints, read }: Pick<Manuscript, 'name' | 'fingerprints'> & Pick<BroughtIn, 'read'>,
  limits: Limits,
): Promise<Outcome<BroughtIn | undefined>> {
  const manuscript = { ...manuscriptOf(imported, name), ...(fingerprints && { fingerprints }) };
  const { value: book, problems: found } = await readBook(manuscript, { loadPlugins: runNothing, limits });
  const errors = found.filter(({ severity }) => severity === 'error');
  const problems = errors.map((each) => inSource(each, imported, manuscript, name));
  if (!book) return { value: undefined, problems };
  const { visible, markdown = [], aside = [], pictures } = imported;
  const witness = await wordsOfMarkdown(markdown, limits);
  problems.push(...witness.problems);
  const { text, metadata } = wordsOfBook(book);
  const source = [...visible, ...witness.value.text];
  const spare = [...metadata, ...aside, ...witness.value.metadata];
  const difference = compareWords({ source, text, metadata: spare }, { path: name });
  if (difference) problems.push(difference);
  return {
    value: hasErrors(problems) ? undefined : { title: book.metadata.title, manuscript, pictures, read },
    problems,
  };
}

/** Trees are walked by recursion here: what overflows it nests deeper than any story. */
async function importOrSayTooDeep(foreign: Foreign): Promise<Outcome<ImportedBook | undefined>> {
  try {
    return await importForeign(foreign);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const reason = 'Unexpected nesting of elements, expected fewer levels';
    return { value: undefined, problems: [problem('nesting-too-deep', { path: foreign.path }, reason)] };
  }
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
/** A problem of a file that was made, at the line of what it was made from, or at no line where that is not known. */
function inSource(found: Problem, imported: ImportedBook | undefined, { files }: Manuscript, name: string): Problem {
  const at = files.findIndex(({ path }) => path === found.place?.path);
  const text = files[at]?.text ?? '';
  const section = imported?.sections[at];
  const linesBefore = text.slice(0, text.length - (section?.text.length ?? 0)).split('\n').length - 1;
  return problemInSource(found, name, section?.lines && [...Array<number>(linesBefore).fill(1), ...section.lines]);
}

const runNothing = async () => ({ value: [], problems: [] });

function manuscriptOf(imported: ImportedBook, name: string): Manuscript {
  const { pictures } = imported;
  return {
    name,
    ...manuscriptFiles(imported),
    madeFrom: imported.madeFrom,
    templates: new Map(),
    pictures: [...pictures.keys()].sort(),
    open: (path, place): Opened => {
      const bytes = pictures.get(path);
      return bytes
        ? { bytes }
        : {
            problem: problem('picture-missing', place, `Unexpected path “${path}”, expected a file of the manuscript`),
          };
    },
  };
}
