/** Tells when files of a story change. In: where it lies. Out: the paths of what changed, as the system tells of them. */
import { basename, dirname, join } from 'node:path';
import { isInside } from './read-inside.ts';
import { isFolder } from './write-book.ts';

export interface StoryWatch {
  /** Watches files outside the story too: plug-ins. */
  readonly add: (paths: Iterable<string>) => void;
  readonly close: () => Promise<void>;
}

/**
 * Watches a folder, or a file and what belongs to it; its own folder is watched for it, so that it may go and come back.
 * `isPolled` looks every half second, for network disks, which tell nothing. Resolves when all is watched.
 */
export async function watchStory(
  { path, known }: { readonly path: string; readonly known: ReadonlySet<string> },
  isPolled: boolean,
  onEvent: (path: string) => void,
): Promise<StoryWatch> {
  const { watch } = await import('chokidar');
  const above = dirname(path);
  const isWhole = isFolder(path);
  const added = new Set<string>();
  const isWanted = (each: string): boolean =>
    each === above ||
    each === path ||
    added.has(each) ||
    (isInside(above, each) && (isWhole ? isInside(path, each) && !isPassedOver(path, each) : known.has(each)));
  const watcher = watch([above, path], {
    ignored: (each) => !isWanted(each),
    ignoreInitial: true,
    ignorePermissionErrors: true,
    followSymlinks: false, // what a link leads to is watched where it lies, or is no part of the story
    usePolling: isPolled,
    interval: 500,
    binaryInterval: 500,
  });
  const tell = (each: string): void => void (each !== above && isWanted(each) && onEvent(each));
  watcher.on('all', (_, each) => tell(each));
  // At once, and also where a file was deleted and written anew, which the watcher takes for the same one.
  watcher.on('raw', (_, name, details) => {
    const { watchedPath } = details as { readonly watchedPath?: string };
    if (watchedPath !== undefined && name) tell(name === basename(watchedPath) ? watchedPath : join(watchedPath, name));
  });
  watcher.on('error', () => {}); // what cannot be watched is read at the next event
  await new Promise<void>((resolve) => void watcher.once('ready', resolve));
  const add = (paths: Iterable<string>): void => {
    const others = [...paths].filter((each) => !added.has(each) && !(isWhole && isInside(path, each)));
    for (const each of others) added.add(each);
    watcher.add(others);
  };
  return { add, close: () => watcher.close() };
}

/** Hidden files, ours that are half-written among them; packages; what editors write for a moment or keep of an older text. */
function isPassedOver(root: string, path: string): boolean {
  const names = path.slice(root.length + 1).split(/[\\/]/);
  return (
    names.some((name) => /^(?:\.|node_modules$)/.test(name)) ||
    /^(?:~\$|#.*#$|4913$)|~$|\.(?:tmp|bak)$/i.test(basename(path))
  );
}
