/** Drawn covers of this run. */
import type { CoverCache } from '../../book/cover-cache.ts';

/** The last of them, by what they were drawn from. */
export function rememberCovers(most = 12): CoverCache {
  const covers = new Map<string, Uint8Array>();
  return {
    get: (name) => covers.get(name),
    set: (name, jpeg) => {
      covers.set(name, jpeg);
      for (const [oldest] of covers) if (covers.size > most) covers.delete(oldest);
    },
  };
}
