/**
 * Minimises a smooth function of many variables.
 */

/** A function's value at `x`; its gradient is written to `gradient`. */
export type Slope = (x: Float64Array, gradient: Float64Array) => number;

/** How far a step went, how the gradient changed by it, and one by the product of both. */
interface Step {
  readonly s: Float64Array;
  readonly y: Float64Array;
  readonly rho: number;
}

const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, each, i) => sum + each * (b[i] ?? 0), 0);

/** Limited-memory BFGS with a backtracking line search. */
export function minimise(slope: Slope, start: Float64Array, rounds: number): Float64Array {
  const size = start.length;
  const past: Step[] = [];
  let x = start.slice();
  let gradient = new Float64Array(size);
  let value = slope(x, gradient);
  for (let round = 0; round < rounds; round++) {
    const step = newtonStep(gradient, past);
    const descent = -dot(step, gradient);
    if (descent >= 0) break;
    let length = 1;
    let tried = x;
    let triedGradient: Float64Array<ArrayBuffer> = new Float64Array(size);
    let triedValue = value;
    for (let attempt = 0; attempt < 15; attempt++, length /= 2) {
      tried = x.map((each, i) => each - length * (step[i] ?? 0));
      triedGradient = new Float64Array(size);
      triedValue = slope(tried, triedGradient);
      if (triedValue <= value + 1e-4 * length * descent) break;
    }
    const s = tried.map((each, i) => each - (x[i] ?? 0));
    const y = triedGradient.map((each, i) => each - (gradient[i] ?? 0));
    const curve = dot(s, y);
    if (curve > 1e-10) past.push({ s, y, rho: 1 / curve });
    if (past.length > 8) past.shift();
    const settled = Math.abs(value - triedValue) < 1e-3;
    x = tried;
    gradient = triedGradient;
    value = triedValue;
    if (settled) break;
  }
  return x;
}

/** The gradient times the inverse of the curvature that the last steps met: the two loops of the method. */
function newtonStep(gradient: Float64Array, past: readonly Step[]): Float64Array {
  const step = gradient.slice();
  const size = step.length;
  const alphas: number[] = [];
  for (const { s, y, rho } of past.toReversed()) {
    const alpha = rho * dot(s, step);
    alphas.push(alpha);
    for (let i = 0; i < size; i++) step[i] = (step[i] ?? 0) - alpha * (y[i] ?? 0);
  }
  const last = past.at(-1);
  const scale = last ? dot(last.s, last.y) / dot(last.y, last.y) : 1 / Math.max(1, Math.sqrt(dot(step, step)));
  for (let i = 0; i < size; i++) step[i] = (step[i] ?? 0) * scale;
  for (const { s, y, rho } of past) {
    const beta = rho * dot(y, step);
    const alpha = alphas.pop() ?? 0;
    for (let i = 0; i < size; i++) step[i] = (step[i] ?? 0) + (alpha - beta) * (s[i] ?? 0);
  }
  return step;
}
