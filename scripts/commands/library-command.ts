/** What `fleuron library` does: threads, one run or a watch that goes on. Answers with the exit code. */
import { join, posix, relative, sep } from 'node:path';
import type { EditionName } from '../book/editions.ts';
import type { Limits } from '../book/limits.ts';
import { describeWriteError } from '../disk/fs-errors.ts';
import { littlePatience, takeLock, type Untaken } from '../disk/lock.ts';
import { pressIdentity } from '../disk/press-identity.ts';
import { openShelf } from '../disk/shelf-folder.ts';
import { startThreads, unmade } from '../disk/story-threads.ts';
import { watchStory } from '../disk/watch-story.ts';
import { orNothing } from '../library/book-store.ts';
import type { StoryTask } from '../library/make-story.ts';
import { shelfFile } from '../library/shelf-record.ts';
import { joinQueue } from '../queue/connect.ts';
import { makeElsewhere } from '../queue/make-elsewhere.ts';
import { coversIn, openStore } from '../queue/open-store.ts';
import { createStoryQueue } from '../queue/story-queue.ts';
import { hasErrors, type Problem, problem } from '../report/problem.ts';
import { exitCodes } from './exit-codes.ts';
import { type FilledStory, type FillTask, fillStory } from './fill-story.ts';
import { createLibraryReport } from './library-report.ts';
import { runLibrary } from './library-run.ts';
import { readSource } from './library-sources.ts';
import type { ReporterOptions } from './reporter.ts';
import { sourceDate } from './source-date.ts';
import type { ThreadNumbers } from './thread-options.ts';
import { untilSignal } from './until-signal.ts';
import { tellPerson, tellUnopened } from './worker-command.ts';

export interface LibraryPlaces extends ThreadNumbers {
  /** Absolute paths. */
  readonly root: string;
  readonly output: string;
  /** An absolute path, or a bucket. */
  readonly cache: string | undefined;
  /** The Redis that stories wait in for workers. */
  readonly queue: string | undefined;
}

export interface LibraryWishes {
  readonly editions: readonly EditionName[];
  readonly untrusted: boolean;
  readonly limits: Limits;
  readonly watches: boolean;
  readonly isPolled: boolean;
  readonly prunes: boolean;
}

/** So many stories wait for workers at once: they lie in the store, and take 1 kB each in Redis. */
const mostWaiting = 500;
/** Events of one save come together. */
const quiet = 150;

export async function libraryCommand(
  { root, output, cache, queue, jobs, seconds, memory }: LibraryPlaces,
  { watches, isPolled, ...wishes }: LibraryWishes,
  reporting: ReporterOptions,
): Promise<number> {
  const store = cache === undefined ? undefined : await openStore(cache, tellPerson);
  if (store && 'reason' in store) return tellUnopened(store);
  const link = queue === undefined ? undefined : await joinQueue(queue, tellPerson);
  if (link && 'reason' in link) return tellUnopened(link);
  const stories = store && link && createStoryQueue(link, store, tellPerson);
  let isTold = false;
  const tellWait = () => {
    if (!isTold) tellPerson(`Waits for another run of Fleuron, which writes to “${output}”.`);
    isTold = true;
  };
  const lock = await takeLock(join(output, shelfFile), tellWait, littlePatience);
  if ('file' in lock) {
    await stories?.close();
    return tellLocked(output, lock);
  }
  const shelf = openShelf(output);
  const threads = await startThreads({ threads: jobs, seconds, megabytes: memory });
  const passedOver = new Set(cache === undefined ? [output] : [output, cache]);
  const options = { root, ...wishes, sourceDate: sourceDate(), press: await pressIdentity(), passedOver };
  const lost: Problem[] = [];
  const noteLoss = (error: unknown) => {
    const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
    const reason =
      code === undefined
        ? `The cache was not used: ${message}`
        : `The cache was not used: ${describeWriteError(error)}.`;
    if (lost.length === 0) lost.push(problem('cache-unusable', { path: cache ?? '' }, reason));
  };
  const covers = coversIn(cache);
  const makeHere = (task: StoryTask) => threads.make({ ...task, covers });
  const inThread = async (task: FillTask): Promise<FilledStory> => {
    const filled = await threads.run<FilledStory>({ ...task, output, covers });
    return 'rule' in filled ? { ...unmade(filled), key: '', isCached: false } : filled;
  };
  const make = stories ? makeElsewhere(stories, makeHere, readSource) : makeHere;
  // What a queue makes lies in the store by itself.
  const kept = stories ? undefined : store && orNothing(store, noteLoss);
  const parts = {
    shelf,
    fill: store ? (task: FillTask) => fillStory(task, { shelf, store: kept, make }) : inThread,
    lanes: stories ? mostWaiting : 2 * jobs,
  };
  const runOnce = async (isTouched?: (story: string) => boolean): Promise<number> => {
    const report = createLibraryReport(reporting, () => performance.now());
    const found = await runLibrary(options, { ...parts, tell: report.tell }, isTouched);
    const problems = [...found, ...lost.splice(0)];
    report.finish(problems, isTouched ? [] : shelf.records.values()); // copies are told once, not at each save
    if (problems.some(({ rule }) => rule === 'write-failed')) return exitCodes.unwritten; // the list of the shelf
    return report.failed() > 0 || hasErrors(problems) ? exitCodes.problems : exitCodes.done;
  };
  try {
    if (!watches) return await runOnce();
    const { ended, signal } = untilSignal();
    const changed = new Set<string>();
    let timer: NodeJS.Timeout | undefined;
    let running: Promise<unknown> = Promise.resolve();
    const look = async (): Promise<void> => {
      const paths = [...changed];
      changed.clear();
      if (paths.length === 0 || signal.aborted) return;
      if (paths.some((path) => /\.(?:[cm]?[jt]s|json|wasm)$/.test(path))) await threads.renew(); // it may be a plug-in’s
      await runOnce((story) => paths.some((path) => concerns(path, story, shelf.records.get(story)?.beside)));
    };
    const watch = await watchStory({ path: root, known: new Set() }, isPolled, (path) => {
      if ([...passedOver].some((folder) => path === folder || path.startsWith(folder + sep))) return;
      changed.add(relative(root, path).split(sep).join('/'));
      clearTimeout(timer);
      timer = setTimeout(() => {
        running = running.then(look);
      }, quiet);
    });
    await runOnce();
    await ended;
    clearTimeout(timer);
    await Promise.all([watch.close(), running]);
    return exitCodes.done;
  } finally {
    await Promise.all([threads.close(), stories?.close(), lock.release()]);
  }
}

/** Says why a shelf cannot be written to. */
function tellLocked(output: string, { file, reason }: Untaken): number {
  tellUnopened({
    reason:
      reason === undefined
        ? `Another run of Fleuron is writing to “${output}”, so no book was made. → Run it again when the other has ended. If there is no other, delete ${file}.`
        : `No book can be written to “${output}”: ${reason}.`,
  });
  return exitCodes.unwritten;
}

/** Whether a changed file may be one of a story: it is below it, beside it where it is a single file, or in a folder that it shares. */
const concerns = (path: string, story: string, beside: readonly string[] = []): boolean =>
  path === story ||
  story.startsWith(`${path}/`) ||
  path.startsWith(`${story}/`) ||
  (/\.[^./]+$/.test(story) && path.startsWith(story.slice(0, story.lastIndexOf('/') + 1))) ||
  beside.some((each) => path.startsWith(`${posix.join(story, each)}/`));
