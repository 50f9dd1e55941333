/**
 * Chooses the readings of all marks of a block together: the most plausible way through the grammar of quotation.
 * In: how plausible each reading of each mark is by itself, and what irregular nesting takes away. Out: readings and margins.
 */
import { type Fault, faults, type Key, moves, type Reading, readings, states } from './grammar.ts';

/** A mark to be read. */
export interface Choice {
  readonly key: Key;
  /** Whether it begins a line. */
  readonly first: boolean;
  /** How plausible each reading is, in the order of `readings`; -Infinity where it cannot be. */
  readonly scores: readonly [number, number, number];
}

/** What the grammar takes away, by index of fault, and of the state that a block ends in. */
export interface Nesting {
  readonly faults: readonly number[];
  readonly ends: readonly number[];
}

const width = states.length;
const nowhere = Number.NEGATIVE_INFINITY;

/** The best readings of a block's marks, and which state it ends in. */
export interface Reached {
  readonly readings: readonly Reading[];
  /** The quotations that are open after each mark, as an index of the grammar's states. */
  readonly states: readonly number[];
  /** What is irregular in each mark's move. */
  readonly faults: readonly Fault[];
  /** The open quotations at the end: '', 'D', 'DS' … */
  readonly open: string;
  /** For each mark, by how much the best way is better than the best one that prints another glyph there. */
  margins(): readonly number[];
}

/** Finds the most plausible readings (Viterbi's algorithm). */
export function bestReadings(choices: readonly Choice[], nesting: Nesting): Reached {
  const length = choices.length;
  const { forward, from, by } = waysThrough(choices, nesting);

  let last = 0;
  let best = nowhere;
  for (let state = 0; state < width; state++) {
    const score = (forward[length * width + state] ?? nowhere) + (nesting.ends[state] ?? 0);
    if (score > best) {
      best = score;
      last = state;
    }
  }

  const chosen: Reading[] = new Array(length);
  const after: number[] = new Array(length);
  const irregular: Fault[] = new Array(length);
  for (let i = length, state = last; i > 0; i--) {
    const slot = i * width + state;
    const choice = choices[i - 1];
    const reading = by[slot] ?? 0;
    chosen[i - 1] = readings[reading] ?? 'open';
    after[i - 1] = state;
    state = from[slot] ?? 0;
    irregular[i - 1] = faults[(choice && stepOf(choice, state, reading)?.fault) ?? 0] ?? 'none';
  }
  return {
    readings: chosen,
    states: after,
    faults: irregular,
    open: states[last] ?? '',
    margins: () => marginsOf(choices, nesting, forward, chosen, best),
  };
}

/** For each number of marks and each state: the best score there, and the state and the reading that it was reached from. */
function waysThrough(choices: readonly Choice[], nesting: Nesting) {
  const slots = (choices.length + 1) * width;
  const forward = new Float64Array(slots).fill(nowhere);
  const from = new Uint8Array(slots);
  const by = new Uint8Array(slots);
  forward[0] = 0;
  choices.forEach((choice, i) => {
    for (let state = 0; state < width; state++) {
      const soFar = forward[i * width + state] ?? nowhere;
      if (soFar === nowhere) continue;
      for (let reading = 0; reading < 3; reading++) {
        const step = stepOf(choice, state, reading);
        if (!step) continue;
        const slot = (i + 1) * width + step.to;
        const score = soFar + (choice.scores[reading] ?? nowhere) + (nesting.faults[step.fault] ?? 0);
        if (score <= (forward[slot] ?? nowhere)) continue;
        forward[slot] = score;
        from[slot] = state;
        by[slot] = reading;
      }
    }
  });
  return { forward, from, by };
}

function stepOf({ key, first, scores }: Choice, state: number, reading: number) {
  if (scores[reading] === nowhere) return undefined;
  return moves[state]?.[key === '"' ? 0 : 1]?.[reading]?.[first ? 1 : 0];
}

/** Whether a mark could print either glyph, as far as it tells by itself. */
function canBeEither({ scores: [open, close, apostrophe] }: Choice): boolean {
  return open !== nowhere && (close !== nowhere || apostrophe !== nowhere);
}

/** Goes back from the end, so that every mark's best other reading is known after one more pass. */
function marginsOf(
  choices: readonly Choice[],
  nesting: Nesting,
  forward: Float64Array,
  chosen: readonly Reading[],
  best: number,
): readonly number[] {
  const margins: number[] = new Array(choices.length).fill(Number.POSITIVE_INFINITY);
  if (!choices.some(canBeEither)) return margins;
  let onward: readonly number[] = nesting.ends;
  for (let i = choices.length - 1; i >= 0; i--) {
    const choice = choices[i];
    if (!choice) break;
    const opens = chosen[i] === 'open';
    let other = nowhere;
    onward = states.map((_, state) => {
      const soFar = forward[i * width + state] ?? nowhere;
      const scores = readings.map((_, reading) => scoreOnward(choice, state, reading, nesting, onward));
      // A closing ’ and an apostrophe are one glyph: only opening against the other two can be in doubt.
      for (const score of opens ? scores.slice(1) : scores.slice(0, 1)) other = Math.max(other, soFar + score);
      return Math.max(...scores);
    });
    margins[i] = best - other;
  }
  return margins;
}

/** The best score of a reading in a state, to the end of the block. */
function scoreOnward(
  choice: Choice,
  state: number,
  reading: number,
  nesting: Nesting,
  onward: readonly number[],
): number {
  const step = stepOf(choice, state, reading);
  if (!step) return nowhere;
  return (choice.scores[reading] ?? nowhere) + (nesting.faults[step.fault] ?? 0) + (onward[step.to] ?? nowhere);
}
