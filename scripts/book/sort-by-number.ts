/** Numbers in the names of files, as words or Roman numerals. In: names. Out: names in the order of their numbers. */
import { comparePaths } from './file-names.ts';
import { numberOfIdeographs, numberOfWord } from './number-words.ts';

interface Numbered {
  readonly lead: string;
  readonly number: number;
  readonly rest: string;
  readonly isWord: boolean;
}

/** `Chapter Two - The Coat`: what stands before the first number, which stands third at the latest, and what follows it. */
function numberIn(stem: string): Numbered | undefined {
  const signs = /^(.*?)第([一二三四五六七八九十百零〇]{1,6})[章回節节話话卷部集幕](.*)$/.exec(stem);
  const counted = numberOfIdeographs(signs?.[2] ?? '');
  if (signs && counted !== undefined)
    return { lead: signs[1] ?? '', number: counted, rest: signs[3] ?? '', isWord: true };
  const words = stem.toLowerCase().split(/[\s._-]+/);
  for (let at = 0; at < Math.min(3, words.length); at++)
    for (const length of [2, 1]) {
      const word = words.slice(at, at + length).join('-');
      const number = numberOfWord(word);
      if (number === undefined) continue;
      const [lead, rest] = [words.slice(0, at), words.slice(at + length)].map((each) => each.join('-'));
      return { lead: lead ?? '', number, rest: rest ?? '', isWord: !/^\d/.test(word) };
    }
  return undefined;
}

/**
 * Names to sort by, for paths whose folders or files count in words: `Chapter two.md` becomes `chapter-2`. Only where names that begin
 * alike count on, each number once and few left out; empty where no names do.
 */
function namesByNumber(paths: readonly string[]): ReadonlyMap<string, string> {
  const groups = new Map<string, Map<string, Numbered>>();
  for (const path of paths) {
    const parts = path.split('/');
    parts.forEach((part, at) => {
      const stem = at === parts.length - 1 ? part.replace(/\.[^.]*$/, '') : part;
      const found = numberIn(stem);
      if (!found) return;
      const group = `${parts.slice(0, at).join('/')}/${found.lead}`;
      const names = groups.get(group) ?? new Map<string, Numbered>();
      groups.set(group, names.set(parts.slice(0, at + 1).join('/'), found));
    });
  }
  const made = new Map<string, string>();
  for (const names of groups.values())
    if (countsOn([...names.values()]))
      for (const [path, { lead, number, rest }] of names)
        made.set(path, [lead, number, rest].filter((each) => each !== '').join('-'));
  return made.size === 0 ? made : new Map(paths.map((path) => [path, nameOf(path, made)]));
}

/** Paths in the order of their names, in which numbers may be words; the same paths where no names count. */
export function sortByNumber(paths: readonly string[]): readonly string[] {
  const names = namesByNumber(paths);
  const nameIn = (path: string) => names.get(path) ?? path;
  return names.size === 0 ? paths : [...paths].sort((a, b) => comparePaths(nameIn(a), nameIn(b)));
}

function countsOn(group: readonly Numbered[]): boolean {
  const all = new Set(group.map(({ number }) => number));
  const span = Math.max(...all) - Math.min(...all) + 1;
  return group.length > 1 && group.some(({ isWord }) => isWord) && all.size === group.length && span <= all.size * 1.5;
}

function nameOf(path: string, made: ReadonlyMap<string, string>): string {
  const parts = path.split('/');
  return parts.map((part, at) => made.get(parts.slice(0, at + 1).join('/')) ?? part).join('/');
}
