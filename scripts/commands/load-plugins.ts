/** Loads the plug-ins that an author names in book.yaml. They are code: a build that runs them trusts the manuscript. */
import { createRequire, register } from 'node:module';
import { dirname, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PluggableList, Plugin } from 'unified';
import { isThere, meantPath } from '../disk/near-path.ts';
import { isFolder } from '../disk/write-book.ts';
import type { LoadPlugins } from '../pipeline/plugins.ts';
import { type Problem, problem } from '../report/problem.ts';
import { lineOf, namedPlugin, type PluginSource } from './named-plugin.ts';

/** What a loader has loaded, and how often it is to load it anew. */
export interface PluginUse {
  /** Gets the paths of what is loaded. */
  readonly read: Set<string>;
  /** Raised where a module has changed: all are loaded anew then. */
  revision: number;
}

/**
 * A loader for the manuscript at a path: names that start with `.` are its files, others are packages it has installed.
 * Adds the paths of what it loads to `read`.
 */
export function pluginLoader(manuscript: string, use: PluginUse = { read: new Set(), revision: 0 }): LoadPlugins {
  let loaded = use.revision;
  return async (names) => {
    if (names.length === 0) return { value: [], problems: [] };
    const plugins: PluggableList = [];
    const problems: Problem[] = [];
    const folder = isFolder(manuscript) ? resolve(manuscript) : dirname(resolve(manuscript));
    const require = createRequire(resolve(folder, 'book.yaml'));
    if (loaded !== use.revision) {
      loaded = use.revision;
      forget(require);
    }
    for (const name of names) {
      let path = resolve(folder, name);
      try {
        if (!name.startsWith('.')) path = require.resolve(name);
        else if (!isThere(path)) throw new Error('it is not there');
        use.read.add(path);
        const address = `${pathToFileURL(path).href}${use.revision > 0 ? `?${revisionKey}=${use.revision}` : ''}`;
        const module = (await import(address)) as { readonly default?: unknown };
        if (typeof module.default !== 'function') throw new TypeError('it has no default export that is a function');
        plugins.push(namedPlugin(module.default as Plugin, { name, path }));
      } catch (error) {
        problems.push(notLoaded(error, { name, path }, folder));
      }
    }
    return { value: plugins, problems };
  };
}

function notLoaded(error: unknown, source: PluginSource, folder: string): Problem {
  const { name, path } = source;
  const words = error instanceof Error ? error.message.split('\n')[0] : String(error);
  const isPackage = !name.startsWith('.');
  const isMissing = error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND';
  return problem(
    'plugin-failed',
    { path: 'book.yaml' },
    `The plug-in “${name}” cannot be loaded${lineOf(error, source)}: ${isPackage && isMissing ? 'it is not installed' : words}.`,
    isPackage
      ? isMissing
        ? `Install it in the folder of the story, if that is its name: npm install ${name}`
        : undefined
      : (meantPath(path)?.replace(folder + sep, './') ??
          (isThere(path) ? undefined : 'Put it there, or mend its name.')),
  );
}

const revisionKey = 'fleuron-revision';

/** A module whose address has a revision gives it to those that it imports, unless they are packages: else these would stay as they were. */
const inherit = `export async function resolve(name, context, next) {
  const found = await next(name, context);
  const [revision] = /${revisionKey}=\\d+/.exec(context.parentURL ?? '') ?? [];
  const isOwn = revision && found.url.startsWith('file:') && !/\\/node_modules\\/|\\?/.test(found.url);
  return isOwn ? { ...found, url: found.url + '?' + revision } : found;
}`;

let inherits = false;

/** Makes Node load modules anew: what `require` has kept goes, and addresses with a revision are new ones. */
function forget({ cache }: NodeJS.Require): void {
  if (!inherits) register(`data:text/javascript,${encodeURIComponent(inherit)}`);
  inherits = true;
  for (const path of Object.keys(cache)) if (!/[\\/]node_modules[\\/]/.test(path)) delete cache[path];
}
