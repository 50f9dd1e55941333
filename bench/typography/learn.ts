/**
 * Learns the weights of `scripts/typeset/quotes/data/weights.txt` from proofread novels, and says how well they do on a novel they have
 * not seen. What is believed beforehand is a prior that the novels may contradict.
 */

import { faults, type Primary, type Reading, states } from '../../scripts/typeset/quotes/grammar.ts';
import { bestReadings } from '../../scripts/typeset/quotes/viterbi.ts';
import { endFeature, nestFeature } from '../../scripts/typeset/quotes/weight-lookup.ts';
import { blocksOf, createIndex, type Index, type Novel, wholeWords } from './data.ts';
import { minimise } from './descent.ts';
import { type Lattice, loss } from './field.ts';

/** How strongly weights are drawn to what is believed beforehand. */
const pull = 0.1;

/** Knowledge that the novels hardly show. */
const beliefs: readonly (readonly [RegExp, number])[] = [
  [/^double, open: (space|edge|opener|dash) _ (word|other)/, 4],
  [/^double, close: (word|stop|other) _ (space|edge|dash|stop)/, 4],
  // A quotation hardly begins ten times with a word that the book has nowhere else.
  [/^lead: led always, never whole/, 4],
  [/^lead: led often, never whole/, 2.5],
  [/^lead: number/, -4],
  [/^lead: year/, 4],
  [/^lead: list sure (small|Capital)$/, 7],
  [/^lead: list unknown/, -0.5],
  [/^lead: marked (often|some), known nowhere/, 2.5],
  [/^lead: marked 2, known nowhere/, 1.5],
  [/^(double|single): (abandoned|reopened|stray)/, -6],
];

/**
 * What is not learned: the eleven novels hardly talk dialect, so they would unlearn what a book of it teaches.
 * Chosen on two novels of dialect that the learner never sees (`../shared/corpus/dialect`).
 */
const given: readonly (readonly [RegExp, number])[] = [
  [/^lead: taught always small/, 12],
  [/^lead: taught often small/, 6],
  [/^lead: taught always Capital/, 3],
  [/^lead: taught once small/, 2],
  [/^lead: taught/, 0],
];
const givenOf = (name: string): number | undefined => given.find(([pattern]) => pattern.test(name))?.[1];

export interface Lesson {
  readonly lattices: readonly Lattice[];
  readonly index: Index;
}

/** Makes exercises of all novels; a word is ordinary if two other novels have it. */
export function prepare(novels: readonly Novel[]): Lesson {
  const index = createIndex();
  const names = [...new Set(novels.map(({ name }) => name))];
  const counts = new Map<string, number>();
  const own = new Map<string, ReadonlySet<string>>();
  for (const name of names) {
    const words = wholeWords(novels.find((each) => each.name === name)?.gold ?? '');
    own.set(name, words);
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const lattices = novels.flatMap((novel) => {
    const ordinary = (word: string) => (counts.get(word) ?? 0) - (own.get(novel.name)?.has(word) ? 1 : 0) >= 2;
    return blocksOf(novel, index, ordinary).map((block) => ({
      ...block,
      faults: faults.map((fault) => (fault === 'none' ? -1 : index.of(nestFeature(block.primary, fault)))),
      ends: states.map((state) => (state === '' ? -1 : index.of(endFeature(block.primary, state, block.next)))),
    }));
  });
  return { lattices, index };
}

/** Learns weights: first by many small steps, then by descent on the blocks that are not yet certain and a sample of the rest. */
export function learn(lattices: readonly Lattice[], { names }: Index): Float64Array {
  const prior = Float64Array.from(
    names,
    (name) => givenOf(name) ?? beliefs.find(([pattern]) => pattern.test(name))?.[1] ?? 0,
  );
  const isGiven = names.map((name) => givenOf(name) !== undefined);
  const quick = quickly(lattices, prior, isGiven);
  let settled = 0;
  const weighted = lattices.flatMap((lattice): readonly (readonly [Lattice, number])[] => {
    if (loss(lattice, quick, 1) > 2e-4) return [[lattice, 1]];
    return settled++ % 12 === 0 ? [[lattice, 12]] : [];
  });
  return minimise(
    (x, gradient) => {
      let total = 0;
      x.forEach((each, i) => {
        const off = each - (prior[i] ?? 0);
        total += 0.5 * pull * off * off;
        gradient[i] = pull * off;
      });
      const add = (feature: number, amount: number) => {
        if (!isGiven[feature]) gradient[feature] = (gradient[feature] ?? 0) + amount;
      };
      for (const [lattice, times] of weighted) total += loss(lattice, x, times, add);
      return total;
    },
    quick,
    90,
  );
}

/** Adaptive gradient descent, block by block, in a fixed order that mixes the novels. */
function quickly(lattices: readonly Lattice[], start: Float64Array, isGiven: readonly boolean[]): Float64Array {
  const weights = start.slice();
  const squares = new Float64Array(start.length).fill(1e-4);
  let unsettled = lattices.map((_, i) => i);
  for (let epoch = 0; epoch < 5; epoch++) {
    const stride = 7919;
    const left: number[] = [];
    unsettled.forEach((_, k) => {
      const i = unsettled[(k * stride) % unsettled.length] ?? 0;
      const lattice = lattices[i];
      if (!lattice) return;
      const slope = new Map<number, number>();
      const lost = loss(lattice, weights, 1, (feature, amount) =>
        slope.set(feature, (slope.get(feature) ?? 0) + amount),
      );
      for (const [feature, amount] of slope) {
        if (isGiven[feature]) continue;
        squares[feature] = (squares[feature] ?? 0) + amount * amount;
        weights[feature] = (weights[feature] ?? 0) - (0.3 * amount) / Math.sqrt(squares[feature] ?? 1);
      }
      if (lost > 0.003) left.push(i);
    });
    unsettled = left;
  }
  return weights;
}

export interface Slip {
  readonly lattice: Lattice;
  readonly at: number;
  readonly reading: Reading;
}

export interface Examined {
  readonly slips: readonly Slip[];
  /** The margin of every mark that can be in doubt, and whether it was read wrongly. */
  readonly margins: readonly { readonly margin: number; readonly wrong: boolean; readonly primary: Primary }[];
}

/** Reads blocks with the weights, as the press would, and counts what is wrong. */
export function examine(lattices: readonly Lattice[], weights: Float64Array): Examined {
  const slips: Slip[] = [];
  const margins: { margin: number; wrong: boolean; primary: Primary }[] = [];
  const weight = (feature: number) => (feature < 0 ? 0 : (weights[feature] ?? 0));
  for (const lattice of lattices) {
    const choices = lattice.marks.map(({ key, first, can, features }) => {
      const score = (k: number) =>
        can[k] ? (features[k] ?? []).reduce((sum, feature) => sum + weight(feature), 0) : Number.NEGATIVE_INFINITY;
      return { key, first, scores: [score(0), score(1), score(2)] as const };
    });
    const reached = bestReadings(choices, { faults: lattice.faults.map(weight), ends: lattice.ends.map(weight) });
    const margin = reached.margins();
    lattice.marks.forEach(({ at, right }, i) => {
      const reading = reached.readings[i] ?? 'open';
      const wrong = !right[reading === 'open' ? 0 : reading === 'close' ? 1 : 2];
      if (wrong) slips.push({ lattice, at, reading });
      margins.push({ margin: margin[i] ?? Number.POSITIVE_INFINITY, wrong, primary: lattice.primary });
    });
  }
  return { slips, margins };
}

/** Reads each novel with weights learned from the others. */
export function leaveOneOut({ lattices, index }: Lesson): ReadonlyMap<string, Examined> {
  const names = [...new Set(lattices.map(({ novel }) => novel))];
  return new Map(
    names.map((name) => {
      const weights = learn(
        lattices.filter(({ novel }) => novel !== name),
        index,
      );
      return [
        name,
        examine(
          lattices.filter(({ novel }) => novel === name),
          weights,
        ),
      ];
    }),
  );
}

export type { Primary };
