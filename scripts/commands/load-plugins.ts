/** Loads the plug-ins that an author names in book.yaml. They are code: a build that runs them trusts the manuscript. */

import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PluggableList } from 'unified';
import { isFolder } from '../disk/write-book.ts';
import type { LoadPlugins } from '../pipeline/plugins.ts';
import { type Problem, problem } from '../report/problem.ts';

/**
 * A loader for the manuscript at a path: names that start with `.` are its files, others are packages it has installed.
 * Adds the paths of what it loads to `read`.
 */
export function pluginLoader(manuscript: string, read: Set<string> = new Set()): LoadPlugins {
  return async (names) => {
    const plugins: PluggableList = [];
    const problems: Problem[] = [];
    for (const name of names) {
      try {
        const folder = isFolder(manuscript) ? resolve(manuscript) : dirname(resolve(manuscript));
        const path = name.startsWith('.')
          ? resolve(folder, name)
          : createRequire(resolve(folder, 'book.yaml')).resolve(name);
        read.add(path);
        const module = (await import(pathToFileURL(path).href)) as { readonly default?: unknown };
        if (typeof module.default !== 'function') throw new TypeError('it has no default export that is a function');
        plugins.push(module.default as PluggableList[number]);
      } catch (error) {
        const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
        problems.push(
          problem('plugin-failed', { path: 'book.yaml' }, `The plug-in “${name}” cannot be loaded: ${reason}`),
        );
      }
    }
    return { value: plugins, problems };
  };
}
