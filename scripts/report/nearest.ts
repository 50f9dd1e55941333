/** Finds what an author probably meant. */
import { distance } from 'fastest-levenshtein';

/** The candidate nearest to a word, if it is near enough to be meant: at most a third of it differs, letters in another order counting once. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > 60) return undefined;
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const isSwapped = candidate.length === word.length && sorted(candidate) === sorted(word);
    const edits = Math.min(distance(word.toLowerCase(), candidate.toLowerCase()), isSwapped ? 1 : Infinity);
    if (edits < least) [best, least] = [candidate, edits];
  }
  return best;
}

const sorted = (word: string): string => [...word.toLowerCase()].sort().join('');
