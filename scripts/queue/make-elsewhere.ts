/** Sends stories to a queue. In: where a story lies on this machine. Out: its books: a worker’s, or this machine’s own where a worker could not make the same. */
import { basename } from 'node:path';
import type { Limits } from '../book/limits.ts';
import type { MadeStory, StoryTask } from '../library/make-story.ts';
import type { MemoryFiles } from '../pipeline/memory-files.ts';
import type { StoryQueue } from './story-queue.ts';

type Make = (task: StoryTask) => Promise<MadeStory>;

/** Reads a story’s files, with those that are named beside a single one; undefined where they cannot all be read. */
type ReadSource = (source: StoryTask['source'], beside: readonly string[], limits: Limits) => MemoryFiles | undefined;

/**
 * Makes stories by a queue. `makeHere` gets those whose files cannot all be read, that have plug-ins, or that want an office program: what a worker made of
 * them is not what this machine makes.
 */
export function makeElsewhere(queue: StoryQueue, makeHere: Make, read: ReadSource): Make {
  return async (task) => {
    const { source, limits, previous } = task;
    const before = previous && { ...previous, name: basename(previous.name) };
    let files = read(source, [], limits);
    while (files) {
      const made = await queue.make({ ...task, source: files, previous: before, covers: undefined });
      if (!made.isFixed && !made.problems.some(({ rule }) => rule === 'story-ended' || rule === 'story-unmade')) break;
      // What lies beside a single file, or is shared with other stories, is known when it was looked for.
      const more = made.beside.length === 0 ? files : read(source, made.beside, limits);
      if (more && more.files.size <= files.files.size) return made;
      files = more;
    }
    return makeHere(task);
  };
}
