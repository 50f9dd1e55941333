/** The press for programs in Node. In: files in memory, or a path. Out: values, and what was noticed; nothing is printed or written. */
import type { BuildOptions, BuildResult, ImportResult, Options, Source } from './api/options.ts';
import { buildGiven, filesOf, importLoaded, limitsFrom } from './api/press.ts';
import { pluginLoader } from './commands/load-plugins.ts';
import { loadForeign } from './disk/load-foreign.ts';
import { openPath } from './disk/open-path.ts';
import { openAsset } from './disk/package-assets.ts';

export * from './api/exports.ts';

export interface NodeBuildOptions extends BuildOptions {
  /** Whether the code of the manuscript at a path may run: its plug-ins and its own templates. It may not if nothing is said. */
  readonly trusted?: boolean;
}

/** Builds a book of files, or of what lies at a path. It is undefined where a problem is an error. */
export async function build(source: Source | string, options: NodeBuildOptions = {}): Promise<BuildResult> {
  const limits = limitsFrom(options);
  if (typeof source !== 'string')
    return buildGiven({ value: filesOf(source, limits), problems: [] }, options, { openAsset });
  const loadPlugins = options.trusted ? pluginLoader(source) : undefined;
  return buildGiven(openPath(source, limits), options, { openAsset, loadPlugins });
}

/** Makes a manuscript of a story in another format. It is undefined where a problem is an error: no word may be lost. */
export async function importStory(source: Source | string, options: Options = {}): Promise<ImportResult> {
  const limits = limitsFrom(options);
  return importLoaded(
    typeof source === 'string' ? loadForeign(source, limits) : filesOf(source, limits).asForeign(),
    options,
  );
}
