import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { type Lock, type Patience, takeLock } from '../../scripts/disk/lock.ts';
import { ownRun } from '../../scripts/disk/run-id.ts';
import { makeFiles, makeFolder } from '../tools/folder.ts';

const brief: Patience = { silence: 600, wait: 2000 };
const [here = ''] = ownRun().split('.');
const dead = spawnSync(process.execPath, ['-e', '']).pid;

async function taken(target: string, patience: Patience = brief): Promise<Lock> {
  const lock = await takeLock(target, undefined, patience);
  if ('file' in lock) throw new Error(lock.reason);
  return lock;
}

test('one at a time has the lock, and nothing is left of it', async () => {
  const target = join(makeFolder(), 'new/bag');
  let inside = 0;
  let turns = 0;
  const turn = async () => {
    const lock = await taken(target, { silence: 10_000, wait: 20_000 });
    assert.equal(++inside, 1);
    await setTimeout(20);
    assert.ok(lock.isHeld());
    inside--;
    turns++;
    await lock.release();
    assert.ok(!lock.isHeld());
  };
  await Promise.all(Array.from({ length: 8 }, turn));
  assert.equal(turns, 8);
  assert.deepEqual(readdirSync(join(target, '..')), []);
});

test('a lock whose run has ended is taken over at once', async (context) => {
  if (process.platform !== 'linux') return context.skip('skipped, because only Linux says in which namespace we are');
  const folder = makeFiles({ '.bag.lock': `${here}.${dead} 0123456789abcdef\n` });
  const lock = await taken(join(folder, 'bag'), { silence: 1e9, wait: 0 });
  await lock.release();
  assert.deepEqual(readdirSync(folder), []);
});

for (const [whose, words] of [
  ['of another machine', '00000000.1 0123456789abcdef\n'],
  ['of a run that was killed before it wrote its name', ''],
  ['of a living run that stands still', `${here}.${process.ppid} 0123456789abcdef\n`],
] as const)
  test(`a lock ${whose} is taken over when its time has stood still, whatever its clock says`, async () => {
    for (const clock of [Date.now() - 1e9, Date.now() + 1e9]) {
      const folder = makeFiles({ '.bag.lock': words });
      utimesSync(join(folder, '.bag.lock'), new Date(clock), new Date(clock));
      const begun = performance.now();
      if (words.startsWith(here) && process.platform !== 'linux') return;
      const lock = await taken(join(folder, 'bag'));
      assert.ok(performance.now() - begun >= brief.silence);
      assert.ok(lock.isHeld());
      await lock.release();
      assert.deepEqual(readdirSync(folder), []);
    }
  });

test('a lock of another machine that shows signs of life is waited for, and then told in words', async () => {
  const words = '00000000.1 0123456789abcdef\n';
  const folder = makeFiles({ '.bag.lock': words });
  const file = join(folder, '.bag.lock');
  let time = 1_000_000;
  const life = setInterval(() => utimesSync(file, ++time, time), 100);
  let waited = 0;
  const lock = await takeLock(join(folder, 'bag'), () => waited++, brief);
  clearInterval(life);
  assert.deepEqual(lock, { file, reason: undefined });
  assert.ok(waited > 5);
  assert.equal(readFileSync(file, 'utf8'), words);
});

test('a held lock shows signs of life while the press is busy, and is not taken over', async () => {
  const target = join(makeFolder(), 'bag');
  const lock = await taken(target);
  const file = join(target, '../.bag.lock');
  const { mtimeMs } = statSync(file);
  let later = mtimeMs;
  // No turn of the event loop.
  for (const end = performance.now() + 60_000; later <= mtimeMs + 1000 && performance.now() < end; )
    later = statSync(file).mtimeMs;
  assert.ok(later > mtimeMs + 1000, `${later - mtimeMs}`);
  await lock.release();
});

test('who lost its lock knows, and does not remove that of another', async () => {
  const target = join(makeFolder(), 'bag');
  const file = join(target, '../.bag.lock');
  const lock = await taken(target);
  writeFileSync(file, '00000000.1 0123456789abcdef\n');
  assert.ok(!lock.isHeld());
  await lock.release();
  assert.ok(existsSync(file));
});

test('many that find one dead lock take it over one at a time', async (context) => {
  if (process.platform !== 'linux') return context.skip('skipped, because only Linux says in which namespace we are');
  for (let round = 0; round < 20; round++) {
    const folder = makeFiles({ '.bag.lock': `${here}.${dead} 0123456789abcdef\n` });
    let inside = 0;
    await Promise.all(
      Array.from({ length: 4 }, async () => {
        const lock = await taken(join(folder, 'bag'), { silence: 10_000, wait: 20_000 });
        assert.equal(++inside, 1);
        await setTimeout(5);
        inside--;
        await lock.release();
      }),
    );
    assert.deepEqual(readdirSync(folder), []);
  }
});

test('where no lock can be made, the reason is told in words', async () => {
  const folder = makeFiles({ file: 'x' });
  const lock = await takeLock(join(folder, 'file/bag'));
  assert.match('file' in lock ? `${lock.reason}` : '', /lies below a file/);
});
