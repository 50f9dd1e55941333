/** The files of a library’s stories, in memory. In: where a story lies. Out: its files. */
import type { Limits } from '../book/limits.ts';
import { readRegular } from '../disk/read-regular.ts';
import { readStory } from '../disk/read-story.ts';
import { unzip } from '../import/unzip.ts';
import { isStoryFile } from '../library/find-stories.ts';
import type { InZip, StoryTask } from '../library/make-story.ts';
import type { MemoryFiles } from '../pipeline/memory-files.ts';
import { type Outcome, problem } from '../report/problem.ts';

/** A story’s files, with those that are named beside a single one; undefined where they cannot all be read. */
export function readSource(
  source: StoryTask['source'],
  beside: readonly string[],
  limits: Limits,
): MemoryFiles | undefined {
  if ('path' in source) return readStory(source.path, beside, limits);
  return 'zip' in source ? filesInZip(source, limits).value : source;
}

let opened: { readonly sha256: string; readonly bytes: Uint8Array } | undefined; // the last ZIP: its stories follow each other

/** The files of a story in a ZIP. */
export function filesInZip(
  { zip, sha256, folder, name, isFolder }: InZip,
  limits: Limits,
): Outcome<MemoryFiles | undefined> {
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
  return { value: files && { name, isFolder, files }, problems };
}
