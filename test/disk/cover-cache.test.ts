import assert from 'node:assert/strict';
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { coverShelf } from '../../scripts/disk/cover-cache.ts';
import { makeFiles, makeFolder } from '../tools/folder.ts';

const jpeg = Buffer.from('a cover');

test('what is kept comes back, and nothing else does', () => {
  const shelf = coverShelf(join(makeFolder(), 'covers'));
  assert.equal(shelf.take('one'), undefined);
  shelf.keep('one', jpeg);
  assert.deepEqual(shelf.take('one'), jpeg);
  assert.equal(shelf.take('two'), undefined);
});

test('a cover that was damaged on its shelf is none', () => {
  const folder = makeFolder();
  const shelf = coverShelf(folder);
  shelf.keep('one', jpeg);
  const bytes = readFileSync(join(folder, 'one'));
  for (const damaged of [bytes.subarray(0, -1), Buffer.concat([bytes, jpeg]), Buffer.alloc(5), Buffer.alloc(0)]) {
    writeFileSync(join(folder, 'one'), damaged);
    assert.equal(shelf.take('one'), undefined);
  }
});

test('a full shelf loses its oldest', () => {
  const folder = makeFolder();
  const shelf = coverShelf(folder, 3);
  for (const [at, name] of ['one', 'two', 'three', 'four', 'five'].entries()) {
    shelf.keep(name, jpeg);
    utimesSync(join(folder, name), at + 1, at + 1);
  }
  assert.deepEqual(readdirSync(folder).sort(), ['five', 'four', 'three']);
});

test('a shelf that cannot be written keeps nothing, and says nothing', () => {
  const file = join(makeFiles({ covers: 'a file where the folder should be' }), 'covers');
  const shelf = coverShelf(file);
  shelf.keep('one', jpeg);
  assert.equal(shelf.take('one'), undefined);
  assert.equal(readFileSync(file, 'utf8'), 'a file where the folder should be');
});
