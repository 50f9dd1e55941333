/**
 * The files of a manuscript before their text is parsed. In: a Manuscript. Out: its files in reading order, each with its own keys,
 * and what is said of the whole book.
 */
import type { Limits } from '../book/limits.ts';
import type { Manuscript, SourceFile } from '../book/manuscript.ts';
import type { BookValues, SectionValues } from '../book/metadata-schema.ts';
import type { SectionKind } from '../book/sections.ts';
import { collector } from '../report/collector.ts';
import { type Outcome, type Place, type Problem, problem } from '../report/problem.ts';
import type { FileKeys } from './file-keys.ts';
import { type OpenedFile, openFile, readBookFile } from './open-source.ts';
import { orderFiles } from './order-files.ts';
import { asidesTold, copiesAmong, isListOfFiles, listNames, notInBook, wholesAmong } from './other-files.ts';
import { isPlaced, placeShared, withSharedValues } from './shared-pages.ts';

export interface KeyedFile extends OpenedFile {
  /** What stands above its text, and speaks of it alone. */
  readonly values: SectionValues;
  /** Where its title stands, if that is printed above a text without one. */
  readonly titlePlace: Place | undefined;
}

export interface ReadFiles {
  /** In reading order, without drafts. */
  readonly files: readonly KeyedFile[];
  readonly values: BookValues;
  /** Where each of the values stands. */
  readonly places: ReadonlyMap<string, Place>;
  /** Dates that stand above single files. */
  readonly dates: readonly string[];
  /** The file that the book's metadata stand in, or would. */
  readonly metadataPath: string | undefined;
  /** Lists of the other files, which are not in the book. */
  readonly lists: readonly SourceFile[];
}

/** Reads all files, in the order that names, weights or `order` tell. */
export async function readFiles(manuscript: Manuscript, limits: Limits): Promise<Outcome<ReadFiles>> {
  const { problems, take, add } = collector();
  const typed = await readBookFile(manuscript, limits);
  add(typed.problems);
  const opened: OpenedFile[] = [];
  const lists: SourceFile[] = [];
  for (const file of manuscript.files) {
    const found = await openFile(file, limits, typed.values.markdown === 'commonmark');
    // A file that the order of the book names is in it, whatever it holds.
    const isList = !typed.values.order && isListOfFiles(file.path, found.value.text);
    if (isList && manuscript.files.length > 1) lists.push(file);
    else opened.push(take(found));
  }
  const { about = [], beside = [] } = manuscript.asides ?? {};
  add(asidesTold({ about: [...about, ...lists.map(({ path }) => path)], beside }));
  const isSpokenOf = manuscript.bookFile !== undefined || manuscript.facts !== undefined;
  const { book, own, dates, titlePlaces } = take(await keysOf(opened, isSpokenOf));
  const keyed = opened.map((file, at): KeyedFile => {
    const values = own[at] ?? {};
    const kind = (values.kind as SectionKind | undefined) ?? file.kind;
    return { ...file, values, kind, titlePlace: titlePlaces[at] };
  });
  const places = new Map([...book.places, ...typed.places]);
  const said = { ...book.values, ...typed.values };
  const values = take(await withSharedValues(said, manuscript, { limits, place: places.get('shared') }));
  const copies = values.order
    ? []
    : [...copiesAmong(keyed.map(({ file }) => file.path)), ...wholesAmong(keyed.map(({ file }) => file))];
  add(notInBook([...copies, ...(manuscript.others ?? [])]));
  const finished = take(withoutDrafts(keyed.filter(({ file }) => !copies.includes(file.path))));
  const ordered = take(
    orderFiles(
      finished.filter((each) => !isPlaced(each, values.order)),
      values.order,
      (at) => places.get(`order.${at}`),
    ),
  );
  const files = take(
    placeShared(
      ordered,
      finished.filter((each) => isPlaced(each, values.order)),
    ),
  );
  const metadataPath = manuscript.bookFile?.path ?? opened[0]?.path;
  return { value: { files, values, places, dates, metadataPath, lists }, problems };
}

/** YAML and the schema cost start-up: they are loaded only where there is metadata. */
async function keysOf(opened: readonly OpenedFile[], isSpokenOf: boolean): Promise<Outcome<FileKeys>> {
  if (opened.some(({ keys }) => keys.entries.length > 0 || keys.unused.length > 0))
    return (await import('./file-keys.ts')).shareKeys(opened, isSpokenOf);
  const book = { values: {}, places: new Map(), problems: [] };
  return { value: { book, own: [], dates: [], titlePlaces: [] }, problems: [] };
}

/** What is marked as a draft stays out of the book, unless all is. */
function withoutDrafts(files: readonly KeyedFile[]): Outcome<readonly KeyedFile[]> {
  const drafts = files.filter(({ values }) => values.draft);
  const [first, second] = drafts;
  if (!first || drafts.length === files.length) return { value: files, problems: [] };
  const told: Problem = problem(
    'file-ignored',
    { path: first.path },
    second
      ? `${drafts.length} files say that they are drafts, and are not in the book: ${listNames(drafts.map(({ path }) => path))}.`
      : 'This file says that it is a draft, and is not in the book.',
    'Take “draft: true” out to have it in.',
  );
  return { value: files.filter(({ values }) => !values.draft), problems: [told] };
}
