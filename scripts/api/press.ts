/**
 * The press as other programs call it. In: what they give, and what differs from place to place. Out: values; nothing is printed
 * or written. Each function rejects with the signal’s reason where it was aborted.
 */
import type { PluggableList } from 'unified';
import type { OpenAsset } from '../book/assets.ts';
import { encodeUtf8 } from '../book/bytes.ts';
import { editions as editionTable } from '../book/editions.ts';
import { slug } from '../book/file-names.ts';
import type { GivenFiles, LoadedForeign } from '../book/given-files.ts';
import { type Limits, usualLimits } from '../book/limits.ts';
import { buildBook } from '../pipeline/build.ts';
import type { ImportedManuscript } from '../pipeline/import.ts';
import { memoryFiles } from '../pipeline/memory-files.ts';
import { type LoadPlugins, refusePlugins } from '../pipeline/plugins.ts';
import type { Outcome } from '../report/problem.ts';
import { stepsOf } from '../report/progress.ts';
import type { BuildOptions, BuildResult, ImportResult, Options, Source } from './options.ts';

/** The usual limits, and those that a program sets. */
export const limitsFrom = ({ limits }: Options): Limits => ({ ...usualLimits, ...limits });

/** Files in memory as the pipeline takes them. */
export function filesOf({ files, name = '', file }: Source, limits: Limits): GivenFiles {
  const entries = files instanceof Map ? [...files] : Object.entries(files);
  const bytes = entries.map(([path, content]): readonly [string, Uint8Array] => [
    path,
    typeof content === 'string' ? encodeUtf8(content) : content,
  ]);
  return memoryFiles({ name: file ?? name, isFolder: file === undefined, files: new Map(bytes) }, limits);
}

/** What differs from place to place. */
export interface Place {
  readonly openAsset: OpenAsset;
  /** Loads plug-ins that the program did not give; they are not run where nothing is said. */
  readonly loadPlugins?: LoadPlugins | undefined;
}

/** Builds a book of files that were opened, or tells why they could not be. */
export async function buildGiven(
  { value: given, problems }: Outcome<GivenFiles | undefined>,
  options: BuildOptions,
  { openAsset, loadPlugins }: Place,
): Promise<BuildResult> {
  if (!given) return { value: undefined, problems };
  const { value, problems: found } = await buildBook(given, {
    ...options,
    limits: limitsFrom(options),
    loadPlugins: withGiven(options, loadPlugins ?? refusePlugins),
    untrusted: loadPlugins === undefined,
    openAsset,
  });
  if (!value) return { value, problems: found };
  const { title, lang } = value.publication.metadata;
  const editions = value.editions.map((each) => ({ ...each, fileName: slug(title) + editionTable[each.name].ending }));
  return { value: { title, lang, editions }, problems: found };
}

/** Plug-ins that a program gives come before those that are looked for. */
function withGiven({ plugins = {} }: BuildOptions, load: LoadPlugins): LoadPlugins {
  return async (names) => {
    const outcomes = await Promise.all(
      names.map(async (name): Promise<Outcome<PluggableList>> => {
        const given = Object.hasOwn(plugins, name) ? plugins[name] : undefined;
        return given ? { value: [given], problems: [] } : load([name]);
      }),
    );
    return { value: outcomes.flatMap(({ value }) => value), problems: outcomes.flatMap(({ problems }) => problems) };
  };
}

/** Imports a story that was loaded, or tells why it could not be. */
export async function importLoaded(
  loaded: Outcome<LoadedForeign | undefined>,
  options: Options,
): Promise<ImportResult> {
  const { value, problems } = await importManuscript(loaded, options);
  if (!value) return { value, problems };
  const { manuscriptBytes } = await import('../pipeline/import.ts');
  return { value: { title: value.title, files: manuscriptBytes(value) }, problems };
}

/** The same as the pipeline has it. */
export async function importManuscript(
  { value: loaded, problems }: Outcome<LoadedForeign | undefined>,
  options: Options,
): Promise<Outcome<ImportedManuscript | undefined>> {
  if (!loaded) return { value: undefined, problems };
  await stepsOf('importing', options)(0, 1);
  const { importStory } = await import('../pipeline/import.ts');
  const { value, problems: found } = await importStory(loaded, limitsFrom(options));
  return { value, problems: [...problems, ...found] };
}
