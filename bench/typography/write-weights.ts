/**
 * Prints what was learned as the tables that the press reads. Both are sorted and front-coded: of each name stands how many letters
 * it begins with as the one before it does, and the rest.
 */
import { type Index, isOfOneWord, type Novel, wholeWords } from './data.ts';

/** How many characters a name begins with as another does, at most `most`. */
function shared(name: string, before: string, most: number): number {
  let count = 0;
  while (count < most && count < name.length && name.charAt(count) === before.charAt(count)) count++;
  return count;
}

/** A weight and the name of its feature in each line. Weights too small to matter are left out, of single words those below 0.05. */
export function weightsTable({ names }: Index, weights: Float64Array): string {
  return names
    .map((name, i) => ({ name, weight: weights[i] ?? 0 }))
    .filter(({ name, weight }) => Math.abs(weight) >= (isOfOneWord(name) ? 0.05 : 0.03))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, weight }, i, all) => {
      const count = shared(name, all[i - 1]?.name ?? '', name.length);
      return `${weight.toFixed(isOfOneWord(name) ? 1 : 2)} ${count} ${name.slice(count)}\n`;
    })
    .join('');
}

/** Words of two letters and more that two of the novels have, sorted by code units, in short lines that each begin with a whole word. */
export function vocabularyTable(novels: readonly Novel[]): string {
  const counts = new Map<string, number>();
  for (const { gold } of novels) for (const word of wholeWords(gold)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = [...counts.keys()].filter((word) => (counts.get(word) ?? 0) >= 2).sort();
  let line = 0;
  return `${words
    .map((word, i) => {
      const count = shared(word, words[i - 1] ?? '', 9); // a single digit
      const coded = `${count}${word.slice(count)}`;
      line += coded.length;
      if (line <= 60 && i > 0) return coded;
      line = word.length;
      return i > 0 ? `\n${word}` : word;
    })
    .join('')}\n`;
}
