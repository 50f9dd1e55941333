import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { usualLimits } from '../../../scripts/book/limits.ts';
import { type PluginUse, pluginLoader } from '../../../scripts/commands/load-plugins.ts';
import { openAsset } from '../../../scripts/disk/package-assets.ts';
import { createPress } from '../../../scripts/studio/press/create-press.ts';
import type { PressEvent } from '../../../scripts/studio/protocol.ts';
import { followStory } from '../../../scripts/studio/server/follow-story.ts';
import { openStoryFolder } from '../../../scripts/studio/server/story-folder.ts';
import { makeFiles } from '../../tools/folder.ts';

const endings: AbortController[] = [];
afterEach(() => {
  for (const each of endings.splice(0)) each.abort();
});

/** A story that is followed, as `fleuron preview` does; each look is for a change that was told. */
async function followed(files: Readonly<Record<string, string>>) {
  const folder = makeFiles({ ...files, 'book.yaml': `draw-cover: no\n${files['book.yaml'] ?? ''}` });
  const { value: store } = openStoryFolder(folder, usualLimits);
  assert.ok(store);
  const story = store.id;
  const plugins: PluginUse = { read: new Set(), revision: 0 };
  const press = createPress({
    traits: { kind: 'folder', version: '1', story },
    store,
    openAsset,
    limits: usualLimits,
    today: () => '2026-11-28',
    loadPlugins: pluginLoader(folder, plugins),
    revision: () => plugins.revision,
  });
  const events: PressEvent[] = [];
  const ending = new AbortController();
  endings.push(ending);
  let builds = 0;
  const counted: typeof press = {
    ...press,
    build: (input, options) => {
      builds++;
      return press.build(input, options);
    },
  };
  const send = (event: PressEvent) => void events.push(event);
  const { look, answers } = followStory({ story, answers: counted, store, send, signal: ending.signal });
  await look(false);
  await setTimeout(150);
  const words = async (): Promise<string> => {
    const { book, notices } = await answers.build({ story, edition: 'epub' }, {});
    if (!book) throw new Error(JSON.stringify(notices));
    const pages = book.entries.filter(({ path }) => path.endsWith('.xhtml')).map(({ path }) => path);
    const bytes = await answers.entries({ build: book.build, paths: pages }, {});
    return bytes.map((each) => Buffer.from(each).toString()).join('\n');
  };
  return { folder, look, words, events, plugins, story, answers, buildCount: () => builds };
}

test('tells a change once, and has begun the book before the app asks for it', async () => {
  const { folder, look, words, events, story, buildCount } = await followed({ 'one.md': 'The old words.' });
  assert.match(await words(), /The old words/);
  const before = buildCount();
  writeFileSync(join(folder, 'one.md'), 'The new words.');
  await look(false);
  assert.deepEqual(events, [{ kind: 'changed', story }]);
  assert.equal(buildCount(), before + 1);
  await look(false);
  await setTimeout(150);
  await look(false);
  assert.equal(events.length, 1);
  assert.match(await words(), /The new words/);
});

test('joins what is told within a moment, and has the last of it', async () => {
  const { folder, look, words, events } = await followed({ 'one.md': 'Turn 0.' });
  for (let turn = 1; turn < 6; turn++) {
    writeFileSync(join(folder, 'one.md'), `Turn ${turn}.`);
    await look(false);
  }
  await setTimeout(200);
  assert.equal(events.length, 2);
  assert.match(await words(), /Turn 5/);
});

test('gives a file that is deleted or emptied a moment to come back', async () => {
  const { folder, look, words, events } = await followed({ 'one.md': 'The old words.' });
  const path = join(folder, 'one.md');
  for (const lose of [() => rmSync(path), () => writeFileSync(path, '')]) {
    events.length = 0;
    lose();
    await look(false);
    assert.deepEqual(events, []);
    writeFileSync(path, `After ${events.length} ${lose}`);
    await look(false);
    await setTimeout(200);
    assert.equal(events.length, 1);
    assert.match(await words(), /After 0/);
  }
  rmSync(path);
  await look(false);
  await setTimeout(200);
  assert.equal(events.length, 2);
});

test('tells of a folder that goes and comes back', async () => {
  const { folder, look, words, events } = await followed({ 'one.md': 'The old words.' });
  renameSync(folder, `${folder}-away`);
  await look(false);
  await setTimeout(200);
  assert.equal(events.length, 1);
  await assert.rejects(words(), { reason: 'This story is not there any more.' });
  renameSync(`${folder}-away`, folder);
  await look(false);
  await setTimeout(200);
  assert.equal(events.length, 2);
  assert.match(await words(), /The old words/);
});

/** A plug-in that says a word of a module that it imports, and one of a module that it requires. */
const plugin = `import { word } from './word.mjs';
import other from './other.cjs';
export default () => (tree) => {
  tree.children.push({ type: 'paragraph', children: [{ type: 'text', value: word + other }] });
};`;

test('loads plug-ins anew, and what they import, where their files have changed', async () => {
  const { folder, look, words, plugins, events } = await followed({
    'book.yaml': 'plugins:\n  remark: [./plugins/say.mjs]\n',
    'one.md': 'The words.',
    'plugins/say.mjs': plugin,
    'plugins/word.mjs': 'export const word = "first"',
    'plugins/other.cjs': 'module.exports = "One"',
  });
  assert.match(await words(), /firstOne/);
  assert.deepEqual([...plugins.read], [join(folder, 'plugins/say.mjs')]);
  for (const [name, text, expected] of [
    ['word.mjs', 'export const word = "second"', /secondOne/],
    ['other.cjs', 'module.exports = "Two"', /secondTwo/],
    ['say.mjs', plugin.replace('word + other', 'other + word'), /Twosecond/],
  ] as const) {
    writeFileSync(join(folder, 'plugins', name), text);
    plugins.revision++;
    await look(true);
    await setTimeout(150);
    assert.match(await words(), expected);
  }
  assert.equal(events.length, 3);
});

test('uses the author’s own templates as they are now', async () => {
  const { folder, look, words } = await followed({ 'one.md': 'The words.' });
  mkdirSync(join(folder, 'templates'));
  const title = (word: string) => `<section id="title-page"><p>${word} <%= metadata.title %></p></section>`;
  for (const word of ['Mine', 'Other']) {
    writeFileSync(join(folder, 'templates/title-page.xhtml.ejs'), title(word));
    await look(false);
    await setTimeout(150);
    assert.match(await words(), new RegExp(`<p>${word}`));
  }
});
