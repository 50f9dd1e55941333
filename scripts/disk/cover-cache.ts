/** Keeps drawn covers in the user's cache folder. */
import type { CoverCache } from '../book/cover-cache.ts';
import { createFileCache } from './file-cache.ts';
import { pressDigest } from './press-identity.ts';
import { openUserCache } from './user-cache.ts';

/** Covers are a quarter of a megabyte each: these are the books that somebody is at work on. */
const most = 24;

/** The covers that this very bundle has drawn under this Node: each bundle and each Node draws its own. A folder of a library’s own keeps all of them. */
export function openCoverCache(folder?: string): CoverCache {
  const files =
    folder === undefined ? openUserCache('covers', most) : createFileCache(folder, Number.POSITIVE_INFINITY);
  const nameOf = (name: string): string => `${name}-${pressDigest}-${process.version}`;
  return {
    get: (name) => files.get(nameOf(name)),
    set: (name, jpeg) => files.set(nameOf(name), jpeg),
  };
}
