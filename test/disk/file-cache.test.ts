import assert from 'node:assert/strict';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createFileCache } from '../../scripts/disk/file-cache.ts';
import { makeFiles, makeFolder } from '../tools/folder.ts';

const bytes = Buffer.from('a cover');
const isWindows = process.platform === 'win32';
const isRoot = process.getuid?.() === 0;

/** A cache in a folder of its own that holds one file, and that file's path. */
function cacheOfOne() {
  const folder = join(makeFolder(), 'covers');
  const cache = createFileCache(folder, 3);
  cache.set('one', bytes);
  return { folder, cache, path: join(folder, 'one') };
}

test('what is kept comes back, and nothing else does', () => {
  const cache = createFileCache(join(makeFolder(), 'below', 'covers'), 3);
  assert.equal(cache.get('one'), undefined);
  cache.set('one', bytes);
  assert.deepEqual(cache.get('one'), bytes);
  assert.equal(cache.get('two'), undefined);
  cache.set('one', Buffer.from('another'));
  assert.deepEqual(cache.get('one'), Buffer.from('another'));
});

test('a damaged file is none, and is made anew', () => {
  const { cache, path } = cacheOfOne();
  const whole = readFileSync(path);
  const flipped = Buffer.from(whole);
  flipped[whole.length - 3] = (flipped[whole.length - 3] ?? 0) ^ 1;
  const damages = {
    'cut short': whole.subarray(0, -1),
    'longer than it was': Buffer.concat([whole, bytes]),
    'zeroed at its end': Buffer.concat([whole.subarray(0, 34), Buffer.alloc(whole.length - 34)]),
    'zeroed as a whole': Buffer.alloc(whole.length),
    'of one flipped bit': flipped,
    'too short for a checksum': Buffer.alloc(5),
    empty: Buffer.alloc(0),
  };
  for (const [damage, damaged] of Object.entries(damages)) {
    writeFileSync(path, damaged);
    assert.equal(cache.get('one'), undefined, `a file ${damage}`);
    cache.set('one', bytes);
    assert.deepEqual(cache.get('one'), bytes, `after a file ${damage}`);
  }
});

test('a whole file under another name is not trusted', () => {
  const { folder, cache, path } = cacheOfOne();
  copyFileSync(path, join(folder, 'two'));
  assert.equal(cache.get('two'), undefined);
});

test('only the user may read and write what is kept', {
  skip: isWindows && 'skipped, because Windows has no modes',
}, () => {
  const mask = process.umask(0);
  try {
    const { folder, path } = cacheOfOne();
    assert.equal(statSync(folder).mode & 0o777, 0o700);
    assert.equal(statSync(path).mode & 0o777, 0o600);
  } finally {
    process.umask(mask);
  }
});

test('a file that others may write is not trusted, and the next one is the user’s alone', {
  skip: isWindows && 'skipped, because Windows has no modes',
}, () => {
  const { folder, cache, path } = cacheOfOne();
  for (const mode of [0o666, 0o620, 0o602]) {
    chmodSync(path, mode);
    chmodSync(folder, 0o777);
    assert.equal(cache.get('one'), undefined, mode.toString(8));
    cache.set('one', bytes);
    assert.deepEqual(cache.get('one'), bytes);
    assert.equal(statSync(path).mode & 0o777, 0o600);
    assert.equal(statSync(folder).mode & 0o777, 0o700);
  }
});

test('a link and a folder in a file’s place are not followed', {
  skip: isWindows && 'skipped, because Windows lets few make links',
}, () => {
  const { folder, cache, path } = cacheOfOne();
  renameSync(path, join(folder, 'elsewhere'));
  symlinkSync(join(folder, 'elsewhere'), path);
  assert.equal(cache.get('one'), undefined);
  cache.set('one', bytes);
  assert.deepEqual(cache.get('one'), bytes);
  mkdirSync(join(folder, 'two'));
  symlinkSync('nowhere', join(folder, 'dangling'));
  assert.equal(cache.get('two'), undefined);
  cache.set('two', bytes);
  assert.equal(cache.get('two'), undefined);
});

test('a file of another user is not trusted', {
  skip: !isRoot && 'skipped, because only root can give files away',
}, async () => {
  const { chownSync } = await import('node:fs');
  const { cache, path } = cacheOfOne();
  chownSync(path, 12345, 12345);
  assert.equal(cache.get('one'), undefined);
});

test('a full cache loses its oldest, whatever lies there', () => {
  const folder = makeFolder();
  const cache = createFileCache(folder, 3);
  writeFileSync(join(folder, '.half.1.part'), 'what a run that was killed has left');
  utimesSync(join(folder, '.half.1.part'), 1, 1);
  for (const [at, name] of ['one', 'two', 'three', 'four', 'five'].entries()) {
    cache.set(name, bytes);
    utimesSync(join(folder, name), at + 2, at + 2);
  }
  assert.deepEqual(readdirSync(folder).sort(), ['five', 'four', 'three']);
});

test('a folder that cannot be written, or is none, keeps nothing and says nothing', () => {
  const file = join(makeFiles({ covers: 'a file where the folder should be' }), 'covers');
  for (const folder of [file, join(file, 'below'), undefined]) {
    const cache = createFileCache(folder, 3);
    cache.set('one', bytes);
    assert.equal(cache.get('one'), undefined);
  }
  assert.equal(readFileSync(file, 'utf8'), 'a file where the folder should be');
});
