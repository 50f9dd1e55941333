/** Writes one new file, or names in a folder, and waits until the disk has them. */
import { closeSync, fchmodSync, fsyncSync, openSync, writeSync } from 'node:fs';

/** Writes bytes to a path where nothing may be yet, for all whom the system's mask allows or as `mode` says; throws what the system says. */
export function writeWhole(path: string, bytes: Uint8Array, mode?: number): void {
  const file = openSync(path, 'wx', mode);
  try {
    if (mode !== undefined) fchmodSync(file, mode);
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Waits until the disk has the names in a folder. Not every system lets a folder be opened; where it does not, the rename must do. */
export function syncFolder(path: string): void {
  let folder: number | undefined;
  try {
    folder = openSync(path, 'r');
    fsyncSync(folder);
  } catch {
    // Windows
  } finally {
    if (folder !== undefined) closeSync(folder);
  }
}
