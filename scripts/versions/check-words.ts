/** Proves that an update lost no word. In: the three sides, and the folder as it would be. Out: a word that is missing, and whose it is. */
import { wordCounts } from '../book/word-list.ts';

interface Lost {
  readonly word: string;
  readonly whose: 'mine' | 'theirs';
}

/**
 * Each side keeps every word but those that the other took away since the base. What waits between `:::theirs` lines may go when a newer
 * reading comes: it is the base’s.
 */
export function lostWord(
  mine: readonly string[],
  base: readonly string[],
  theirs: readonly string[],
  made: readonly string[],
): Lost | undefined {
  const [own, old, fresh, now] = [mine, base, theirs, made].map(wordCounts);
  if (!own || !old || !fresh || !now) return undefined;
  const missing = (side: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>) =>
    [...side].find(([word, count]) => {
      const taken = Math.max(0, (old.get(word) ?? 0) - (other.get(word) ?? 0));
      return (now.get(word) ?? 0) < count - taken;
    })?.[0];
  const here = missing(own, fresh);
  if (here !== undefined) return { word: here, whose: 'mine' };
  const there = missing(fresh, own);
  return there === undefined ? undefined : { word: there, whose: 'theirs' };
}
