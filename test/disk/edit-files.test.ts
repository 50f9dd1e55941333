import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { sha256 } from '../../scripts/book/digest.ts';
import type { FileEdit } from '../../scripts/book/file-edits.ts';
import { editFiles } from '../../scripts/disk/edit-files.ts';
import { makeFiles } from '../tools/folder.ts';

const made = (files: Readonly<Record<string, string>>) => realpathSync(makeFiles(files));
const textOf = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8');
/** An edit of what lies there now. */
const edit = (folder: string, path: string, content: FileEdit['content']): FileEdit => ({
  path,
  was: existsSync(join(folder, path)) ? sha256(readFileSync(join(folder, path))) : undefined,
  content,
});
/** Nothing half-written stays. */
const leftIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.part'));

test('writes, makes and removes files', () => {
  const folder = made({ 'one.md': 'One', 'two.md': 'Two' });
  const edits = [
    edit(folder, 'one.md', 'First'),
    edit(folder, 'two.md', undefined),
    edit(folder, 'pictures/map.png', new Uint8Array([1, 2])),
  ];
  assert.deepEqual(editFiles(folder, edits), { done: true });
  assert.equal(textOf(folder, 'one.md'), 'First');
  assert.ok(!existsSync(join(folder, 'two.md')));
  assert.deepEqual([...readFileSync(join(folder, 'pictures/map.png'))], [1, 2]);
  assert.deepEqual(leftIn(folder), []);
});

test('keeps the mode of a file, whatever the mask', { skip: process.platform === 'win32' }, () => {
  const folder = made({ 'one.md': 'One' });
  for (const mode of [0o600, 0o666, 0o755]) {
    chmodSync(join(folder, 'one.md'), mode);
    editFiles(folder, [edit(folder, 'one.md', `${mode}`)]);
    assert.equal(statSync(join(folder, 'one.md')).mode & 0o777, mode);
  }
});

test('writes nothing where one file is not what was read', () => {
  const folder = made({ 'one.md': 'One', 'two.md': 'Two' });
  const edits = [
    edit(folder, 'one.md', 'First'),
    { path: 'two.md', was: sha256('Two before'), content: 'Second' },
    { path: 'three.md', was: sha256('Three'), content: 'Third' },
    { path: 'one.md', was: undefined, content: 'New' },
  ];
  assert.deepEqual(editFiles(folder, edits), { done: false, stale: ['two.md', 'three.md', 'one.md'] });
  assert.equal(textOf(folder, 'one.md'), 'One');
  assert.equal(textOf(folder, 'two.md'), 'Two');
});

test('takes back what was written where a later file cannot be', () => {
  const folder = made({ 'one.md': 'One', 'gone.md': 'Gone' });
  mkdirSync(join(folder, 'long'));
  const edits = [
    edit(folder, 'one.md', 'First'),
    edit(folder, 'gone.md', undefined),
    edit(folder, 'new.md', 'New'),
    edit(folder, `${'x'.repeat(300)}.md`, 'Fails'),
  ];
  const written = editFiles(folder, edits);
  assert.ok(!written.done && 'problem' in written, JSON.stringify(written));
  assert.match(written.problem.reason, /^Nothing was written: its name is too long\. All files are as they were\.$/);
  assert.equal(textOf(folder, 'one.md'), 'One');
  assert.equal(textOf(folder, 'gone.md'), 'Gone');
  assert.deepEqual(readdirSync(folder).sort(), ['gone.md', 'long', 'one.md']);
});

test('takes back what was renamed already where the next cannot be', () => {
  const folder = made({ 'one.md': 'One\r\n', 'gone.md': 'Gone' });
  // The same file twice: the second time it is removed, and its folder’s name is that of a file by then.
  const edits = [
    edit(folder, 'one.md', 'First\n'),
    edit(folder, 'gone.md', undefined),
    edit(folder, 'new', 'A file'),
    edit(folder, 'new/file.md', 'Below it'),
  ];
  const written = editFiles(folder, edits);
  assert.ok(!written.done && 'problem' in written, JSON.stringify(written));
  assert.equal(textOf(folder, 'one.md'), 'One\r\n');
  assert.equal(textOf(folder, 'gone.md'), 'Gone');
  assert.ok(!existsSync(join(folder, 'new/file.md')));
  assert.deepEqual(leftIn(folder), []);
});

test('writes nothing outside the folder, into hidden files or over what is no file', () => {
  const folder = made({ 'story/one.md': 'One', 'secret.md': 'Secret', 'story/.git/config': 'x', 'story/dir/a.md': '' });
  const story = join(folder, 'story');
  symlinkSync(join(folder, 'secret.md'), join(story, 'link.md'));
  symlinkSync(folder, join(story, 'up'));
  symlinkSync(join(folder, 'nothing'), join(story, 'dangling.md'));
  symlinkSync(join(story, '.git'), join(story, 'git'));
  const was = sha256('Secret');
  const paths = ['../secret.md', 'link.md', 'up/secret.md', 'up/new.md', 'dangling.md', '/etc/x', 'a/../../secret.md'];
  const hidden = ['.git/config', 'git/config', 'node_modules/a.js', '.env', '', '.', 'a\\..\\b', 'a\0b', 'dir'];
  for (const path of [...paths, ...hidden])
    for (const each of [was, undefined]) {
      const written = editFiles(story, [{ path, was: each, content: 'Mine' }]);
      assert.ok(!written.done, path);
    }
  assert.equal(textOf(folder, 'secret.md'), 'Secret');
  assert.equal(textOf(story, '.git/config'), 'x');
  assert.deepEqual(readdirSync(folder).sort(), ['secret.md', 'story']);
});

test('writes through a link inside the folder, which stays one', () => {
  const folder = made({ 'texts/one.md': 'One' });
  symlinkSync('texts/one.md', join(folder, 'one.md'));
  assert.deepEqual(editFiles(folder, [edit(folder, 'one.md', 'First')]), { done: true });
  assert.equal(textOf(folder, 'texts/one.md'), 'First');
});
