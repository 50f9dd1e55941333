import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder, and those above it that are not there; throws what the system says where that cannot be done. Node's own
 * `recursive` never ends below a folder that takes no new one and says ENOENT, such as `/proc`.
 */
export function makeFolders(path: string, mode?: number): void {
  try {
    makeFolder(path, mode);
  } catch (error) {
    if ((error as { readonly code?: unknown }).code !== 'ENOENT' || dirname(path) === path) throw error;
    makeFolders(dirname(path), mode);
    makeFolder(path, mode);
  }
}

/** Makes one folder; one that is there, or that another run makes meanwhile, is left as it is. */
function makeFolder(path: string, mode?: number): void {
  if (isFolder(path)) return; // an error costs as much as writing a small file
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    if (!isFolder(path)) throw error;
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
