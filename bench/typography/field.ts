/**
 * A conditional random field over the grammar of quotation: how likely the right readings are, and which way to move the
 * weights. What is latent (whether a ’ closes or elides) is summed over.
 */
import { moves, states } from '../../scripts/typeset/quotes/grammar.ts';
import type { Block } from './data.ts';

const width = states.length;
const none = -1e30;

/** A block with the numbers of the features that its nesting can meet. */
export interface Lattice extends Block {
  /** By fault; -1 where there is no weight. */
  readonly faults: readonly number[];
  /** By the state that the block ends in. */
  readonly ends: readonly number[];
}

type Add = (feature: number, amount: number) => void;

function plus(a: number, b: number): number {
  if (a <= none / 2) return b;
  if (b <= none / 2) return a;
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
}

/** By how much the right readings fall short of certainty; adds the gradient, times `times`, if asked. */
export function loss(lattice: Lattice, weights: Float64Array, times: number, add?: Add): number {
  const scores = lattice.marks.map(({ features }) =>
    features.map((each) => each.reduce((sum, feature) => sum + (weights[feature] ?? 0), 0)),
  );
  const all = sweep(lattice, weights, scores, false, add && ((feature, amount) => add(feature, times * amount)));
  const right = sweep(lattice, weights, scores, true, add && ((feature, amount) => add(feature, -times * amount)));
  return times * (all - right);
}

/** The logarithm of the sum over all ways, or over the right ones; adds how often each feature is expected. */
function sweep(
  lattice: Lattice,
  weights: Float64Array,
  scores: readonly (readonly number[])[],
  right: boolean,
  add?: Add,
): number {
  const { marks, faults, ends } = lattice;
  const length = marks.length;
  const weight = (feature: number | undefined): number =>
    feature === undefined || feature < 0 ? 0 : (weights[feature] ?? 0);
  const forward = new Float64Array((length + 1) * width).fill(none);
  forward[0] = 0;
  const steps = (
    i: number,
    state: number,
    take: (reading: number, to: number, fault: number, score: number) => void,
  ) => {
    const mark = marks[i];
    if (!mark) return;
    for (let reading = 0; reading < 3; reading++) {
      if (!mark.can[reading] || (right && !mark.right[reading])) continue;
      const step = moves[state]?.[mark.key === '"' ? 0 : 1]?.[reading]?.[mark.first ? 1 : 0];
      if (step)
        take(reading, step.to, faults[step.fault] ?? -1, (scores[i]?.[reading] ?? 0) + weight(faults[step.fault]));
    }
  };
  for (let i = 0; i < length; i++) {
    for (let state = 0; state < width; state++) {
      const soFar = forward[i * width + state] ?? none;
      if (soFar <= none / 2) continue;
      steps(i, state, (_, to, __, score) => {
        forward[(i + 1) * width + to] = plus(forward[(i + 1) * width + to] ?? none, soFar + score);
      });
    }
  }
  let total = none;
  let onward: number[] = states.map((_, state) => weight(ends[state]));
  for (let state = 0; state < width; state++) {
    const soFar = forward[length * width + state] ?? none;
    if (soFar > none / 2) total = plus(total, soFar + (onward[state] ?? 0));
  }
  if (!add) return total;
  for (let state = 0; state < width; state++) {
    const soFar = forward[length * width + state] ?? none;
    const end = ends[state] ?? -1;
    if (end >= 0 && soFar > none / 2) add(end, Math.exp(soFar + (onward[state] ?? 0) - total));
  }
  for (let i = length - 1; i >= 0; i--) {
    const earlier: number[] = new Array(width).fill(none);
    const shares = [0, 0, 0];
    for (let state = 0; state < width; state++) {
      const soFar = forward[i * width + state] ?? none;
      steps(i, state, (reading, to, fault, score) => {
        const rest = onward[to] ?? none;
        if (rest <= none / 2) return;
        earlier[state] = plus(earlier[state] ?? none, score + rest);
        if (soFar <= none / 2) return;
        const share = Math.exp(soFar + score + rest - total);
        if (share < 1e-9) return;
        shares[reading] = (shares[reading] ?? 0) + share;
        if (fault >= 0) add(fault, share);
      });
    }
    shares.forEach((share, reading) => {
      if (share > 1e-9) for (const feature of marks[i]?.features[reading] ?? []) add(feature, share);
    });
    onward = earlier;
  }
  return total;
}
