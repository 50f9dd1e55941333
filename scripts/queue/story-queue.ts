/**
 * Stories made on other machines. In: a story’s files. Out: its books, whichever worker made them.
 *
 * Nothing is kept in the queue alone. A story’s files lie in the store under their checksum, which is the name of the job, and what was made of them
 * under another that only the press and the files decide: a story that is queued, made or asked for twice is one. A job that Redis has lost is added
 * again; one that is done is known by what lies in the store.
 */
import { setTimeout } from 'node:timers/promises';
import { sha256 } from '../book/digest.ts';
import type { BookStore } from '../library/book-store.ts';
import type { MadeStory, StoryTask } from '../library/make-story.ts';
import { problem } from '../report/problem.ts';
import { decodeMessage, encodeMessage } from '../studio/message-bytes.ts';
import { createInsistence, type QueueLink } from './connect.ts';
import type { Tell } from './s3-store.ts';

/** Under what a store keeps what a press made of a story’s files. */
export const resultKey = (press: string, files: string): string => sha256(`${press} ${files}`);

/** What a worker answers where the store has no books: what is different on another machine, or at another time. */
export type Unkept = Omit<MadeStory, 'books'>;

export interface StoryQueue {
  /** Makes the books of a story whose files are in memory. Never rejects: what goes wrong is a problem of the story. */
  readonly make: (task: StoryTask) => Promise<MadeStory>;
  /** Ends the connection, too. */
  readonly close: () => Promise<void>;
}

/** A job is tried so often, with 1, 2, 4, … seconds between; finished ones are kept for people who look into the queue. */
const jobOptions = {
  attempts: 6,
  backoff: { type: 'exponential', delay: 1000, jitter: 0.5 },
  removeOnComplete: { age: 3600, count: 100 },
  removeOnFail: { age: 24 * 3600, count: 1000 },
  stackTraceLimit: 0,
} as const;

/** How often a story is queued whose books are not in the store when it is done. */
const mostRounds = 3;

interface Waiting {
  readonly made: Promise<MadeStory>;
  readonly settle: (made: MadeStory) => void;
  /** How often it was queued; 0 as long as its files are not in the store. */
  rounds: number;
}

/** Begins to hear what becomes of stories. What events miss is found by looking, each `lookAgain` milliseconds. */
export function createStoryQueue(link: QueueLink, store: BookStore, tell: Tell, lookAgain = 10_000): StoryQueue {
  const { bull, redis, press, name } = link;
  const queue = new bull.Queue(name, { connection: redis, skipVersionCheck: true, defaultJobOptions: jobOptions });
  const events = new bull.QueueEvents(name, { connection: redis, skipVersionCheck: true, lastEventId: '0' });
  queue.on('error', () => {}); // the connection tells its losses, `ask` the rest
  events.on('error', () => {});
  const waiting = new Map<string, Waiting>();
  const closing = new AbortController();
  const pause = async (milliseconds = 2000) => {
    await setTimeout(milliseconds, undefined, { signal: closing.signal });
  };
  const ask = createInsistence(tell, pause);

  const kept = async (key: string): Promise<MadeStory | undefined> => {
    const bytes = await store.get(resultKey(press, key));
    return bytes && (decodeMessage(bytes) as MadeStory);
  };
  const enqueue = async (key: string, story: Waiting): Promise<void> => {
    await ask(() => queue.remove(key)); // one that is being made stays, and is waited for
    await ask(() => queue.add('story', {}, { jobId: key }));
    story.rounds++;
  };
  const end = (key: string, story: Waiting, made: MadeStory): void => {
    if (waiting.get(key) === story) waiting.delete(key);
    story.settle(made);
  };
  const look = async (key: string): Promise<void> => {
    const story = waiting.get(key);
    if (!story || story.rounds === 0) return;
    try {
      const state = await ask(() => queue.getJobState(key));
      if (state !== 'failed' && state !== 'completed' && state !== 'unknown') return;
      const made = await kept(key);
      if (made) return end(key, story, made);
      const job = await ask(() => queue.getJob(key));
      if (state === 'failed') return end(key, story, failed(job?.failedReason));
      const unkept = job?.returnvalue as Unkept | null | undefined;
      if (unkept) return end(key, story, { ...unkept, books: [] });
      if (story.rounds >= mostRounds && state === 'completed')
        return end(key, story, failed('its books are not in the store'));
      await enqueue(key, story);
    } catch (error) {
      end(key, story, failed(wordsOf(error)));
    }
  };
  events.on('completed', ({ jobId }) => void look(jobId));
  events.on('failed', ({ jobId }) => void look(jobId));
  const watch = async (): Promise<void> => {
    for (let isTold = false; ; ) {
      await pause(lookAgain);
      for (const key of [...waiting.keys()]) await look(key);
      const workers = waiting.size > 0 ? await queue.getWorkersCount().catch(() => undefined) : undefined;
      if (workers === 0 && !isTold)
        tell('No worker of this press is at work, so the stories wait. → Start one: fleuron worker');
      isTold = workers === 0;
    }
  };
  watch().catch(() => {}); // closed

  const begin = async (key: string, bytes: Uint8Array, story: Waiting): Promise<void> => {
    try {
      const made = await kept(key);
      if (made) return end(key, story, made);
      await store.put(key, bytes);
      await enqueue(key, story);
    } catch (error) {
      end(key, story, failed(wordsOf(error)));
    }
  };
  return {
    make: (task) => {
      const bytes = encodeMessage(task);
      const key = sha256(bytes);
      const other = waiting.get(key);
      if (other) return other.made;
      let settle: Waiting['settle'] = () => {};
      const made = new Promise<MadeStory>((resolve) => {
        settle = resolve;
      });
      const story = { made, settle, rounds: 0 };
      waiting.set(key, story);
      void begin(key, bytes, story);
      return made;
    },
    close: async () => {
      closing.abort();
      await queue.close();
      events.close().catch(() => {}); // which waits for a Redis that is gone
      link.close();
    },
  };
}

function failed(reason = 'nobody knows why'): MadeStory {
  const why = /stalled/.test(reason) ? 'each worker that began it died' : reason.replace(/\.$/, '');
  const found = problem(
    'story-unmade',
    undefined,
    `No worker made its books: ${why}.`,
    'Run it again: what is made is kept.',
  );
  return { books: [], problems: [found], beside: [], isFixed: false };
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
