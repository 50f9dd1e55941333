#!/usr/bin/env node
'use strict';
// Starts the press from its bundle. In a checkout it makes the bundle anew when a source is newer; everywhere it keeps
// V8's compiled code in the user's cache, which saves a fifth of the start. Plain JavaScript: Node reads it as it is.
const { existsSync, readdirSync, readFileSync, statSync } = require('node:fs');
const { dirname, join } = require('node:path');
const v8 = require('node:v8');
const vm = require('node:vm');
const { isMainThread } = require('node:worker_threads');

// A build is over before most of what V8 would optimise has paid for the optimising: let it wait longer (a short story
// takes a quarter less CPU, a novel a third, a drawn cover more than half). And nearly every pattern is used on every
// paragraph: made into machine code at once, it is not compiled twice. New objects soon get the room that they will need
// (a novel takes 3 % less, and no more memory). V8 complains of flags that it does not know, so each Node gets its own.
// Node 20 crashes where patterns are compiled at once and a function replaces `/^/` itself: a test sees that nothing here does.
const patience = { 20: '--interrupt-budget=2000000', 22: '--invocation-count-for-turbofan=10000' };
patience[24] = patience[22];
const major = Number.parseInt(process.versions.node, 10);
const alone = [
  patience[major],
  '--no-regexp-tier-up',
  '--semi-space-growth-factor=4',
  '--wasm-tiering-budget=100000000',
  '--wasm-lazy-validation',
];
// Threads of `fleuron library` and `fleuron worker` run for long, and optimise sooner; each has a processor of its own, which gains nothing by being
// helped with its garbage (600 stories take a fifth less). Node 20 gives a buffer back at once, as covers want it, only where it is told that it may.
// A flag that one sets holds for all of the process, whose patterns are compiled by then.
const inThreads = major === 20 ? ['--interrupt-budget=1000000', '--harmony-rab-gsab-transfer'] : [patience[major]];
inThreads.push('--no-parallel-scavenge');
if (patience[major] && isMainThread)
  for (const flag of /^(?:library|worker)$/.test(process.argv[2] ?? '') ? inThreads : alone)
    v8.setFlagsFromString(flag);

const root = dirname(__dirname);
const bundle = join(root, 'build', 'fleuron.cjs');

function newest(folder) {
  let time = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`; // for 400 files `join` takes 3 ms
    time = Math.max(time, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs);
  }
  return time;
}

const inCheckout = isMainThread && existsSync(join(root, 'scripts', 'cli.ts'));
const changed = inCheckout ? Math.max(newest(join(root, 'scripts')), newest(join(root, 'templates'))) : 0;

/** Makes a part of the bundle where it is missing, or a source is newer than its file. */
function make(part, file) {
  if (!inCheckout || (existsSync(file) && statSync(file).mtimeMs >= changed)) return;
  const { spawnSync } = require('node:child_process');
  const bundler = join(root, 'scripts', 'bundle.mjs');
  const { status } = spawnSync(process.execPath, [bundler, part], { stdio: ['ignore', 2, 2] });
  if (status === 0) return;
  process.stderr.write('fleuron: its sources do not compile; run “npm ci” first.\n');
  process.exit(70);
}
make('command', bundle);
if (/^(?:preview|serve)$/.test(process.argv[2]) && !process.argv.includes('--once') && !process.argv.includes('--help'))
  make('preview', join(root, 'build', 'preview', 'index.html'));

// The bundle is ASCII, which is read fastest as what it is.
const source = readFileSync(bundle, 'latin1');
// V8 runs compiled code as it is, whatever it holds: the cache gives back only what was kept for this very bundle.
// What a command compiles depends on what it reads, so each keeps its own: after `--version` nearly nothing of a build
// is compiled, and after the build of a folder no importer.
const [, command = 'other'] = /^-*([a-z]{1,16})$/.exec(process.argv[2] ?? '') ?? [];
const [, kind = ''] = /(\.[a-z\d]{1,8})$/i.exec(process.argv[3] ?? '') ?? [];
const [, digest] = /bundleDigest="([\da-f]{64})"/.exec(source.slice(0, 200));
const part = isMainThread ? `${command}${kind.toLowerCase()}` : 'story';
const name = `${digest}-${process.version}-${process.arch}-${part}`;
const cache = require('../build/user-cache.cjs').openUserCache('code', 32);
const cachedData = cache.get(name);
const script = new vm.Script(source, { filename: bundle, cachedData });
const unit = { exports: {} };
script
  .runInThisContext()
  .call(
    unit.exports,
    unit.exports,
    require('node:module').createRequire(bundle),
    unit,
    bundle,
    dirname(bundle),
    (name) => import(name),
  );

/** Keeps what was compiled by now, unless it was kept before. */
const keep = () => {
  if (!cachedData || script.cachedDataRejected) cache.set(name, script.createCachedData());
};

function runCommand() {
  unit.exports.run(process.argv.slice(2)).then((exitCode) => {
    process.exitCode = exitCode;
    // Nothing is left to be written: to give the memory back piece by piece would cost a novel's build a thirtieth more.
    process.once('beforeExit', () => process.exit());
    if (exitCode === 0) keep();
  });
}

/** What a thread of `fleuron library` does: after its first story nearly all is compiled. */
let isKept = false;
async function runTask(task) {
  const answer = await unit.exports.runTask(task);
  if (!isKept) keep();
  isKept = true;
  return answer;
}

if (isMainThread) runCommand();
else module.exports = runTask;
