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
  const from = countsOf(source);
  const to = countsOf(text);
  const spare = countsOf(metadata);
  const lost = firstMissing(source, from, to, spare);
  if (lost !== undefined) return difference('lacks', lost, source, text, place);
  const invented = firstMissing(text, to, from, spare);
  return invented === undefined ? undefined : difference('adds', invented, text, source, place);
}

type Counts = ReadonlyMap<string, number>;

/** How often each word stands in texts. The words of a long book fill more memory than its text: no list of them is made. */
function countsOf(texts: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of wordList(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The index of the first word that `have` and `spare` have too few of. */
function firstMissing(texts: readonly string[], need: Counts, have: Counts, spare: Counts): number | undefined {
  const lacks = (word: string, count: number) => count > (have.get(word) ?? 0) + (spare.get(word) ?? 0);
  const short = new Set([...need].filter(([word, count]) => lacks(word, count)).map(([word]) => word));
  return short.size === 0 ? undefined : texts.flatMap(wordList).findIndex((word) => short.has(word));
}

function difference(
  verb: 'lacks' | 'adds',
  at: number,
  texts: readonly string[],
  others: readonly string[],
  place: Place,
): Problem {
  const [side, other] = [texts.flatMap(wordList), others.flatMap(wordList)];
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
