/**
 * What was learned from forty-seven novels proofread by Standard Ebooks (CC0), two of them in dialect, and from lines with quoted phrases that were
 * written for it (`bench/typography/phrases`): how plausible each feature makes a reading.
 * In: names of features (`features.ts`). Out: weights, in nats. `node bench/typography-learn.mjs` makes the table.
 */
import table from './data/weights.txt';
import { ending, faults, type Primary, states } from './grammar.ts';

let learned: ReadonlyMap<string, number> | undefined;

/** The weight of a feature; nothing for one that was never met. */
export function weightOf(feature: string): number {
  learned ??= read();
  return learned.get(feature) ?? 0;
}

/** The table: in each line a weight, how many characters the feature's name begins with as the one before it does, and the rest. */
function read(): ReadonlyMap<string, number> {
  let name = '';
  return new Map(
    Array.from(table.matchAll(/^(\S+) (\d+) (.*)$/gm), ([, weight, shared, rest = '']) => {
      name = name.slice(0, Number(shared)) + rest;
      return [name, Number(weight)];
    }),
  );
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
