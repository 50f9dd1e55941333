/**
 * Where books are kept by what they are made from (`content-key.ts`): a folder (`disk/book-store.ts`), or a store on the network. What is kept
 * under a key never changes, so whoever puts it a second time loses nothing.
 */
export interface BookStore {
  /** The bytes kept under a key, whole and undamaged, or undefined. Rejects where the store cannot be reached. */
  readonly get: (key: string) => Promise<Uint8Array | undefined>;
  /** Keeps bytes under a key, whole or not at all, unless something is there already. Rejects where that cannot be done. */
  readonly put: (key: string, bytes: Uint8Array) => Promise<'written' | 'there'>;
}

/** The same for who can do without: a store that cannot be used is as if empty; `tell` is called with each reason. */
export const orNothing = ({ get, put }: BookStore, tell: (error: unknown) => void): BookStore => ({
  get: async (key) => {
    try {
      return await get(key);
    } catch (error) {
      tell(error);
      return undefined;
    }
  },
  put: async (key, bytes) => {
    try {
      return await put(key, bytes);
    } catch (error) {
      tell(error);
      return 'there';
    }
  },
});
