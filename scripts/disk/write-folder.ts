/** Writes a finished folder to disk: whole or not at all, whatever ends the program in between. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type Problem, problem } from '../report/problem.ts';
import { describeWriteError } from './fs-errors.ts';
import { makeFolders } from './make-folders.ts';
import { partialPath, sweepPartials } from './temp-files.ts';
import { syncFolder, writeWhole } from './write-fsync.ts';

/** Where the older folder waits while the newer one takes its place. */
const backupPath = (target: string): string => join(dirname(target), `.${basename(target).slice(0, 200)}.before`);

/**
 * Writes files into a new folder beside the target, on the disk before it is renamed. An older folder steps aside for the
 * time of one rename; should that be interrupted, `recoverFolder` finds it. Only for who holds the lock of the target;
 * `refusal` is asked right before.
 */
export function writeFolder(
  path: string,
  files: ReadonlyMap<string, Uint8Array>,
  refusal: () => Problem | undefined,
): Problem | undefined {
  const target = resolve(path);
  const partial = partialPath(target);
  try {
    makeFolders(dirname(target));
    sweepPartials(dirname(target), [target], true);
    mkdirSync(partial);
    const folders = new Set([partial]);
    for (const [name, bytes] of files) {
      const file = join(partial, ...name.split('/'));
      for (let folder = dirname(file); !folders.has(folder); folder = dirname(folder)) folders.add(folder);
      makeFolders(dirname(file));
      writeWhole(file, bytes);
    }
    for (const folder of folders) syncFolder(folder);
    const refused = refusal();
    if (refused) {
      rmSync(partial, { recursive: true, force: true });
      return refused;
    }
    if (existsSync(target)) renameSync(target, backupPath(target));
    renameSync(partial, target);
    syncFolder(dirname(target));
    rmSync(backupPath(target), { recursive: true, force: true });
    return undefined;
  } catch (error) {
    try {
      recoverFolder(target);
      rmSync(partial, { recursive: true, force: true });
    } catch {
      // The first reason is the telling one.
    }
    return problem(
      'write-failed',
      { path },
      `The archive was not written: ${describeWriteError(error)}.${existsSync(target) ? ' What was there is as it was.' : ''}`,
    );
  }
}

/** Puts back a folder whose successor never came; one whose successor came is done with. */
export function recoverFolder(path: string): void {
  const target = resolve(path);
  if (!existsSync(backupPath(target))) return;
  if (existsSync(target)) rmSync(backupPath(target), { recursive: true, force: true });
  else renameSync(backupPath(target), target);
}
