/**
 * Chooses the readings of all marks of a paragraph together: the cheapest way through a small grammar of quotation.
 * In: for each mark what each reading would cost. Out: the cheapest readings, and how near the second-best came.
 *
 * The grammar's states are the quotations that are open, outermost first: D for those of the key `"`, S for those of `'`.
 */
export type Reading = 'open' | 'close' | 'apostrophe';

/** What each reading of a mark costs by itself; Infinity where it cannot be. */
export interface Choice {
  readonly key: '"' | "'";
  readonly open: number;
  readonly close: number;
  readonly apostrophe: number;
}

/** What irregularities in the nesting cost. */
export interface NestingCosts {
  /** Opening at the outermost level with the key that the book nests with. */
  readonly outerDouble: number;
  readonly outerSingle: number;
  /** Opening again what is still open. */
  readonly reopened: number;
  /** Leaving an inner quotation open when the outer one closes. */
  readonly abandoned: number;
  /** Closing what was never opened. */
  readonly stray: number;
  /** Leaving speech open at the block's end. */
  readonly unclosed: number;
  /** Leaving a nested or unusual quotation open there. */
  readonly unclosedInner: number;
}

export interface Chosen {
  readonly readings: readonly Reading[];
  /** For each mark, how much dearer the paragraph becomes if the mark is read otherwise; Infinity where it cannot. */
  readonly margins: readonly number[];
  /** What is still open at the end: '', 'D', 'S', 'DS' … */
  readonly open: string;
}

const states = ['', 'D', 'S', 'DS', 'SD', 'DSD', 'SDS'] as const;
const readings = ['open', 'close', 'apostrophe'] as const;

interface Move {
  readonly to: number;
  readonly fault: keyof NestingCosts | undefined;
}

/** By state, then key (D, S), then reading: where it leads. */
const moves: readonly (readonly (readonly (readonly Move[])[])[])[] = states.map((state, here) =>
  (['D', 'S'] as const).map((key) => [opening(state, key, here), closing(state, key, here), key === 'S' ? [{ to: here, fault: undefined }] : []]),
);

function opening(state: string, key: 'D' | 'S', here: number): readonly Move[] {
  if (state.endsWith(key)) return [{ to: here, fault: 'reopened' }];
  const to = states.findIndex((each) => each === state + key);
  if (to < 0) return [];
  return [{ to, fault: state !== '' ? undefined : key === 'D' ? 'outerDouble' : 'outerSingle' }];
}

function closing(state: string, key: 'D' | 'S', here: number): readonly Move[] {
  const level = state.lastIndexOf(key);
  if (level < 0) return [{ to: here, fault: 'stray' }];
  const to = states.findIndex((each) => each === state.slice(0, level));
  return [{ to, fault: level === state.length - 1 ? undefined : 'abandoned' }];
}

/** Finds the cheapest readings of a paragraph's marks. */
export function cheapest(choices: readonly Choice[], nesting: NestingCosts): Chosen {
  const width = states.length;
  const length = choices.length;
  // forward[i][s]: the cheapest way to have read i marks and be in state s.
  const forward = new Float64Array((length + 1) * width).fill(Number.POSITIVE_INFINITY);
  const fromState = new Uint8Array((length + 1) * width);
  const byReading = new Uint8Array((length + 1) * width);
  forward[0] = 0;
  choices.forEach((choice, i) => {
    for (let state = 0; state < width; state++) {
      const soFar = forward[i * width + state] ?? 0;
      if (soFar === Number.POSITIVE_INFINITY) continue;
      each(choice, state, nesting, (reading, to, cost) => {
        const slot = (i + 1) * width + to;
        if (soFar + cost < (forward[slot] ?? 0)) {
          forward[slot] = soFar + cost;
          fromState[slot] = state;
          byReading[slot] = reading;
        }
      });
    }
  });

  const endings = states.map((state) => endCost(state, nesting));
  let best = 0;
  let bestCost = Number.POSITIVE_INFINITY;
  endings.forEach((ending, state) => {
    const cost = (forward[length * width + state] ?? 0) + ending;
    if (cost < bestCost) {
      bestCost = cost;
      best = state;
    }
  });

  const chosen: Reading[] = new Array(length);
  let state = best;
  for (let i = length; i > 0; i--) {
    const slot = i * width + state;
    chosen[i - 1] = readings[byReading[slot] ?? 0] ?? 'open';
    state = fromState[slot] ?? 0;
  }
  return { readings: chosen, margins: marginsOf(choices, nesting, forward, endings, chosen, bestCost), open: states[best] ?? '' };
}

function each(choice: Choice, state: number, nesting: NestingCosts, take: (reading: number, to: number, cost: number) => void): void {
  const table = moves[state]?.[choice.key === '"' ? 0 : 1];
  if (!table) return;
  for (let reading = 0; reading < 3; reading++) {
    const own = reading === 0 ? choice.open : reading === 1 ? choice.close : choice.apostrophe;
    if (own === Number.POSITIVE_INFINITY) continue;
    for (const { to, fault } of table[reading] ?? []) take(reading, to, own + (fault ? nesting[fault] : 0));
  }
}

function endCost(state: string, nesting: NestingCosts): number {
  if (state === '') return 0;
  const outer = state.startsWith('D') ? nesting.outerDouble : nesting.outerSingle;
  return (state.length === 1 && outer === 0 ? nesting.unclosed : nesting.unclosed + nesting.unclosedInner);
}

/** Walks back from the end, so that each mark's best other reading is known in one pass. */
function marginsOf(
  choices: readonly Choice[],
  nesting: NestingCosts,
  forward: Float64Array,
  endings: readonly number[],
  chosen: readonly Reading[],
  bestCost: number,
): readonly number[] {
  const width = states.length;
  const margins: number[] = new Array(choices.length);
  let backward: readonly number[] = endings;
  for (let i = choices.length - 1; i >= 0; i--) {
    const choice = choices[i];
    if (!choice) break;
    const earlier: number[] = new Array(width).fill(Number.POSITIVE_INFINITY);
    // A closing ’ and an apostrophe print the same glyph: only a glyph can be in doubt.
    const opens = chosen[i] === 'open';
    let other = Number.POSITIVE_INFINITY;
    for (let state = 0; state < width; state++) {
      const soFar = forward[i * width + state] ?? 0;
      each(choice, state, nesting, (reading, to, cost) => {
        const onward = cost + (backward[to] ?? 0);
        if (onward < (earlier[state] ?? 0)) earlier[state] = onward;
        if ((reading === 0) !== opens && soFar + onward < other) other = soFar + onward;
      });
    }
    margins[i] = other - bestCost;
    backward = earlier;
  }
  return margins;
}
