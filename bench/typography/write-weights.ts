/** Prints what was learned as the tables that the press reads. */
import { type Index, isOfOneWord, type Novel, wholeWords } from './data.ts';

/** A weight and the name of its feature in each line. Weights too small to matter are left out, of single words those below 0.05. */
export function weightsTable({ names }: Index, weights: Float64Array): string {
  return names
    .map((name, i) => [name, weights[i] ?? 0] as const)
    .filter(([name, weight]) => Math.abs(weight) >= (isOfOneWord(name) ? 0.05 : 0.03))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, weight]) => `${weight.toFixed(isOfOneWord(name) ? 1 : 2)} ${name}\n`)
    .join('');
}

/** Words of three letters and more that two of the novels have, sorted by code units, in lines. */
export function vocabularyTable(novels: readonly Novel[]): string {
  const counts = new Map<string, number>();
  for (const { gold } of novels) for (const word of wholeWords(gold)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = [...counts.keys()].filter((word) => (counts.get(word) ?? 0) >= 2).sort();
  const lines: string[] = [''];
  for (const word of words) {
    const line = lines.at(-1) ?? '';
    if (line.length + word.length > 130) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return `${lines.join('\n')}\n`;
}
