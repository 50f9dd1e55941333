import assert from 'node:assert/strict';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { usualLimits } from '../../scripts/book/limits.ts';
import { openLibraryFolder } from '../../scripts/disk/library-folder.ts';
import { readShelfMark, writeShelf } from '../../scripts/disk/write-shelf.ts';
import { shelfLine } from '../../scripts/library/shelf-record.ts';
import { epub } from '../catalog/books.ts';
import { filesBelow, makeFiles } from '../tools/folder.ts';

const book = (title: string, id = title) =>
  epub(`<dc:identifier id="i">${id}</dc:identifier><dc:title>${title}</dc:title><dc:language>en</dc:language>`);
const open = (folder: string) => openLibraryFolder(folder, 'Books', usualLimits);
const titles = ({ catalog }: ReturnType<typeof open>) => catalog.books.map(({ title }) => title);

test('shows the books below a folder, editions as one, and tells of those that it cannot', async () => {
  const folder = makeFiles({
    'a.epub': book('A'),
    'a.kepub.epub': book('A'),
    'a.html': '<!DOCTYPE html>',
    'deep/er/b.EPUB': book('B'),
    'broken.epub': 'no book',
    'alone.html': '<!DOCTYPE html>',
    'notes.txt': 'no book',
    '.hidden/c.epub': book('C'),
    '.d.epub': book('D'),
    'shelf/e.epub': book('E'),
    'shelf/made-by-fleuron.json': '{}',
  });
  symlinkSync(folder, join(folder, 'deep/circle'));
  const library = open(folder);
  assert.equal(await library.look(), true);
  assert.deepEqual(titles(library), ['A', 'B']);
  assert.deepEqual(
    library.catalog.books[0]?.files.map(({ path }) => path),
    ['a.epub', 'a.kepub.epub', 'a.html'],
  );
  assert.deepEqual(
    library.problems.map(({ rule, place, reason }) => [rule, place?.path, reason]),
    [['book-unreadable', 'broken.epub', 'The book is cut short, or no ZIP: its directory is not there.']],
  );
});

test('takes a title from the name of a file whose book has none', async () => {
  const library = open(makeFiles({ 'the-long_walk.epub': book('') }));
  await library.look();
  assert.deepEqual(titles(library), ['The Long Walk']);
});

test('sees what came, went and changed, and makes no other catalogue of the same', async () => {
  const folder = makeFiles({ 'a.epub': book('A'), 'b.epub': book('B') });
  const library = open(folder);
  await library.look();
  const { catalog } = library;
  assert.equal(await library.look(), false);
  assert.equal(library.catalog, catalog);
  rmSync(join(folder, 'a.epub'));
  writeFileSync(join(folder, 'b.epub'), book('B, longer than before'));
  writeFileSync(join(folder, 'c.epub'), book('C'));
  assert.equal(await library.look(), true);
  assert.deepEqual(titles(library), ['B, longer than before', 'C']);
});

test('takes facts from the record of a library, without opening its books, and only of files that are there', async () => {
  const facts = {
    id: 'x',
    title: 'From the record',
    contributors: [],
    lang: 'en',
    modified: '2024-05-06T07:08:09Z',
    subjects: [],
    words: 7,
    chapters: 1,
  };
  const record = (path: string) =>
    shelfLine({ story: path, key: 'k', stem: 's', books: { epub: { path, size: 3, sha256: 'f'.repeat(64) } }, facts });
  const folder = makeFiles({
    'library.jsonl': `${record('tale.epub')}${record('gone.epub')}${record('../outside.epub')}${record('/etc/passwd')}{"story": cut`,
    'tale.epub': 'not opened',
    'other.epub': book('Other'),
  });
  const library = open(folder);
  await library.look();
  assert.deepEqual(titles(library), ['From the record', 'Other']);
  assert.equal(library.catalog.books[0]?.words, 7);
  assert.deepEqual(library.problems, []);
});

test('gives a file as it is now, and nothing where it is gone', async () => {
  const folder = makeFiles({ 'a.epub': book('A') });
  const library = open(folder);
  await library.look();
  const file = library.catalog.books[0]?.files[0];
  assert.ok(file);
  const stored = await library.open(file);
  const parts: Buffer[] = [];
  for await (const part of stored?.read(0, 1) ?? []) parts.push(part);
  assert.equal(Buffer.concat(parts).toString(), 'PK');
  rmSync(join(folder, 'a.epub'));
  mkdirSync(join(folder, 'a.epub'));
  assert.equal(await library.open(file), undefined);
});

async function* parts(files: Readonly<Record<string, string>>) {
  for (const [path, text] of Object.entries(files))
    yield { path, bytes: Buffer.from(text), revision: path.endsWith('.jpg') ? '1' : undefined };
}

test('writes a shelf, then only what is other, and removes what is no longer of it', async () => {
  const folder = makeFiles({ 'a.epub': 'book' });
  assert.equal(await readShelfMark(folder), undefined);
  assert.deepEqual(await writeShelf(folder, parts({ 'shelf/a.html': 'a', 'shelf/b/c.js': 'c', 'shelf/d.jpg': 'd' })), {
    written: 3,
    removed: 0,
  });
  const mark = await readShelfMark(folder);
  assert.deepEqual(mark && 'pictures' in mark ? mark.pictures : undefined, { 'shelf/d.jpg': '1' });
  assert.deepEqual(await writeShelf(folder, parts({ 'shelf/a.html': 'other', 'shelf/d.jpg': 'd' })), {
    written: 1,
    removed: 1,
  });
  assert.deepEqual([...filesBelow(folder).keys()].sort(), [
    'a.epub',
    'shelf/a.html',
    'shelf/d.jpg',
    'shelf/made-by-fleuron.json',
  ]);
});

test('goes on where a run was ended in the middle', async () => {
  const folder = makeFiles({ 'a.epub': 'book' });
  async function* ended() {
    yield* parts({ 'shelf/a.html': 'a' });
    throw Object.assign(new Error('full'), { code: 'ENOSPC' });
  }
  const stopped = await writeShelf(folder, ended());
  assert.ok('reason' in stopped && /not written whole: the disk is full/.test(stopped.reason));
  assert.deepEqual(await readShelfMark(folder).then((mark) => mark && 'pictures' in mark), true);
  assert.deepEqual(await writeShelf(folder, parts({ 'shelf/a.html': 'a', 'shelf/b.html': 'b' })), {
    written: 1,
    removed: 0,
  });
});

test('writes nothing into a folder of that name that is somebody’s own', async () => {
  const mark = await readShelfMark(makeFiles({ 'shelf/mine.txt': 'mine' }));
  assert.ok(mark && 'rule' in mark && mark.rule === 'file-in-the-way');
});
