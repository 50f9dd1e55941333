/** Stories of every kind come in, and their books are those that the commands make of the same files. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { verifyBag } from '../../../scripts/archive/verify-bag.ts';
import { slug } from '../../../scripts/book/file-names.ts';
import { usualLimits } from '../../../scripts/book/limits.ts';
import { openAsset } from '../../../scripts/disk/package-assets.ts';
import { build as buildBook, importStory } from '../../../scripts/index.ts';
import { createPress } from '../../../scripts/studio/press/create-press.ts';
import { readZip } from '../../../scripts/zip/read-zip.ts';
import { zip } from '../../../scripts/zip/write-zip.ts';
import { docx } from '../../tools/docx.ts';
import { makeFiles } from '../../tools/folder.ts';
import { root } from '../../tools/need.ts';
import { bytesOf, memoryStore, type Texts } from '../memory-store.ts';

const story = 'The Ferry\nby Ann Lee\n\nChapter One\n\nThe ferry waited.\n\nChapter Two\n\nIt left.\n';
const chapters = { 'chapter-1.md': '# One\n\nWords.\n', 'chapter-2.md': '# Two\n\nMore.\n' };

/** What becomes of files that are brought. */
async function brought(files: Texts, name = 'ferry', file?: string) {
  const store = memoryStore();
  const traits = { kind: 'browser', version: '0' } as const;
  const press = createPress({ traits, store, openAsset, limits: usualLimits });
  const answer = await press.bring({ name, files: bytesOf(files), file }, {});
  return { ...answer, press, store, kept: answer.story && store.stories.get(answer.story.id) };
}

const packed = (files: Texts): Uint8Array => {
  const bytes = zip([...bytesOf(files)].map(([name, each]) => ({ name, bytes: each, stored: false })));
  assert.ok(bytes);
  return bytes;
};

/** The book of `fleuron import X && fleuron build` of the folder that this makes, named after the title. */
async function commandsBook(name: string, bytes: Uint8Array): Promise<Uint8Array | undefined> {
  const { value } = await importStory(join(makeFiles({ [name]: bytes }), name));
  const { value: book } = await buildBook({ name: slug(value?.title ?? ''), files: value?.files ?? {} });
  return book?.editions[0]?.bytes;
}

const cases = join(root, '../shared/cases/imports');

test('a story in another format is imported; its book has the bytes of the commands’', async () => {
  const { value: built } = await buildBook({ files: { 'book.yaml': 'title: T\nlang: en\n', ...chapters } });
  const samples: Record<string, Uint8Array | string> = {
    'ferry.txt': story,
    'ferry.html': '<title>The Ferry</title><h1>The Ferry</h1><h2>Chapter One</h2><p>Words.</p>',
    'ferry.epub': built?.editions[0]?.bytes ?? '',
    'ferry.docx': docx('<w:p><w:r><w:t>Words.</w:t></w:r></w:p>'),
  };
  for (const [name, content] of Object.entries(samples)) {
    const bytes = bytesOf({ [name]: content }).get(name) ?? new Uint8Array();
    const { story: made, press, problems } = await brought({ [name]: bytes }, name, name);
    assert.ok(made, JSON.stringify(problems));
    assert.equal(made.importedFrom, name);
    assert.deepEqual(made.guesses, problems);
    const { file } = await press.take({ story: made.id, what: 'epub' }, {});
    assert.deepEqual(Buffer.from(file?.bytes ?? []), Buffer.from((await commandsBook(name, bytes)) ?? []), name);
  }
});

test('a folder that lists works stays to the byte, whatever format they have', async () => {
  const files = {
    'book.yaml': 'title: Two\nbooks: [a, ferry.txt]\n',
    'a/one.md': '# One\n\nWords.\n',
    'ferry.txt': story,
  };
  const { kept, story: made, press } = await brought(files, 'two');
  assert.deepEqual(kept?.files, bytesOf(files));
  assert.equal((await press.take({ story: made?.id ?? '', what: 'epub' }, {})).file?.fileName, 'two.epub');
});

test('a manuscript stays to the byte: a folder, a file, a ZIP with what systems leave in it', async () => {
  const { kept, story: folder } = await brought(
    { 'my story/chapter-1.md': '\uFEFF# One\r\n', 'my story/chapter-2.md': 'x' },
    'my story',
  );
  assert.deepEqual(
    Object.fromEntries(kept?.files ?? []),
    Object.fromEntries(bytesOf({ 'chapter-1.md': '\uFEFF# One\r\n', 'chapter-2.md': 'x' })),
  );
  assert.deepEqual([folder?.guesses, folder?.importedFrom, folder?.factsPath], [[], undefined, 'book.yaml']);
  const one = await brought({ 'a.md': 'Words.\n' }, 'a.md', 'a.md');
  assert.deepEqual([...(one.kept?.files.keys() ?? [])], ['a.md']);
  const inside = {
    'manuscript/chapter-1.md': 'A.\n',
    'manuscript/book.yaml': 'title: T\n',
    '__MACOSX/manuscript/._a': 'x',
    'manuscript/.DS_Store': 'x',
  };
  const zipped = await brought({ 'top.zip': packed(inside) }, 'top.zip', 'top.zip');
  assert.deepEqual([...(zipped.kept?.files.keys() ?? [])].sort(), ['book.yaml', 'chapter-1.md']);
  const story1 = await brought({ 'story.zip': packed({ 'x/story.txt': story }) }, 'story.zip');
  assert.equal(story1.story?.importedFrom, 'story.txt');
  const text = await brought({ 'story.txt': story, 'book.yaml': 'title: Mine\n' });
  assert.deepEqual([...(text.kept?.files.keys() ?? [])].sort(), ['book.yaml', 'story.txt']);
});

test('what is no story is none, and says why: nothing, a picture, a bomb, a name that leads out', async () => {
  const bomb = packed({ 'a.md': ' '.repeat(3_000_000) });
  for (const [files, name] of [
    [{}, 'nothing'],
    [{ 'a.png': 'x' }, 'a.png'],
    [{ 'bomb.zip': bomb }, 'bomb.zip'],
    [{ 'out.zip': packed({ '../a.md': 'x' }) }, 'out.zip'],
  ] as const) {
    const { story: made, problems } = await brought(files, name);
    assert.equal(made, undefined, name);
    assert.ok(
      problems.some(({ severity }) => severity === 'error'),
      name,
    );
  }
});

test('the manuscript is taken as a ZIP of its files, and comes back from it', async () => {
  const { story: made, press } = await brought(chapters, 'The Ferry');
  const { file } = await press.take({ story: made?.id ?? '', what: 'manuscript' }, {});
  assert.equal(file?.fileName, 'the-ferry.zip');
  const again = await press.take({ story: made?.id ?? '', what: 'manuscript' }, {});
  assert.deepEqual(again.file?.bytes, file?.bytes);
  const back = await brought({ 'the-ferry.zip': file?.bytes ?? '' }, 'the-ferry.zip');
  assert.deepEqual(back.kept?.files, new Map([...bytesOf(chapters)]));
});

test('an archive is a bag that can be verified, with every file of the story', async () => {
  const { story: made, press } = await brought({ ...chapters, 'book.yaml': 'title: The Ferry\n' });
  const { file, problems } = await press.take({ story: made?.id ?? '', what: 'archive' }, {});
  assert.deepEqual([file?.fileName, problems], ['the-ferry-archive.zip', []]);
  const read = readZip(file?.bytes ?? new Uint8Array(), usualLimits);
  assert.ok('entries' in read);
  const bag = read.entries.map((each) => ({
    path: each.path.replace('the-ferry/', ''),
    size: each.size,
    isIrregular: each.isLink,
    stream: (onBytes: (bytes: Uint8Array) => void) => {
      const entry = each.read();
      if ('bytes' in entry) onBytes(entry.bytes);
      return 'bytes' in entry ? undefined : entry.reason;
    },
  }));
  assert.deepEqual(verifyBag(bag, usualLimits), []);
  for (const path of ['book.yaml', ...Object.keys(chapters)])
    assert.ok(
      bag.some((each) => each.path === `data/manuscript/${path}`),
      path,
    );
});

test('EPUBCheck’s rules are asked; what they say leads to the author’s line and the page', async () => {
  const { story: made, press } = await brought({ ...chapters, 'book.yaml': 'title: T\n' });
  assert.deepEqual((await press.check({ story: made?.id ?? '', edition: 'epub' }, {})).problems, []);
  const [cover] = await press.covers({ story: made?.id ?? '' }, {});
  assert.ok(cover?.isChosen);
});

test('the shared cases come in', { skip: !existsSync(cases) }, async () => {
  const path = join(root, '../shared/stories/a-better-world.txt');
  const bytes = new Uint8Array(readFileSync(path));
  const { story: made, press } = await brought(
    { 'a-better-world.txt': bytes },
    'a-better-world.txt',
    'a-better-world.txt',
  );
  const { book, notices } = await press.build({ story: made?.id ?? '', edition: 'kobo' }, {});
  assert.ok(book);
  const doubt = notices.find(({ reason }) => reason.includes('arranged'));
  assert.ok(doubt?.inPage && doubt.choices?.length === 2);
});
