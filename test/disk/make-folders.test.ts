import assert from 'node:assert/strict';
import { readdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { makeFolders } from '../../scripts/disk/make-folders.ts';
import { makeFiles, makeFolder } from '../tools/folder.ts';

const isWindows = process.platform === 'win32';

test('folders that are not there are made, and those that are there stay', () => {
  const folder = makeFiles({ 'a/file': 'x' });
  makeFolders(join(folder, 'a/b/c'));
  makeFolders(join(folder, 'a/b/c'));
  makeFolders(folder);
  assert.deepEqual(readdirSync(folder, { recursive: true }).sort(), [
    'a',
    join('a', 'b'),
    join('a', 'b', 'c'),
    join('a', 'file'),
  ]);
});

test('every folder that is made has the mode that is asked for', {
  skip: isWindows && 'skipped, because Windows has no modes',
}, () => {
  const folder = makeFolder();
  makeFolders(join(folder, 'a/b'), 0o700);
  for (const path of ['a', 'a/b']) assert.equal(statSync(join(folder, path)).mode & 0o777, 0o700);
});

test('a file in the way is told, as a file or above one', {
  skip: isWindows && 'skipped, because Windows lets few make links',
}, () => {
  const folder = makeFiles({ file: 'x' });
  symlinkSync('nowhere', join(folder, 'dangling'));
  assert.throws(() => makeFolders(join(folder, 'file')), { code: 'EEXIST' });
  assert.throws(() => makeFolders(join(folder, 'file/a/b')), { code: 'ENOTDIR' });
  assert.throws(() => makeFolders(join(folder, 'dangling')), { code: 'EEXIST' });
});
