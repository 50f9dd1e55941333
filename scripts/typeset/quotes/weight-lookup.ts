/**
 * What was learned from proofread novels: how plausible each feature makes a reading.
 * In: names of features. Out: weights, in nats. Refuses to know: how they were learned (bench/typography does).
 */

import { leadWords, shapes, trailWords } from './data/weights.generated.ts';
import { ending, faults, type Primary, states } from './grammar.ts';

/** How a feature's name begins when it is about one word. */
export const wordPrefixes = { lead: 'lead: word ', trail: 'trail: word ' } as const;

let learned: ReadonlyMap<string, number> | undefined;

/** The weight of a feature; nothing for one that was never met. */
export function weightOf(feature: string): number {
  learned ??= read();
  return learned.get(feature) ?? 0;
}

function read(): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const line of shapes.split('\n')) {
    const cut = line.indexOf(' ');
    if (cut > 0) weights.set(line.slice(cut + 1), Number(line.slice(0, cut)));
  }
  for (const [prefix, text] of [
    [wordPrefixes.lead, leadWords],
    [wordPrefixes.trail, trailWords],
  ] as const) {
    for (const [, word, weight] of text.matchAll(/(\S+) (\S+)/g)) weights.set(prefix + word, Number(weight));
  }
  return weights;
}

/** The weights of a move's faults, by their index. */
export function faultWeights(primary: Primary): readonly number[] {
  return faults.map((fault) => (fault === 'none' ? 0 : weightOf(nestFeature(primary, fault))));
}

/** The weights of ending a block in each state, given the keys that the next block begins with. */
export function endWeights(primary: Primary, next: string): readonly number[] {
  return states.map((state) => (state === '' ? 0 : weightOf(endFeature(primary, state, next))));
}

export function nestFeature(primary: Primary, fault: string): string {
  return `${primary}: ${fault}`;
}

export function endFeature(primary: Primary, state: (typeof states)[number], next: string): string {
  return `${primary}: open ${ending(state, next)}`;
}
