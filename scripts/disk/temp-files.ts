/** Names of half-written files and folders, and what becomes of those that a killed run left behind. */
import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Where a target is written before it is renamed: beside it, hidden, under this process's number. */
export function partialPath(target: string): string {
  return join(dirname(target), `${stemOf(target)}${process.pid}.${randomBytes(6).toString('hex')}.part`);
}

/** Removes what runs that were killed have left half-written of these targets, which lie in one folder. */
export function sweepPartials(folder: string, targets: readonly string[]): void {
  const stems = new Set(targets.map(stemOf));
  for (const name of namesIn(folder)) {
    const [tail, pid] = /(\d+)\.[\da-f]{12}\.part$/.exec(name) ?? [];
    if (tail !== undefined && stems.has(name.slice(0, -tail.length)) && !isRunning(Number(pid)))
      rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** Cut so that the whole stays below 255 bytes in any script. */
const stemOf = (target: string): string => `.${basename(target).slice(0, 60)}.`;

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // writing there will say why
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false; // a number that was given again: the file is not ours
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { readonly code?: unknown }).code === 'EPERM';
  }
}
