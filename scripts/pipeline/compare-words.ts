/**
 * Proves that an import lost no word. In: the visible text of source and manuscript. Out: an error that shows both sides.
 * Order may change (notes and facts move to places of their own), so each word is counted, not lined up.
 */
import { wordList } from '../book/word-list.ts';
import { type Place, type Problem, problem } from '../report/problem.ts';

interface Sides {
  /** What the source says, best line by line: lines that both sides have need no counting of words. */
  readonly source: readonly string[];
  /** What the manuscript's sections say. */
  readonly text: readonly string[];
  /** What its metadata say: may hold words of the source, and repeat words of the text. */
  readonly metadata: readonly string[];
}

/** The first words that one side lacks, if any. */
export function compareWords(sides: Sides, place: Place): Problem | undefined {
  // How many more of each word the source has than the text.
  const surplus = new Map<string, number>();
  const count = (texts: readonly string[], by: 1 | -1, to: Map<string, number>): void => {
    for (const each of texts) for (const word of wordList(each)) to.set(word, (to.get(word) ?? 0) + by);
  };
  const lines = new Map<string, number>();
  for (const each of sides.text) lines.set(each, (lines.get(each) ?? 0) + 1);
  const others = sides.source.filter((each) => {
    const left = lines.get(each) ?? 0;
    if (left > 0) lines.set(each, left - 1);
    return left === 0;
  });
  count(others, 1, surplus);
  for (const [each, left] of lines) count(new Array<string>(left).fill(each), -1, surplus);
  const spare = new Map<string, number>();
  count(sides.metadata, 1, spare);
  const isUneven = ([word, more]: [string, number]): boolean => Math.abs(more) > (spare.get(word) ?? 0);
  if (![...surplus].some(isUneven)) return undefined;
  const from = sides.source.flatMap(wordList);
  const to = sides.text.flatMap(wordList);
  settleParted(surplus, to);
  const uneven = [...surplus].filter(isUneven);
  if (uneven.length === 0) return undefined;
  const lost = new Set(uneven.flatMap(([word, more]) => (more > 0 ? [word] : [])));
  const invented = new Set(uneven.flatMap(([word, more]) => (more < 0 ? [word] : [])));
  const first = (words: readonly string[], among: ReadonlySet<string>) => words.findIndex((word) => among.has(word));
  return lost.size > 0
    ? difference('lacks', first(from, lost), from, to, place)
    : difference('adds', first(to, invented), to, from, place);
}

/** Words that touch in the source (lines of verse without white space between them) and are apart in the text are neither lost nor added. */
function settleParted(surplus: Map<string, number>, to: readonly string[]): void {
  for (const at of to.keys()) {
    for (const count of [2, 3]) {
      const parts = to.slice(at, at + count);
      const whole = parts.join('');
      if ((surplus.get(whole) ?? 0) <= 0 || !parts.every((word) => (surplus.get(word) ?? 0) < 0)) continue;
      for (const [word, more] of [[whole, -1] as const, ...parts.map((part) => [part, 1] as const)])
        surplus.set(word, (surplus.get(word) ?? 0) + more);
    }
  }
}

function difference(
  verb: 'lacks' | 'adds',
  at: number,
  side: readonly string[],
  other: readonly string[],
  place: Place,
): Problem {
  const here = side.slice(Math.max(0, at - 4), at + 5).join(' ');
  const before = side.slice(Math.max(0, at - 3), at);
  const beside = other.findIndex((_, start) => before.every((word, step) => other[start + step] === word));
  const there =
    before.length > 0 && beside !== -1 ? other.slice(beside, beside + 9).join(' ') : other.slice(0, 9).join(' ');
  const [source, manuscript] = verb === 'lacks' ? [here, there] : [there, here];
  return problem(
    'words-lost',
    place,
    `The manuscript ${verb} “${side[at] ?? ''}”: the source has “… ${source} …”, the manuscript “… ${manuscript} …”.`,
    'Nothing was written. Please report it: an import must keep every word.',
  );
}
