/**
 * The pipeline, joined to the disk and to the press's own files as they are installed. In: paths. Out: what the pipeline makes.
 * The pipeline is loaded when it is called: the help of a command, which loads all commands, has no need of it.
 */
import { join } from 'node:path';
import type { LoadedForeign } from '../book/given-files.ts';
import { type Limits, usualLimits } from '../book/limits.ts';
import { mixedStory } from '../book/mixed-folder.ts';
import { loadForeign } from '../disk/load-foreign.ts';
import { openPath } from '../disk/open-path.ts';
import { openAsset } from '../disk/package-assets.ts';
import type { BuildOptions, Built } from '../pipeline/build.ts';
import type { ImportedManuscript } from '../pipeline/import.ts';
import { hasErrors, type Outcome, type Problem } from '../report/problem.ts';

/** What was made, and the absolute paths of the files that were read for it. */
export type FromDisk<Result> = Result & { readonly read: ReadonlySet<string> };

/** Builds a book of what lies at a path. */
export async function buildPath(path: string, options: Omit<BuildOptions, 'openAsset'>): Promise<FromDisk<Built>> {
  const read = new Set<string>();
  const { value: given, problems } = openPath(path, options.limits, read);
  if (!given) return { value: undefined, problems, sources: new Map<string, string>(), read };
  const { buildBook } = await import('../pipeline/build.ts');
  return { ...(await buildBook(given, { ...options, openAsset })), read };
}

/** Imports a file or folder; several become one manuscript, in their order. */
export async function importPaths(
  paths: readonly string[],
  limits: Limits = usualLimits,
): Promise<FromDisk<Outcome<ImportedManuscript | undefined>>> {
  const read = new Set<string>();
  const problems: Problem[] = [];
  const stories: LoadedForeign[] = [];
  let title: string | undefined;
  for (const path of paths) {
    const loaded = loadForeign(path, limits, read);
    problems.push(...loaded.problems);
    const folder = loaded.value?.folder;
    const mixed = folder?.isNamed && !folder.isVault ? mixedStory(folder.names) : [];
    if (mixed.length > 0) title ??= folder?.name;
    for (const name of mixed) {
      const part = loadForeign(join(path, name), limits, read);
      problems.push(...part.problems);
      if (part.value) stories.push(part.value);
    }
    if (loaded.value && mixed.length === 0) stories.push(loaded.value);
  }
  if (hasErrors(problems)) return { value: undefined, problems, read };
  const { importStories, importStory } = await import('../pipeline/import.ts');
  const [first, ...others] = stories;
  const outcome =
    first && others.length === 0 ? await importStory(first, limits) : await importStories(stories, limits, title);
  return { value: outcome.value, problems: [...problems, ...outcome.problems], read };
}
