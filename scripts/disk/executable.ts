/**
 * What the executable in one file runs (`npm run executable`). Node starts threads and imports modules from files alone, so the press’s
 * own files, which the executable holds, are put into the user’s cache by the first run, and the launcher is started there. Where no
 * cache can be written, they lie in a temporary folder as long as the program runs.
 */
import { mkdtempSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { getAsset } from 'node:sea';
import { makeFolders } from './make-folders.ts';
import { cacheFolder } from './user-cache.ts';

/** How long an older version may lie unused. */
const month = 30 * 24 * 3600 * 1000;

/** As `bundle/executable.mjs` wrote it: what the files are together, and each one’s size. */
const { digest, sizes } = JSON.parse(getAsset('contents.json', 'utf8')) as {
  readonly digest: string;
  readonly sizes: Readonly<Record<string, number>>;
};

/** Puts into a folder what is not there yet; several programs may do so at once. */
function fill(folder: string): void {
  for (const [name, size] of Object.entries(sizes)) {
    const path = join(folder, name);
    if (statSync(path, { throwIfNoEntry: false })?.size === size) continue;
    makeFolders(dirname(path), 0o700);
    const partial = `${path}.${process.pid}`;
    writeFileSync(partial, new Uint8Array(getAsset(name)));
    renameSync(partial, path);
  }
}

/** The folder of this version in the user’s cache, whole; undefined where it cannot be written. Older versions go when they were not used for a month. */
function kept(): string | undefined {
  const cache = cacheFolder();
  if (cache === undefined) return undefined;
  const versions = join(cache, 'versions');
  const folder = join(versions, digest);
  try {
    fill(folder);
    const now = new Date();
    utimesSync(folder, now, now);
    for (const other of readdirSync(versions).map((name) => join(versions, name)))
      if (now.getTime() - statSync(other).mtimeMs > month) rmSync(other, { recursive: true, force: true });
    return folder;
  } catch {
    return undefined;
  }
}

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fleuron-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  fill(folder);
  return folder;
}

createRequire(join(kept() ?? temporary(), 'scripts/'))('./fleuron.cjs');
