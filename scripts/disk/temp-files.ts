/** Names of half-written files and folders, and what becomes of those that a killed run left behind. */
import { randomUUID } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { namesIn } from './path-facts.ts';
import { hasEnded, ownRun } from './run-id.ts';

/** A file is half-written for seconds: after so many milliseconds without a change nobody writes it, wherever that was. */
const abandonedAfter = 60 * 60 * 1000;

/** Where a target is written before it is renamed: beside it, hidden, with this run in its name. */
export function partialPath(target: string): string {
  return join(dirname(target), `${stemOf(target)}${ownRun()}.${randomUUID().slice(-12)}.part`);
}

/** Where the lock of a target lies: beside it, hidden. */
export const lockPath = (target: string): string => join(dirname(target), `${stemOf(target)}lock`);

/**
 * Removes what runs that were killed have left half-written of these targets, which lie in one folder, or of all in it. Who holds the lock
 * of a target knows that nobody else writes it.
 */
export function sweepPartials(folder: string, targets: readonly string[] | 'all', isLocked = false): void {
  const stems = targets === 'all' ? undefined : new Set(targets.map(stemOf));
  for (const name of namesIn(folder)) {
    const [tail, run = ''] = /([\da-f]{8}\.\d+)\.[\da-f]{12}\.part$/.exec(name) ?? [];
    if (tail === undefined || stems?.has(name.slice(0, -tail.length)) === false) continue;
    const path = join(folder, name);
    if (isLocked || (hasEnded(run) ?? isOld(path))) rmSync(path, { recursive: true, force: true });
  }
}

/** Cut so that the whole stays below 255 bytes in any script. */
const stemOf = (target: string): string => `.${basename(target).slice(0, 60)}.`;

function isOld(path: string): boolean {
  const changed = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return changed !== undefined && Date.now() - changed > abandonedAfter;
}
