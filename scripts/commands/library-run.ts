/**
 * One run over a library. In: its stories, the shelf of their books, and who makes a book of a story. Out: the shelf brought up to date, and each story told
 * with what became of it. A story that fails stops no other; a run that is killed is gone on with by the next.
 */
import { basename, join } from 'node:path';
import { sha256 } from '../book/digest.ts';
import type { EditionName } from '../book/editions.ts';
import { folderLister } from '../disk/library-files.ts';
import { readRegular } from '../disk/read-regular.ts';
import type { ShelfFolder } from '../disk/shelf-folder.ts';
import { entryNames } from '../import/unzip.ts';
import { findStories, foldersOf } from '../library/find-stories.ts';
import type { InZip } from '../library/make-story.ts';
import type { ShelfBook, ShelfRecord } from '../library/shelf-record.ts';
import { comparable, stemOf } from '../library/story-stem.ts';
import { hasErrors, type Problem } from '../report/problem.ts';
import { type FilledStory, type FillOptions, type FillTask, keyOf, type NamedStory } from './fill-story.ts';

export interface LibraryOptions extends FillOptions {
  /** Absolute. */
  readonly root: string;
  readonly editions: readonly EditionName[];
  /** Absolute paths of folders that hold no stories: the output, the cache. */
  readonly passedOver: ReadonlySet<string>;
  /** Whether books of stories that are gone, and of editions that are no longer asked for, are removed. */
  readonly prunes: boolean;
}

export interface LibraryParts {
  readonly shelf: ShelfFolder;
  /** Makes the books of a story, beside their places. */
  readonly fill: (task: FillTask) => Promise<FilledStory>;
  /** How many stories are looked at at once. */
  readonly lanes: number;
  /** Called for each story, as it is done. */
  readonly tell: (told: ToldStory, done: number, total: number) => void;
}

/** What became of a story: `cached` is taken from the store, `gone` no longer in the library, `pruned` gone with its books. */
export type StoryState = 'made' | 'cached' | 'unchanged' | 'failed' | 'gone' | 'pruned';

export interface ToldStory {
  readonly story: string;
  readonly state: StoryState;
  readonly record: ShelfRecord;
  readonly problems: readonly Problem[];
}

/** Brings the shelf up to date. With `isTouched` only those stories are looked at, and those that have no books yet. */
export async function runLibrary(
  options: LibraryOptions,
  parts: LibraryParts,
  isTouched: (story: string) => boolean = () => true,
): Promise<readonly Problem[]> {
  const { shelf, lanes, tell } = parts;
  const { stories, unread, problems } = findAll(options, shelf.records);
  const due = stories.filter(({ story }) => isTouched(story) || !shelf.records.has(story));
  const there = new Set(stories.map(({ story }) => story));
  const isKept = (story: string) =>
    unread.some((folder) => folder === '' || story === folder || story.startsWith(`${folder}/`));
  const gone = [...shelf.records.values()].filter(({ story }) => !there.has(story) && !isKept(story));
  const total = due.length;
  let done = 0;
  const next = due[Symbol.iterator]();
  const lane = async () => {
    for (const found of next) tell(await bringUpToDate(found, options, parts), ++done, total);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  const prunes = options.prunes && stories.length > 0; // an empty folder may be a disk that is not there
  for (const record of gone) {
    if (prunes) shelf.remove(record);
    else if (!record.isGone) shelf.set({ ...record, isGone: true });
    tell({ story: record.story, state: prunes ? 'pruned' : 'gone', record, problems: [] }, done, total);
  }
  const failed = shelf.close();
  return failed ? [...problems, failed] : problems;
}

/** Every story with the name of its books; the folders and ZIPs that cannot be read, whose stories stay as they are. */
function findAll({ root, passedOver, limits }: LibraryOptions, records: ShelfFolder['records']) {
  const problems: Problem[] = [];
  const unread: string[] = [];
  const tell = (folder: string, found: Problem) => {
    unread.push(folder);
    problems.push(found);
  };
  const stories: NamedStory[] = [];
  const taken = new Set([...records.values()].map(({ stem }) => comparable(stem)));
  const add = (story: string, source: NamedStory['source']): void => {
    const known = records.get(story)?.stem;
    const stem = known ?? stemOf(story, (each) => taken.has(each));
    taken.add(comparable(stem));
    stories.push({ story, source, stem });
  };
  for (const { path, kind } of findStories(folderLister(root, { passedOver, tell }))) {
    const whole = join(root, path);
    if (kind !== 'zip') {
      add(path || basename(root), { path: whole });
      continue;
    }
    const read = readRegular(whole, 'zip', limits);
    const {
      value: names,
      problems: [refused],
    } = 'bytes' in read ? entryNames({ name: path, bytes: read.bytes, limits }) : { value: undefined, problems: [] };
    if (!names || !('bytes' in read)) {
      const reason = `The file ${'reason' in read ? read.reason : 'is no ZIP'}; nothing of it is in the library.`;
      tell(path, refused ?? { rule: 'file-unreadable', severity: 'warning', place: { path }, reason });
      continue;
    }
    const sum = sha256(read.bytes);
    const inside = [...findStories(foldersOf(names))];
    for (const { path: inner, kind: what } of inside)
      if (what !== 'zip')
        add(inside.length === 1 ? path : `${path}/${inner}`, inZip(whole, sum, inner, what === 'folder'));
  }
  return { stories, unread, problems };
}

function inZip(zip: string, sum: string, inner: string, isFolder: boolean): InZip {
  const folder = isFolder ? inner : inner.slice(0, Math.max(0, inner.lastIndexOf('/')));
  return { zip, sha256: sum, folder, name: basename(inner || zip.replace(/\.zip$/i, '')), isFolder };
}

async function bringUpToDate(found: NamedStory, options: LibraryOptions, parts: LibraryParts): Promise<ToldStory> {
  const { shelf, fill } = parts;
  const { story, stem } = found;
  const { press, untrusted, limits, sourceDate } = options;
  const known = shelf.records.get(story);
  const lookedFor = known?.beside ?? [];
  const older = options.prunes ? [] : (Object.keys(known?.books ?? {}) as EditionName[]);
  const editions = [...new Set([...options.editions, ...older])];
  if (known && isUnchanged(known, editions, shelf) && known.key === keyOf(found, lookedFor, options)) {
    const record = { ...known, isGone: undefined };
    if (known.isGone) shelf.set(record);
    return { story, state: 'unchanged', record, problems: [] };
  }
  shelf.sweep(stem);
  const filled = await fill({ found, editions, lookedFor, options: { press, untrusted, limits, sourceDate } });
  const problems = [...filled.problems];
  const books: { [Name in EditionName]?: ShelfBook } = {};
  for (const written of filled.books) {
    const failed = await shelf.keep(written);
    if (failed) problems.push(failed);
    else books[written.edition] = written.book;
  }
  if (hasErrors(problems)) {
    const errors = problems.filter(({ severity }) => severity === 'error');
    const record = { story, stem, ...known, books: { ...known?.books, ...books }, key: '', errors, isGone: undefined };
    shelf.set(record);
    return { story, state: 'failed', record, problems };
  }
  const { beside, facts, sketch, key, isCached } = filled;
  const record: ShelfRecord = { story, key, ...(beside.length > 0 && { beside }), stem, books, facts, sketch };
  shelf.set(record);
  return { story, state: isCached ? 'cached' : 'made', record, problems };
}

/** Whether the books are there, if their files are the same; a story that failed is tried again. */
const isUnchanged = (
  { key, books, errors }: ShelfRecord,
  editions: readonly EditionName[],
  shelf: ShelfFolder,
): boolean =>
  key !== '' &&
  errors === undefined &&
  editions.every((edition) => books[edition] !== undefined && shelf.holds(books[edition]));
