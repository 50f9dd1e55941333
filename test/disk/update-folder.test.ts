/** An update of a folder on a disk: whole or not at all, and taken back. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { encodeUtf8 } from '../../scripts/book/bytes.ts';
import { sha256 } from '../../scripts/book/digest.ts';
import { openPath } from '../../scripts/disk/open-path.ts';
import { readRecord, recoverUpdate, undoUpdate, writeRecord, writeUpdate } from '../../scripts/disk/update-folder.ts';
import { makeFiles } from '../tools/folder.ts';

function story(context: TestContext): string {
  const root = mkdtempSync(join(tmpdir(), 'fleuron-update-'));
  context.after(() => rmSync(root, { recursive: true, force: true }));
  writeFileSync(join(root, 'a.md'), 'old a\n');
  writeFileSync(join(root, 'b.md'), 'old b\n');
  writeRecord(root, encodeUtf8('record 1'));
  return root;
}

const bytes = encodeUtf8;
const textAt = (root: string, path: string): string => readFileSync(join(root, path), 'utf8');
const edits = [
  { path: 'a.md', was: bytes('old a\n'), bytes: bytes('new a\n') },
  { path: 'c.md', was: undefined, bytes: bytes('new c\n') },
];
const records = { record: bytes('record 2'), news: bytes('news 2') };

test('an update is written, and taken back once', (context) => {
  const root = story(context);
  assert.equal(writeUpdate(root, edits, records), undefined);
  assert.deepEqual(
    [textAt(root, 'a.md'), textAt(root, 'b.md'), textAt(root, 'c.md')],
    ['new a\n', 'old b\n', 'new c\n'],
  );
  assert.deepEqual([readRecord(root)?.toString(), textAt(root, '.fleuron/news.json')], ['record 2', 'news 2']);
  assert.deepEqual(undoUpdate(root), ['a.md', 'c.md']);
  assert.deepEqual([textAt(root, 'a.md'), existsSync(join(root, 'c.md'))], ['old a\n', false]);
  assert.deepEqual([readRecord(root)?.toString(), existsSync(join(root, '.fleuron/news.json'))], ['record 1', false]);
  assert.equal((undoUpdate(root) as { readonly rule?: string }).rule, 'update-impossible');
});

test('a file that was changed meanwhile keeps everything as it is', (context) => {
  const root = story(context);
  writeFileSync(join(root, 'a.md'), 'mine\n');
  assert.equal(writeUpdate(root, edits, records)?.rule, 'update-impossible');
  assert.deepEqual([textAt(root, 'a.md'), existsSync(join(root, 'c.md'))], ['mine\n', false]);
  assert.deepEqual(readRecord(root)?.toString(), 'record 1');
});

test('what was changed after an update is not taken back', (context) => {
  const root = story(context);
  writeUpdate(root, edits, records);
  writeFileSync(join(root, 'a.md'), 'newer\n');
  assert.equal((undoUpdate(root) as { readonly rule?: string }).rule, 'update-impossible');
  assert.deepEqual([textAt(root, 'a.md'), textAt(root, 'c.md')], ['newer\n', 'new c\n']);
});

/** A run that has ended, as its mark names it: this process, which left nothing. */
const endedRun = async (): Promise<string> => (await import('../../scripts/disk/run-id.ts')).ownRun();

test('an update that was cut short between two files is taken back by the next run', async (context) => {
  const root = story(context);
  writeUpdate(root, edits, records);
  const kept = readFileSync(join(root, '.fleuron/undo.zip'));
  // As it lies when it was killed before the second file: that is not there, and the record is the old one.
  rmSync(join(root, 'c.md'));
  writeFileSync(join(root, '.fleuron/import.zip'), 'record 1');
  writeFileSync(join(root, '.fleuron/updating'), `${await endedRun()} ${sha256(kept)}`);
  recoverUpdate(root);
  assert.deepEqual([textAt(root, 'a.md'), existsSync(join(root, 'c.md'))], ['old a\n', false]);
  assert.deepEqual(readRecord(root)?.toString(), 'record 1');
  assert.equal(existsSync(join(root, '.fleuron/updating')), false);
});

test('an update of a work that was cut short is taken back where the book is opened', async () => {
  const root = makeFiles({ 'book.yaml': 'books: [w]\n', 'w/book.yaml': 'title: W\n', 'w/a.md': 'old a\n' });
  const work = join(root, 'w');
  writeUpdate(work, edits.slice(0, 1), records);
  const kept = readFileSync(join(work, '.fleuron/undo.zip'));
  writeFileSync(join(work, '.fleuron/updating'), `${await endedRun()} ${sha256(kept)}`);
  assert.deepEqual(openPath(root).value?.names, ['book.yaml', 'w/a.md', 'w/book.yaml']);
  assert.equal(textAt(work, 'a.md'), 'old a\n');
});

test('an update that was cut short before it began leaves the one before as it is', async (context) => {
  const root = story(context);
  writeUpdate(root, edits, records);
  writeFileSync(join(root, '.fleuron/updating'), `${await endedRun()} ${sha256('an undo.zip that was never written')}`);
  recoverUpdate(root);
  assert.deepEqual([textAt(root, 'a.md'), textAt(root, 'c.md')], ['new a\n', 'new c\n']);
  assert.equal(existsSync(join(root, '.fleuron/updating')), false);
});

test('a folder that another run is updating is left alone', (context) => {
  const root = story(context);
  mkdirSync(join(root, '.fleuron'), { recursive: true });
  writeFileSync(join(root, '.fleuron/updating'), '00000000.1 0');
  assert.equal(writeUpdate(root, edits, records)?.rule, 'update-impossible');
  recoverUpdate(root);
  assert.equal(existsSync(join(root, '.fleuron/updating')), true);
});
