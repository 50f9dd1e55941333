/** Builds a manuscript as a command does: with its own plug-ins, the date of the environment, and a word for each stage. */
import type { BuildOptions, Built } from '../pipeline/build.ts';
import { refusePlugins } from '../pipeline/plugins.ts';
import { buildPath, type FromDisk } from './from-disk.ts';
import { pluginLoader } from './load-plugins.ts';
import type { Reporter } from './reporter.ts';
import { sourceDate } from './source-date.ts';

type ManuscriptOptions = Omit<BuildOptions, 'openAsset' | 'loadPlugins' | 'sourceDate' | 'onProgress' | 'untrusted'> & {
  /** Whether the manuscript's own code is left alone. */
  readonly untrusted: boolean;
};

/** Builds what lies at a path; the files of plug-ins are among those that were read. */
export async function buildManuscript(
  path: string,
  options: ManuscriptOptions,
  reporter: Pick<Reporter, 'stage'>,
): Promise<FromDisk<Built>> {
  const plugins = new Set<string>();
  const built = await buildPath(path, {
    ...options,
    sourceDate: sourceDate(),
    loadPlugins: options.untrusted ? refusePlugins : pluginLoader(path, { read: plugins, revision: 0 }),
    onProgress: ({ stage }) => reporter.stage(stage),
  });
  return { ...built, read: new Set([...built.read, ...plugins]) };
}
