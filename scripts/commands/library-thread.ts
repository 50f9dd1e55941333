/**
 * What runs in a thread of `fleuron library`, and in a worker on another machine: one story, joined to the disk and to the press's own files. Programs,
 * typefaces and modules that a story needed stay loaded for the next.
 */
import type { GivenFiles } from '../book/given-files.ts';
import type { Limits } from '../book/limits.ts';
import { openCoverCache } from '../disk/cover-cache.ts';
import { openPath } from '../disk/open-path.ts';
import { openAsset } from '../disk/package-assets.ts';
import { readRegular } from '../disk/read-regular.ts';
import { unzip } from '../import/unzip.ts';
import { isStoryFile } from '../library/find-stories.ts';
import { type InZip, type MadeStory, makeStory, type StoryTask } from '../library/make-story.ts';
import { memoryFiles } from '../pipeline/memory-files.ts';
import { refusePlugins } from '../pipeline/plugins.ts';
import { type Outcome, problem } from '../report/problem.ts';
import { pluginLoader } from './load-plugins.ts';

/** Makes a story; what cannot be opened is its problem. Files in memory run no plug-ins: they lie nowhere that one could be looked for. */
export async function makeStoryTask({ source, ...task }: StoryTask): Promise<MadeStory> {
  const { value: given, problems } = openSource(source, task.limits);
  if (!given) return { books: [], problems, beside: [], isFixed: true };
  const loadPlugins = 'path' in source && !task.untrusted ? pluginLoader(source.path) : refusePlugins;
  return makeStory(given, { ...task, loadPlugins, openAsset, coverCache: openCoverCache() });
}

function openSource(source: StoryTask['source'], limits: Limits): Outcome<GivenFiles | undefined> {
  if ('path' in source) return openPath(source.path, limits);
  if ('zip' in source) return openInZip(source, limits);
  return { value: memoryFiles(source, limits), problems: [] };
}

let opened: { readonly sha256: string; readonly bytes: Uint8Array } | undefined; // the last ZIP: its stories follow each other

function openInZip({ zip, sha256, folder, name, isFolder }: InZip, limits: Limits): Outcome<GivenFiles | undefined> {
  if (opened?.sha256 !== sha256) {
    const read = readRegular(zip, 'zip', limits);
    if ('reason' in read) {
      const found = problem(read.rule, { path: zip }, `The file ${read.reason}, so no book was made.`, read.hint);
      return { value: undefined, problems: [found] };
    }
    opened = { sha256, bytes: read.bytes };
  }
  const start = folder ? `${folder}/` : '';
  const isWanted = (path: string) =>
    path === start + name || (path.startsWith(start) && (isFolder || !isStoryFile(path)));
  const { value: all, problems } = unzip({ name: zip, bytes: opened.bytes, limits }, isWanted);
  const files = all && new Map([...all].map(([path, bytes]) => [path.slice(start.length), bytes]));
  return { value: files && memoryFiles({ name, isFolder, files }, limits), problems };
}
