/**
 * Runs on one target of which half are killed at any moment: what ended well is kept whole, and nothing is left damaged or lying about.
 * `npm run test:slow -- at-once --runs 20` starts twenty of each, and kills ten.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { fleuron } from '../tools/fleuron.ts';
import { filesBelow, makeFiles, makeFolder } from '../tools/folder.ts';
import { bookOf } from '../tools/press.ts';
import { random, seed } from '../tools/random.ts';
import { start, story, versionsIn, versionsOf } from './at-once.ts';

const count = Number(process.env['FUZZ_RUNS'] ?? 6);

/**
 * Starts all at once, kills every second while it runs at a moment that chance chooses, and lets the others end; a run that ended before
 * its moment is started again, to be killed earlier. Answers who ended well. The sources must be as they were.
 */
async function killHalf(
  words: (source: string) => readonly string[],
  sources: readonly string[],
  context: TestContext,
) {
  const next = random(seed);
  const before = sources.map((source) => filesBelow(dirname(source)));
  const begun = performance.now();
  const alone = await start(['--version']).ended.then(() => performance.now() - begun);
  const whole = (alone * 3 * sources.length) / availableParallelism();
  const run = (source: string) => start([...words(source), '-q']);
  const well = new Set<number>();
  const moments: number[] = [];
  const endsWell = (at: number, { code, said }: { readonly code: number | null; readonly said: string }) => {
    assert.deepEqual({ code, said }, { code: 0, said: '' }, `run ${at}, seed ${seed}`);
    well.add(at);
  };
  const kill = async (source: string, at: number, first: ReturnType<typeof start>) => {
    let victim = first;
    for (let latest = whole; ; latest *= 0.6) {
      const moment = latest * next();
      await Promise.race([victim.ended, setTimeout(moment)]);
      victim.child.kill('SIGKILL');
      const end = await victim.ended;
      if (victim.child.signalCode === 'SIGKILL') return moments.push(Math.round(moment));
      endsWell(at, end);
      victim = run(source);
    }
  };
  await Promise.all(
    sources
      .map((source) => ({ source, begun: run(source) }))
      .map(async ({ source, begun }, at) => (at % 2 === 0 ? endsWell(at, await begun.ended) : kill(source, at, begun))),
  );
  assert.equal(moments.length, Math.floor(sources.length / 2), 'each of them was alive when it was killed');
  assert.deepEqual(
    sources.map((source) => filesBelow(dirname(source))),
    before,
    'the sources are as they were',
  );
  context.diagnostic(
    `seed ${seed}: ${well.size} ended well, killed after ${moments.sort((a, b) => a - b).join(', ')} ms`,
  );
  return [...well];
}

/** Looks at a target again and again while others write it: each time it must be whole. */
async function watching<Value>(isWhole: () => boolean, others: Promise<Value>, context: TestContext): Promise<Value> {
  let isOver = false;
  const looks = (async () => {
    let seen = 0;
    for (; !isOver; await setTimeout(5), seen++) assert.ok(isWhole(), `look ${seen}, seed ${seed}`);
    return seen;
  })();
  const value = await others.finally(() => {
    isOver = true;
  });
  context.diagnostic(`the target was looked at ${await looks} times`);
  assert.ok(isWhole());
  return value;
}

/** The moment that nobody else writes there: a last run ends well, and leaves nothing but its target. */
async function runAlone(words: readonly string[], target: string): Promise<void> {
  const { status, stderr } = await fleuron(words);
  assert.equal(status, 0, stderr);
  assert.deepEqual(readdirSync(dirname(target)), [basename(target)]);
}

test(`of ${count} builds of one book half are killed: there is a whole book, always`, async (context) => {
  const [former = '', ...versions] = versionsOf(story(100), count + 1);
  const books = await Promise.all([former, ...versions].map((version) => bookOf(version)));
  const target = join(makeFolder(), 'b.epub');
  await runAlone(['build', former, '-o', target], target);
  const isWhole = () => {
    const there = readFileSync(target); // once: another run may put its book there between two looks
    return books.some((book) => Buffer.compare(book, there) === 0);
  };
  await watching(
    isWhole,
    killHalf((version) => ['build', version, '-o', target], versions, context),
    context,
  );
  await runAlone(['build', former, '-o', target], target);
});

for (const name of ['bag', 'bag.zip'])
  test(`of ${count} archives into one ${name} half are killed: each version that was archived is kept`, async (context) => {
    const target = join(makeFolder(), name);
    const copies = versionsOf(story(20), count);
    const well = await killHalf((copy) => ['archive', copy, '-o', target], copies, context);
    await runAlone(['archive', story(), '-o', target], target);
    const versions = await versionsIn(target);
    for (const at of well) assert.ok(versions.includes(`Version ${at + 1}`), `version ${at + 1}`);
    context.diagnostic(`${versions.length} versions and the last are kept`);
  });

test(`of ${count} imports into one folder half are killed: each file is the former or the new one, always`, async (context) => {
  const storyOf = (words: string) =>
    Array.from({ length: 40 }, (_, at) => `Chapter ${at + 1}\n\n${`${words} `.repeat(200)}\n`).join('\n');
  const [former, source] = ['Before.', 'After.'].map((words) =>
    join(makeFiles({ 'story.txt': `The Door\nby Ann\n\n${storyOf(words)}` }), 'story.txt'),
  );
  const [first, target] = [join(makeFolder(), 'story'), join(makeFolder(), 'story')];
  await runAlone(['import', source ?? '', '-o', first], first);
  await runAlone(['import', former ?? '', '-o', target], target);
  const [older, newer] = [filesBelow(target), filesBelow(first)];
  const isWhole = () =>
    [...older.keys()].every((file) => {
      const text = readFileSync(join(target, file), 'latin1');
      return text === older.get(file) || text === newer.get(file);
    });
  const words = (from: string) => ['import', from, '-o', target, '--force'];
  await watching(
    isWhole,
    killHalf(
      words,
      Array.from({ length: count }, () => source ?? ''),
      context,
    ),
    context,
  );
  await runAlone(words(source ?? ''), target);
  assert.deepEqual(filesBelow(target), newer);
});
