/**
 * Finds the works that `books` in book.yaml lists. In: the list, and the files of the folder. Out: each work with its files, in reading
 * order, and the files that belong to none.
 */
import { pathFrom } from '../book/file-names.ts';
import type { BookValues } from '../book/metadata-schema.ts';
import { nearest } from '../report/nearest.ts';
import { type Outcome, type Place, type Problem, problem } from '../report/problem.ts';

export type ListedWork = NonNullable<BookValues['books']>[number];

export interface LocatedWork {
  /** What the list says of it, its path from the folder of book.yaml without `.` and `..`. */
  readonly listed: ListedWork;
  readonly isFolder: boolean;
  /** Its files, from its own folder on; of a file, its name. */
  readonly names: readonly string[];
}

interface LocatedWorks {
  readonly works: readonly LocatedWork[];
  /** Files that are no work’s. */
  readonly own: readonly string[];
}

/**
 * Finds them, in the order given, or by their `series-index` where each has one. A path that leads out (`work-missing`), to nothing
 * (`work-missing`), to the folder itself (`work-nested`), or to what another work has (`work-twice`) is an error at its line.
 */
export function locateWorks(
  list: readonly ListedWork[],
  names: readonly string[],
  placeOfItem: (at: number) => Place | undefined,
): Outcome<LocatedWorks> {
  const problems: Problem[] = [];
  const held = new Map<string, string[]>(list.map(({ path }) => [pathOf(path) ?? '', []]));
  const own = names.filter((name) => {
    const above = [...foldersOf(name), name].filter((each) => held.has(each));
    for (const each of above) held.get(each)?.push(name);
    return above.length === 0;
  });
  const seen = new Set<string>();
  const works = list.flatMap((listed, at): readonly LocatedWork[] => {
    const path = pathOf(listed.path) ?? '';
    const files = held.get(path) ?? [];
    const around = foldersOf(path).find((each) => held.has(each));
    const slip = slipOf(listed.path, { path, around, isThere: files.length > 0, isTwice: seen.has(path), names });
    seen.add(path);
    if (slip) problems.push(problem(slip.rule, placeOfItem(at), slip.reason, slip.hint));
    if (slip) return [];
    const isFolder = files[0] !== path;
    const start = isFolder ? path.length + 1 : path.lastIndexOf('/') + 1;
    return [{ listed: { ...listed, path }, isFolder, names: files.map((name) => name.slice(start)) }];
  });
  return { value: { works: inSeries(works), own }, problems };
}

/** A path from the folder of book.yaml; undefined where it leads out of it, or to the folder itself. */
const pathOf = (path: string): string | undefined =>
  /^(?:[/\\]|[a-z][a-z\d+.-]*:)/i.test(path) ? undefined : pathFrom([], path);

/** The folders that a path lies in: of `a/b/c.md` those of `a` and `a/b`. */
const foldersOf = (path: string): readonly string[] =>
  [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index));

interface Found {
  readonly path: string;
  /** Another work that it lies in. */
  readonly around: string | undefined;
  readonly isThere: boolean;
  readonly isTwice: boolean;
  readonly names: readonly string[];
}

function slipOf(typed: string, { path, around, isThere, isTwice, names }: Found) {
  const slip = (rule: 'work-missing' | 'work-twice' | 'work-nested', reason: string, hint: string) => ({
    rule,
    reason,
    hint,
  });
  if (path === '' && /^[./\\]*$/.test(typed) && !typed.includes('..') && !/^[/\\]/.test(typed))
    return slip(
      'work-nested',
      `“${typed}” is the folder of this book itself, which cannot be a work in it.`,
      'Name a folder or a file in it.',
    );
  if (path === '')
    return slip(
      'work-missing',
      `“${typed}” leads out of the folder of book.yaml, so it is not read.`,
      'Copy the work into the folder.',
    );
  if (isTwice) return slip('work-twice', `“${typed}” stands twice in the list.`, 'Take one of them out.');
  if (around !== undefined)
    return slip(
      'work-twice',
      `“${typed}” lies in “${around}”, which is a work too, so it would be in the book twice.`,
      'Take one of them out, or put each work into a folder of its own.',
    );
  if (isThere) return undefined;
  const guess = nearest(path, [...new Set(names.flatMap((name) => [...foldersOf(name), name]))]);
  return slip(
    'work-missing',
    `There is no “${typed}” with a text in the folder of book.yaml, so the book lacks this work.`,
    guess ? `Did you mean “${guess}”?` : 'Put it there, or take it out of the list.',
  );
}

/** In the order of their numbers, where each has one. */
function inSeries(works: readonly LocatedWork[]): readonly LocatedWork[] {
  const indexOf = ({ listed }: LocatedWork) => Number(listed['series-index']);
  return works.some((each) => Number.isNaN(indexOf(each)))
    ? works
    : [...works].sort((left, right) => indexOf(left) - indexOf(right));
}
