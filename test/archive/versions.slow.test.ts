import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { makeFolder } from '../tools/folder.ts';
import { root } from '../tools/need.ts';
import { archive, isWhole, story } from './story.ts';

test('killed at any moment the older archive is whole, and a second run completes', async () => {
  const manuscript = story(150);
  for (const seed of [1, 2, 3, 5, 7, 11, 13, 17, 19, 23]) {
    const target = join(makeFolder(), 'bag');
    if (seed % 2) await archive(manuscript, target);
    appendFileSync(join(manuscript, '1.md'), `More ${seed}.\n`);
    const child = spawn(
      process.execPath,
      [join(root, 'scripts/fleuron.cjs'), 'archive', manuscript, '-o', target, '-q'],
      {
        stdio: 'ignore',
      },
    );
    const ended = new Promise((resolve) => child.on('close', resolve));
    await setTimeout(150 + ((seed * 7919) % 500));
    child.kill('SIGKILL');
    await ended;
    const before = join(dirname(target), '.bag.before');
    if (existsSync(target)) await isWhole(target);
    else if (seed % 2) await isWhole(before);
    await archive(manuscript, target);
    await isWhole(target);
    assert.equal(existsSync(join(target, 'data/versions/1')), seed % 2 === 1);
    assert.deepEqual(readdirSync(dirname(target)), ['bag'], `seed ${seed}`);
  }
});
