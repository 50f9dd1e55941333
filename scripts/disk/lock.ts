/**
 * Lets one run at a time write a target, among all that reach its folder: other processes, containers, machines. In: the
 * target. Out: a lock, or why there is none. A file that is made only where none is (O_EXCL) is the lock; a thread changes its
 * time every two seconds, also while the press is busy. A lock whose run has ended, or whose time stands still, is taken over.
 */
import { randomBytes } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { describeWriteError } from './fs-errors.ts';
import { makeFolders } from './make-folders.ts';
import { hasEnded, ownRun } from './run-id.ts';
import { lockPath } from './temp-files.ts';

export interface Lock {
  /** Whether it still is ours: a machine that slept may have lost it. To be asked right before a target is replaced. */
  readonly isHeld: () => boolean;
  readonly release: () => Promise<void>;
}

/** Why there is no lock. */
export interface Untaken {
  /** The lock’s own file. */
  readonly file: string;
  /** What the system says; undefined where another run has the lock, and lives. */
  readonly reason: string | undefined;
}

/** In milliseconds. */
export interface Patience {
  /** How long a lock's time may stand still before its run is taken for dead. */
  readonly silence: number;
  /** How long to wait for runs that are alive. */
  readonly wait: number;
}

/** What this process has written into the locks that it holds: its own number in one is no sign of a death. */
const held = new Set<string>();

const beat = 2000;
const usualPatience: Patience = { silence: 10 * beat, wait: 10 * 60 * 1000 };
/** Waits only until it is sure that the other run lives. */
export const littlePatience: Patience = { ...usualPatience, wait: usualPatience.silence + beat };

/** Takes the lock of a target, waiting for those that hold it; `onWait` is called where that is so. */
export async function takeLock(
  path: string,
  onWait: () => void = () => {},
  { silence, wait }: Patience = usualPatience,
): Promise<Lock | Untaken> {
  const file = lockPath(resolve(path));
  const begun = performance.now();
  let seen = '';
  let seenAt = begun;
  try {
    makeFolders(dirname(file));
    for (;;) {
      const lock = makeLock(file);
      if (lock) return lock;
      const now = performance.now();
      const other = readLock(file);
      if (other && other.state !== seen) {
        seen = other.state;
        seenAt = now; // by this machine's clock alone: that of another may be wrong
      }
      const isDead = other && !held.has(other.words) && (hasEnded(other.run) || now - seenAt > silence);
      if (isDead) removeLock(file, other.words);
      else if (now - begun > wait) return { file, reason: undefined };
      else {
        onWait();
        await setTimeout(100);
      }
    }
  } catch (error) {
    return { file, reason: describeWriteError(error) };
  }
}

function makeLock(file: string): Lock | undefined {
  const words = `${ownRun()} ${randomBytes(8).toString('hex')}\n`;
  let made: number;
  try {
    made = openSync(file, 'wx');
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === 'EEXIST') return undefined;
    throw error;
  }
  try {
    writeSync(made, words);
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(made);
  }
  const pulse = new Worker(pulseOf, { eval: true, workerData: { file, beat } });
  pulse.on('error', () => {}); // without it others wait until the lock seems dead; `isHeld` tells
  pulse.unref();
  held.add(words);
  const isHeld = () => readLock(file)?.words === words;
  const release = async () => {
    await pulse.terminate();
    held.delete(words);
    if (isHeld()) rmSync(file, { force: true });
  };
  return { isHeld, release };
}

/** The thread opens the file itself, so that it never touches a lock that somebody else has put in its place. */
const pulseOf = `
const { futimesSync, openSync } = require('node:fs');
const { workerData: { file, beat } } = require('node:worker_threads');
const lock = openSync(file, 'r+');
setInterval(() => { const now = new Date(); futimesSync(lock, now, now); }, beat);`;

interface Seen {
  /** What was written into it: a run, and a number of this lock alone. */
  readonly words: string;
  readonly run: string;
  /** Its words and its time: another state is a sign of life. */
  readonly state: string;
}

/** A lock as it is now; undefined where it has gone. Opening it makes a network disk look again. */
function readLock(file: string): Seen | undefined {
  let open: number;
  try {
    open = openSync(file, 'r');
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const words = readFileSync(open, 'utf8');
    return { words, run: words.split(' ', 1)[0] ?? '', state: `${words}${fstatSync(open).mtimeMs}` };
  } finally {
    closeSync(open);
  }
}

/** Removes a dead lock. Between look and removal another run may have done so, and made its own: that is put back. */
function removeLock(file: string, words: string): void {
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === 'ENOENT') return;
    throw error;
  }
  if (readLock(aside)?.words === words) rmSync(aside, { force: true });
  else renameSync(aside, file);
}
