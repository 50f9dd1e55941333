/** Chance that can be had again: `FLEURON_SEED` chooses it, and a test that fails names it. */

export const seed = Number(process.env['FLEURON_SEED'] ?? 20261124);

/** Numbers from 0 to 1, the same for the same seed: a linear congruence, as in Numerical Recipes. */
export function random(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
