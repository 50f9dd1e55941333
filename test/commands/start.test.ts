import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { makeFiles, makeFolder } from '../tools/folder.ts';
import { assertStarts, launcher } from './starting.ts';

/** The one file of compiled code in a cache. */
function compiled(cache: string): string {
  const folder = join(cache, 'fleuron/code');
  const [name, ...others] = readdirSync(folder);
  assert.deepEqual(others, []);
  return join(folder, name ?? '');
}

test('the press starts without a word of complaint', () => {
  const cache = makeFolder();
  for (const time of ['first', 'second']) assertStarts(cache, `the ${time} start`);
});

test('the second start takes the code that the first has compiled', () => {
  const cache = makeFolder();
  assertStarts(cache, 'the first start');
  const { mtimeMs, mode } = statSync(compiled(cache));
  if (process.platform !== 'win32') assert.equal(mode & 0o777, 0o600);
  assertStarts(cache, 'the second start');
  assert.equal(statSync(compiled(cache)).mtimeMs, mtimeMs);
});

/** What a disk, or somebody else, may do to a file of compiled code. */
const damages: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  'a zeroed page': (bytes) => Buffer.from(bytes).fill(0, 100 * 1024, 104 * 1024),
  'flipped bits': (bytes) => {
    const flipped = Buffer.from(bytes);
    for (let at = 8192; at < flipped.length; at += 997) flipped[at] = (flipped[at] ?? 0) ^ 16;
    return flipped;
  },
  'half a file': (bytes) => bytes.subarray(0, bytes.length >> 1),
  'no bytes': () => Buffer.alloc(0),
  'a file of something else': () => Buffer.from('{ "name": "another program" }'),
};

for (const [damage, damaged] of Object.entries(damages))
  test(`${damage} in compiled code: the press starts, and compiles it anew`, () => {
    const cache = makeFolder();
    assertStarts(cache, 'the first start');
    const path = compiled(cache);
    const { length } = readFileSync(path);
    writeFileSync(path, damaged(readFileSync(path)));
    const bad = readFileSync(path);
    assertStarts(cache, 'the start after the damage');
    assert.equal(compiled(cache), path);
    assert.ok(!readFileSync(path).equals(bad) && readFileSync(path).length > length / 2, 'it was compiled anew');
    assertStarts(cache, 'the start after that');
  });

test('compiled code that others may write is not run', {
  skip: process.platform === 'win32' && 'skipped, because Windows has no modes',
}, () => {
  const cache = makeFolder();
  assertStarts(cache, 'the first start');
  const path = compiled(cache);
  chmodSync(path, 0o666);
  assertStarts(cache, 'the second start');
  assert.equal(statSync(path).mode & 0o777, 0o600);
});

test('without a folder for its cache the press starts all the same', () => {
  const file = join(makeFiles({ cache: 'a file where the folder should be' }), 'cache');
  for (const time of ['first', 'second']) assertStarts(file, `the ${time} start`);
  assert.ok(!existsSync(join(file, 'fleuron')));
});

test('starts at once leave one whole file of compiled code', async () => {
  const cache = makeFolder();
  const env = { ...process.env, XDG_CACHE_HOME: cache, LOCALAPPDATA: cache };
  const runs = Array.from({ length: 4 }, () => spawn(process.execPath, [launcher, '--version'], { env }));
  const codes = await Promise.all(runs.map(async (run) => (await once(run, 'exit'))[0]));
  assert.deepEqual(codes, [0, 0, 0, 0]);
  const { mtimeMs } = statSync(compiled(cache));
  assertStarts(cache, 'the next start');
  assert.equal(statSync(compiled(cache)).mtimeMs, mtimeMs, 'the next start takes it');
});
