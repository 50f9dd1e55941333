/**
 * What somebody types, on its way to the press. In: texts by path, as often as they change. Out: one write at a time, each with the
 * newest text of every file that was typed in.
 */
interface Draft {
  readonly path: string;
  readonly text: string;
}

interface Drafts {
  put(path: string, text: string): void;
  /** When all that was typed is written. */
  settled(): Promise<void>;
}

/** `write` must not reject. */
export function createDrafts(write: (drafts: readonly Draft[]) => Promise<void>): Drafts {
  const waiting = new Map<string, string>();
  let writing: Promise<void> | undefined;

  const drain = async (): Promise<void> => {
    while (waiting.size > 0) {
      const drafts = [...waiting].map(([path, text]) => ({ path, text }));
      waiting.clear();
      await write(drafts);
    }
    writing = undefined;
  };

  return {
    put(path, text) {
      waiting.set(path, text);
      writing ??= drain();
    },
    settled: async () => writing,
  };
}
