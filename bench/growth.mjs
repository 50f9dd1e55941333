/**
 * How a build's time grows with a text: `npm run bench:growth -- [--formats md,txt,html] [--only TOKEN]… [--seconds 300]`.
 * Each token (`growth/tokens.mjs`) in each shape is built at up to three doubling sizes, larger or smaller ones where those say too
 * little; the exponent is fitted to user CPU beyond that of an empty book (0 where that is less than noise; up to the refusal where a
 * larger book is refused). A case over its seconds is ended. Prints the cases above 1.3 as they are found, and in the end those or
 * the worst fifteen. A whole run takes half an hour of an idle machine.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { shared } from '../scripts/bundle.mjs';
import { formats, shapes, tokens } from './growth/tokens.mjs';
import { table } from './run/table.mjs';

const { values } = parseArgs({
  options: {
    formats: { type: 'string', default: Object.keys(formats).join(',') },
    only: { type: 'string', multiple: true },
    shapes: { type: 'string', default: Object.keys(shapes).join(',') },
    seconds: { type: 'string', default: '300' },
  },
});
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bundle = join(root, `build/bench-growth-${process.pid}.mjs`);
await build({
  ...shared,
  entryPoints: [join(root, 'bench/growth/child.ts')],
  outfile: bundle,
  format: 'esm',
  packages: 'external',
});
const folder = mkdtempSync(join(tmpdir(), 'fleuron-growth-'));
const limits = { exponent: 1.3, clear: 1.1, seconds: Number(values.seconds) };
/** From this on a time beyond an empty book's is more than noise: the square of it would be seconds at the larger size. */
const measurable = 0.12;
/** Largest of three doubling sizes in characters: what is tried until a book is built, and what where that says too little. */
const largest = { usual: [64_000, 32_000, 16_000, 8_000], larger: [256_000, 1_024_000] };

let child;
/** User CPU seconds of one build; undefined when it took longer than allowed. */
function timeOf(path) {
  child ??= fork(bundle, { execArgv: ['--single-threaded-gc'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const current = child;
  return new Promise((resolve) => {
    const end = (value) => {
      clearTimeout(timer);
      current.removeAllListeners();
      resolve(value);
    };
    const timer = setTimeout(() => {
      current.kill('SIGKILL');
      child = undefined;
      end(undefined);
    }, limits.seconds * 1000);
    current.once('message', end);
    current.once('exit', (code, signal) => {
      child = undefined;
      end({ seconds: Number.NaN, crash: signal ?? code });
    });
    current.send(path);
  });
}

/**
 * A case at sizes up to `size`: the steepest of the fitted exponents of the last doubling and of both. Where both together are well
 * below the limit, the last one is below it too, as time is a sum of powers, and the size between is not built.
 */
async function measureAt(size, { format, shape, token, empty }) {
  const { name, text } = formats[format];
  const seconds = {};
  let last;
  for (const part of [1, 4, 2]) {
    if (part === 2 && Math.log2(seconds[1] / seconds[4]) / 2 < limits.clear) break;
    writeFileSync(join(folder, name), text(shapes[shape](token, size / part)));
    const time = await timeOf(join(folder, name));
    if (time?.crash !== undefined) return { size: size / part, seconds: 0, exponent: Number.NaN, crash: time.crash };
    if (!time) return { size: size / part, seconds: limits.seconds, exponent: Number.POSITIVE_INFINITY };
    seconds[part] = Math.max(1e-3, time.seconds - empty);
    last ??= time;
    if (seconds[1] < measurable) return { size, ...last, exponent: 0 };
  }
  const both = Math.log2(seconds[1] / seconds[4]) / 2;
  return { size, ...last, exponent: seconds[2] ? Math.max(both, Math.log2(seconds[1] / seconds[2])) : both };
}

/** A case at the largest size that is built in time, at a larger one where that may say more; a refused book must be refused as fast. */
async function measure(test) {
  let worst = { exponent: Number.NEGATIVE_INFINITY };
  for (const size of largest.usual) {
    const result = await measureAt(size, test);
    if (result.crash !== undefined) return result;
    if (result.exponent > worst.exponent) worst = result;
    if (result.isBuilt) break;
  }
  for (const size of worst.isBuilt ? largest.larger : []) {
    if (worst.exponent <= limits.exponent || worst.seconds > 4) break;
    const bigger = await measureAt(size, test);
    if (bigger.isBuilt === false) {
      // A step up to another way of reading is no growth where what is larger is refused for about the same time.
      const exponent = Math.log2(bigger.seconds / worst.seconds) / Math.log2(size / worst.size);
      return { ...worst, exponent, rule: `${bigger.rule} at ${size}` };
    }
    worst = bigger;
  }
  for (let round = 0; round < 2 && worst.exponent > limits.exponent; round++) {
    const again = await measureAt(worst.size, test); // noise does not come thrice
    if (again.exponent < worst.exponent) worst = again;
  }
  return worst;
}

const found = [];
try {
  for (const format of values.formats.split(',')) {
    const { name, text } = formats[format];
    writeFileSync(join(folder, name), text('a'));
    for (let round = 0; round < 30; round++) await timeOf(join(folder, name));
    const empties = [];
    for (let round = 0; round < 9; round++) empties.push((await timeOf(join(folder, name))).seconds);
    const empty = empties.sort((a, b) => a - b)[4];
    for (const shape of values.shapes.split(',')) {
      for (const token of tokens) {
        if (values.only && !values.only.includes(token)) continue;
        const result = await measure({ format, shape, token, empty });
        found.push({ format, shape, token, ...result });
        if (!(result.exponent <= limits.exponent)) console.log(rowOf(found.at(-1)).join('  '));
      }
    }
  }
} finally {
  child?.kill();
  rmSync(folder, { recursive: true, force: true });
  rmSync(bundle, { force: true });
}

function rowOf({ format, shape, token, exponent, size, seconds, rule, crash }) {
  const end = crash !== undefined ? `ended by ${crash}` : (rule ?? '');
  return [format, shape, JSON.stringify(token), exponent.toFixed(2), String(size), seconds.toFixed(2), end];
}
found.sort((one, other) => other.exponent - one.exponent || other.seconds - one.seconds);
const above = found.filter(({ exponent }) => !(exponent <= limits.exponent));
const head = ['format', 'shape', 'token', 'exponent', 'characters', 'seconds', ''];
console.log(
  `\n${found.length} cases, ${above.length} above ${limits.exponent}\n${table([head, ...found.slice(0, Math.max(15, above.length)).map(rowOf)])}`,
);
process.exitCode = above.length > 0 ? 1 : 0;
