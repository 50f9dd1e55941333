/** Runs of the press that write one target at the same time: as neighbours, and each in a PID namespace of its own, as containers are. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { readEpub } from '../tools/epub.ts';
import { fleuron } from '../tools/fleuron.ts';
import { makeFiles, makeFolder } from '../tools/folder.ts';
import { root } from '../tools/need.ts';

/** What begins a command line that runs in a PID namespace of its own; undefined where this machine lets nobody make one. */
const namespaced = [
  ['unshare', '-p', '-f'],
  ['unshare', '-r', '-p', '-f'],
].find(([program = '', ...args]) => spawnSync(program, [...args, 'true']).status === 0);
const noNamespaces = 'skipped, because unshare makes no PID namespaces here';

/** Runs that were started and not waited for; each ends with its code and what it said. */
function start(words: readonly string[], before: readonly string[] = []) {
  const [program = '', ...args] = [...before, process.execPath, join(root, 'scripts/fleuron.cjs'), ...words];
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const ended = new Promise<{ readonly code: number | null; readonly said: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, said })),
  );
  return { child, ended };
}

/** Waits for runs that must all end well, without a word. */
async function endWell(runs: readonly { readonly ended: Promise<unknown> }[]): Promise<void> {
  for (const { ended } of runs) assert.deepEqual(await ended, { code: 0, said: '' });
}

const story = (chapters = 2) =>
  join(
    makeFiles({
      'story/book.yaml': 'title: The Door\nauthor: Ann\nmodified: 2026-03-04\n',
      ...Object.fromEntries(
        Array.from({ length: chapters }, (_, at) => [
          `story/${at + 1}.md`,
          `# Chapter ${at + 1}\n\n${'Words. '.repeat(50)}\n`,
        ]),
      ),
    }),
    'story',
  );

/** Copies of a story that differ in one line each. */
const versionsOf = (first: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => {
    const copy = join(makeFolder(), 'story');
    cpSync(first, copy, { recursive: true });
    appendFileSync(join(copy, '1.md'), `\nVersion ${at + 1}.\n`);
    return copy;
  });

/** The versions that a bag holds, and nothing lies beside it. */
async function versionsIn(target: string): Promise<readonly string[]> {
  const verified = await fleuron(['verify', target]);
  assert.equal(verified.status, 0, verified.stderr);
  assert.deepEqual(readdirSync(join(target, '..')), [target.slice(join(target, '..').length + 1)]);
  const texts = target.endsWith('.zip')
    ? readEpub(readFileSync(target))
        .entries.filter(({ name }) => name.endsWith('manuscript/1.md'))
        .map(({ bytes }) => Buffer.from(bytes).toString())
    : readdirSync(target, { recursive: true })
        .map(String)
        .filter((name) => name.endsWith(join('manuscript', '1.md')))
        .map((name) => readFileSync(join(target, name), 'utf8'));
  return texts.flatMap((text) => /Version \d+/.exec(text) ?? []).sort();
}

const all = (count: number) => Array.from({ length: count }, (_, at) => `Version ${at + 1}`).sort();

for (const [count, rounds] of [
  [2, 2],
  [6, 2],
] as const)
  for (const name of ['bag', 'bag.zip'])
    for (const before of [[], namespaced] as const)
      test(`${count} archives at once into one ${name}${before?.length === 0 ? '' : ', each in a PID namespace,'} lose no version`, async (context) => {
        if (!before) return context.skip(noNamespaces);
        const first = story();
        for (let round = 0; round < rounds; round++) {
          const target = join(makeFolder(), name);
          if (round % 2 === 0) assert.equal((await fleuron(['archive', first, '-o', target, '-q'])).status, 0);
          const runs = versionsOf(first, count).map((copy) => start(['archive', copy, '-o', target, '-q'], before));
          await endWell(runs);
          assert.deepEqual(await versionsIn(target), all(count));
        }
      });

test('of archives at once some are killed: what ended well is kept, and the next run adds to it', async () => {
  const target = join(makeFolder(), 'bag');
  const copies = versionsOf(story(20), 4);
  const wanted = new Set<string>();
  for (let round = 0; round < 5; round++) {
    for (const copy of copies) appendFileSync(join(copy, '1.md'), `More of round ${round}.\n`);
    const runs = copies.map((copy) => start(['archive', copy, '-o', target, '-q']));
    await setTimeout(300 + ((round * 7919) % 700));
    for (const { child } of runs.slice(0, 2)) child.kill('SIGKILL');
    await endWell(runs.slice(2));
    await Promise.all(runs.map(({ ended }) => ended));
    for (const copy of copies.slice(2)) wanted.add(readFileSync(join(copy, '1.md'), 'utf8'));
  }
  await endWell([start(['archive', story(), '-o', target, '-q'])]);
  await versionsIn(target);
  const kept = new Set(
    readdirSync(target, { recursive: true })
      .map(String)
      .filter((name) => name.endsWith(join('manuscript', '1.md')))
      .map((name) => readFileSync(join(target, name), 'utf8')),
  );
  for (const text of wanted) assert.ok(kept.has(text), text);
});

for (const before of [[], namespaced] as const)
  test(`builds at once of one book${before?.length === 0 ? '' : ', each in a PID namespace,'} all end well`, async (context) => {
    if (!before) return context.skip(noNamespaces);
    const manuscript = story(200);
    const target = join(makeFolder(), 'b.epub');
    for (let round = 0; round < 4; round++) {
      const runs = Array.from({ length: 4 }, () => start(['build', manuscript, '-o', target, '-q'], before));
      await endWell(runs);
      assert.deepEqual(readdirSync(join(target, '..')), ['b.epub']);
      assert.match(readEpub(readFileSync(target)).text('OEBPS/content.opf'), /The Door/);
    }
  });
