/** What the system knows of a path. In: a path. Out: where it leads, how large its file is, and when it was written. */
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';

/** In JavaScript each folder on the way is looked at; Windows itself gives network drives other names. */
const follow = process.platform === 'win32' ? realpathSync : realpathSync.native;

/** The absolute path with all links followed; throws the system’s own error where nothing is there. */
export const realPath = (path: string): string => follow(resolve(path));

/** The size in bytes of what lies there; undefined where nothing does. */
export const sizeOf = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.size;

/** When it was written, in milliseconds since 1970; undefined where nothing is there. */
export const writtenAt = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.mtimeMs;

/** The names in a folder; none where it cannot be read: what is done there next says why. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
