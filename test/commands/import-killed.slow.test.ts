/** `kill -9` at ten moments of an import: the moments come from a seed, which a failure names. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { ownRun } from '../../scripts/disk/run-id.ts';
import { fleuron } from '../tools/fleuron.ts';
import { filesBelow, makeFiles, makeFolder } from '../tools/folder.ts';
import { root } from '../tools/need.ts';
import { random, seed } from '../tools/random.ts';

const chapters = 120;
const story = (words: string): string =>
  Array.from({ length: chapters }, (_, at) => `Chapter ${at + 1}\n\n${`${words} `.repeat(400)}\n`).join('\n');

test('killed at any moment, each file is the old one or the new one, and a second run completes', async (context) => {
  const next = random(seed);
  const before = join(makeFiles({ 'story.txt': story('Before.') }), 'story.txt');
  const after = join(makeFiles({ 'story.txt': story('After it all.') }), 'story.txt');
  const whole = join(makeFolder(), 'whole');
  const begun = performance.now();
  assert.equal((await fleuron(['import', after, '-o', whole, '-q'])).status, 0);
  const takes = performance.now() - begun;
  const newer = filesBelow(whole);
  // The record of the import is written last; which day it was is no matter here.
  assert.equal(newer.size, chapters + 2);
  let interrupted = 0;
  for (let run = 1; run <= 10; run++) {
    const folder = join(makeFolder(), 'book');
    assert.equal((await fleuron(['import', before, '-o', folder, '-q'])).status, 0);
    writeFileSync(join(folder, 'mine.md'), 'My own.\n');
    const older = filesBelow(folder);
    const moment = takes * (0.2 + 0.8 * next());
    const child = spawn(
      process.execPath,
      [join(root, 'scripts/fleuron.cjs'), 'import', after, '-o', folder, '-q', '--force'],
      { stdio: 'ignore' },
    );
    const ended = new Promise((resolve) => child.on('close', resolve));
    await setTimeout(moment);
    child.kill('SIGKILL');
    await ended;
    const told = `seed ${seed}, run ${run}, killed after ${Math.round(moment)} ms`;
    const left = filesBelow(folder);
    for (const [name, text] of older)
      assert.ok(left.get(name) === text || left.get(name) === newer.get(name), `${told}: ${name} is neither`);
    if (
      [...newer].some(([name, text]) => left.get(name) === text) &&
      [...newer].some(([name, text]) => left.get(name) !== text)
    )
      interrupted++;
    const second = await fleuron(['import', after, '-o', folder, '-q', '--force']);
    assert.equal(second.status, 0, `${told}: ${second.stderr}`);
    assert.deepEqual(filesBelow(folder), new Map([...older, ...newer]), told);
  }
  context.diagnostic(`seed ${seed}: ${interrupted} of 10 were killed between the first file and the last`);
});

test('what a killed run left half-written is swept, what a living one writes is not', async () => {
  const source = makeFiles({
    'story.txt': 'The Lamp\n\nIt was dark, and it had been dark for so long that nobody spoke of it.\n',
  });
  const [here] = ownRun().split('.');
  const dead = `.chapter-1.md.${here}.${spawnSync(process.execPath, ['-e', '']).pid}.0123456789ab.part`;
  const living = `.chapter-1.md.${ownRun()}.0123456789ab.part`;
  const other = dead.replace('chapter-1', 'other');
  const folder = makeFiles({ [dead]: 'It was d', [living]: 'It was d', [other]: 'Not ours.' });
  assert.equal((await fleuron(['import', join(source, 'story.txt'), '-o', folder, '-q'])).status, 0);
  const left = process.platform === 'linux' ? [living, other] : [dead, living, other];
  assert.deepEqual(readdirSync(folder).sort(), [...left, '.fleuron', 'book.yaml', 'chapter-1.md'].sort());
});
