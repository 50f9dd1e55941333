/**
 * Changes files of a manuscript: each only if it still is what was read, all or none. In: a folder, and what its files are to
 * hold. Out: which were others, or what went wrong. Writes nothing outside the folder, whatever the paths or links say.
 */
import { lstatSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { encodeUtf8, equalBytes } from '../book/bytes.ts';
import { sha256 } from '../book/digest.ts';
import type { FileEdit, Written } from '../book/file-edits.ts';
import { problem } from '../report/problem.ts';
import { describeWriteError } from './fs-errors.ts';
import { makeFolders } from './make-folders.ts';
import { realPath } from './path-facts.ts';
import { isInside } from './read-inside.ts';
import { partialPath, sweepPartials } from './temp-files.ts';
import { writeWhole } from './write-fsync.ts';

/** A file to be replaced. */
interface Target {
  readonly edit: FileEdit;
  /** Real, so that a link stays one. */
  readonly path: string;
  readonly before: Uint8Array | undefined;
  readonly after: Uint8Array | undefined;
  readonly mode: number | undefined;
  /** Where the new bytes wait. */
  readonly partial: string;
}

/**
 * Writes, or removes, files below a real folder; each keeps its mode. What was written before something fails is taken back.
 */
export function editFiles(root: string, edits: readonly FileEdit[]): Written {
  const targets: Target[] = [];
  const written: Target[] = [];
  let current = '.';
  try {
    for (const edit of edits) {
      current = edit.path;
      const path = realTarget(root, edit.path);
      if (path === undefined) return failed(edit.path, 'the path leads out of the manuscript, or to a hidden file');
      const facts = statSync(path, { throwIfNoEntry: false });
      if (facts && !facts.isFile()) return failed(edit.path, 'what is there is no regular file');
      const before = bytesAt(path);
      const after = typeof edit.content === 'string' ? encodeUtf8(edit.content) : edit.content;
      targets.push({ edit, path, before, after, mode: facts && facts.mode & 0o7777, partial: partialPath(path) });
    }
    const others = targets.filter(({ edit, before }) => (before && sha256(before)) !== edit.was);
    if (others.length > 0) return { done: false, stale: others.map(({ edit }) => edit.path) };
    for (const { edit, path, after, mode, partial } of targets) {
      current = edit.path;
      makeFolders(dirname(path));
      sweepPartials(dirname(path), [path]);
      if (after) writeWhole(partial, after, mode);
    }
    const changed = targets.filter((target) => !isStill(target));
    if (changed.length > 0) return { done: false, stale: changed.map(({ edit }) => edit.path) };
    for (const target of targets) {
      current = target.edit.path;
      if (target.after) renameSync(target.partial, target.path);
      else rmSync(target.path, { force: true });
      written.push(target);
    }
    return { done: true };
  } catch (error) {
    for (const target of written.reverse()) takeBack(target);
    return failed(current, describeWriteError(error));
  } finally {
    for (const { partial } of targets) rmSync(partial, { force: true });
  }
}

const failed = (path: string, why: string): Written => ({
  done: false,
  problem: problem('write-failed', { path }, `Nothing was written: ${why}. All files are as they were.`),
});

/** The real path of a file, which need not be there, by its path in a folder; undefined where it is none of a manuscript’s. */
function realTarget(root: string, path: string): string | undefined {
  const isPlain = path !== '' && !/[\\\0]/.test(path) && !path.startsWith('/');
  const target = join(root, path);
  if (!isPlain || !isInside(root, target) || isHidden(root, target)) return undefined;
  const real = realpathOf(target);
  return isInside(root, real) && !isHidden(root, real) ? real : undefined;
}

/** The real path of what need not be there: that of the folder above it that is. Throws where a link leads to nothing. */
const realpathOf = (path: string): string =>
  lstatSync(path, { throwIfNoEntry: false }) ? realPath(path) : join(realpathOf(dirname(path)), basename(path));

const isHidden = (root: string, path: string): boolean =>
  relative(root, path)
    .split(sep)
    .some((name) => name.startsWith('.') || name === 'node_modules');

/** The bytes of a file; undefined where none is there. */
const bytesAt = (path: string): Uint8Array | undefined =>
  statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path) : undefined;

function isStill({ path, before }: Target): boolean {
  const now = bytesAt(path);
  return before === undefined || now === undefined ? before === now : equalBytes(before, now);
}

function takeBack({ path, before, mode, partial }: Target): void {
  try {
    if (before) {
      writeWhole(partial, before, mode);
      renameSync(partial, path);
    } else rmSync(path, { force: true });
  } catch {
    // The first reason is the telling one.
  }
}
