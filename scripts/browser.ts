/**
 * The press for programs in browsers, best in a worker. In: files in memory. Out: values, and what was noticed.
 * Nothing of the manuscript’s own is run: neither plug-ins that the program does not give, nor templates; both are code. What only
 * some books want is loaded from beside this module when it is wanted.
 */
import type { BuildOptions, BuildResult, ImportResult, Options, Source } from './api/options.ts';
import { buildGiven, filesOf, importLoaded, limitsFrom } from './api/press.ts';
import type { OpenAsset } from './book/assets.ts';

export * from './api/exports.ts';

export interface BrowserBuildOptions extends BuildOptions {
  /** Where the package’s `build/assets` is served; beside this module’s own folder if nothing is said. */
  readonly assets?: string | URL;
}

/** Builds a book. It is undefined where a problem is an error. */
export function build(source: Source, options: BrowserBuildOptions = {}): Promise<BuildResult> {
  const given = { value: filesOf(source, limitsFrom(options)), problems: [] };
  return buildGiven(given, options, { openAsset: fetchFrom(options.assets ?? new URL('../assets/', import.meta.url)) });
}

/** Makes a manuscript of a story in another format. It is undefined where a problem is an error: no word may be lost. */
export async function importStory(source: Source, options: Options = {}): Promise<ImportResult> {
  return importLoaded(filesOf(source, limitsFrom(options)).asForeign(), options);
}

function fetchFrom(assets: string | URL): OpenAsset {
  const folder = new URL(`${assets}`.replace(/\/?$/, '/'), import.meta.url);
  return async (name) => {
    const answer = await fetch(new URL(name, folder));
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
  };
}
