/**
 * Runs on one target of which half are killed at any moment: what ended well is kept whole, and nothing is left damaged or lying about.
 * `npm run test:slow -- at-once --runs 20` starts twenty of each, and kills ten.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { fleuron } from '../tools/fleuron.ts';
import { makeFiles, makeFolder } from '../tools/folder.ts';
import { bookOf } from '../tools/press.ts';
import { start, story, versionsIn, versionsOf } from './at-once.ts';

const count = Number(process.env['FUZZ_RUNS'] ?? 6);

/** Starts all at once, kills every second at a moment of its own, and lets the others end; answers who ended well, and how many were killed. */
async function killHalf(commands: readonly (readonly string[])[]) {
  const begun = performance.now();
  const alone = await start(['--version']).ended.then(() => performance.now() - begun);
  const whole = (alone * 3 * commands.length) / availableParallelism();
  const runs = commands.map((words) => start([...words, '-q']));
  let killed = 0;
  const kills = runs.map(async ({ child, ended }, at) => {
    if (at % 2 === 0) return;
    await Promise.race([ended, setTimeout(whole * (((at * 7919) % 97) / 97))]);
    if (child.exitCode === null && child.kill('SIGKILL')) killed++;
  });
  const ends = await Promise.all(runs.map(({ ended }) => ended));
  await Promise.all(kills);
  const well = ends.flatMap(({ code, said }, at) => {
    if (code === null) return [];
    assert.deepEqual({ code, said }, { code: 0, said: '' }, `run ${at}`);
    return [at];
  });
  return { well, killed };
}

/** The moment that nobody else writes there: a last run ends well, and leaves nothing but its target. */
async function runAlone(words: readonly string[], target: string): Promise<void> {
  const { status, stderr } = await fleuron(words);
  assert.equal(status, 0, stderr);
  assert.deepEqual(readdirSync(dirname(target)), [basename(target)]);
}

test(`of ${count} builds of one book half are killed: there is a whole book, always`, async (context) => {
  const versions = versionsOf(story(100), count);
  const books = await Promise.all(versions.map((version) => bookOf(version)));
  const target = join(makeFolder(), 'b.epub');
  const isWhole = () => {
    const there = readFileSync(target); // once: another run may put its book there between two looks
    return books.some((book) => Buffer.compare(book, there) === 0);
  };
  let isOver = false;
  const looks = (async () => {
    let seen = 0;
    for (; !isOver; await setTimeout(5))
      if (existsSync(target)) {
        assert.ok(isWhole());
        seen++;
      }
    return seen;
  })();
  const { well, killed } = await killHalf(versions.map((version) => ['build', version, '-o', target]));
  isOver = true;
  assert.ok(isWhole());
  context.diagnostic(`${well.length} ended well, ${killed} were killed; the book was looked at ${await looks} times`);
  await runAlone(['build', versions[0] ?? '', '-o', target], target);
});

for (const name of ['bag', 'bag.zip'])
  test(`of ${count} archives into one ${name} half are killed: each version that was archived is kept`, async (context) => {
    const target = join(makeFolder(), name);
    const { well, killed } = await killHalf(
      versionsOf(story(20), count).map((copy) => ['archive', copy, '-o', target]),
    );
    await runAlone(['archive', story(), '-o', target], target);
    const versions = await versionsIn(target);
    for (const at of well) assert.ok(versions.includes(`Version ${at + 1}`), `version ${at + 1}`);
    context.diagnostic(
      `${well.length} ended well, ${killed} were killed; ${versions.length} versions and the last are kept`,
    );
  });

test(`of ${count} imports into one folder half are killed: the manuscript is whole`, async (context) => {
  const chapters = Array.from({ length: 40 }, (_, at) => `Chapter ${at + 1}\n\n${'Words. '.repeat(200)}\n`);
  const source = join(makeFiles({ 'story.txt': `The Door\nby Ann\n\n${chapters.join('\n')}` }), 'story.txt');
  const [first, target] = [join(makeFolder(), 'story'), join(makeFolder(), 'story')];
  await runAlone(['import', source, '-o', first], first);
  const { well, killed } = await killHalf(Array.from({ length: count }, () => ['import', source, '-o', target]));
  await runAlone(['import', source, '-o', target], target);
  assert.deepEqual(readdirSync(target).sort(), readdirSync(first).sort());
  for (const file of readdirSync(first))
    assert.deepEqual(readFileSync(join(target, file)), readFileSync(join(first, file)));
  context.diagnostic(`${well.length} ended well, ${killed} were killed`);
});
