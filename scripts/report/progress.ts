/** How far long work is, and whether it is still wanted. In: who watches it. Out: what a stage calls before each of its parts. */
export type Stage = 'importing' | 'reading' | 'typesetting' | 'rendering' | 'finishing' | 'binding' | 'checking';

/** Of the parts of a stage (texts, sections, editions) so many are done. */
export interface Progress {
  readonly stage: Stage;
  readonly done: number;
  readonly total: number;
}

export interface Watcher {
  /** Ends the work: what was called rejects with the signal’s reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called as each stage begins, and before each of its parts. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** Called before each part of a stage; rejects where the work was aborted. */
export type Step = (done: number, total: number) => Promise<void>;

/** A stage as somebody watches it. Where there is a signal others get a turn before each part, or nobody could abort. */
export function stepsOf(stage: Stage, { signal, onProgress }: Watcher): Step {
  return async (done, total) => {
    onProgress?.({ stage, done, total });
    if (signal && !signal.aborted) await turn();
    signal?.throwIfAborted();
  };
}

/** As browsers and Node both have it; Node’s types lack half of it. */
declare const MessageChannel: new () => {
  readonly port1: { onmessage: (() => void) | null; readonly close: () => void };
  readonly port2: { readonly postMessage: (message: unknown) => void };
};

/** Lets timers and messages that wait have their turn; a timer of our own would wait for milliseconds in browsers. */
function turn(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
