/**
 * The grammar of quotation: which quotations can be open at once, and where each reading of a mark leads.
 * States name the open quotations, outermost first: D for those of the key `"`, S for those of `'`.
 */
export type Key = '"' | "'";
/** The key that a book's outermost quotations are typed with, as far as its text tells. */
export type Primary = 'double' | 'single';
export type Reading = 'open' | 'close' | 'apostrophe';

export const readings = ['open', 'close', 'apostrophe'] as const satisfies readonly Reading[];
export const states = ['', 'D', 'S', 'DS', 'SD', 'DSD', 'SDS'] as const;
export type State = (typeof states)[number];
const names: readonly string[] = states;

/** What can be irregular in a move; `resumed` is an opening again at the start of a line. */
export const faults = ['none', 'outer D', 'outer S', 'reopened', 'resumed', 'abandoned', 'stray'] as const;
export type Fault = (typeof faults)[number];

/** Where a reading leads: `to` is a state's index, `fault` a fault's. */
export interface Move {
  readonly to: number;
  readonly fault: number;
}

/** By state, then key (`"`, `'`), then reading, then whether the mark begins a line; undefined where it cannot be. */
export const moves: readonly (readonly (readonly (readonly [Move, Move] | undefined)[])[])[] = states.map(
  (state, here) => [
    [opening(state, 'D', here), closing(state, 'D', here), undefined],
    [opening(state, 'S', here), closing(state, 'S', here), always(here, 'none')],
  ],
);

function always(to: number, fault: Fault): readonly [Move, Move] {
  const move = { to, fault: faults.indexOf(fault) };
  return [move, move];
}

function opening(state: State, key: 'D' | 'S', here: number): readonly [Move, Move] | undefined {
  if (state.endsWith(key)) return [always(here, 'reopened')[0], always(here, 'resumed')[0]];
  const to = names.indexOf(state + key);
  if (to < 0) return undefined;
  return always(to, state === '' ? `outer ${key}` : 'none');
}

function closing(state: State, key: 'D' | 'S', here: number): readonly [Move, Move] {
  const level = state.lastIndexOf(key);
  if (level < 0) return always(here, 'stray');
  const to = names.indexOf(state.slice(0, level));
  return always(to, level === state.length - 1 ? 'none' : 'abandoned');
}

/** The name of what is left open at a block's end, given the keys that the next block begins with. */
export function ending(state: State, next: string): string {
  return `${state} ${next === '' ? 'ends' : next === state ? 'goes on' : next.startsWith(state) ? 'goes on inside' : next.startsWith(state.charAt(0)) ? 'goes on outside' : 'meets another'}`;
}

/** The keys of the marks that a block begins with, as a state's name would have them. */
export function beginning(marks: readonly { readonly at: number; readonly key: Key }[]): string {
  let keys = '';
  for (const { at, key } of marks) {
    if (at !== keys.length) break;
    keys += key === '"' ? 'D' : 'S';
  }
  return keys;
}
