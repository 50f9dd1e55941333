/** Finds what a person probably meant by a path where nothing is. */
import { existsSync, readdirSync } from 'node:fs';
import { join, parse } from 'node:path';
import { nearest } from '../report/nearest.ts';

/** “Did you mean “my-story”?” for a path of which one step is mistyped or lacks its ending; undefined where nothing near is there. */
export function meantPath(path: string): string | undefined {
  const { root } = parse(path);
  const steps = path.slice(root.length).split(/[/\\]/).filter(Boolean);
  const at = steps.findIndex((_, index) => !existsSync(join(root, ...steps.slice(0, index + 1))));
  const [step] = steps.slice(at, at + 1);
  if (at === -1 || step === undefined) return undefined;
  const folder = join(root, ...steps.slice(0, at));
  const names = namesIn(folder).filter((name) => step.startsWith('.') || !name.startsWith('.'));
  const name = names.find((each) => parse(each).name === step) ?? nearest(step, names);
  const meant = name === undefined ? undefined : join(folder, name, ...steps.slice(at + 1));
  return meant !== undefined && existsSync(meant) ? `Did you mean “${meant}”?` : undefined;
}

export const isThere = (path: string): boolean => existsSync(path);

/** A story that lies in a folder: the folder itself, or one in it that has a book.yaml. */
export function storyIn(folder: string): string | undefined {
  const isStory = (names: readonly string[]) =>
    names.some((name) => /^(?:book\.ya?ml|chapter[ _-]?\d.*\.md)$/i.test(name));
  const names = namesIn(folder);
  return isStory(names) ? folder : names.map((name) => join(folder, name)).find((path) => isStory(namesIn(path)));
}

/** The names in a folder, sorted; none where it is not there, or may not be read. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder === '' ? '.' : folder).sort();
  } catch {
    return []; // a file, or a folder that may not be read
  }
}
