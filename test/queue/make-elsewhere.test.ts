import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { usualLimits } from '../../scripts/book/limits.ts';
import { readSource } from '../../scripts/commands/library-sources.ts';
import type { MadeStory, StoryTask } from '../../scripts/library/make-story.ts';
import { makeElsewhere } from '../../scripts/queue/make-elsewhere.ts';
import { problem } from '../../scripts/report/problem.ts';
import { makeFiles } from '../tools/folder.ts';

const made: MadeStory = { books: [], problems: [], beside: [], isFixed: true };

/** What workers get of a story at a path, and whether it was made here in the end. */
async function send(path: string, answer: Partial<MadeStory>, limits = usualLimits) {
  const sent: StoryTask[] = [];
  let isHere = false;
  const queue = {
    make: async (task: StoryTask) => {
      sent.push(task);
      return { ...made, ...answer };
    },
    close: async () => {},
  };
  const makeHere = async () => {
    isHere = true;
    return made;
  };
  await makeElsewhere(
    queue,
    makeHere,
    readSource,
  )({
    source: { path },
    editions: ['epub'],
    untrusted: false,
    limits,
    sourceDate: undefined,
    previous: { name: '/home/ann/shelf/Lamp.epub', bytes: new Uint8Array() },
    covers: '/home/ann/covers',
  });
  const names = sent.map(({ source }) => ('files' in source ? [...source.files.keys()] : []));
  return { sent, names, isHere };
}

test('a worker gets all files of a folder, and nothing of where they lie', async () => {
  const folder = makeFiles({
    'book.yaml': '',
    'a/1.md': '',
    '.fleuron/news.json': '{}',
    '.git/x': '',
    '.obsidian/x': '',
  });
  const { sent, names, isHere } = await send(folder, {});
  assert.deepEqual(names, [['a/1.md', 'book.yaml', '.fleuron/news.json', '.obsidian/app.json']]);
  assert.equal(sent[0]?.previous?.name, 'Lamp.epub');
  assert.doesNotMatch(JSON.stringify(sent[0]), /home/);
  assert.equal(isHere, false);
});

test('of what lies beside a single file a worker gets what was looked for', async () => {
  const folder = makeFiles({ 'Road.md': '', 'map.svg': '', 'other.svg': '', 'pictures/a.svg': '' });
  const { names } = await send(join(folder, 'Road.md'), {
    beside: ['./map.svg', 'gone.svg', 'pictures/../pictures/a.svg'],
  });
  assert.deepEqual(names, [['Road.md'], ['Road.md', 'map.svg', 'pictures/a.svg']]);
});

test('what a worker cannot make alike is made here', async () => {
  const folder = makeFiles({ 'book.yaml': '', '1.md': 'too long' });
  assert.equal((await send(folder, { isFixed: false })).isHere, true);
  const large = await send(folder, {}, { ...usualLimits, zip: 4 });
  assert.deepEqual([large.sent, large.isHere], [[], true]);
});

test('a story that takes too long on a worker, or that none could make, is not begun here', async () => {
  const folder = makeFiles({ 'book.yaml': '' });
  for (const rule of ['story-ended', 'story-unmade'] as const)
    assert.equal((await send(folder, { isFixed: false, problems: [problem(rule, undefined, '')] })).isHere, false);
});
