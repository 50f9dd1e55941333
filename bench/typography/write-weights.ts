/**
 * Prints what was learned as the sources that the press reads: one feature to a line, words in columns of text.
 */
import { wordPrefixes } from '../../scripts/typeset/quotes/weight-lookup.ts';
import { type Index, type Novel, wholeWords } from './data.ts';

/** The source of `weights.ts`. Weights too small to matter are left out. */
export function weightsSource({ names }: Index, weights: Float64Array): string {
  const shapes: string[] = [];
  const lead: string[] = [];
  const trail: string[] = [];
  names
    .map((name, i) => [name, weights[i] ?? 0] as const)
    .filter(([, weight]) => Math.abs(weight) >= 0.03)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .forEach(([name, weight]) => {
      if (name.startsWith(wordPrefixes.lead)) lead.push(`${name.slice(wordPrefixes.lead.length)} ${weight.toFixed(1)}`);
      else if (name.startsWith(wordPrefixes.trail))
        trail.push(`${name.slice(wordPrefixes.trail.length)} ${weight.toFixed(1)}`);
      else shapes.push(`${weight.toFixed(2)} ${name}`);
    });
  return `/**
 * What was learned from eleven novels proofread by Standard Ebooks (CC0); made by \`node bench/typography-learn.mjs\`.
 * Weights are in nats: above nought a feature speaks for the reading that features.ts notes it with.
 */

/** The weight, then the name of the feature. */
export const shapes = \`
${shapes.join('\n')}
\`;

/** Words after a mark, and how much each speaks for an apostrophe. */
export const leadWords = \`
${columns(lead.filter((each) => !/ -?0\.0$/.test(each)))}
\`;

/** Words before a mark, and how much each speaks for an apostrophe. */
export const trailWords = \`
${columns(trail.filter((each) => !/ -?0\.0$/.test(each)))}
\`;
`;
}

/** The source of \`vocabulary.ts\`: words of three letters and more that three of the novels have. */
export function vocabularySource(novels: readonly Novel[]): string {
  const counts = new Map<string, number>();
  for (const { gold } of novels) for (const word of wholeWords(gold)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = [...counts]
    .filter(([, count]) => count >= 2)
    .map(([word]) => word)
    .sort();
  return `/**
 * Ordinary English words, sorted by code units: those that two of the learner's novels have; made by \`node bench/typography-learn.mjs\`.
 */
export const vocabulary = \`${columns(words)}\`;
`;
}

function columns(words: readonly string[]): string {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (line.length + word.length > 130) {
      lines.push(line);
      line = '';
    }
    line += line === '' ? word : ` ${word}`;
  }
  return [...lines, line].join('\n');
}
