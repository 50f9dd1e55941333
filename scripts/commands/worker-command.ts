/** What `fleuron worker` does: threads that make what waits, until it is to end. Answers with the exit code. */
import { startThreads } from '../disk/story-threads.ts';
import type { StoryTask } from '../library/make-story.ts';
import { joinQueue } from '../queue/connect.ts';
import { coversIn, openStore, type Unopened } from '../queue/open-store.ts';
import { startWorker } from '../queue/worker.ts';
import { visible } from '../report/print.ts';
import { exitCodes } from './exit-codes.ts';
import { asStarted } from './next-step.ts';
import type { ThreadNumbers } from './thread-options.ts';
import { untilSignal } from './until-signal.ts';

/** Where stories wait, and where they and their books lie. */
interface QueuePlaces {
  readonly queue: string;
  readonly cache: string;
}

/** Containers are ended in order for ten seconds, then at once. */
const grace = 8;

export const tellPerson = (sentence: string): void => void process.stderr.write(`${visible(asStarted(sentence))}\n`);

/** Says why a store or a queue cannot be used; answers with the exit code. */
export function tellUnopened({ reason }: Unopened): number {
  tellPerson(`fleuron: ${reason}`);
  return exitCodes.problems;
}

export async function workerCommand(
  { queue, cache }: QueuePlaces,
  { jobs, seconds, memory, ...others }: ThreadNumbers & { readonly silence: number; readonly untrusted: boolean },
): Promise<number> {
  const store = await openStore(cache, tellPerson);
  if ('reason' in store) return tellUnopened(store);
  const link = await joinQueue(queue, tellPerson);
  if ('reason' in link) return tellUnopened(link);
  const threads = await startThreads({ threads: jobs, seconds, megabytes: memory });
  const { ended } = untilSignal();
  const covers = coversIn(cache);
  const make = (task: StoryTask) => threads.make({ ...task, covers });
  const worker = startWorker(link, store, make, { jobs, grace, ...others }, tellPerson);
  tellPerson(`Makes stories with ${jobs} ${jobs === 1 ? 'thread' : 'threads'}, until Ctrl-C.`);
  await ended;
  const hasEnded = await worker.stop(threads.close);
  const { made, failed } = worker.counts();
  tellPerson(`Ended: ${made} ${made === 1 ? 'story' : 'stories'} made, ${failed} failed tries.`);
  if (!hasEnded) process.exit(exitCodes.done);
  return exitCodes.done;
}
