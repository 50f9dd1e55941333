/**
 * Proves that an import lost no word. In: the visible text of source and manuscript. Out: an error that shows both sides.
 * Order may change (notes and facts move to places of their own), so each word is counted, not lined up.
 */
import { wordList } from '../book/word-list.ts';
import { type Place, type Problem, problem } from '../report/problem.ts';

export interface Sides {
  readonly source: readonly string[];
  /** What the manuscript's sections say. */
  readonly text: readonly string[];
  /** What its metadata say: may hold words of the source, and repeat words of the text. */
  readonly metadata: readonly string[];
}

/** The first words that one side lacks, if any. */
export function compareWords({ source, text, metadata }: Sides, place: Place): Problem | undefined {
  const from = source.flatMap(wordList);
  const to = text.flatMap(wordList);
  const spare = countsOf(metadata.flatMap(wordList));
  const have = countsOf(to);
  for (const [word, count] of spare) have.set(word, (have.get(word) ?? 0) + count);
  const lost = firstMissing(from, have);
  if (lost !== undefined) return difference('lacks', lost, from, to, place);
  const wanted = countsOf(from);
  for (const [word, count] of spare) wanted.set(word, (wanted.get(word) ?? 0) + count);
  const invented = firstMissing(to, wanted);
  return invented === undefined ? undefined : difference('adds', invented, to, from, place);
}

function countsOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The index of the first word that `have` has too few of. */
function firstMissing(words: readonly string[], have: ReadonlyMap<string, number>): number | undefined {
  const need = countsOf(words);
  const short = new Set([...need].filter(([word, count]) => count > (have.get(word) ?? 0)).map(([word]) => word));
  const at = words.findIndex((word) => short.has(word));
  return at === -1 ? undefined : at;
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
