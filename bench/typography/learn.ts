/**
 * Learns the weights of `scripts/typeset/quotes/data/weights.txt` from proofread novels, and says how well they do on a novel they have
 * not seen. What is believed beforehand is a prior that the novels may contradict.
 */

import { faults, states } from '../../scripts/typeset/quotes/grammar.ts';
import { endFeature, nestFeature } from '../../scripts/typeset/quotes/weight-lookup.ts';
import { blocksOf, createIndex, type Index, type Novel, wholeWords } from './data.ts';
import { minimise } from './descent.ts';
import { type Lattice, loss } from './field.ts';
import { phrases } from './phrases.ts';

/** How strongly weights are drawn to what is believed beforehand. */
const pull = 0.4;
/** Of blocks that teach little, one in so many is learned from. */
const sample = 12;
/** How much a written phrase counts beside a block of a novel: there are many of them, and two novels of dialect. */
const phraseWeight = 0.3;

/** Knowledge that the novels hardly show. */
const beliefs: readonly (readonly [RegExp, number])[] = [
  [/^double, open: (space|edge|opener|dash) _\+? (word|other)/, 4],
  [/^double, close: (word|stop|other) (\+_|_\+?) (space|edge|dash|stop)/, 4],
  [/^double, open: (space|edge|opener|dash) _\+? dots/, 3],
  [/^double, close: (word|stop|dots) (\+_|_\+?) dots/, 3],
  // No letters are left out behind a stop.
  [/^other, apostrophe: (stop|dash|dots) /, -4],
  [/^lead: suffix/, 9],
  [/^lead: no word$/, 3],
  [/^lead: (Capital )?after aside/, -3],
  [/^lead: (double|single) linked/, -1],
  [/^other, open: (space|edge|opener) \+?_\+? (dash|other|opener)/, 2],
  [/^other, close: (stop|dash|other) \+?_\+? (stop|edge|space|dash)/, 2],
  // A quotation hardly begins again and again with a word that the book hardly has elsewhere, and does not close.
  [/^lead: taught mostly, (never|rarely|seldom) whole/, 3],
  [/^lead: taught partly, (never|rarely) whole/, 1.5],
  [/^lead: taught mostly of (ever|always)/, 5],
  [/^lead: taught mostly of often/, 4],
  [/^lead: taught mostly of some/, 2],
  [/^lead: taught partly of (ever|always)/, 3],
  [/^lead: taught never of (some|often|always|ever)/, -3],
  [/^lead: then mark, known (often|seldom|elsewhere|nowhere), kept/, -2],
  [/^lead: led (ever|always), (never|rarely|seldom) whole small/, 4],
  [/^lead: led often, (never|rarely|seldom) whole small/, 1.5],
  [/^lead: led (ever|always|often), never whole Capital/, 1.5],
  [/^lead: one letter a after modal/, 2],
  [/^lead: number/, -4],
  [/^lead: year/, 8],
  [/^lead: then mark, near many$/, 1.5],
  [/^lead: one letter n then mark$/, 3],
  [/^lead: list sure (small|Capital)$/, 9],
  [/^lead: list unknown/, -0.5],
  [/^(double|single): open \w*S ends/, -2.5],
  [/^(double|single): (abandoned|reopened|stray)/, -6],
];

export interface Lesson {
  readonly lattices: readonly Lattice[];
  readonly index: Index;
}

/** Makes exercises of all novels, and of further texts whose words are not counted; a word is ordinary if two other novels have it. */
export function prepare(novels: readonly Novel[], further: readonly Novel[]): Lesson {
  const index = createIndex();
  const names = [...new Set(novels.map(({ name }) => name))];
  const counts = new Map<string, number>();
  const own = new Map<string, ReadonlySet<string>>();
  for (const name of names) {
    const words = wholeWords(novels.find((each) => each.name === name)?.gold ?? '');
    own.set(name, words);
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const lattices = [...novels, ...further].flatMap((novel) => {
    const ordinary = (word: string) => (counts.get(word) ?? 0) - (own.get(novel.name)?.has(word) ? 1 : 0) >= 2;
    return blocksOf(novel, index, ordinary).map((block) => ({
      ...block,
      faults: faults.map((fault) => (fault === 'none' ? -1 : index.of(nestFeature(block.primary, fault)))),
      ends: states.map((state) => (state === '' ? -1 : index.of(endFeature(block.primary, state, block.next)))),
    }));
  });
  return { lattices, index };
}

/** A block, and for how many it stands. */
type Weighted = readonly [lattice: Lattice, times: number];

/**
 * Learns weights: first by many small steps, then by descent on the blocks that are not yet certain and a sample of the rest.
 * Blocks with elided words are learned from twice, once without what is known of single words: the next book has others.
 */
export function learn(lattices: readonly Lattice[], { names }: Index): Float64Array {
  const prior = Float64Array.from(names, (name) => beliefs.find(([pattern]) => pattern.test(name))?.[1] ?? 0);
  let plain = 0;
  const exercises = lattices.flatMap((lattice): readonly Weighted[] => {
    if (lattice.isPlain) return plain++ % sample === 0 ? [[lattice, sample]] : [];
    const times = lattice.novel === phrases ? phraseWeight : 1;
    return lattice.blind
      ? [
          [lattice, times],
          [{ ...lattice, marks: lattice.blind }, times],
        ]
      : [[lattice, times]];
  });
  const quick = quickly(exercises, prior);
  let settled = 0;
  const weighted = exercises.flatMap(([lattice, times]): readonly Weighted[] => {
    if (times !== 1 || loss(lattice, quick, 1) > 2e-4) return [[lattice, times]];
    return settled++ % sample === 0 ? [[lattice, sample]] : [];
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
        gradient[feature] = (gradient[feature] ?? 0) + amount;
      };
      for (const [lattice, times] of weighted) total += loss(lattice, x, times, add);
      return total;
    },
    quick,
    90,
  );
}

/** Adaptive gradient descent, block by block, in a fixed order that mixes the novels. */
function quickly(exercises: readonly Weighted[], start: Float64Array): Float64Array {
  const weights = start.slice();
  const squares = new Float64Array(start.length).fill(1e-4);
  let unsettled = exercises.map((_, i) => i);
  for (let epoch = 0; epoch < 5; epoch++) {
    const stride = 7919;
    const left: number[] = [];
    unsettled.forEach((_, k) => {
      const i = unsettled[(k * stride) % unsettled.length] ?? 0;
      const lattice = exercises[i]?.[0];
      if (!lattice) return;
      const slope = new Map<number, number>();
      const lost = loss(lattice, weights, 1, (feature, amount) =>
        slope.set(feature, (slope.get(feature) ?? 0) + amount),
      );
      for (const [feature, amount] of slope) {
        squares[feature] = (squares[feature] ?? 0) + amount * amount;
        weights[feature] = (weights[feature] ?? 0) - (0.3 * amount) / Math.sqrt(squares[feature] ?? 1);
      }
      if (lost > 0.003) left.push(i);
    });
    unsettled = left;
  }
  return weights;
}
