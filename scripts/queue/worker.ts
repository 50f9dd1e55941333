/**
 * Makes stories that wait in a queue. In: who makes a story. Out: its books in the store, before the queue hears that it is done. Locks are renewed by
 * the main thread, which waits while threads work. Ended in order, a worker finishes what it has begun or gives it back.
 */
import { setTimeout } from 'node:timers/promises';
import type { BookStore } from '../library/book-store.ts';
import type { MadeStory, StoryTask } from '../library/make-story.ts';
import { decodeMessage, encodeMessage } from '../studio/message-bytes.ts';
import type { QueueLink } from './connect.ts';
import type { Tell } from './s3-store.ts';
import { resultKey, type Unkept } from './story-queue.ts';

export interface WorkerOptions {
  /** How many stories at once. */
  readonly jobs: number;
  /** After so many seconds of silence a worker is taken for dead, and its stories are given to others. */
  readonly silence: number;
  /** So many seconds a worker that is to end has for what it has begun. */
  readonly grace: number;
  /** Whether it leaves alone what may have code of its own: stories that were not sent as untrusted. */
  readonly untrusted: boolean;
}

interface StoryWorker {
  /**
   * Ends in order, and the connection too; `stopWork` ends the threads where they take too long. Answers whether all has ended: BullMQ waits for a
   * Redis that is gone.
   */
  readonly stop: (stopWork: () => Promise<void>) => Promise<boolean>;
  readonly counts: () => { readonly made: number; readonly failed: number };
}

/** So often a story is given to another worker because the one that had it died. */
const mostDeaths = 5;

/** Begins to work. */
export function startWorker(
  link: QueueLink,
  store: BookStore,
  make: (task: StoryTask) => Promise<MadeStory>,
  { jobs, silence, grace, untrusted }: WorkerOptions,
  tell: Tell,
): StoryWorker {
  const { bull, redis, press, name } = link;
  let [made, failed] = [0, 0];
  const begun = new Map<string, () => Promise<unknown>>();
  let isGivenBack = false;
  const work = async (key: string): Promise<Unkept | null> => {
    const result = resultKey(press, key);
    if (await store.get(result)) return null; // its worker died after that
    const bytes = await store.get(key);
    if (!bytes) throw new Error('its files are not in the store');
    const task = decodeMessage(bytes) as StoryTask;
    if (!('files' in task.source)) throw new bull.UnrecoverableError('it has no files');
    if (untrusted && !task.untrusted) return { problems: [], beside: [], isFixed: false };
    const { books, ...rest } = await make(task);
    if (isGivenBack) throw new bull.WaitingError();
    if (!rest.isFixed) return rest;
    await store.put(result, encodeMessage({ ...rest, books }));
    return null;
  };
  const worker = new bull.Worker(
    name,
    async (job, token) => {
      const key = job.id ?? '';
      begun.set(key, () => job.moveToWait(token));
      try {
        return await work(key);
      } finally {
        begun.delete(key);
      }
    },
    {
      connection: redis,
      skipVersionCheck: true,
      concurrency: jobs,
      lockDuration: silence * 1000,
      stalledInterval: silence * 1000,
      maxStalledCount: mostDeaths,
      runRetryDelay: 1000,
    },
  );
  worker.on('completed', () => made++);
  worker.on('failed', (job, { message }) => {
    failed++;
    const what = job
      ? `Story ${job.id?.slice(0, 12)} failed, try ${job.attemptsMade} of ${job.opts.attempts}`
      : 'A story failed';
    tell(`${what}: ${message}`);
  });
  worker.on('stalled', (key) => tell(`Story ${key.slice(0, 12)} is begun again: the worker that had it is gone.`));
  worker.on('error', ({ message }) => {
    if (!/ECONN|closed|Connection/.test(message)) tell(`Redis: ${message}`);
  });
  return {
    stop: async (stopWork) => {
      const closed = worker.close().then(() => true);
      await Promise.race([closed, setTimeout(grace * 1000, undefined, { ref: false })]);
      isGivenBack = true;
      for (const giveBack of begun.values()) await giveBack().catch(() => {}); // else others have it when its lock ends
      await stopWork();
      const hasEnded = await Promise.race([closed, setTimeout(1000, false, { ref: false })]);
      link.close();
      return hasEnded;
    },
    counts: () => ({ made, failed }),
  };
}
