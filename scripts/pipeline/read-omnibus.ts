/**
 * Reads a book of several works, which `books` in its book.yaml lists. In: its folder. Out: one book, each work of which was read as it
 * would be alone, and one manuscript with the files of all. Loaded only where a book.yaml may have that key.
 */
import { allSections } from '../book/book.ts';
import { utf8Length } from '../book/bytes.ts';
import { isMarkdownName } from '../book/dialect-signs.ts';
import type { GivenFiles, LoadedForeign } from '../book/given-files.ts';
import { type LimitName, type Limits, limitTable, printLimit } from '../book/limits.ts';
import type { Manuscript, SourceFile } from '../book/manuscript.ts';
import type { Metadata } from '../book/metadata.ts';
import { raiseLimit } from '../book/raise-limit.ts';
import { newQuota } from '../markdown/quota.ts';
import { readBookKeys } from '../metadata/keys.ts';
import { factsOfWorks, joinWorks, seriesOf } from '../read/join-works.ts';
import { locateWorks } from '../read/locate-works.ts';
import { listNames } from '../read/other-files.ts';
import { readBook } from '../read/read.ts';
import { collector } from '../report/collector.ts';
import { hasErrors, type Outcome, type Problem, problem } from '../report/problem.ts';
import { loadManuscript } from './load-manuscript.ts';
import { type OmnibusOptions, type ReadGiven, readWork, type WorkFiles } from './read-work.ts';

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
    const work = take(await readWork(given, each, { ...options, quota, step, convert }, sources));
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
  const shared = take(await options.sharing(loaded.manuscript, given, limits));
  const root: Manuscript = { ...shared, others: [], facts: factsOfWorks(books) };
  const dates = books.map(({ metadata }) => metadata.modified);
  const book = take(await readBook(root, { ...options, quota, step, omnibus: { dates } }));
  if (!book) return none();
  for (const { path, text } of root.files) sources.set(path, text);
  for (const work of works) add(designNotUsed(work, book.metadata));
  return { value: { book: joinWorks(book, works), manuscript: manuscriptOf(root, works) }, problems };
}

/** What a work says of its design otherwise than the book, whose own counts: one hint at the work. */
function designNotUsed({ listed, book, manuscript }: WorkFiles, whole: Metadata): readonly Problem[] {
  const others = new Map(designSaid(whole));
  const unused = designSaid(book.metadata).flatMap(([key, value]) => (others.get(key) === value ? [] : [key]));
  if (manuscript.styleSheet) unused.push(manuscript.styleSheet.path);
  if (manuscript.templates.size > 0) unused.push('templates/');
  if (unused.length === 0) return [];
  const reason = `A book of several works has one design, so this work’s is not used: ${unused.join(', ')}.`;
  const hint = 'Say it in the book.yaml or style.css of the book, or take it out.';
  return [problem('work-design', { path: listed.path }, reason, hint)];
}

/** The keys of its design that a book gives another value than the usual one, each with that. */
function designSaid({
  design,
  contentsDepth,
  notesAt,
  tellsNews,
  plugins,
}: Metadata): readonly (readonly [string, string])[] {
  const said: Readonly<Record<string, unknown>> = {
    theme: design.theme === 'classic' ? undefined : design.theme,
    design: design.options,
    ornament: design.ornament,
    'heading-image': design.headingImage,
    fonts: design.fonts && [design.fonts.body, design.fonts.headings],
    'embed-fonts': design.embedsFonts || undefined,
    'writing-mode': design.isVertical || undefined,
    'toc-depth': contentsDepth,
    notes: notesAt,
    'whats-new': tellsNews || undefined,
    'plugins.rehype': plugins.rehype.length > 0 ? plugins.rehype : undefined,
  };
  return Object.entries(said).flatMap(([key, value]) => (value === undefined ? [] : [[key, JSON.stringify(value)]]));
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
