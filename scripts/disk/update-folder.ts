/**
 * Writes an update of a story’s folder: whole, or as if it had not begun, whatever ends the program in between. `.fleuron/` in the folder
 * keeps the record of the last import, and what takes the last update back (docs/growing.md).
 *
 * First the older files are kept in `undo.zip`, then `updating` is made, which names this run; then files are renamed into place, and last
 * `updating` goes. Where it is found and its run has ended, the older files are put back.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { encodeUtf8 } from '../book/bytes.ts';
import { sha256 } from '../book/digest.ts';
import type { FileEdit, Written } from '../book/file-edits.ts';
import { usualLimits } from '../book/limits.ts';
import { newsPath } from '../book/source-list.ts';
import { type Problem, problem } from '../report/problem.ts';
import {
  isKeptForUpdates,
  packUndo,
  type ReplacedFile,
  recordPath,
  recordPaths,
  type UndoRecord,
  undoPath,
  unpackUndo,
} from '../versions/undo-record.ts';
import { editFiles } from './edit-files.ts';
import { describeWriteError } from './fs-errors.ts';
import { makeFolders } from './make-folders.ts';
import { realPath, writtenAt } from './path-facts.ts';
import { hasEnded, ownRun } from './run-id.ts';
import { replaceFile } from './write-book.ts';
import { writeWhole } from './write-fsync.ts';

const undo = (root: string): string => join(root, undoPath);
const mark = (root: string): string => join(root, '.fleuron/updating');
const archiveNote = (root: string): string => join(root, '.fleuron/archive');

/** The record of the last import into a folder; undefined where there is none. */
export const readRecord = (root: string): Uint8Array | undefined => bytesAt(join(root, recordPath));

/** Keeps the record of an import that made the folder. */
export function writeRecord(root: string, bytes: Uint8Array): Problem | undefined {
  for (const path of [undo(root), join(root, newsPath)]) rmSync(path, { force: true });
  return replaceFile(join(root, recordPath), bytes);
}

/** Remembers, in the folder of an imported story, where its archive lies; a folder that cannot be written remembers nothing. */
export function keepArchive(root: string, bag: string): void {
  if (existsSync(join(root, recordPath))) replaceFile(archiveNote(root), encodeUtf8(`${relative(root, bag)}\n`));
}

/** Where the archive of a story lies, or lay; undefined where none was made. */
export function archiveOf(root: string): string | undefined {
  const path = bytesAt(archiveNote(root))?.toString('utf8').trim();
  return path === undefined || path === '' ? undefined : resolve(root, path);
}

/** Writes files that are still what `was` says, the new record, and what is new where anything is. On a problem all is as it was. */
export function writeUpdate(
  root: string,
  files: readonly ReplacedFile[],
  { record, news }: { readonly record: Uint8Array; readonly news: Uint8Array | undefined },
): Problem | undefined {
  const before = recordPaths.map((path) => [path, bytesAt(join(root, path))] as const);
  const kept = packUndo(files, new Map(before.flatMap(([path, bytes]) => (bytes ? [[path, bytes] as const] : []))));
  if (!kept) return failed(root, 'there are too many files');
  const begun = begin(root, kept);
  if (begun) return begun;
  try {
    const unkept = replaceFile(undo(root), kept);
    if (unkept) return unkept;
    const failure =
      written(root, editsOf(files)) ??
      (news && replaceFile(join(root, newsPath), news)) ??
      replaceFile(join(root, recordPath), record);
    if (failure) putBack(root);
    return failure;
  } finally {
    rmSync(mark(root), { force: true });
  }
}

const editsOf = (files: readonly ReplacedFile[]): readonly FileEdit[] =>
  files.map(({ path, was, bytes }) => ({ path, was: was && sha256(was), content: bytes }));

/** Puts back what an update that was killed has left half-done; nothing where there is none, or while it runs. Out: whether there was one. */
export function recoverUpdate(root: string): boolean {
  const [run, sum] = markOf(root)?.split(' ') ?? [];
  if (run === undefined || !(hasEnded(run) ?? isOld(mark(root)))) return false;
  // Where it was killed before `undo.zip` was there, that is of the update before, or nothing.
  const kept = bytesAt(undo(root));
  if (kept && sha256(kept) === sum) putBack(root);
  rmSync(mark(root), { force: true });
  return true;
}

/** Takes the last update back, where the files are what it made of them. Out: the paths that are as they were before, or a problem. */
export function undoUpdate(root: string): readonly string[] | Problem {
  const kept = readKept(root);
  if (!kept) return nothingToTakeBack(root);
  const begun = begin(root, kept.bytes);
  if (begun) return begun;
  try {
    const edits = kept.files.map(({ path, is, before }) => ({ path, was: is, content: before }));
    const failure = written(root, edits) ?? putRecordsBack(root, kept);
    if (failure) return failure;
    rmSync(undo(root), { force: true });
    return kept.files.map(({ path }) => path);
  } finally {
    rmSync(mark(root), { force: true });
  }
}

/**
 * Writes edits of which one is the record of an import: an update, or what takes the last one back. `before` has the bytes that the edits
 * were made on.
 */
export function editUpdate(root: string, edits: readonly FileEdit[], before: ReadonlyMap<string, Uint8Array>): Written {
  const [record, news] = recordPaths.map((wanted) => edits.find(({ path }) => path === wanted));
  const files = edits.filter(({ path }) => !isKeptForUpdates(path));
  if (sumOf(readRecord(root)) !== record?.was) return { done: false, stale: [recordPath] };
  if (isUndo(readKept(root), [record, news], files)) {
    const undone = undoUpdate(root);
    return 'reason' in undone ? { done: false, problem: undone } : { done: true };
  }
  const stale = files.filter(({ path, was }) => sumOf(before.get(path)) !== was);
  if (stale.length > 0) return { done: false, stale: stale.map(({ path }) => path) };
  const replaced = files.flatMap(({ path, content }) =>
    content instanceof Uint8Array ? [{ path, was: before.get(path), bytes: content }] : [],
  );
  if (!(record?.content instanceof Uint8Array) || replaced.length < files.length)
    return { done: false, problem: nothingToTakeBack(root) };
  const isNew = news?.content instanceof Uint8Array ? news.content : undefined;
  const failure = writeUpdate(root, replaced, { record: record.content, news: isNew });
  return failure ? { done: false, problem: failure } : { done: true };
}

/** Whether edits make all what it was before the last update. */
const isUndo = (
  kept: UndoRecord | undefined,
  records: readonly (FileEdit | undefined)[],
  files: readonly FileEdit[],
): boolean =>
  kept !== undefined &&
  records.every((each) => each === undefined || sumOf(kept.records.get(each.path)) === sumOf(each.content)) &&
  kept.files.length === files.length &&
  files.every(({ path, was, content }) =>
    kept.files.some((each) => each.path === path && each.is === was && each.was === sumOf(content)),
  );

const sumOf = (content: FileEdit['content']): string | undefined =>
  content === undefined ? undefined : sha256(content);

const nothingToTakeBack = (root: string): Problem =>
  problem('update-impossible', { path: root }, 'There is no update to take back.');

/** Names this run in the folder, and the `undo.zip` that it goes by, so that no other writes it now. */
function begin(root: string, kept: Uint8Array): Problem | undefined {
  recoverUpdate(root);
  try {
    makeFolders(dirname(mark(root)));
    writeWhole(mark(root), encodeUtf8(`${ownRun()} ${sha256(kept)}`));
    return undefined;
  } catch (error) {
    if (markOf(root) === undefined) return failed(root, describeWriteError(error));
    const path = mark(root);
    return problem(
      'update-impossible',
      { path: root },
      'Another run of Fleuron is updating this folder, so nothing was written.',
      `Run it again when the other has ended. If there is no other, delete ${path}.`,
    );
  }
}

/** What names the run that is updating a folder. */
const markOf = (root: string): string | undefined => bytesAt(mark(root))?.toString('utf8');

function bytesAt(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** A mark of another machine is old after an hour: an update takes seconds. */
const isOld = (path: string): boolean => Date.now() - (writtenAt(path) ?? 0) > 60 * 60 * 1000;

function written(root: string, edits: readonly FileEdit[]): Problem | undefined {
  const done = editFiles(realPath(root), edits);
  if (done.done) return undefined;
  if (!('stale' in done) || !done.stale) return done.problem;
  const [path = root] = done.stale;
  return problem(
    'update-impossible',
    { path },
    'The file was changed meanwhile, so nothing was written.',
    'Run it again when nothing else writes the folder.',
  );
}

/** What `undo.zip` has, and its bytes; undefined where there is none, or it is damaged. */
function readKept(root: string): (UndoRecord & { readonly bytes: Uint8Array }) | undefined {
  const bytes = bytesAt(undo(root));
  const kept = bytes && unpackUndo(bytes, usualLimits);
  return bytes && kept && { ...kept, bytes };
}

/** Each file that the update wrote gets its older bytes; what somebody changed since stays. */
function putBack(root: string): void {
  const kept = readKept(root);
  if (!kept) return; // it was killed before it had written anything
  for (const { path, is, before } of kept.files) written(root, [{ path, was: is, content: before }]);
  putRecordsBack(root, kept);
  rmSync(undo(root), { force: true });
}

function putRecordsBack(root: string, { records }: UndoRecord): Problem | undefined {
  for (const path of recordPaths) {
    const older = records.get(path);
    const failure = older && replaceFile(join(root, path), older);
    if (failure) return failure;
    if (!older) rmSync(join(root, path), { force: true });
  }
  return undefined;
}

const failed = (path: string, why: string): Problem =>
  problem('write-failed', { path }, `Nothing was written: ${why}. The folder is as it was.`);
