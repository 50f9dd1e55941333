import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { type StoryWatch, watchStory } from '../../scripts/disk/watch-story.ts';
import { makeFiles } from '../tools/folder.ts';

const open: StoryWatch[] = [];
afterEach(async () => {
  for (const watch of open.splice(0)) await watch.close();
});

/** Watches a folder, or a file in it, and gives what is told after something is done. */
async function watching(folder: string, { file = '', known = [] as readonly string[], isPolled = false } = {}) {
  const told: string[] = [];
  let onEvent = () => {};
  const watch = await watchStory(
    { path: join(folder, file), known: new Set(known.map((name) => join(folder, name))) },
    isPolled,
    (path) => {
      told.push(path);
      onEvent();
    },
  );
  open.push(watch);
  const after = async (act: () => void, seconds = 3): Promise<readonly string[]> => {
    told.length = 0;
    act();
    await Promise.race([new Promise<void>((resolve) => (onEvent = resolve)), setTimeout(seconds * 1000)]);
    await setTimeout(250); // some are told again a moment later
    return [...new Set(told)];
  };
  return { watch, after };
}

const saveByRename = (path: string, text: string) => {
  writeFileSync(`${path}~`, text);
  renameSync(`${path}~`, path);
};

for (const isPolled of [false, true])
  test(`tells of saves by rename, by writing and by deleting first${isPolled ? ', polled' : ''}`, async () => {
    const folder = makeFiles({ 'story/one.md': 'One', 'story/deep/two.md': 'Two' });
    const story = join(folder, 'story');
    const { after } = await watching(story, { isPolled });
    const one = join(story, 'one.md');
    const two = join(story, 'deep/two.md');
    for (let turn = 0; turn < 3; turn++)
      assert.deepEqual(await after(() => saveByRename(one, `One, turn ${turn}`)), [one]);
    assert.deepEqual(await after(() => writeFileSync(two, 'Two, and more')), [two]);
    const again = await after(() => {
      rmSync(one);
      writeFileSync(one, 'One, from the beginning');
    });
    assert.deepEqual(again, [one]);
    assert.deepEqual(await after(() => writeFileSync(join(story, 'three.md'), 'Three')), [join(story, 'three.md')]);
  });

test('passes over hidden files, packages and what editors write for a moment', async () => {
  const folder = makeFiles({ 'one.md': 'One', 'node_modules/p/index.js': '', '.git/HEAD': '' });
  const { after } = await watching(folder);
  const told = await after(() => {
    for (const name of [
      '.one.md.swp',
      '4913',
      'one.md~',
      '~$one.docx',
      '#one.md#',
      'node_modules/p/index.js',
      '.git/HEAD',
    ])
      writeFileSync(join(folder, name), 'x');
  }, 0.5);
  assert.deepEqual(told, []);
});

test('follows no link out of the folder', async () => {
  const folder = makeFiles({ 'story/one.md': 'One', 'elsewhere/two.md': 'Two' });
  symlinkSync(join(folder, 'elsewhere'), join(folder, 'story/link'));
  const { after } = await watching(join(folder, 'story'));
  assert.deepEqual(await after(() => writeFileSync(join(folder, 'elsewhere/two.md'), 'Three'), 0.5), []);
});

test('watches a folder that goes and comes back', async () => {
  const folder = makeFiles({ 'story/one.md': 'One' });
  const story = join(folder, 'story');
  const { after } = await watching(story);
  assert.notDeepEqual(await after(() => renameSync(story, join(folder, 'away'))), []);
  assert.notDeepEqual(await after(() => renameSync(join(folder, 'away'), story)), []);
  await setTimeout(300);
  assert.deepEqual(await after(() => saveByRename(join(story, 'one.md'), 'Two')), [join(story, 'one.md')]);
  await after(() => rmSync(story, { recursive: true }));
  await setTimeout(300);
  await after(() => {
    mkdirSync(story);
    writeFileSync(join(story, 'one.md'), 'Three');
  });
  await setTimeout(300);
  assert.deepEqual(await after(() => saveByRename(join(story, 'one.md'), 'Four')), [join(story, 'one.md')]);
});

test('watches of a file’s neighbours those that belong to it, and plug-ins that lie elsewhere', async () => {
  const folder = makeFiles({ 'one.md': 'One', 'other.md': 'Other', 'map.png': '', 'lib/plugin.mjs': '' });
  const { after, watch } = await watching(folder, { file: 'one.md', known: ['one.md', 'map.png'] });
  assert.deepEqual(await after(() => writeFileSync(join(folder, 'other.md'), 'x'), 0.4), []);
  assert.deepEqual(await after(() => saveByRename(join(folder, 'one.md'), 'x')), [join(folder, 'one.md')]);
  assert.deepEqual(await after(() => writeFileSync(join(folder, 'map.png'), 'x')), [join(folder, 'map.png')]);
  watch.add([join(folder, 'lib/plugin.mjs')]);
  await setTimeout(300);
  assert.deepEqual(await after(() => writeFileSync(join(folder, 'lib/plugin.mjs'), 'x')), [
    join(folder, 'lib/plugin.mjs'),
  ]);
});
