/** Names files as a person gave them. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Problem } from '../report/problem.ts';
import { isFolder } from './write-book.ts';

/** The path of a manuscript's file from where the person is: below the first of the paths they gave that has it. */
export function pathAsGiven(path: string, given: readonly string[]): string {
  const places = given.map((each) => join(isFolder(each) ? each : dirname(each), path));
  return places.find((place) => existsSync(place)) ?? path;
}

/** What was to be written is named as it was given; all else by its path in the manuscript. */
const isOutput = ({ rule }: Problem): boolean => /^write-failed$|-in-the-way$|^older-on-reader$/.test(rule);

/** Problems, and the texts of files by path, with paths that an editor and a shell can open from where the person is. */
export function placedAsGiven(
  problems: readonly Problem[],
  sources: ReadonlyMap<string, string>,
  given: readonly string[],
): { readonly problems: readonly Problem[]; readonly sources: ReadonlyMap<string, string> } {
  const paths = new Map<string, string>();
  const placed = problems.map((each) => {
    const { place } = each;
    if (!place || isOutput(each)) return each;
    const path = paths.get(place.path) ?? pathAsGiven(place.path, given);
    paths.set(place.path, path);
    return { ...each, place: { ...place, path } };
  });
  const texts = [...paths].flatMap(([path, shown]) => {
    const text = sources.get(path);
    return text === undefined ? [] : [[shown, text] as const];
  });
  return { problems: placed, sources: new Map([...sources, ...texts]) };
}
