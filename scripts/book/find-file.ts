/** Which file of a folder is meant by what a link of a wiki calls it. In: paths. Out: one of them; nothing that leads out of the folder. */
import { isMarkdownName } from './dialect-signs.ts';
import { pathFrom, withoutEnding } from './file-names.ts';

/** Finds a file by what a link in the file `from` calls it; undefined where there is none. */
export type FindFile = (name: string, from: string) => string | undefined;

/**
 * Finds notes and pictures as Obsidian does: by path from the link's folder or from the topmost, then by name wherever they lie, the
 * shortest path first; capitals do not count where nothing has them right, nor do the endings of notes.
 */
export function fileFinder(paths: readonly string[]): FindFile {
  let byName: ReadonlyMap<string, string> | undefined;
  return (name, from) => {
    byName ??= namesOf(paths);
    const near = pathFrom(from.split('/').slice(0, -1), name);
    const far = pathFrom([], name);
    const tries = [far, far && `${far}.md`, near, near && `${near}.md`, far?.split('/').at(-1)];
    for (const each of [...tries, ...tries.map((each) => each?.toLowerCase())]) {
      const found = each === undefined ? undefined : byName.get(each);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

function namesOf(paths: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map(paths.map((path) => [path, path]));
  for (const path of [...paths].sort((one, other) => one.split('/').length - other.split('/').length)) {
    const own = [path, path.split('/').at(-1) ?? ''].map((each) => each.toLowerCase());
    for (const each of isMarkdownName(path) ? [...own, ...own.map(withoutEnding)] : own)
      if (!names.has(each)) names.set(each, path);
  }
  return names;
}
