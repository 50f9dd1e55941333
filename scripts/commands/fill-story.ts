/**
 * The books of one story of a library, from its files to bytes beside their places on the shelf. In: where the story lies, and who makes books
 * of it. Out: what the shelf is to be told. It runs in a thread of `fleuron library`; in the main thread where books come from a cache or a queue.
 */
import { decodeUtf8, encodeUtf8 } from '../book/bytes.ts';
import { sha256 } from '../book/digest.ts';
import type { EditionName } from '../book/editions.ts';
import { inputsOf, type StoryInputs } from '../disk/library-files.ts';
import type { BookFolder, WrittenBook } from '../disk/shelf-folder.ts';
import type { BookStore } from '../library/book-store.ts';
import { bookKey, contentKey } from '../library/content-key.ts';
import type { InZip, MadeBook, MadeStory, StoryTask } from '../library/make-story.ts';
import { hasErrors } from '../report/problem.ts';

/** A story that was found, and the name of its books. */
export interface NamedStory {
  readonly story: string;
  readonly source: { readonly path: string } | InZip;
  readonly stem: string;
}

/** What of a run’s options makes a difference to books. */
export interface FillOptions extends Pick<StoryTask, 'untrusted' | 'limits' | 'sourceDate'> {
  /** Which press makes the books (`disk/press-identity.ts`). */
  readonly press: string;
}

export interface FillTask {
  readonly found: NamedStory;
  readonly options: FillOptions;
  readonly editions: readonly EditionName[];
  /** What was looked for beside the story when it was made before. */
  readonly lookedFor: readonly string[];
}

interface FillParts {
  readonly shelf: BookFolder;
  readonly store?: BookStore | undefined;
  readonly make: (task: StoryTask) => Promise<MadeStory>;
}

/** A story whose books are written beside their places; none are where a problem is an error. */
export interface FilledStory extends Omit<MadeStory, 'books'> {
  readonly books: readonly WrittenBook[];
  /** What the books were made from; empty where the next run makes them again. */
  readonly key: string;
  readonly isCached: boolean;
}

/** The key of a story as its files are now; undefined where they are no longer there. */
export const keyOf = (found: NamedStory, beside: readonly string[], options: FillOptions): string | undefined =>
  keysOf(found, [beside], options)[0];

/** The same for each list of what is looked for beside it; no file is read twice. */
function keysOf(
  { story, source }: NamedStory,
  lists: readonly (readonly string[])[],
  { press, limits, untrusted, sourceDate }: FillOptions,
): readonly (string | undefined)[] {
  const found: StoryInputs | undefined =
    'zip' in source
      ? { name: source.name, around: story, own: [[source.folder, source.sha256]], beside: new Map() }
      : inputsOf(source.path, [...new Set(lists.flat())], limits);
  if (!found) return [];
  const { own, beside, ...names } = found;
  const keyWith = (list: readonly string[]) => {
    const inputs = [...own, ...list.flatMap((each) => beside.get(each) ?? [])];
    return contentKey({ ...names, inputs, press, limits, isUntrusted: untrusted, sourceDate });
  };
  return lists.map(keyWith);
}

/** Makes the books of a story, or takes them from the store. */
export async function fillStory(task: FillTask, { shelf, store, make }: FillParts): Promise<FilledStory> {
  const { found, options, editions, lookedFor } = task;
  const { press, ...wishes } = options;
  const key = keyOf(found, lookedFor, options);
  const previous = shelf.previous(found.stem, options.limits);
  const stored = store && { store, options, previous };
  const cached = stored && (await fromStore(found, { ...stored, editions }));
  const made = cached?.made ?? (await make({ ...wishes, source: found.source, editions, previous }));
  const { books, ...facts } = made;
  const problems = [...made.problems];
  const written: WrittenBook[] = [];
  for (const { edition, bytes } of hasErrors(problems) ? [] : books) {
    const book = shelf.write(found.stem, edition, bytes);
    if ('rule' in book) problems.push(book);
    else written.push(book);
  }
  // What was changed while it was read is made again by the next run.
  const [again, latest] = keysOf(found, [lookedFor, made.beside], options);
  const now = made.isFixed && again === key ? (cached?.key ?? latest ?? '') : '';
  if (stored && !cached && now !== '' && !hasErrors(problems)) await toStore(found, made, now, stored);
  return { ...facts, problems, books: written, key: now, isCached: cached !== undefined };
}

interface Stored {
  readonly store: BookStore;
  readonly options: FillOptions;
  readonly previous: StoryTask['previous'];
}

/** A story's books as they were made before, all of them or none. */
async function fromStore(
  found: NamedStory,
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
  found: NamedStory,
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
