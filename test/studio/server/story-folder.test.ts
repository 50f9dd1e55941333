import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { sha256 } from '../../../scripts/book/digest.ts';
import { usualLimits } from '../../../scripts/book/limits.ts';
import { openStoryFolder } from '../../../scripts/studio/server/story-folder.ts';
import { makeFiles } from '../../tools/folder.ts';

function opened(path: string) {
  const { value, problems } = openStoryFolder(path, usualLimits);
  assert.ok(value, JSON.stringify(problems));
  return value;
}

async function readOf(story: ReturnType<typeof opened>) {
  const read = await story.read(story.id);
  assert.ok(read);
  return read;
}

test('reads a folder anew each time, without hidden files and what links fetch from elsewhere', async () => {
  const folder = makeFiles({
    'story/one.md': 'One',
    'story/.git/HEAD': 'x',
    'story/p/map.png': 'map',
    'else.md': 'Else',
  });
  symlinkSync(join(folder, 'else.md'), join(folder, 'story/link.md'));
  const story = opened(join(folder, 'story'));
  const first = await readOf(story);
  assert.equal(first.name, 'story');
  assert.equal(first.file, undefined);
  assert.deepEqual([...first.files.keys()], ['one.md', 'p/map.png']);
  writeFileSync(join(folder, 'story/two.md'), 'Two');
  assert.deepEqual([...(await readOf(story)).files.keys()], ['one.md', 'p/map.png', 'two.md']);
});

test('reads a file, and of its neighbours those that its text was found to refer to', async () => {
  const folder = makeFiles({ 'one.md': '![map](map.png)', 'map.png': 'map', 'other.md': 'Mine', 'secret.txt': 'x' });
  const story = opened(join(folder, 'one.md'));
  const first = await readOf(story);
  assert.equal(first.file, 'one.md');
  assert.deepEqual([...first.files.keys()], ['one.md']);
  first.given.open('map.png', { path: 'one.md' });
  first.given.open('later.png', { path: 'one.md' });
  first.given.open('../out.png', { path: 'one.md' });
  assert.deepEqual([...(await readOf(story)).files.keys()], ['one.md', 'map.png']);
  assert.ok([...story.known].some((path) => path.endsWith('later.png')));
  assert.ok(![...story.known].some((path) => path.endsWith('out.png')));
});

test('writes of a file’s neighbours only those, and new ones', async () => {
  const folder = makeFiles({ 'one.md': 'One', 'other.md': 'Mine' });
  const story = opened(join(folder, 'one.md'));
  const over = await story.write(story.id, [{ path: 'other.md', was: sha256('Mine'), content: 'Yours' }]);
  assert.deepEqual(over, { done: false, stale: ['other.md'] });
  const own = [
    { path: 'one.md', was: sha256('One'), content: 'First' },
    { path: 'cover.jpg', was: undefined, content: new Uint8Array([1]) },
  ];
  assert.deepEqual(await story.write(story.id, own), { done: true });
  assert.equal(readFileSync(join(folder, 'one.md'), 'utf8'), 'First');
  assert.ok(existsSync(join(folder, 'cover.jpg')));
});

test('is one story, which can be gone for a while', async () => {
  const folder = makeFiles({ 'story/one.md': 'One' });
  const path = join(folder, 'story');
  const story = opened(path);
  const [listed] = await story.list();
  assert.equal(listed?.id, 'story');
  assert.equal(listed?.size, 3);
  assert.ok((listed?.changed ?? 0) > Date.now() - 60_000);
  assert.equal(await story.read('other'), undefined);
  const made = await story.create({ title: 'New', name: 'new', files: new Map(), guesses: [] });
  assert.ok(typeof made === 'object');
  await story.remove(story.id);
  assert.ok(existsSync(path));
  renameSync(path, `${path}-away`);
  assert.equal(await story.read(story.id), undefined);
  assert.deepEqual(await story.list(), []);
  assert.ok(!(await story.write(story.id, [{ path: 'one.md', was: undefined, content: 'x' }])).done);
  mkdirSync(path);
  assert.equal((await readOf(story)).files.size, 0);
});

test('says why a path is no story', () => {
  const { value, problems } = openStoryFolder(join(makeFiles({}), 'nothing'), usualLimits);
  assert.equal(value, undefined);
  assert.deepEqual(
    problems.map(({ rule }) => rule),
    ['manuscript-missing'],
  );
});
