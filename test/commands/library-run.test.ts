import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { usualLimits } from '../../scripts/book/limits.ts';
import { fillStory } from '../../scripts/commands/fill-story.ts';
import { runLibrary, type ToldStory } from '../../scripts/commands/library-run.ts';
import { makeStoryTask } from '../../scripts/commands/library-thread.ts';
import { openBookStore } from '../../scripts/disk/book-store.ts';
import { openShelf } from '../../scripts/disk/shelf-folder.ts';
import { orNothing } from '../../scripts/library/book-store.ts';
import type { MadeStory, StoryTask } from '../../scripts/library/make-story.ts';
import { zip } from '../../scripts/zip/write-zip.ts';

const folder = mkdtempSync(join(tmpdir(), 'fleuron-library-'));
after(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;

const head = '---\ntitle: Door\nauthor: Ann\nlang: en\nmodified: 2020-01-01\ndraw-cover: no\n---\n\n';

/** A library of its own, and a way to run it: what became of each story, and how many were made. */
function libraryOf(files: Readonly<Record<string, string | Uint8Array>>) {
  const base = join(folder, `${++count}`);
  const root = join(base, 'stories');
  const output = join(base, 'shelf');
  const write = (path: string, text: string | Uint8Array) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  const run = async ({
    prunes = false,
    cache = false,
    to = output,
    press = 'press',
    make = makeStoryTask as (task: StoryTask) => Promise<MadeStory>,
  } = {}) => {
    const told: ToldStory[] = [];
    const shelf = openShelf(to);
    const store = cache ? openBookStore(join(base, 'cache')) : undefined;
    const problems = await runLibrary(
      {
        root,
        editions: ['epub'],
        untrusted: true,
        limits: usualLimits,
        sourceDate: undefined,
        press,
        passedOver: new Set([to]),
        prunes,
      },
      {
        shelf,
        fill: (task) => fillStory(task, { shelf, store, make }),
        lanes: 2,
        tell: (each) => void told.push(each),
      },
    );
    const states = Object.fromEntries(told.map(({ story, state }) => [story, state]));
    return { states, told, problems };
  };
  const read = (path: string) => readFileSync(join(output, path));
  return { root, output, base, write, run, read };
}

test('makes a book of each story, and none again whose files are as they were', async () => {
  const { run, output, write, root } = libraryOf({
    'a.md': `${head}One.`,
    'b/book.yaml': 'title: B\nlang: en\nmodified: 2020-01-01\ndraw-cover: no\n',
    'b/chapter-1.md': 'Two.',
  });
  assert.deepEqual((await run()).states, { 'a.md': 'made', b: 'made' });
  assert.deepEqual(readdirSync(output).sort(), ['a.epub', 'b.epub', 'library.jsonl']);
  utimesSync(join(root, 'a.md'), 1, 1); // no date is believed
  assert.deepEqual((await run()).states, { 'a.md': 'unchanged', b: 'unchanged' });
  write('b/chapter-2.md', 'Three.');
  assert.deepEqual((await run()).states, { 'a.md': 'unchanged', b: 'made' });
  rmSync(join(output, 'a.epub'));
  assert.deepEqual((await run()).states, { 'a.md': 'made', b: 'unchanged' });
  assert.deepEqual((await run({ press: 'next' })).states, { 'a.md': 'made', b: 'made' });
});

test('keeps the addresses of the book that is there when a story grows', async () => {
  const { run, write } = libraryOf({ 'a.md': `${head}# One\n\nShe opened the door and looked out.\n` });
  const tasks: StoryTask[] = [];
  const make = (task: StoryTask) => {
    tasks.push(task);
    return makeStoryTask(task);
  };
  await run({ make });
  write('a.md', `${head}# One\n\nShe opened the door and looked out.\n\n# Two\n\nNo one came.\n`);
  await run({ make });
  assert.deepEqual(
    tasks.map(({ previous }) => previous !== undefined),
    [false, true],
  );
});

test('a story that cannot be made stops no other, keeps its older book, and is tried again', async () => {
  const { run, write, read } = libraryOf({ 'a.md': `${head}One.`, 'b.md': `${head}Two.` });
  await run();
  const before = read('a.epub');
  write('a.md', Uint8Array.of(0x23, 0x20, 0xff, 0xfe, 0xfd));
  write('b.md', `${head}Three.`);
  const { states, told } = await run();
  assert.deepEqual(states, { 'a.md': 'failed', 'b.md': 'made' });
  assert.ok(told.find(({ story }) => story === 'a.md')?.record.errors?.length);
  assert.deepEqual(read('a.epub'), before);
  assert.deepEqual((await run()).states, { 'a.md': 'failed', 'b.md': 'unchanged' });
});

test('a story that is gone has its books kept and listed, until somebody prunes', async () => {
  const { run, root, output } = libraryOf({ 'a.md': `${head}One.`, 'b.md': `${head}Two.` });
  await run();
  rmSync(join(root, 'a.md'));
  assert.deepEqual((await run()).states, { 'b.md': 'unchanged', 'a.md': 'gone' });
  assert.deepEqual(readdirSync(output).sort(), ['a.epub', 'b.epub', 'library.jsonl']);
  assert.deepEqual((await run({ prunes: true })).states, { 'b.md': 'unchanged', 'a.md': 'pruned' });
  assert.deepEqual(readdirSync(output).sort(), ['b.epub', 'library.jsonl']);
  rmSync(join(root, 'b.md')); // an empty folder may be a disk that is not there
  assert.deepEqual((await run({ prunes: true })).states, { 'b.md': 'gone' });
});

test('does without a cache that cannot be used', async () => {
  const { run, base } = libraryOf({ 'a.md': `${head}One.` });
  writeFileSync(join(base, 'cache'), 'a file');
  await assert.rejects(run({ cache: true }));
  const told: unknown[] = [];
  const store = orNothing(openBookStore(join(base, 'cache')), (error) => void told.push(error));
  assert.deepEqual(
    [await store.get('ab'), await store.put('ab', Uint8Array.of(1)), told.length],
    [undefined, 'there', 2],
  );
});

test('takes the stories of a ZIP, and passes over the books of the library itself', async () => {
  const entries = [['x/One.md', `${head}One.`], ['x/Two.md', `${head}Two.`]].map(([name = '', text = '']) => ({ name, bytes: Buffer.from(text), stored: true })); // biome-ignore format: one line
  const { run, output, root } = libraryOf({ 'shelf.zip': zip(entries) ?? '', 'broken.zip': 'no ZIP' });
  const { states, problems } = await run({ to: join(root, 'shelf') });
  assert.deepEqual(states, { 'shelf.zip/x/One.md': 'made', 'shelf.zip/x/Two.md': 'made' });
  assert.deepEqual(
    problems.map(({ place }) => place?.path),
    ['broken.zip'],
  );
  assert.deepEqual((await run({ to: join(root, 'shelf') })).states, {
    'shelf.zip/x/One.md': 'unchanged',
    'shelf.zip/x/Two.md': 'unchanged',
  });
  assert.throws(() => readdirSync(output));
});

test('takes a book from the cache for another shelf, and after a story was changed back', async () => {
  const { run, base, write, read } = libraryOf({ 'a.md': `${head}![A map](map.svg)\n\nOne.` });
  await run({ cache: true });
  const to = join(base, 'other');
  const make = async (): Promise<MadeStory> => assert.fail('the cache has it');
  assert.deepEqual((await run({ cache: true, to, make })).states, { 'a.md': 'cached' });
  assert.deepEqual(readFileSync(join(to, 'a.epub')), read('a.epub'));
  write('map.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>');
  assert.deepEqual((await run({ cache: true, to })).states, { 'a.md': 'made' });
});

test('never writes over a file that is no book of ours', async () => {
  const { run, output } = libraryOf({ 'a.md': `${head}One.` });
  mkdirSync(output, { recursive: true });
  writeFileSync(join(output, 'a.epub'), 'mine');
  assert.deepEqual((await run()).states, { 'a.md': 'failed' });
  assert.equal(readFileSync(join(output, 'a.epub'), 'utf8'), 'mine');
});
