/** Names the pictures of a new import as the folder has them. In: paths and checksums of the three sides. Out: names, and what is to be written. */
import { freePath } from './place-files.ts';
import type { StoryFolder } from './story-folder.ts';

interface MergedPictures {
  /** The folder’s path for each that the new import calls otherwise. */
  readonly names: ReadonlyMap<string, string>;
  /** What is to be written: the path in the folder, and that in the new import. */
  readonly toWrite: ReadonlyMap<string, string>;
  /** Checksums of the new import by the folder’s paths. */
  readonly checksums: ReadonlyMap<string, string>;
}

/** A picture is known by its bytes; one that was changed in the folder is never written over. */
export function mergePictures(
  base: StoryFolder['pictures'],
  mine: StoryFolder['pictures'],
  theirs: StoryFolder['pictures'],
): MergedPictures {
  const pathOf = new Map([...base].map(([path, sum]) => [sum, path]));
  const kept = new Set([...theirs.values()].flatMap((sum) => pathOf.get(sum) ?? []));
  const taken = new Set([...base.keys(), ...mine.keys()]);
  const names = new Map<string, string>();
  const toWrite = new Map<string, string>();
  const checksums = new Map<string, string>();
  for (const [path, sum] of theirs) {
    const known = pathOf.get(sum);
    const isReplaced = known === undefined && !kept.has(path) && mine.get(path) === base.get(path);
    const name = known ?? (isReplaced || mine.get(path) === sum ? path : freePath(path, taken));
    taken.add(name);
    if (name !== path) names.set(path, name);
    if (known === undefined && mine.get(name) !== sum) toWrite.set(name, path);
    checksums.set(name, sum);
  }
  return { names, toWrite, checksums };
}
