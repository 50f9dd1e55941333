import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { usualLimits } from '../../scripts/book/limits.ts';
import type { Manuscript } from '../../scripts/book/manuscript.ts';
import { openPath } from '../../scripts/disk/open-path.ts';
import { type Loaded, loadManuscript } from '../../scripts/pipeline/load-manuscript.ts';
import type { Outcome } from '../../scripts/report/problem.ts';
import { makeFiles, makeFolder } from '../tools/folder.ts';
import { tell } from '../tools/manuscript.ts';

function loadPath(path: string): Outcome<Loaded | undefined> {
  const { value, problems } = openPath(path);
  return value ? loadManuscript(value, usualLimits) : { value: undefined, problems };
}

function load(path: string): Manuscript {
  const { value, problems } = loadPath(path);
  if (!value?.manuscript || value.foreign) throw new Error(problems.map(tell).join(', '));
  return value.manuscript;
}

function loadStory(path: string) {
  const { value, problems } = loadPath(path);
  if (!value?.foreign) throw new Error(problems.map(tell).join(', '));
  return value;
}

const told = (path: string): readonly string[] => loadPath(path).problems.map(tell);

test('a folder that cannot be read is told, and the rest is a book without it', {
  skip: process.platform !== 'linux' && 'skipped, because paths may be as long as they like here',
}, () => {
  const folder = makeFiles({ 'chapter-1.md': 'One.' });
  // A path of more than 4096 bytes is refused to root, too; it comes to be by moving a folder into another.
  const deep = Array.from({ length: 10 }, (_, at) => `${at}`.repeat(240)).join('/');
  const [outer, inner] = [join(folder, deep), join(makeFolder(), deep)];
  for (const path of [outer, inner]) mkdirSync(path, { recursive: true });
  const top = inner.slice(0, -deep.length);
  renameSync(top, join(outer, 'moved'));
  const problems = told(folder);
  renameSync(join(outer, 'moved'), top);
  assert.equal(problems.length, 1);
  assert.match(problems[0] ?? '', /^[0-9]{240}\/\S+ folder-unreadable$/);
});

test('a folder gives its Markdown in natural order, its book file, templates and pictures', () => {
  const folder = makeFiles({
    'book.yaml': 'title: T',
    'chapter-10.md': 'Ten.',
    'chapter-2.md': 'Two.',
    'part/1.markdown': 'One.',
    'README.md': 'About this folder.',
    'notes.txt': 'Not a chapter.',
    '.hidden.md': 'Hidden.',
    '.git/config.md': 'Hidden.',
    'node_modules/x/readme.md': 'Not the author’s.',
    'templates/style.css': 'p {}',
    'templates/page.md': 'No chapter.',
    'pictures/b.png': 'x',
    'a.JPG': 'x',
  });
  const manuscript = load(folder);
  assert.deepEqual(
    manuscript.files.map(({ path }) => path),
    ['chapter-2.md', 'chapter-10.md', 'part/1.markdown'],
  );
  assert.equal(manuscript.bookFile?.text, 'title: T');
  assert.deepEqual([...manuscript.templates.keys()].sort(), ['page.md', 'style.css']);
  assert.deepEqual(manuscript.pictures, ['a.JPG', 'pictures/b.png']);
});

test('one Markdown file is a manuscript, one text file a story', () => {
  const folder = makeFiles({ 'a.md': 'A.', 'b.txt': 'B.' });
  assert.deepEqual(
    load(join(folder, 'a.md')).files.map(({ path }) => path),
    ['a.md'],
  );
  const { foreign, manuscript } = loadStory(join(folder, 'b.txt'));
  assert.deepEqual([foreign.name, Buffer.from(foreign.bytes).toString(), manuscript], ['b.txt', 'B.', undefined]);
});

test('a folder with one text file and no Markdown is a story, with its book.yaml', () => {
  const { foreign, manuscript } = loadStory(makeFiles({ 'story.txt': 'A.', 'book.yaml': 'title: T' }));
  assert.equal(foreign.name, 'story.txt');
  assert.equal(manuscript?.bookFile?.text, 'title: T');
});

test('what is no manuscript is told in one problem', () => {
  const folder = makeFiles({ 'a.odt': 'x', 'pictures/x.png': 'x' });
  assert.deepEqual(
    told(join(folder, 'nowhere')).map((line) => line.split(' ').at(-1)),
    ['manuscript-missing'],
  );
  assert.deepEqual(told(folder), ['. manuscript-empty']);
  assert.deepEqual(told(makeFolder()), ['. manuscript-empty']);
});

test('line ends and byte order marks are no part of a text', () => {
  const manuscript = load(makeFiles({ 'a.md': '\uFEFFOne\r\nTwo\rThree\n' }));
  assert.equal(manuscript.files[0]?.text, 'One\nTwo\nThree\n');
});

test('a carriage return among other line ends is told, and ends a line', () => {
  const folder = makeFiles({ 'a.md': 'One\nTwo\rThree\r\n' });
  assert.deepEqual(told(folder), ['a.md:2:4 line-ends-mixed']);
  assert.equal(load(folder).files[0]?.text, 'One\nTwo\nThree\n');
});

test('text in Windows-1252 is named as such', () => {
  const { problems } = loadPath(makeFiles({ 'a.md': Buffer.from('Caf\xE9 \x93so\x94', 'latin1') }));
  assert.match(problems[0]?.hint ?? '', /Windows-1252/);
  const broken = loadPath(makeFiles({ 'a.md': Buffer.from([0x41, 0x0a, 0x81, 0xff]) }));
  assert.doesNotMatch(broken.problems[0]?.hint ?? '', /Windows/);
});

test('a file whose name is no UTF-8 is read, under a name that can be shown', {
  skip: process.platform !== 'linux' && 'skipped, because only Linux has such names',
}, () => {
  const folder = makeFolder();
  writeFileSync(
    Buffer.concat([Buffer.from(join(folder, 'ch-')), Buffer.from([0xff, 0xe9]), Buffer.from('.md')]),
    'Odd.\n',
  );
  writeFileSync(join(folder, 'b\uFFFD.md'), 'Rare.\n');
  const manuscript = load(folder);
  assert.deepEqual(
    manuscript.files.map(({ path, text }) => [path, text]),
    [
      ['b\uFFFD.md', 'Rare.\n'],
      ['ch-ÿé.md', 'Odd.\n'],
    ],
  );
});

test('text that is not UTF-8 is told at the byte where it stops being so', () => {
  const latin = Buffer.concat([Buffer.from('Æ line\nÆ caf'), Buffer.from([0xe9]), Buffer.from(' x\n')]);
  const { value, problems } = loadPath(makeFiles({ 'a.md': latin }));
  assert.equal(value, undefined);
  assert.deepEqual(problems.map(tell), ['a.md:2:6 file-not-utf8']);
  assert.match(problems[0]?.reason ?? '', /0xE9 at offset 14/);
  assert.deepEqual(told(makeFiles({ 'a.md': Buffer.from('\uFEFFA', 'utf16le') })), ['a.md:1:1 file-not-utf8']);
  assert.deepEqual(told(makeFiles({ 'a.md': Buffer.from([0x41, 0xe2, 0x80]) })), ['a.md:1:2 file-not-utf8']);
});

test('nothing outside the folder is opened, by whatever path', () => {
  const outside = makeFiles({ 'secret.png': 'secret', 'secret.md': 'secret' });
  const folder = makeFiles({ 'a.md': 'A.', 'in.png': 'inside' });
  symlinkSync(join(outside, 'secret.png'), join(folder, 'link.png'));
  symlinkSync(outside, join(folder, 'door'));
  symlinkSync(join(folder, 'in.png'), join(folder, 'near.png'));
  const manuscript = load(folder);
  const open = (path: string) => {
    const opened = manuscript.open(path, { path: 'a.md' });
    return 'problem' in opened ? opened.problem.rule : Buffer.from(opened.bytes).toString();
  };
  assert.equal(open('in.png'), 'inside');
  assert.equal(open('near.png'), 'inside');
  for (const path of [
    'link.png',
    'door/secret.png',
    '../secret.png',
    join(outside, 'secret.png'),
    'x/../../in.png',
    '.',
  ]) {
    assert.equal(open(path), 'picture-outside', path);
  }
  assert.equal(open('lost.png'), 'picture-missing');
});

test('a Markdown link that leads out of the folder is refused unread', () => {
  const outside = makeFiles({ 'secret.md': 'secret' });
  const folder = makeFiles({ 'a.md': 'A.' });
  symlinkSync(join(outside, 'secret.md'), join(folder, 'b.md'));
  assert.deepEqual(told(folder), ['b.md file-unreadable']);
});

test('pipes, folders and loops in place of files end at once in a problem', {
  skip: process.platform === 'win32' && 'skipped, because Windows has no pipes among its files',
}, () => {
  const folder = makeFiles({ 'a.md': 'A.' });
  execFileSync('mkfifo', [join(folder, 'pipe.md')]);
  symlinkSync('loop.md', join(folder, 'loop.md'));
  mkdirSync(join(folder, 'folder.png'));
  assert.deepEqual([...told(folder)].sort(), ['loop.md file-unreadable', 'pipe.md file-unreadable']);
  const manuscript = load(makeFiles({ 'a.md': 'A.', 'folder.png/x': '' }));
  const opened = manuscript.open('folder.png', { path: 'a.md' });
  assert.equal('problem' in opened && opened.problem.rule, 'picture-missing');
});

test('a text beyond the limit is refused by its size, before it is read', () => {
  const folder = makeFolder();
  writeFileSync(join(folder, 'a.md'), '');
  truncateSync(join(folder, 'a.md'), 70_000_000);
  assert.deepEqual(told(folder), ['a.md file-too-large']);
});

test('a manuscript holds 64 MB of text and no more', () => {
  const part = 'a'.repeat(32 * 1024 * 1024);
  assert.deepEqual(told(makeFiles({ 'a.md': part, 'b.md': part })), []);
  assert.deepEqual(told(makeFiles({ 'a.md': part, 'b.md': part, 'c.md': 'a', 'd.md': 'a' })), ['c.md book-too-large']);
});
