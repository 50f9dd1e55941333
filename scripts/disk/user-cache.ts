/**
 * Fleuron's caches, where a system wants programs to keep what can be made anew. The launcher opens one before it starts
 * the bundle, so this is a file of its own there: `build/user-cache.cjs`.
 */
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { createFileCache, type FileCache } from './file-cache.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Opens a cache of one kind of files; where the user has no cache folder it keeps nothing. At most so many files stay in it. */
export function openUserCache(kind: 'code' | 'covers', most: number, folder = cacheFolder()): FileCache {
  return createFileCache(folder && join(folder, kind), most);
}

/**
 * Fleuron's folder in the user's cache folder: `XDG_CACHE_HOME` (XDG Base Directory Specification), or else `~/.cache`, on
 * macOS `~/Library/Caches`; on Windows `LOCALAPPDATA`. Undefined where the user has none; it need not exist yet.
 */
export function cacheFolder(
  env: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
  home: () => string = homedir,
): string | undefined {
  const [named, inHome] =
    platform === 'win32'
      ? [env['LOCALAPPDATA'], ['AppData', 'Local']]
      : [env['XDG_CACHE_HOME'], platform === 'darwin' ? ['Library', 'Caches'] : ['.cache']];
  // The specification has relative paths ignored.
  const folder = named !== undefined && isAbsolute(named) ? named : join(homeOr(home), ...inHome);
  return isAbsolute(folder) ? join(folder, 'fleuron') : undefined;
}

/** The home folder; Node throws where the system knows none. */
function homeOr(home: () => string): string {
  try {
    return home();
  } catch {
    return '';
  }
}
