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
  const [inSource, inText, spare] = [countsOf(from), countsOf(to), countsOf(metadata.flatMap(wordList))];
  const lost = firstMissing(from, inSource, inText, spare);
  if (lost !== undefined) return difference('lacks', lost, from, to, place);
  const invented = firstMissing(to, inText, inSource, spare);
  return invented === undefined ? undefined : difference('adds', invented, to, from, place);
}

type Counts = ReadonlyMap<string, number>;

function countsOf(words: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The index of the first word that the other side and the metadata together have too few of. */
function firstMissing(words: readonly string[], own: Counts, other: Counts, spare: Counts): number | undefined {
  const isShort = (word: string) => (own.get(word) ?? 0) > (other.get(word) ?? 0) + (spare.get(word) ?? 0);
  const short = new Set([...own.keys()].filter(isShort));
  return short.size === 0 ? undefined : words.findIndex((word) => short.has(word));
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
