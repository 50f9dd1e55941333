/**
 * Threads that make stories, each of which stays warm. In: what a story is made from. Out: its books; a thread that hangs, or passes its memory, is
 * ended, and the story told.
 */
import { fileURLToPath } from 'node:url';
import type { MadeStory, StoryTask } from '../library/make-story.ts';
import { type Problem, problem } from '../report/problem.ts';

interface ThreadLimits {
  readonly threads: number;
  /** What a story may take, in seconds. */
  readonly seconds: number;
  /** What a thread’s heap may hold, in megabytes. Pictures and WebAssembly lie beside it, and have limits of their own (docs/limits.md). */
  readonly megabytes: number;
}

interface StoryThreads {
  /** What a thread answers to a task, or why it was ended; waits for one that is free. */
  readonly run: <Answer extends object>(task: object) => Promise<Answer | Problem>;
  readonly make: (task: StoryTask) => Promise<MadeStory>;
  /** Lets no thread make another story with modules that it has loaded. */
  readonly renew: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The launcher, which in a thread answers stories instead of a command line. */
const file = fileURLToPath(new URL('../scripts/fleuron.cjs', import.meta.url));

/** Starts threads as they are wanted. */
export async function startThreads({ threads, seconds, megabytes }: ThreadLimits): Promise<StoryThreads> {
  const { default: Tinypool } = await import('tinypool');
  const pool = new Tinypool({
    filename: file,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 60_000,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  pool.on('error', () => {}); // a thread that ends between two stories is replaced
  let free = threads;
  const waiting: (() => void)[] = [];
  const enter = async () => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else free++;
  };
  const run = async <Answer extends object>(task: object): Promise<Answer | Problem> => {
    await enter();
    // Its time begins with its thread: none waits in the pool.
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), seconds * 1000);
    try {
      return (await pool.run(task, { signal: late.signal })) as Answer;
    } catch (error) {
      return ended(error, late.signal.aborted ? `${seconds} seconds` : undefined, megabytes);
    } finally {
      clearTimeout(timer);
      leave();
    }
  };
  return {
    run,
    make: async (task) => {
      const made = await run<MadeStory>(task);
      return 'rule' in made ? unmade(made) : made;
    },
    renew: () => pool.recycleWorkers(),
    close: () => pool.destroy(),
  };
}

/** A story that could not be made. */
export const unmade = (why: Problem): MadeStory & { readonly books: readonly [] } => ({
  books: [],
  problems: [why],
  beside: [],
  isFixed: false,
});

/** Why no thread could make a story; what else goes wrong is a fault of the press, told with the story that shows it. */
function ended(error: unknown, time: string | undefined, megabytes: number): Problem {
  const isFull = (error as { readonly code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY';
  const words = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
  const [reason, hint] =
    time !== undefined
      ? [
          `It took more than ${time}, and was ended: no book was made.`,
          'Allow more, with --seconds; or build it alone.',
        ]
      : isFull
        ? [
            `It wanted more than ${megabytes} MB of memory, and was ended: no book was made.`,
            'Allow more, with --memory; or build it alone.',
          ]
        : [`A fault of Fleuron’s own ended it: ${words}`, 'Please report it.'];
  return problem('story-ended', undefined, reason, hint);
}
