import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The first of these programs that stands on PATH (or at an absolute path); throws MISSING when none does. */
export function findProgram(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const name of names) {
    for (const path of name.startsWith('/') ? [name] : folders.map((folder) => join(folder, name))) {
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // not here
      }
    }
  }
  throw missing(`${names[0]} is not installed`);
}

/** An error that says why an engine is left out. */
export function missing(reason) {
  return Object.assign(new Error(reason), { code: 'MISSING' });
}
