/** The pipeline, joined to the disk and to the press's own files as they are installed. In: paths. Out: what the pipeline makes. */
import type { LoadedForeign } from '../book/given-files.ts';
import { type Limits, usualLimits } from '../book/limits.ts';
import { loadForeign } from '../disk/load-foreign.ts';
import { openPath } from '../disk/open-path.ts';
import { openAsset } from '../disk/package-assets.ts';
import { type BuildOptions, type Built, buildBook } from '../pipeline/build.ts';
import type { ImportedManuscript } from '../pipeline/import.ts';
import { hasErrors, type Outcome, type Problem } from '../report/problem.ts';

interface FilesRead {
  /** Absolute paths of the files that were read: no command writes over them. */
  readonly filesRead: ReadonlySet<string>;
}

/** Builds a book of what lies at a path. */
export async function buildPath(path: string, options: Omit<BuildOptions, 'openAsset'>): Promise<Built & FilesRead> {
  const { value: given, problems } = openPath(path, options.limits);
  if (!given) return { value: undefined, problems, sources: new Map(), filesRead: new Set() };
  const built = await buildBook(given, { ...options, openAsset });
  return { ...built, filesRead: given.filesRead };
}

/** Imports a file or folder; several become one manuscript, in their order. */
export async function importPaths(
  paths: readonly string[],
  limits: Limits = usualLimits,
): Promise<Outcome<ImportedManuscript | undefined> & FilesRead> {
  const problems: Problem[] = [];
  const stories: LoadedForeign[] = [];
  const filesRead = new Set<string>();
  for (const path of paths) {
    const loaded = loadForeign(path, limits, filesRead);
    problems.push(...loaded.problems);
    if (loaded.value) stories.push(loaded.value);
  }
  if (hasErrors(problems)) return { value: undefined, problems, filesRead };
  const { importStories, importStory } = await import('../pipeline/import.ts');
  const [first, ...others] = stories;
  const outcome =
    first && others.length === 0 ? await importStory(first, limits) : await importStories(stories, limits);
  return { value: outcome.value, problems: [...problems, ...outcome.problems], filesRead };
}
