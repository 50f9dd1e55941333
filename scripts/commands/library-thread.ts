/**
 * What runs in a thread of `fleuron library`, and in a worker on another machine: one story, joined to the disk and to the press's own files. Programs,
 * typefaces and modules that a story needed stay loaded for the next.
 */
import type { GivenFiles } from '../book/given-files.ts';
import type { Limits } from '../book/limits.ts';
import { openCoverCache } from '../disk/cover-cache.ts';
import { openPath } from '../disk/open-path.ts';
import { openAsset } from '../disk/package-assets.ts';
import { openBooks } from '../disk/shelf-folder.ts';
import { type MadeStory, makeStory, type StoryTask } from '../library/make-story.ts';
import { memoryFiles } from '../pipeline/memory-files.ts';
import { refusePlugins } from '../pipeline/plugins.ts';
import type { Outcome } from '../report/problem.ts';
import { type FilledStory, type FillTask, fillStory } from './fill-story.ts';
import { filesInZip } from './library-sources.ts';
import { pluginLoader } from './load-plugins.ts';

/** A story whose books are to lie in a folder. */
export interface ShelfTask extends FillTask {
  readonly output: string;
  readonly covers: string | undefined;
}

/** Does what a thread is asked for. */
export const runTask = async (task: StoryTask | ShelfTask): Promise<MadeStory | FilledStory> => {
  if (!('output' in task)) return makeStoryTask(task);
  const { output, covers, ...fill } = task;
  return fillStory(fill, { shelf: openBooks(output), make: (each) => makeStoryTask({ ...each, covers }) });
};

/** Makes a story; what cannot be opened is its problem. Files in memory run no plug-ins: they lie nowhere that one could be looked for. */
export async function makeStoryTask({ source, covers, ...task }: StoryTask): Promise<MadeStory> {
  const { value: given, problems } = openSource(source, task.limits);
  if (!given) return { books: [], problems, beside: [], isFixed: true };
  const loadPlugins = 'path' in source && !task.untrusted ? pluginLoader(source.path) : refusePlugins;
  const coverCache = covers === undefined ? undefined : openCoverCache(covers);
  return makeStory(given, { ...task, loadPlugins, openAsset, coverCache });
}

function openSource(source: StoryTask['source'], limits: Limits): Outcome<GivenFiles | undefined> {
  if ('path' in source) return openPath(source.path, limits);
  const { value: files, problems } = 'zip' in source ? filesInZip(source, limits) : { value: source, problems: [] };
  return { value: files && memoryFiles(files, limits), problems };
}
