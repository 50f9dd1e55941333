/**
 * Writes an update of a story’s folder: whole, or as if it had not begun, whatever ends the program in between. `.fleuron/` in the folder
 * keeps the record of the last import, and what takes the last update back (docs/growing.md).
 *
 * First the older files are kept in `undo.zip`, then `updating` is made, which names this run; then files are renamed into place, and last
 * `updating` goes. Where it is found and its run has ended, the older files are put back.
 */
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { encodeUtf8 } from '../book/bytes.ts';
import { sha256 } from '../book/digest.ts';
import { usualLimits } from '../book/limits.ts';
import { newsPath } from '../book/source-list.ts';
import { type Problem, problem } from '../report/problem.ts';
import type { FileEdit } from '../studio/protocol.ts';
import { readZip } from '../zip/read-zip.ts';
import { zip } from '../zip/write-zip.ts';
import { editFiles } from './edit-files.ts';
import { describeWriteError } from './fs-errors.ts';
import { hasEnded, ownRun } from './run-id.ts';
import { replaceFile } from './write-book.ts';
import { writeWhole } from './write-fsync.ts';

const inFolder = (root: string, name: string): string => join(root, '.fleuron', name);
const undo = (root: string): string => inFolder(root, 'undo.zip');
const mark = (root: string): string => inFolder(root, 'updating');
const archiveName = 'archive';
const listName = 'undo.json';
const recordName = 'import.zip';
/** What an update writes beside the story’s files; `undo.zip` keeps what was there before. */
const recordNames = [recordName, basename(newsPath)] as const;
const filesPath = 'files/';

/** A file before and after an update: SHA-256, in hexadecimal; undefined where none was there. */
interface Kept {
  readonly path: string;
  readonly was?: string | undefined;
  readonly is: string;
}

/** The record of the last import into a folder; undefined where there is none. */
export const readRecord = (root: string): Uint8Array | undefined => bytesAt(inFolder(root, recordName));

/** Keeps the record of an import that made the folder. */
export function writeRecord(root: string, bytes: Uint8Array): Problem | undefined {
  for (const path of [undo(root), join(root, newsPath)]) rmSync(path, { force: true });
  return replaceFile(inFolder(root, recordName), bytes);
}

/** Remembers, in the folder of an imported story, where its archive lies; a folder that cannot be written remembers nothing. */
export function keepArchive(root: string, bag: string): void {
  if (existsSync(inFolder(root, recordName)))
    replaceFile(inFolder(root, archiveName), encodeUtf8(`${relative(root, bag)}\n`));
}

/** Where the archive of a story lies, or lay; undefined where none was made. */
export function archiveOf(root: string): string | undefined {
  const path = bytesAt(inFolder(root, archiveName))?.toString('utf8').trim();
  return path === undefined || path === '' ? undefined : resolve(root, path);
}

/** Writes files that are still what `was` says, the new record, and what is new where anything is. On a problem all is as it was. */
export function writeUpdate(
  root: string,
  files: readonly { readonly path: string; readonly was: Uint8Array | undefined; readonly bytes: Uint8Array }[],
  { record, news }: { readonly record: Uint8Array; readonly news: Uint8Array | undefined },
): Problem | undefined {
  const list: readonly Kept[] = files.map((file) => ({
    path: file.path,
    ...(file.was && { was: sha256(file.was) }),
    is: sha256(file.bytes),
  }));
  const kept = zip([
    { name: listName, bytes: encodeUtf8(`${JSON.stringify(list, undefined, 1)}\n`), stored: false },
    ...recordNames.flatMap((name) => {
      const older = bytesAt(inFolder(root, name));
      return older ? [{ name, bytes: older, stored: name === recordName }] : [];
    }),
    ...files.flatMap(({ path, was }) => (was ? [{ name: filesPath + path, bytes: was, stored: false }] : [])),
  ]);
  if (!kept) return failed(root, 'there are too many files');
  const begun = begin(root, kept);
  if (begun) return begun;
  try {
    const unkept = replaceFile(undo(root), kept);
    if (unkept) return unkept;
    const failure =
      written(root, editsOf(files)) ??
      (news && replaceFile(join(root, newsPath), news)) ??
      replaceFile(inFolder(root, recordName), record);
    if (failure) putBack(root);
    return failure;
  } finally {
    rmSync(mark(root), { force: true });
  }
}

const editsOf = (
  files: readonly { readonly path: string; readonly was: Uint8Array | undefined; readonly bytes: Uint8Array }[],
): readonly FileEdit[] => files.map(({ path, was, bytes }) => ({ path, was: was && sha256(was), content: bytes }));

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
  if (!kept) return problem('update-impossible', { path: root }, 'There is no update to take back.');
  const begun = begin(root, kept.bytes);
  if (begun) return begun;
  try {
    const edits = kept.list.map(({ path, was, is }) => ({
      path,
      was: is,
      content: was === undefined ? undefined : kept.files.get(filesPath + path),
    }));
    const failure = written(root, edits) ?? putRecordsBack(root, kept);
    if (failure) return failure;
    rmSync(undo(root), { force: true });
    return kept.list.map(({ path }) => path);
  } finally {
    rmSync(mark(root), { force: true });
  }
}

/** Names this run in the folder, and the `undo.zip` that it goes by, so that no other writes it now. */
function begin(root: string, kept: Uint8Array): Problem | undefined {
  recoverUpdate(root);
  try {
    mkdirSync(inFolder(root, ''), { recursive: true });
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
const isOld = (path: string): boolean =>
  Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > 60 * 60 * 1000;

function written(root: string, edits: readonly FileEdit[]): Problem | undefined {
  const done = editFiles(realpathSync(root), edits);
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

interface KeptFiles {
  readonly bytes: Uint8Array;
  readonly list: readonly Kept[];
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** What `undo.zip` has; undefined where there is none, or it is damaged. */
function readKept(root: string): KeptFiles | undefined {
  try {
    const bytes = readFileSync(undo(root));
    const read = readZip(bytes, usualLimits);
    if ('reason' in read) return undefined;
    const files = new Map<string, Uint8Array>();
    for (const entry of read.entries) {
      const content = entry.read();
      if ('reason' in content) return undefined;
      files.set(entry.path, content.bytes);
    }
    const list = JSON.parse(new TextDecoder().decode(files.get(listName))) as readonly Kept[];
    return { bytes, list, files };
  } catch {
    return undefined;
  }
}

/** Each file that the update wrote gets its older bytes; what somebody changed since stays. */
function putBack(root: string): void {
  const kept = readKept(root);
  if (!kept) return; // it was killed before it had written anything
  for (const { path, was, is } of kept.list)
    written(root, [{ path, was: is, content: was === undefined ? undefined : kept.files.get(filesPath + path) }]);
  putRecordsBack(root, kept);
  rmSync(undo(root), { force: true });
}

function putRecordsBack(root: string, { files }: KeptFiles): Problem | undefined {
  for (const name of recordNames) {
    const older = files.get(name);
    const failure = older && replaceFile(inFolder(root, name), older);
    if (failure) return failure;
    if (!older) rmSync(inFolder(root, name), { force: true });
  }
  return undefined;
}

const failed = (path: string, why: string): Problem =>
  problem('write-failed', { path }, `Nothing was written: ${why}. The folder is as it was.`);
