/** Which paragraph of a newer text is which of an older. In: their texts. Out: pairs, in the order in which a reader would be told of them. */
import { comparableWords } from '../book/word-list.ts';
import { diffRuns } from './diff-runs.ts';

/** Places in the two lists; one of them is undefined for what was removed or added. */
interface ParagraphPair {
  readonly older: number | undefined;
  readonly newer: number | undefined;
}

/** Pairs what is the same, and in the place of what is gone what has half of its words in common with it. */
export function pairParagraphs(older: readonly string[], newer: readonly string[]): readonly ParagraphPair[] {
  const pairs: ParagraphPair[] = [];
  let gone: readonly number[] = [];
  let [before, now] = [0, 0];
  for (const { what, items } of diffRuns(older, newer)) {
    const places = items.map((_, at) => at);
    if (what === 'removed') gone = places.map((at) => before + at);
    else {
      pairs.push(...mended(gone, what === 'added' ? places.map((at) => now + at) : [], { older, newer }));
      gone = [];
      if (what === 'same') for (const at of places) pairs.push({ older: before + at, newer: now + at });
    }
    if (what !== 'added') before += items.length;
    if (what !== 'removed') now += items.length;
  }
  return [...pairs, ...mended(gone, [], { older, newer })];
}

/** So many paragraphs ahead are looked at for the one that was mended. */
const nearest = 20;

/** Paragraphs in the place of others: one that has half of its words in common with another is that one, mended. */
function mended(
  gone: readonly number[],
  added: readonly number[],
  { older, newer }: { readonly older: readonly string[]; readonly newer: readonly string[] },
): readonly ParagraphPair[] {
  const pairs: ParagraphPair[] = [];
  const left = [...gone];
  for (const place of added) {
    const at = left.slice(0, nearest).findIndex((each) => areAlike(older[each] ?? '', newer[place] ?? ''));
    for (const each of at === -1 ? [] : left.splice(0, at)) pairs.push({ older: each, newer: undefined });
    pairs.push({ older: at === -1 ? undefined : left.shift(), newer: place });
  }
  return [...pairs, ...left.map((each) => ({ older: each, newer: undefined }))];
}

function areAlike(one: string, other: string): boolean {
  const [words, others] = [comparableWords(one), new Set(comparableWords(other))];
  const shared = words.filter((word) => others.has(word)).length;
  return shared * 2 >= Math.max(words.length, others.size);
}
