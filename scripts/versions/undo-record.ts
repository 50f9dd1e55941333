/**
 * What takes an update back: `.fleuron/undo.zip` (docs/growing.md). In: files before and after it, and the records before.
 * Out: a ZIP, the same bytes for the same update; and back.
 */
import { encodeUtf8, parsedJson } from '../book/bytes.ts';
import { sha256 } from '../book/digest.ts';
import type { Limits } from '../book/limits.ts';
import { newsPath } from '../book/source-list.ts';
import { readZip } from '../zip/read-zip.ts';
import { zip } from '../zip/write-zip.ts';

/** Where a story's folder has the record of its last import, and what takes its last update back. */
export const recordPath = '.fleuron/import.zip';
export const undoPath = '.fleuron/undo.zip';

/** What an update writes beside the story's files: the record of the import, and what it brought. */
export const recordPaths = [recordPath, newsPath] as const;

/** Whether a file is no part of a story, and kept for its updates, or for those of a work in it. */
export const isKeptForUpdates = (path: string): boolean =>
  [...recordPaths, undoPath].some((each) => `/${path}`.endsWith(`/${each}`));

/** A file that an update writes; `was` is undefined where none was there. */
export interface ReplacedFile {
  readonly path: string;
  readonly was: Uint8Array | undefined;
  readonly bytes: Uint8Array;
}

/** A file as it was before an update, and the SHA-256 of both, in hexadecimal; `was` and `before` are undefined where none was there. */
interface FileBefore {
  readonly path: string;
  readonly was: string | undefined;
  readonly is: string;
  readonly before: Uint8Array | undefined;
}

export interface UndoRecord {
  readonly files: readonly FileBefore[];
  /** Those of `recordPaths` that were there before. */
  readonly records: ReadonlyMap<string, Uint8Array>;
}

const listPath = 'undo.json';
const filesPath = 'files/';

type Listed = Omit<FileBefore, 'before'>;

/** Packs; undefined where no ZIP can hold that many files. */
export function packUndo(
  files: readonly ReplacedFile[],
  records: ReadonlyMap<string, Uint8Array>,
): Uint8Array | undefined {
  const about: readonly Listed[] = files.map(({ path, was, bytes }) => ({
    path,
    was: was && sha256(was),
    is: sha256(bytes),
  }));
  return zip([
    { name: listPath, bytes: encodeUtf8(`${JSON.stringify(about, undefined, 1)}\n`), stored: false },
    ...[...records].map(([path, bytes]) => ({ name: nameOf(path), bytes, stored: path === recordPath })),
    ...files.flatMap(({ path, was }) => (was ? [{ name: filesPath + path, bytes: was, stored: false }] : [])),
  ]);
}

/** Unpacks; undefined where it is no such record, or is damaged. */
export function unpackUndo(bytes: Uint8Array, limits: Limits): UndoRecord | undefined {
  const read = readZip(bytes, limits);
  if ('reason' in read) return undefined;
  const packed = new Map<string, Uint8Array>();
  for (const entry of read.entries) {
    const content = entry.read();
    if ('reason' in content) return undefined;
    packed.set(entry.path, content.bytes);
  }
  const about = parsedJson(packed.get(listPath));
  if (!isList(about)) return undefined;
  const files = about.map(({ path, was, is }) => ({ path, was, is, before: packed.get(filesPath + path) }));
  return files.every(({ was, before }) => was === (before && sha256(before)))
    ? { files, records: new Map(recordPaths.flatMap((path) => besides(path, packed.get(nameOf(path))))) }
    : undefined;
}

const nameOf = (path: string): string => path.replace(/^.*\//, '');

const besides = (path: string, bytes: Uint8Array | undefined) => (bytes ? [[path, bytes] as const] : []);

const isList = (value: unknown): value is readonly Listed[] =>
  Array.isArray(value) &&
  value.every(
    ({ path, was, is }: Readonly<Record<keyof Listed, unknown>>) =>
      typeof path === 'string' && typeof is === 'string' && (was === undefined || typeof was === 'string'),
  );
