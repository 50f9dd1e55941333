/**
 * Stories in the browser’s own database (Indexed Database API 3.0). In: files by path. Out: the same files, in this tab and in every
 * other of the site. What is written is written whole or not at all.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { filesOf } from '../../api/press.ts';
import { encodeUtf8 } from '../../book/bytes.ts';
import { sha256, toHex } from '../../book/digest.ts';
import type { Limits } from '../../book/limits.ts';
import { type Problem, problem } from '../../report/problem.ts';
import type { StoryStore } from '../press/place.ts';
import type { PressEvent, StoryId, StorySummary } from '../protocol.ts';

interface StoryRow extends StorySummary {
  readonly name: string;
  readonly guesses: readonly Problem[];
  readonly importedFrom?: string | undefined;
}

interface FileRow {
  readonly story: StoryId;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

interface StudioSchema extends DBSchema {
  stories: { key: StoryId; value: StoryRow };
  files: { key: [story: StoryId, path: string]; value: FileRow };
}

const tables = ['stories', 'files'] as const;

interface BrowserStore extends StoryStore {
  /** Calls a story what its book is called. */
  rename(id: StoryId, title: string): Promise<void>;
}

/** Opens the stories of this site; `tell` gets what other tabs should hear. */
export function openStoryStore(limits: Limits, tell: (event: PressEvent) => void): BrowserStore {
  let opened: Promise<IDBPDatabase<StudioSchema>> | undefined;
  const open = () => (opened ??= openDatabase(() => (opened = undefined)));

  return {
    async list() {
      const rows = await (await open()).getAll('stories');
      return rows
        .map(({ id, title, changed, size }) => ({ id, title, changed, size }))
        .sort((one, other) => other.changed - one.changed);
    },

    async read(id) {
      const transaction = (await open()).transaction(tables);
      const [story, rows] = await Promise.all([
        transaction.objectStore('stories').get(id),
        transaction.objectStore('files').getAll(filesRange(id)),
      ]);
      if (!story) return undefined;
      const { name, guesses, importedFrom } = story;
      const files = new Map(rows.map(({ path, bytes }) => [path, bytes]));
      return { id, name, files, given: filesOf({ files, name }, limits), guesses, importedFrom };
    },

    async create({ title, name, files, guesses, importedFrom }) {
      const id = toHex(crypto.getRandomValues(new Uint8Array(16))); // pages of hosts without TLS have no randomUUID()
      const rows = [...files].map(([path, bytes]) => fileRow(id, path, bytes));
      const size = rows.reduce((sum, { bytes }) => sum + bytes.length, 0);
      const transaction = (await open()).transaction(tables, 'readwrite');
      const refused = await refusalOf(title, [
        transaction.objectStore('stories').add({ id, title, name, changed: Date.now(), size, guesses, importedFrom }),
        ...rows.map((row) => transaction.objectStore('files').add(row)),
        transaction.done,
      ]);
      if (refused) return { problem: refused };
      tell({ kind: 'stories' });
      return id;
    },

    async write(id, edits) {
      const rows = edits.map(({ path, content }) =>
        content === undefined ? path : fileRow(id, path, typeof content === 'string' ? encodeUtf8(content) : content),
      );
      const transaction = (await open()).transaction(tables, 'readwrite');
      const [stories, files] = [transaction.objectStore('stories'), transaction.objectStore('files')];
      const [story, ...now] = await Promise.all([
        stories.get(id),
        ...edits.map(({ path }) => files.get([id, path] satisfies [string, string])),
      ]);
      if (!story) return { done: false, problem: gone };
      const stale = edits.filter(({ was }, at) => now[at]?.sha256 !== was).map(({ path }) => path);
      if (stale.length > 0) return { done: false, stale };
      const bytesOf = (row: FileRow | string | undefined) => (typeof row === 'object' ? row.bytes.length : 0);
      const size = rows.reduce((sum, row, at) => sum + bytesOf(row) - bytesOf(now[at]), story.size);
      const refused = await refusalOf(story.title, [
        stories.put({ ...story, size, changed: Date.now() }),
        ...rows.map((row) => (typeof row === 'string' ? files.delete([id, row]) : files.put(row))),
        transaction.done,
      ]);
      if (refused) return { done: false, problem: refused };
      tell({ kind: 'changed', story: id });
      return { done: true };
    },

    async remove(id) {
      const transaction = (await open()).transaction(tables, 'readwrite');
      await Promise.all([
        transaction.objectStore('stories').delete(id),
        transaction.objectStore('files').delete(filesRange(id)),
        transaction.done,
      ]);
      tell({ kind: 'stories' });
    },

    async rename(id, title) {
      const transaction = (await open()).transaction('stories', 'readwrite');
      const story = await transaction.store.get(id);
      if (!story || story.title === title) return;
      await Promise.all([transaction.store.put({ ...story, title }), transaction.done]);
      tell({ kind: 'stories' });
    },
  };
}

function openDatabase(forget: () => void): Promise<IDBPDatabase<StudioSchema>> {
  const opened = openDB<StudioSchema>('fleuron-studio', 1, {
    upgrade(database) {
      database.createObjectStore('stories', { keyPath: 'id' });
      database.createObjectStore('files', { keyPath: ['story', 'path'] });
    },
    // A newer studio in another tab waits for this one to let go.
    blocking(_current, _blocked, event) {
      if (event.target instanceof IDBDatabase) event.target.close();
      forget();
    },
    terminated: forget,
  });
  return opened.catch((error: unknown) => {
    forget();
    throw { reason: `The browser opens no place to keep stories in (${error}). Private windows may have none.` };
  });
}

/** All files of a story: an array sorts after every text. */
const filesRange = (id: StoryId) => IDBKeyRange.bound([id], [id, []]);

function fileRow(story: StoryId, path: string, bytes: Uint8Array): FileRow {
  // A database keeps the whole buffer of bytes, not only the part that they are.
  const own = bytes.length === bytes.buffer.byteLength ? bytes : bytes.slice();
  return { bytes: own, story, path, sha256: sha256(bytes) };
}

/** Waits for requests and the end of their transaction. Where there is no room for them, nothing was written. */
async function refusalOf(title: string, requests: readonly unknown[]): Promise<Problem | undefined> {
  const failed = (await Promise.allSettled(requests)).filter((each) => each.status === 'rejected');
  if (failed.length === 0) return undefined;
  const isFull = failed.some(({ reason }) => nameOf(reason) === 'QuotaExceededError');
  if (!isFull) throw failed[0]?.reason;
  return problem(
    'write-failed',
    undefined,
    `The browser has no room left for “${title}”, so nothing was written.`,
    'Take other stories away as a ZIP and remove them here, or make room on the disk.',
  );
}

const nameOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'name' in error ? error.name : undefined;

const gone = problem(
  'manuscript-missing',
  undefined,
  'This story is no longer kept here: another tab removed it, or the browser needed the room.',
);
