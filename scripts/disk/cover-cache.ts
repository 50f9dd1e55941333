/** Keeps drawn covers in the user's cache folder. */
import type { CoverCache } from '../book/cover-cache.ts';
import { openUserCache } from './user-cache.ts';

/** Covers are a quarter of a megabyte each: these are the books that somebody is at work on. */
const most = 24;

/** The bundle knows the SHA-256 of its own code (`bundle.mjs`); tests run without a bundle. */
declare const bundleDigest: string | undefined;
const press = typeof bundleDigest === 'string' ? bundleDigest : 'no-bundle';

/** The covers that this very bundle has drawn under this Node: each bundle and each Node draws its own. */
export function openCoverCache(): CoverCache {
  const files = openUserCache('covers', most);
  const nameOf = (name: string): string => `${name}-${press}-${process.version}`;
  return {
    get: (name) => files.get(nameOf(name)),
    set: (name, jpeg) => files.set(nameOf(name), jpeg),
  };
}
