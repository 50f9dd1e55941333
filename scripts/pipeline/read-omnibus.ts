/**
 * Reads a book of several works, which `books` in its book.yaml lists. In: its folder. Out: one book, each work of which was read as it
 * would be alone, and one manuscript with the files of all. Loaded only where a book.yaml may have that key.
 */
import { allSections, type Book } from '../book/book.ts';
import { utf8Length } from '../book/bytes.ts';
import { isMarkdownName } from '../book/dialect-signs.ts';
import type { GivenFiles, LoadedForeign } from '../book/given-files.ts';
import { type LimitName, type Limits, limitTable, printLimit } from '../book/limits.ts';
import type { Manuscript, SourceFile } from '../book/manuscript.ts';
import type { BookValues } from '../book/metadata-schema.ts';
import { raiseLimit } from '../book/raise-limit.ts';
import { newQuota } from '../markdown/quota.ts';
import { readBookKeys } from '../metadata/keys.ts';
import { factsOfWorks, joinWorks, type ReadWork, seriesOf } from '../read/join-works.ts';
import { type LocatedWork, locateWorks } from '../read/locate-works.ts';
import { listNames } from '../read/other-files.ts';
import { type ReadOptions, readBook } from '../read/read.ts';
import { collector } from '../report/collector.ts';
import { hasErrors, type Outcome, type Place, type Problem, problem } from '../report/problem.ts';
import { givenWithin } from './given-within.ts';
import { loadManuscript } from './load-manuscript.ts';

export interface ReadGiven {
  readonly book: Book;
  readonly manuscript: Manuscript;
}

export interface ReadGivenOptions extends ReadOptions {
  readonly limits: Limits;
  /** Whether it is a work in a book of several. */
  readonly isWork?: boolean | undefined;
}

interface OmnibusOptions extends ReadGivenOptions {
  /** Reads a work; `read-given.ts` has it, which comes here for works. */
  readonly readGiven: (
    given: GivenFiles,
    options: ReadGivenOptions,
    sources: Map<string, string>,
  ) => Promise<Outcome<ReadGiven | undefined>>;
}

/** A work, with the files that it was read from. */
interface WorkFiles extends ReadWork {
  readonly manuscript: Manuscript;
  /** Where its files lie: what stands before their paths. */
  readonly folder: string;
  /** The pictures that its import made, by the path of each in the book’s folder. */
  readonly imported: ReadonlyMap<string, Uint8Array>;
}

/**
 * Reads the book whose book.yaml is given; `sources` gets the texts of all works by path. Undefined where there is none to go on
 * with; `plain` where the key is not there after all. A work that lists works itself is the problem `work-nested`.
 */
export async function readOmnibus(
  given: GivenFiles,
  bookFile: SourceFile,
  options: OmnibusOptions,
  sources: Map<string, string>,
): Promise<Outcome<ReadGiven | 'plain' | undefined>> {
  const { limits } = options;
  const { problems, take, add } = collector();
  const none = () => ({ value: undefined, problems });
  const typed = readBookKeys(bookFile.text, bookFile.path, limits);
  const { books: list, title } = typed.values;
  if (!list) return hasErrors(typed.problems) ? { ...typed, value: undefined } : { value: 'plain', problems };
  if (options.isWork) {
    const reason = 'This work lists works itself; a book holds works, and these hold none.';
    add([problem('work-nested', typed.places.get('books'), reason, 'List them in the book.yaml of the book.')]);
    return none();
  }
  sources.set(bookFile.path, bookFile.text);
  const { works: located, own } = take(locateWorks(list, given.names, (at) => typed.places.get(`books.${at}`)));
  if (hasErrors([...problems, ...typed.problems]))
    return { value: undefined, problems: [...typed.problems, ...problems] };

  const works: WorkFiles[] = [];
  let office: { readonly convert: LoadedForeign['convert'] } | undefined;
  const convert = () => (office ??= { convert: given.asForeign().value?.convert }).convert;
  const quota = newQuota(limits);
  const left = { sections: limits.sections, texts: limits.texts, pictures: limits.pictures };
  const step = options.step && (async () => options.step?.(works.length, located.length));
  for (const each of located) {
    const work = take(await readWork(given, each, { options: { ...options, quota, step }, convert, sources }));
    if (!work) continue;
    works.push(work);
    const excess = spend(left, work);
    if (excess) add([tooLarge(excess, each.listed.path, limits)]);
    if (excess) return none();
  }
  if (hasErrors(problems)) return none();

  const books = works.map(({ book }) => book);
  const isBelow = (name: string): boolean => name.includes('/') && isMarkdownName(name);
  const loaded = take(loadManuscript({ ...given, names: own.filter((each) => !isBelow(each)) }, limits, 'apart'));
  if (!loaded?.manuscript) return none();
  add(notInBook([...own.filter(isBelow), ...(loaded.manuscript.others ?? [])], bookFile.path));
  const series = title === undefined ? seriesOf(books) : undefined;
  if (series !== undefined) add([titleGuessed(series, bookFile.path)]);
  const root: Manuscript = { ...loaded.manuscript, others: [], facts: factsOfWorks(books) };
  const dates = books.map(({ metadata }) => metadata.modified);
  const book = take(await readBook(root, { ...options, quota, step, omnibus: { dates } }));
  if (!book) return none();
  for (const { path, text } of root.files) sources.set(path, text);
  return { value: { book: joinWorks(book, works), manuscript: manuscriptOf(root, works) }, problems };
}

/** Reads a work as it would be read alone; its problems and its texts are told by their paths in the book’s folder. */
async function readWork(
  given: GivenFiles,
  { listed, isFolder, names }: LocatedWork,
  {
    options,
    convert,
    sources,
  }: {
    readonly options: OmnibusOptions;
    readonly convert: () => LoadedForeign['convert'];
    readonly sources: Map<string, string>;
  },
): Promise<Outcome<WorkFiles | undefined>> {
  const { path, title } = listed;
  const texts = new Map<string, string>();
  const own = givenWithin(given, { path, isFolder, names, convert });
  const folder = isFolder ? `${path}/` : path.slice(0, path.lastIndexOf('/') + 1);
  const loadPlugins: ReadGivenOptions['loadPlugins'] = (plugins) =>
    options.loadPlugins(plugins.map((name) => (name.startsWith('.') ? `./${folder}${name}` : name)));
  const read = await options.readGiven(own, { ...options, loadPlugins, isWork: true }, texts);
  // What an import makes of a file has no place of its own in the folder: its files lie below the file, in name.
  const isImported = read.value?.manuscript.facts !== undefined && !isFolder;
  const { files = [], pictures = [] } = read.value?.manuscript ?? {};
  const made = new Set(isImported ? [...files.map((file) => file.path), ...pictures] : []);
  const placeOf = (each: string): string => (made.has(each) ? `${path}/${each}` : folder + each);
  const wholes = new Set(isFolder ? ['.', own.name] : []);
  const placed = (place: Place | undefined): Place | undefined =>
    place && { ...place, path: wholes.has(place.path) ? path : placeOf(place.path) };
  const problems = read.problems
    .filter(({ rule }) => rule !== 'title-guessed' || title === undefined)
    .map((each) => ({ ...each, place: placed(each.place) }));
  for (const [each, text] of texts) sources.set(placeOf(each), text);
  if (!read.value) return { value: undefined, problems };
  const { book, manuscript } = read.value;
  const onDisk = new Set(names);
  const imported = new Map(
    pictures.flatMap((each) => {
      const opened = onDisk.has(each) ? undefined : manuscript.open(each, { path });
      return opened && 'bytes' in opened ? [[placeOf(each), opened.bytes] as const] : [];
    }),
  );
  const value = { listed, book, placeOf, base: isImported ? `${path}/` : undefined, manuscript, folder, imported };
  return { value, problems: [...problems, ...designNotUsed(manuscript, options.limits, placeOf)] };
}

/** Keys that speak of the design of a whole book. */
const ofDesign = ['theme', 'ornament', 'fonts', 'embed-fonts', 'toc-depth', 'notes', 'writing-mode'];

/** One hint for all that a work says of its design, where the book’s own counts. */
function designNotUsed(work: Manuscript, limits: Limits, placeOf: (path: string) => string): readonly Problem[] {
  const { bookFile, facts = {}, styleSheet, templates } = work;
  const values: BookValues = bookFile ? readBookKeys(bookFile.text, bookFile.path, limits).values : {};
  const said = new Map<string, unknown>(Object.entries({ ...facts, ...values }));
  const unused = [
    ...ofDesign.filter((key) => said.get(key) !== undefined),
    ...(values.plugins?.rehype ? ['plugins.rehype'] : []),
    ...(styleSheet ? [styleSheet.path] : []),
    ...(templates.size > 0 ? ['templates/'] : []),
  ];
  const path = placeOf((bookFile ?? styleSheet ?? work.files[0])?.path ?? '');
  if (unused.length === 0) return [];
  const reason = `A book of several works has one design, so this work’s is not used: ${unused.join(', ')}.`;
  return [
    problem('work-design', { path }, reason, 'Say it in the book.yaml or style.css of the book, or take it out.'),
  ];
}

/** Takes from what is left for all works what one of them has; the limit that it passes, if it passes one. */
function spend(
  left: Record<'sections' | 'texts' | 'pictures', number>,
  work: WorkFiles,
): keyof typeof left | undefined {
  left.sections -= 1 + [...allSections(work.book.sections)].length;
  for (const { text } of work.manuscript.files) left.texts -= utf8Length(text);
  for (const { length } of work.imported.values()) left.pictures -= length;
  return (['sections', 'texts', 'pictures'] as const).find((name) => left[name] < 0);
}

function tooLarge(name: LimitName, path: string, limits: Limits): Problem {
  const reason = `Up to this work the book has more than ${printLimit(name, limits[name])} (${limitTable[name].of}).`;
  return problem('book-too-large', { path }, reason, `Part it into several books. ${raiseLimit(name, limits)}`);
}

/** One hint for all texts that lie in the folder and are in no work. */
function notInBook(paths: readonly string[], path: string): readonly Problem[] {
  if (paths.length === 0) return [];
  const reason = `Not in the book: ${listNames(paths)}. It has the works that ${path} lists, and Markdown files that lie beside it.`;
  return [problem('file-ignored', { path: paths[0] ?? path }, reason, 'List them under “books”, or take them out.')];
}

function titleGuessed(series: string, path: string): Problem {
  const reason = `No title found, so the book is called “${series}”, after the series of its works.`;
  return problem('title-guessed', { path }, reason, 'Add “title: …” to book.yaml.');
}

/** The files of all works under the book’s own, by their paths in its folder. */
function manuscriptOf(root: Manuscript, works: readonly WorkFiles[]): Manuscript {
  const imported = new Map(works.flatMap((work) => [...work.imported]));
  const files = works.flatMap(({ manuscript, placeOf }) =>
    manuscript.files.map(({ path, text, origin }) => ({
      path: placeOf(path),
      text,
      origin: origin && { ...origin, path: placeOf(origin.path) },
    })),
  );
  const fingerprints = works.flatMap(({ manuscript: { fingerprints = new Map(), styleSheet, templates }, folder }) =>
    [...fingerprints].flatMap(([path, sum]) =>
      path === styleSheet?.path || templates.has(path.replace(/^templates\//, ''))
        ? []
        : [[folder + path, sum] as const],
    ),
  );
  return {
    ...root,
    files: [...root.files, ...files],
    pictures: [...root.pictures, ...works.flatMap(({ manuscript, placeOf }) => manuscript.pictures.map(placeOf))],
    fingerprints: new Map([...(root.fingerprints ?? []), ...fingerprints]),
    open: (path, place) => {
      const bytes = imported.get(path);
      return bytes ? { bytes } : root.open(path, place);
    },
  };
}
