/**
 * Runs the tests under Node's own runner, on every Node from 20: compiles each `*.test.ts` beside its sources first,
 * because Node 20 reads no TypeScript.
 *
 *     npm test                    all but the slow ones, which are `*.slow.test.ts`
 *     npm test -- quotes          those in files with that in their path
 *     npm test -- --name dash     those with a name that matches this pattern
 *     npm run test:all            the slow ones, too
 *     npm run test:slow           the slow ones alone
 *     npm run test:watch          after each change those that it touches
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build, context } from 'esbuild';
import { shared } from '../scripts/bundle.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const { values: asked, positionals: parts } = parseArgs({
  allowPositionals: true,
  options: {
    all: { type: 'boolean' },
    slow: { type: 'boolean' },
    watch: { type: 'boolean' },
    name: { type: 'string' },
    /** How many random cases each property gets, for its usual number. */
    runs: { type: 'string' },
  },
});
delete process.env.npm_lifecycle_event; // what the press says to type next goes by it
if (asked.runs) process.env.FUZZ_RUNS = asked.runs;

const every = readdirSync(here, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.test.ts'))
  .sort();
const matching = every.filter((name) => parts.length === 0 || parts.some((part) => name.includes(part)));
const isSlow = (name) => name.endsWith('.slow.test.ts');
const chosen = matching.filter((name) => asked.all || isSlow(name) === Boolean(asked.slow));
if (chosen.length === 0) {
  console.error(`No test file ${parts.length > 0 ? `with ${parts.join(' or ')} in its path ` : ''}is to be run.`);
  if (matching.length > 0) console.error(`Slow tests have it: npm run test:all -- ${parts.join(' ')}`);
  process.exit(1);
}

// Runs of some files have folders of their own, so that two can go on at once.
const out = resolve(root, 'build', parts.length > 0 || asked.watch ? `test-${process.pid}` : 'test');
const compiled = (name) => join(out, name.replace(/\.ts$/, '.mjs'));
const reporter = 'tools/reporter.ts';
const options = {
  ...shared,
  entryPoints: [...chosen, reporter].map((name) => join(here, name)),
  outdir: out,
  outbase: here,
  format: 'esm',
  splitting: true,
  sourcemap: true,
  outExtension: { '.js': '.mjs' },
  packages: 'external',
};

/** Quick tests wait now and then, so one more runs than there are processors; slow ones fill theirs. */
const atOnce = Math.min(availableParallelism() + (asked.slow || asked.all ? 0 : 1), 4);

/** What Node is started with, to run these files two or more at a time. */
const argumentsFor = (names) => [
  '--enable-source-maps',
  '--test',
  `--test-concurrency=${atOnce}`,
  `--test-reporter=${pathToFileURL(compiled(reporter))}`,
  '--test-reporter-destination=stdout',
  ...(asked.name === undefined ? [] : [`--test-name-pattern=${asked.name}`]),
  ...names.map((name) => relative(root, compiled(name)).replaceAll('\\', '/')),
];

/** Compiles all, and runs all. */
async function runOnce() {
  await build(options);
  // The command’s bundle is made here if a source is newer, rather than by the first tests that start it.
  spawnSync(process.execPath, [join(root, 'scripts/fleuron.cjs'), '--version'], { stdio: ['ignore', 'ignore', 2] });
  const { status, signal } = spawnSync(process.execPath, argumentsFor(chosen), { cwd: root, stdio: 'inherit' });
  if (signal) console.error(`Node’s runner was ended by ${signal}.`);
  return status ?? 1;
}

/** Compiles after each change of a source, and runs the files whose code it changed, until it is interrupted. */
async function runAgain() {
  const seen = new Map();
  const due = new Set();
  let running;
  const rerun = {
    name: 'rerun',
    setup({ onEnd }) {
      onEnd(({ errors }) => {
        if (errors.length > 0) return;
        // A shared piece has its hash in its name, so whatever imports it changes with it.
        for (const name of chosen) {
          const code = readFileSync(compiled(name), 'utf8');
          if (seen.get(name) !== code) due.add(name);
          seen.set(name, code);
        }
        if (due.size === 0) return;
        running?.kill();
        const child = spawn(process.execPath, argumentsFor([...due]), { cwd: root, stdio: 'inherit' });
        child.on('exit', () => child === running && due.clear());
        running = child;
      });
    },
  };
  await (await context({ ...options, plugins: [...shared.plugins, rerun] })).watch();
  await once(process, 'SIGINT');
  running?.kill();
  return 0;
}

rmSync(out, { recursive: true, force: true });
process.on('exit', () => out.endsWith(`-${process.pid}`) && rmSync(out, { recursive: true, force: true }));
process.exit(await (asked.watch ? runAgain() : runOnce()));
