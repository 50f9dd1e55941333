/** The entries of a book, asked for when they are wanted, and kept from build to build by what is in them. */
import type { BuiltBook } from '../../protocol.ts';

export type Load = (paths: readonly string[]) => Promise<readonly Uint8Array[]>;

/** Bytes by their SHA-256. */
export type KeptBytes = Map<string, Promise<Uint8Array | undefined>>;

export interface Entries {
  bytes(path: string): Promise<Uint8Array | undefined>;
  text(path: string): Promise<string | undefined>;
  size(path: string): number;
  /** What was read so far and is another in another build. */
  othersIn(book: BuiltBook): readonly string[];
  /** What was read so far. */
  readonly read: readonly string[];
  /** Takes what is read from now on out of another build. */
  replace(book: BuiltBook, load: Load): void;
}

/** The entries of one build. What no build has any more leaves `kept`. */
export function entriesOf(book: BuiltBook, load: Load, kept: KeptBytes): Entries {
  let known = byPath(book);
  let ask = load;
  const read = new Map<string, string | undefined>();

  function bytes(path: string): Promise<Uint8Array | undefined> {
    const sha256 = known.get(path)?.sha256;
    read.set(path, sha256);
    if (sha256 === undefined) return Promise.resolve(undefined);
    const found = kept.get(sha256) ?? ask([path]).then(([loaded]) => loaded);
    kept.set(sha256, found);
    // What did not come now may come later.
    const forget = (): boolean => kept.delete(sha256);
    found.then((loaded) => loaded ?? forget(), forget);
    return found;
  }

  return {
    bytes,
    text: async (path) => {
      const loaded = await bytes(path);
      return loaded && new TextDecoder().decode(loaded);
    },
    size: (path) => known.get(path)?.size ?? 0,
    othersIn: (other) => {
      const others = byPath(other);
      return [...read].flatMap(([path, sha256]) => (others.get(path)?.sha256 === sha256 ? [] : path));
    },
    get read() {
      return [...read.keys()];
    },
    replace: (other, loadOther) => {
      known = byPath(other);
      ask = loadOther;
      for (const path of read.keys()) read.set(path, known.get(path)?.sha256);
    },
  };
}

/** Forgets bytes that a build does not have. */
export function keepOnly(kept: KeptBytes, book: BuiltBook): void {
  const wanted = new Set(book.entries.map(({ sha256 }) => sha256));
  for (const sha256 of kept.keys()) if (!wanted.has(sha256)) kept.delete(sha256);
}

const byPath = (book: BuiltBook) => new Map(book.entries.map((entry) => [entry.path, entry]));
