/** The first stage. In: a Manuscript. Out: a Book, every section with its kind, its heading, its notes. */
import type { Root, RootContent } from 'mdast';
import type { PluggableList } from 'unified';
import { allSections, type Book, type Section } from '../book/book.ts';
import { fileFinder } from '../book/find-file.ts';
import { directionOfLanguage } from '../book/language-names.ts';
import { type Limits, printLimit, usualLimits } from '../book/limits.ts';
import type { Manuscript } from '../book/manuscript.ts';
import type { Metadata } from '../book/metadata.ts';
import type { BookValues } from '../book/metadata-schema.ts';
import { raiseLimit } from '../book/raise-limit.ts';
import type { SectionKind } from '../book/sections.ts';
import { createParser } from '../markdown/parse.ts';
import { newQuota, type Quota } from '../markdown/quota.ts';
import { detectLanguage, languageHints, usualLanguage } from '../metadata/detect-language.ts';
import { collector } from '../report/collector.ts';
import { hasErrors, type Outcome, type Problem, problem } from '../report/problem.ts';
import type { Step } from '../report/progress.ts';
import { assembleMetadata } from './assemble-metadata.ts';
import { withoutChapterLinks } from './chapter-links.ts';
import { divideFiles, type ParsedFile, type PlacedPiece } from './divide-files.ts';
import { withoutEmpty } from './empty-pages.ts';
import { guessTitle } from './guess-title.ts';
import { notesOf } from './notes.ts';
import { parseFile } from './open-source.ts';
import { emptyParts, nestParts } from './order-files.ts';
import { settlePageMarks } from './page-marks.ts';
import { transformerOf } from './plugin-transform.ts';
import { type KeyedFile, type ReadFiles, readFiles } from './read-files.ts';
import { withoutRepeatedTitles } from './repeated-titles.ts';
import { withTypedHeadings } from './typed-headings.ts';
import { leaveOutUnsettled } from './unsettled.ts';

export interface ReadOptions {
  /** SOURCE_DATE_EPOCH, in seconds. */
  readonly sourceDate?: number | undefined;
  /** Loads the author's remark plug-ins by the names in the metadata. */
  readonly loadPlugins: (names: readonly string[]) => Promise<Outcome<PluggableList>>;
  readonly limits?: Limits | undefined;
  /** What is left of the limits, where other texts are read for the same book. */
  readonly quota?: Quota | undefined;
  /** Of a book of several works, which are read apart: when these changed. It may have no words of its own. */
  readonly omnibus?: { readonly dates: readonly string[] } | undefined;
  /** Called before each file. */
  readonly step?: Step | undefined;
}

/** Reads a manuscript. The book is undefined where there is nothing to print or the metadata cannot be understood. */
export async function readBook(manuscript: Manuscript, options: ReadOptions): Promise<Outcome<Book | undefined>> {
  const { problems, take, add } = collector();
  const { limits = usualLimits } = options;
  const { files, values: typed, places, dates, metadataPath, lists } = take(await readFiles(manuscript, limits));
  const values = { ...take(await languageOf(files, typed, manuscript)), ...typed };
  if (values.books && !options.omnibus) {
    const reason = 'Works are listed in the book.yaml of the book that is built; here the list is not read.';
    add([problem('work-nested', places.get('books'), reason, 'Put it there, or take it out.')]);
  }
  const plugins = take(await options.loadPlugins(values.plugins?.remark ?? []));
  const autolinks = values.autolinks ?? false;
  const isPlain = values.markdown === 'commonmark';
  const transform = transformerOf(plugins);
  const how = {
    parse: createParser({ autolinks, plugins: transform ? [] : plugins, isPlain }),
    autolinks,
    transform,
    hasPlugins: plugins.length > 0,
    quota: options.quota ?? newQuota(limits),
    isPlain,
    find: fileFinder([...manuscript.files.map(({ origin, path }) => origin?.path ?? path), ...manuscript.pictures]),
  };
  const parsed: ParsedFile[] = [];
  const [lang = usualLanguage] = [values.lang ?? []].flat();
  // Its first lines say what a book is where nothing else does.
  const learns = manuscript.bookFile === undefined && manuscript.facts === undefined;
  let isRefused = false;
  for (const [at, file] of files.entries()) {
    await options.step?.(at, files.length);
    const outcome = await parseFile(file, { ...how, lang: file.values.lang ?? lang });
    const { tree: whole, notes } = take(outcome);
    const tree = take(leaveOutUnsettled(whole, file.path));
    isRefused ||= hasErrors(outcome.problems);
    if (outcome.problems.some(({ rule }) => rule === 'book-too-large')) break; // so is every file after it
    parsed.push({ file, tree: { ...tree, children: [...withTitle(tree.children, file)] }, notes });
  }
  if (isRefused) return { value: undefined, problems }; // what the text lacks now it lacks for that reason
  const { files: own, title: above } = take(asChapters(parsed, values, { learns, isPlain }));
  const division = take(divideFiles(own, { values, learns, prose: !isPlain, limit: limits.sections }));
  const { pieces, title: ownTitle = above, facts, tooMany } = division;
  if (tooMany) {
    add([
      problem(
        'book-too-large',
        tooMany,
        `The manuscript has more than ${printLimit('sections', limits.sections)} sections.`,
        `Part it into several books. ${raiseLimit('sections', limits)}`,
      ),
    ]);
    return { value: undefined, problems };
  }

  const called =
    values.title === undefined && ownTitle === undefined
      ? take(guessTitle(manuscript, lists, metadataPath))
      : { title: ownTitle ?? '', facts: {} };
  const isSigned = values.author !== undefined || values.authors !== undefined;
  const found = { ...(isSigned ? {} : called.facts), ...facts };
  const told =
    Object.keys(found).length > 0
      ? (await import('../metadata/check-keys.ts')).checkFacts(found, metadataPath ?? '')
      : none;
  add(told.problems);
  const metadata = assembleMetadata({
    values: { ...told.values, ...values },
    guessedTitle: called.title,
    dates: [...dates, ...(options.omnibus?.dates ?? [])],
    coverFile: manuscript.pictures.find((name) => /^cover\.(jpe?g|png|gif|svg|webp|avif)$/i.test(name)),
    coverPlace: places.get('cover'),
    designPlace: places.get('design'),
    ornamentPlace: places.get('ornament'),
    headingImagePlace: places.get('heading-image'),
    fontsPlace: places.get('fonts'),
    sourceDate: options.sourceDate,
    shared: manuscript.shared?.path,
  });
  const made = take(makeSections(take(withoutEmpty(pieces))));
  const sections = nestParts(take(await withMadeParts(made, { files, values, metadata, metadataPath })));
  settlePageMarks([...allSections(sections)]);
  add(emptyParts(sections));
  const printable = [...allSections(sections)].some(
    (section) => section.heading || section.content.children.length > 0,
  );
  if (!printable && !options.omnibus) {
    add([
      problem(
        'manuscript-empty',
        { path: files[0]?.path ?? manuscript.name },
        'There is no word and no picture in the manuscript, so there is no book.',
      ),
    ]);
    return { value: undefined, problems };
  }
  return { value: { metadata, sections }, problems };
}

/** Files as chapters: without links from one to the next, with headings that are typed as lines, and without the title of the book above each. */
function asChapters(
  parsed: readonly ParsedFile[],
  { title }: BookValues,
  { learns, isPlain }: { readonly learns: boolean; readonly isPlain: boolean },
): ReturnType<typeof withoutRepeatedTitles> {
  const { value: linked, problems } = withoutChapterLinks(parsed);
  if (isPlain) return { value: { files: linked }, problems };
  const headed = learns ? withTypedHeadings(linked) : { value: linked, problems: [] };
  const titled = withoutRepeatedTitles(headed.value, title);
  return { value: titled.value, problems: [...problems, ...headed.problems, ...titled.problems] };
}

/** Where no key says the language, the words do. */
async function languageOf(
  files: readonly KeyedFile[],
  { lang }: BookValues,
  { name, facts }: Manuscript,
): Promise<Outcome<BookValues>> {
  // What an importer has read, it has looked at already.
  const own = lang === undefined && facts === undefined ? files.filter(({ values }) => values.lang === undefined) : [];
  const found = await detectLanguage(own.map(({ text }) => text));
  if (!found) return { value: {}, problems: [] };
  const value = found.tag === undefined || found.tag === usualLanguage ? {} : { lang: found.tag };
  return { value, problems: languageHints(found, { path: own[0]?.path ?? name }) };
}

const none = { values: {}, problems: [] } as const;

/** What few books ask for: a page of other books, and names that lead to what a list says of them. */
async function withMadeParts(
  sections: readonly Section[],
  {
    files,
    values,
    metadata,
    metadataPath = 'book.yaml',
  }: Pick<ReadFiles, 'files' | 'values' | 'metadataPath'> & { readonly metadata: Metadata },
): Promise<Outcome<readonly Section[]>> {
  const { 'also-by': listed } = values;
  if (metadata.shared !== undefined) (await import('./also-by.ts')).withoutItself(sections, metadata.title);
  const whole = listed ? (await import('./also-by.ts')).withAlsoBy(sections, listed, metadata, metadataPath) : sections;
  const lists = files.filter((file) => file.values['link-names']);
  if (lists.length === 0) return { value: whole, problems: [] };
  const { linkNames } = await import('./link-names.ts');
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  return linkNames(whole, new Set(lists.map(({ path }) => path)), texts);
}

/** The title of a page of a web site stands above its text, unless a heading of the first level does. */
function withTitle(blocks: readonly RootContent[], { values, titlePlace }: KeyedFile): readonly RootContent[] {
  const { start } = titlePlace ?? {};
  if (!start || values.title === undefined) return blocks;
  if (blocks.some((block) => block.type === 'heading' && block.depth === 1)) return blocks;
  const position = { start, end: start };
  return [
    { type: 'heading', depth: 1, children: [{ type: 'text', value: values.title, position }], position },
    ...blocks,
  ];
}

function makeSections(pieces: readonly PlacedPiece[]): Outcome<readonly Section[]> {
  const problems: Problem[] = [];
  const counts = new Map<SectionKind, number>();
  const make = ({ piece, file, notes }: PlacedPiece, alone: boolean): Section => {
    const count = (counts.get(piece.kind) ?? 0) + 1;
    counts.set(piece.kind, count);
    const content: Root = { type: 'root', children: [...piece.blocks] };
    const numbered = piece.kind === 'chapter' || piece.kind === 'part' || count > 1;
    const path = file.path;
    return {
      id: numbered ? `${piece.kind}-${count}` : piece.kind,
      kind: piece.kind,
      path,
      lang: file.values.lang,
      dir: file.values.dir ?? (file.values.lang === undefined ? undefined : directionOfLanguage(file.values.lang)),
      heading: piece.heading,
      headingImage: file.values['heading-image'],
      title: piece.title ?? (alone ? file.values.title : undefined),
      content,
      notes: notesOf(content, piece.heading, notes),
      sections: piece.pieces.map((each) => make({ piece: each, file, notes, isFront: false }, false)),
    };
  };
  const counted = new Map<KeyedFile, number>();
  for (const { file, isFront } of pieces) counted.set(file, (counted.get(file) ?? 0) + (isFront ? 0 : 1));
  const marked = new Set<KeyedFile>();
  const sections = pieces.map((placed) => {
    const { file, isFront } = placed;
    const section = make(placed, !isFront && counted.get(file) === 1);
    const { removed, source } = file.values;
    if ((removed ?? source) === undefined || isFront || marked.has(file)) return section;
    marked.add(file);
    return { ...section, removed, source };
  });
  return { value: sections, problems };
}
