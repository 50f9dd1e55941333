import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { runTool } from '../../scripts/disk/run-tool.ts';
import { makeFiles, makeFolder } from '../tools/folder.ts';
import { root } from '../tools/need.ts';

interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function fleuron(args: readonly string[]): Promise<Ran> {
  const ran = await runTool(process.execPath, [join(root, 'scripts/fleuron.cjs'), ...args], {
    env: process.env,
    seconds: 120,
  });
  if ('failure' in ran) throw new Error(ran.failure);
  return ran;
}

const story = `The Lamp
by Ann Quoin

Disclaimer: The lamp is nobody's.

Chapter 1

It was dark. "Café," said Zoë.

xXx

It was darker.

Chapter 2

Then came the lamp.

~fin~

A/N: Thanks to all.
`;

function storyFile(bytes: Uint8Array | string = story, name = 'story.txt'): string {
  const file = join(makeFolder(), name);
  writeFileSync(file, bytes);
  return file;
}

test('a plain text becomes files named by kind, and the original stays as it was', async () => {
  const file = storyFile();
  const folder = join(makeFolder(), 'lamp');
  const { status, stderr, stdout } = await fleuron(['import', file, '-o', folder]);
  assert.equal(status, 0, stderr);
  assert.match(stdout, /lamp \(4 Markdown files\)/);
  assert.deepEqual(readdirSync(folder).sort(), [
    '.fleuron',
    'book.yaml',
    'chapter-1.md',
    'chapter-2.md',
    'disclaimer.md',
    'notes.md',
  ]);
  assert.equal(readFileSync(join(folder, 'book.yaml'), 'utf8'), 'title: The Lamp\nauthor: Ann Quoin\n');
  assert.equal(
    readFileSync(join(folder, 'chapter-1.md'), 'utf8'),
    '# Chapter 1\n\nIt was dark. "Café," said Zoë.\n\n* * *\n\nIt was darker.\n',
  );
  assert.match(stderr, /story\.txt:10:1 hint structure-guessed “xXx” taken as a scene break/);
  assert.equal(readFileSync(file, 'utf8'), story);
});

test('UTF-16 and Windows-1252 are taken for what they are, and that is said', async () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(story, 'utf16le')]);
  const western = Buffer.from(story.replaceAll('"Café,"', '\u0093Café,\u0094'), 'latin1');
  for (const [bytes, name, words] of [
    [utf16, 'UTF-16', '"Café," said Zoë.'],
    [western, 'Windows-1252', '“Café,” said Zoë.'],
  ] as const) {
    const folder = join(makeFolder(), 'out');
    const { status, stderr } = await fleuron(['import', storyFile(bytes), '-o', folder]);
    assert.equal(status, 0, stderr);
    assert.ok(stderr.includes(`hint encoding-guessed Text taken as ${name}`), stderr);
    assert.ok(readFileSync(join(folder, 'chapter-1.md'), 'utf8').includes(words));
  }
});

test('no file is overwritten unless told; a run cut short is finished by a second', async () => {
  const file = storyFile();
  const folder = makeFolder();
  writeFileSync(join(folder, 'chapter-2.md'), 'My own work.\n');
  const refused = await fleuron(['import', file, '-o', folder, '-q']);
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /error file-in-the-way/);
  assert.deepEqual(readdirSync(folder), ['chapter-2.md']);
  const forced = await fleuron(['import', file, '-o', folder, '-q', '--force']);
  assert.equal(forced.status, 0, forced.stderr);
  const again = await fleuron(['import', file, '-o', folder, '-q']);
  assert.equal(again.status, 0, again.stderr);
});

test('what is no story is one clear problem, and nothing is written', async () => {
  const huge = storyFile('');
  truncateSync(huge, 200 * 1024 * 1024);
  for (const [file, rule] of [
    [storyFile(''), 'import-refused'],
    [storyFile('---\ntitle: [One\n---\n\nText.\n', 'story.md'), 'yaml-syntax'],
    [storyFile(new Uint8Array(100)), 'import-refused'],
    [join(makeFolder(), 'nowhere.txt'), 'manuscript-missing'],
    [makeFolder(), 'import-refused'],
    [makeFiles({ 'book.yaml': 'title: One\n', 'one.md': 'Text.\n' }), 'import-refused'],
    [huge, 'file-too-large'],
  ] as const) {
    const folder = join(makeFolder(), 'out');
    const { status, stderr } = await fleuron(['import', file, '-o', folder]);
    assert.equal(status, 1, stderr);
    assert.equal(stderr.match(/ error /g)?.length, 1, stderr);
    assert.ok(stderr.includes(`error ${rule}`), stderr);
    assert.ok(!existsSync(folder));
  }
});

test('nothing is written through a link that leads out of the folder', async () => {
  const elsewhere = makeFolder();
  const folder = makeFolder();
  symlinkSync(join(elsewhere, 'taken.md'), join(folder, 'chapter-1.md'));
  mkdirSync(join(folder, 'pictures'));
  const { status } = await fleuron(['import', storyFile(), '-o', folder, '--force']);
  assert.equal(status, 0);
  assert.deepEqual(readdirSync(elsewhere), []);
});
