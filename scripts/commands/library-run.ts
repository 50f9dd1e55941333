/**
 * One run over a library. In: its stories, the shelf of their books, and who makes a book of a story. Out: the shelf brought up to date, and each story told
 * with what became of it. A story that fails stops no other; a run that is killed is gone on with by the next.
 */
import { basename, join } from 'node:path';
import { encodeUtf8 } from '../book/bytes.ts';
import { sha256 } from '../book/digest.ts';
import type { EditionName } from '../book/editions.ts';
import type { Limits } from '../book/limits.ts';
import { folderLister, inputsOf } from '../disk/library-files.ts';
import { readRegular } from '../disk/read-regular.ts';
import type { ShelfFolder } from '../disk/shelf-folder.ts';
import { entryNames } from '../import/unzip.ts';
import type { BookStore } from '../library/book-store.ts';
import { bookKey, contentKey } from '../library/content-key.ts';
import { findStories, foldersOf } from '../library/find-stories.ts';
import type { InZip, MadeBook, MadeStory, StoryTask } from '../library/make-story.ts';
import type { ShelfBook, ShelfRecord } from '../library/shelf-record.ts';
import { comparable, stemOf } from '../library/story-stem.ts';
import { hasErrors, type Problem } from '../report/problem.ts';

export interface LibraryOptions {
  /** Absolute. */
  readonly root: string;
  readonly editions: readonly EditionName[];
  readonly untrusted: boolean;
  readonly limits: Limits;
  readonly sourceDate: number | undefined;
  /** Which press makes the books (`disk/press-identity.ts`). */
  readonly press: string;
  /** Absolute paths of folders that hold no stories: the output, the cache. */
  readonly passedOver: ReadonlySet<string>;
  /** Whether books of stories that are gone, and of editions that are no longer asked for, are removed. */
  readonly prunes: boolean;
}

export interface LibraryParts {
  readonly shelf: ShelfFolder;
  readonly store?: BookStore | undefined;
  readonly make: (task: StoryTask) => Promise<MadeStory>;
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

/** A story that was found, and the name of its books. */
interface Found {
  readonly story: string;
  readonly source: { readonly path: string } | InZip;
  readonly stem: string;
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
    for (const found of next) tell(await fillStory(found, options, parts), ++done, total);
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
  const stories: Found[] = [];
  const taken = new Set([...records.values()].map(({ stem }) => comparable(stem)));
  const add = (story: string, source: Found['source']): void => {
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

/** The key of a story as its files are now; undefined where they are no longer there. */
function keyOf(
  { story, source }: Found,
  beside: readonly string[],
  { press, limits, untrusted, sourceDate }: LibraryOptions,
) {
  const inputs =
    'zip' in source
      ? { name: source.name, around: story, inputs: [[source.folder, source.sha256] as const] }
      : inputsOf(source.path, beside, limits);
  return inputs && contentKey({ ...inputs, press, limits, isUntrusted: untrusted, sourceDate });
}

async function fillStory(found: Found, options: LibraryOptions, parts: LibraryParts): Promise<ToldStory> {
  const { shelf, store, make } = parts;
  const { story, source, stem } = found;
  const { untrusted, limits, sourceDate } = options;
  const known = shelf.records.get(story);
  const lookedFor = known?.beside ?? [];
  const key = keyOf(found, lookedFor, options);
  const older = options.prunes ? [] : (Object.keys(known?.books ?? {}) as EditionName[]);
  const editions = [...new Set([...options.editions, ...older])];
  if (known && isUnchanged(known, key, editions, shelf)) {
    const record = { ...known, isGone: undefined };
    if (known.isGone) shelf.set(record);
    return { story, state: 'unchanged', record, problems: [] };
  }
  const previous = shelf.previous(stem, limits);
  const cached = store && (await fromStore(found, { store, editions, options, previous }));
  const made = cached?.made ?? (await make({ source, editions, untrusted, limits, sourceDate, previous }));
  const { books, problems } = await writeBooks(stem, made, shelf);
  if (hasErrors(problems)) {
    const errors = problems.filter(({ severity }) => severity === 'error');
    const record = { story, stem, ...known, books: { ...known?.books, ...books }, key: '', errors, isGone: undefined };
    shelf.set(record);
    return { story, state: 'failed', record, problems };
  }
  const { beside, facts, sketch } = made;
  // What was changed while it was read is made again by the next run.
  const again = keyOf(found, lookedFor, options);
  const isSteady = made.isFixed && again === key;
  const isSame = beside.join('\0') === lookedFor.join('\0'); // then no file is read once more
  const now = isSteady ? (cached?.key ?? (isSame ? again : keyOf(found, beside, options)) ?? '') : '';
  const record: ShelfRecord = { story, key: now, ...(beside.length > 0 && { beside }), stem, books, facts, sketch };
  shelf.set(record);
  if (store && !cached && now !== '') await toStore(found, made, now, { store, options, previous });
  return { story, state: cached ? 'cached' : 'made', record, problems };
}

/** Whether the books are there, made of these very files; a story that failed is tried again. */
const isUnchanged = (
  { key: made, books, errors }: ShelfRecord,
  key: string | undefined,
  editions: readonly EditionName[],
  shelf: ShelfFolder,
): boolean =>
  made !== '' &&
  made === key &&
  errors === undefined &&
  editions.every((edition) => books[edition] !== undefined && shelf.holds(books[edition]));

/** Writes what was made, unless a problem is an error; problems with those of writing. */
async function writeBooks(stem: string, made: MadeStory, shelf: ShelfFolder) {
  const problems = [...made.problems];
  const books: { [Name in EditionName]?: ShelfBook } = {};
  for (const { edition, bytes } of hasErrors(problems) ? [] : made.books) {
    const written = await shelf.write(stem, edition, bytes);
    if ('rule' in written) problems.push(written);
    else books[edition] = written;
  }
  return { books, problems };
}

interface Stored {
  readonly store: BookStore;
  readonly options: LibraryOptions;
  readonly previous: StoryTask['previous'];
}

/** A story's books as they were made before, all of them or none. */
async function fromStore(
  found: Found,
  { store, editions, options, previous }: Stored & { readonly editions: readonly EditionName[] },
) {
  const own = keyOf(found, [], options);
  if (own === undefined) return undefined;
  const beside = await store.get(bookKey(own, 'beside', undefined));
  const key = beside ? keyOf(found, JSON.parse(decodeUtf8(beside)) as string[], options) : own;
  const before = previous && sha256(previous.bytes);
  const facts = key === undefined ? undefined : await store.get(bookKey(key, 'facts', before));
  if (key === undefined || !facts) return undefined;
  const books: MadeBook[] = [];
  for (const edition of editions) {
    const bytes = await store.get(bookKey(key, edition, before));
    if (!bytes) return undefined;
    books.push({ edition, bytes });
  }
  return { key, made: { ...(JSON.parse(decodeUtf8(facts)) as Omit<MadeStory, 'books'>), books } };
}

/** Keeps what was made for another run, or another library. */
async function toStore(
  found: Found,
  made: MadeStory,
  key: string,
  { store, options, previous }: Stored,
): Promise<void> {
  const { books, ...facts } = made;
  const before = previous && sha256(previous.bytes);
  const own = keyOf(found, [], options);
  for (const { edition, bytes } of books) await store.put(bookKey(key, edition, before), bytes);
  await store.put(bookKey(key, 'facts', before), encodeUtf8(JSON.stringify(facts)));
  if (made.beside.length > 0 && own !== undefined)
    await store.put(bookKey(own, 'beside', undefined), encodeUtf8(JSON.stringify(made.beside)));
}

const decodeUtf8 = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
