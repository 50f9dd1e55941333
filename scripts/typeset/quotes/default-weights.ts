/**
 * How plausible readings are in languages that nothing was learned of: what nearly all of them share.
 * In: a mark that may be an apostrophe, and what the language's words tell. Out: scores, in nats as the learned ones are.
 * English glyphs forgive taking a closing ’ for an apostrophe; here the two differ, so what is opened must be closed.
 */
import type { Stance } from './features.ts';
import { type Fault, faults, type Primary, states } from './grammar.ts';
import type { Standing } from './lexicon.ts';
import type { Nesting } from './viterbi.ts';

const costs: Readonly<Record<Fault, number>> = {
  none: 0,
  'outer D': 0,
  'outer S': 0,
  reopened: -8,
  resumed: -2,
  abandoned: -7,
  stray: -7,
};

/** What irregular nesting takes away, given the keys that the next block begins with. */
export function plainNesting(primary: Primary, next: string): Nesting {
  const other: Fault = primary === 'double' ? 'outer S' : 'outer D';
  return {
    faults: faults.map((fault) => costs[fault] - (fault === other ? 1 : 0)),
    ends: states.map((state) => {
      if (state === '') return 0;
      // Speech that goes on in the next paragraph is often opened again there.
      if (state.length === 1 && next.startsWith(state)) return state === 'D' ? -0.5 : -2;
      return state === 'D' ? -3 : -6 * state.length;
    }),
  };
}

/** What speaks for an apostrophe at either end of a word, or away from any, against a quotation mark. */
export function plainApostrophe(stance: Stance, standing: Standing, isNumber: boolean): number {
  if (stance === 'trail') return -1;
  if (stance !== 'lead') return -4;
  return standing === 'sure' ? 2 : isNumber ? 1 : -3;
}
