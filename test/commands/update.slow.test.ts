/** An update that is killed leaves the folder whole: the next run finds it as it was, or as it is to be. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { recoverUpdate } from '../../scripts/disk/update-folder.ts';
import { fleuron } from '../tools/fleuron.ts';
import { root } from '../tools/need.ts';
import { random, seed } from '../tools/random.ts';

const chapters = 80;
const story = (word: string): string =>
  Array.from(
    { length: chapters },
    (_, at) =>
      `Chapter ${at + 1}\n\n${Array.from({ length: 30 }, (_each, number) => `Text${at}x${number} ${number === 4 ? word : 'stays'}.`).join('\n\n')}`,
  ).join('\n\n\n');

test('forty updates are killed, and no folder is left in between', async (context) => {
  const place = mkdtempSync(join(tmpdir(), 'fleuron-kill-'));
  context.after(() => rmSync(place, { recursive: true, force: true }));
  const [old, fresh, kept, folder] = ['old.txt', 'new.txt', 'kept', 'story'].map((name) => join(place, name)) as [
    string,
    string,
    string,
    string,
  ];
  writeFileSync(old, story('before'));
  writeFileSync(fresh, story('after'));
  assert.equal((await fleuron(['import', old, '-o', kept])).status, 0);
  const textOf = () =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('');
  const begun = performance.now();
  cpSync(kept, folder, { recursive: true });
  assert.equal((await fleuron(['import', fresh, '-o', folder, '--update'])).status, 0);
  const whole = performance.now() - begun;
  const next = random(seed);
  const ends = { before: 0, after: 0 };
  for (let run = 0; run < 40; run++) {
    rmSync(folder, { recursive: true });
    cpSync(kept, folder, { recursive: true });
    const update = spawn(
      process.execPath,
      [join(root, 'scripts/fleuron.cjs'), 'import', fresh, '-o', folder, '--update'],
      { stdio: 'ignore' },
    );
    const ended = new Promise((resolve) => update.once('exit', resolve));
    // Most of the time goes into reading; the writing is at the end.
    await setTimeout(whole * (0.5 + 0.6 * next()));
    update.kill('SIGKILL');
    await ended;
    recoverUpdate(folder);
    const text = textOf();
    const [before, after] = [text.split('before').length - 1, text.split('after').length - 1];
    assert.deepEqual(
      [before, after].sort((a, b) => a - b),
      [0, chapters],
      `run ${run}`,
    );
    ends[before > 0 ? 'before' : 'after']++;
    assert.deepEqual(
      readdirSync(join(folder, '.fleuron')).filter((name) => name === 'updating'),
      [],
    );
  }
  context.diagnostic(`as before: ${ends.before}, updated: ${ends.after}`);
});
