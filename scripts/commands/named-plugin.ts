/** A plug-in whose failures tell its name. In: an author’s plug-in. Out: the same, but for what it throws. */
import { pathToFileURL } from 'node:url';
import type { Plugin, Processor } from 'unified';
import type { Node } from 'unist';
import { namedFault } from '../book/plugin-fault.ts';

/** Where a plug-in comes from: its name in book.yaml, and its file. */
export interface PluginSource {
  readonly name: string;
  readonly path: string;
}

/** Wraps a plug-in. It may fail when it is attached, when it runs, and later. */
export function namedPlugin(plugin: Plugin, source: PluginSource): Plugin {
  return function attach(this: Processor, ...settings: unknown[]) {
    const transform = named(source, () => plugin.apply(this, settings as never));
    if (typeof transform !== 'function') return transform;
    // A transformer with three parameters calls back; unified looks at how many there are.
    return transform.length > 2
      ? (tree, file, next) =>
          named(source, () => transform(tree, file, (error, ...made) => next(error && faultOf(error, source), ...made)))
      : (tree, file) =>
          named(source, () => {
            const made: unknown = transform(tree, file, () => {});
            return made instanceof Promise ? made.then(treeOf) : treeOf(made);
          });
  };
}

/** What a plug-in gives back: a tree, or nothing where it changed the one that it got. */
function treeOf(made: unknown): Node | undefined {
  if (made === undefined || made === null) return undefined;
  if (typeof made === 'object' && 'type' in made) return made as Node;
  throw new TypeError('it returned something that is no tree');
}

/** Does something of a plug-in’s, now or later. */
function named<Made>(source: PluginSource, make: () => Made): Made {
  try {
    const made = make();
    if (made instanceof Promise) return made.catch((error: unknown) => Promise.reject(faultOf(error, source))) as Made;
    return made;
  } catch (error) {
    throw faultOf(error, source);
  }
}

/** The error with the plug-in’s name and line; one that says that the tree is too deep is left to who knows the text. */
function faultOf(error: unknown, source: PluginSource): Error {
  if (error instanceof RangeError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const fault = new Error(`The plug-in “${source.name}” failed${lineOf(error, source)}: ${message}`, { cause: error });
  fault.name = namedFault;
  return fault;
}

/** “ at its line 3”, where the stack of an error tells it; Node puts the place of a syntax error first. */
export function lineOf(error: unknown, { path }: PluginSource): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const at = [pathToFileURL(path).href, path]
    .map((each) => stack.indexOf(each) + each.length)
    .find((end) => end >= path.length);
  const line = at === undefined ? undefined : /^(?:\?[^:\s]*)?:(\d+)/.exec(stack.slice(at))?.[1];
  return line === undefined ? '' : ` at its line ${line}`;
}
