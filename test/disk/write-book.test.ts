import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { slug } from '../../scripts/book/file-names.ts';
import { outputPath, writeBook } from '../../scripts/disk/write-book.ts';
import { writeFolder } from '../../scripts/disk/write-folder.ts';
import { problem } from '../../scripts/report/problem.ts';
import { makeFiles, makeFolder } from '../tools/folder.ts';

const bytes = new TextEncoder().encode('a new book');

test('a book replaces an older one, and leaves nothing beside it', () => {
  const folder = makeFiles({ 'book.epub': 'an older and longer book' });
  assert.equal(writeBook(join(folder, 'book.epub'), bytes), undefined);
  assert.equal(readFileSync(join(folder, 'book.epub'), 'utf8'), 'a new book');
  assert.deepEqual(readdirSync(folder), ['book.epub']);
});

test('folders on the way are made', () => {
  const folder = makeFolder();
  assert.equal(writeBook(join(folder, 'a/b/book.epub'), bytes), undefined);
  assert.deepEqual(readdirSync(join(folder, 'a/b')), ['book.epub']);
});

test('a failure is a problem, what was there stays, and nothing is left beside it', () => {
  const folder = makeFiles({ 'book.epub/inside': 'x', file: 'x' });
  const inTheWay = writeBook(join(folder, 'book.epub'), bytes);
  assert.equal(inTheWay?.rule, 'write-failed');
  assert.match(inTheWay?.reason ?? '', /folder of that name\.$/);
  assert.match(writeBook(join(folder, 'file/book.epub'), bytes)?.reason ?? '', /lies below a file\.$/);
  assert.match(writeBook(join(folder, `${'x'.repeat(300)}.epub`), bytes)?.reason ?? '', /name is too long/);
  assert.deepEqual(readdirSync(folder).sort(), ['book.epub', 'file']);
  assert.deepEqual(readdirSync(join(folder, 'book.epub')), ['inside']);
});

test('an older book is told of only where there is one', {
  skip: process.platform !== 'linux' && 'skipped, because there is no /proc here',
}, () => {
  assert.match(writeBook('/proc/none/book.epub', bytes)?.reason ?? '', /^The book was not written: [^.]+\.$/);
  assert.match(writeBook('/proc/version', bytes)?.reason ?? '', /\. The older book is as it was\.$/);
});

test('a last refusal leaves what was there, and nothing beside it', () => {
  const folder = makeFiles({ 'book.epub': 'older', 'bag/inside': 'older' });
  const refused = problem('archive-in-the-way', undefined, 'Lost.');
  assert.equal(
    writeBook(join(folder, 'book.epub'), bytes, () => refused),
    refused,
  );
  assert.equal(
    writeFolder(join(folder, 'bag'), new Map([['inside', bytes]]), () => refused),
    refused,
  );
  assert.deepEqual(readdirSync(folder, { recursive: true }).sort(), ['bag', join('bag', 'inside'), 'book.epub']);
  assert.equal(readFileSync(join(folder, 'book.epub'), 'utf8'), 'older');
  assert.equal(readFileSync(join(folder, 'bag/inside'), 'utf8'), 'older');
});

test('a long name has room for its temporary one', () => {
  const folder = makeFolder();
  const name = `${'n'.repeat(245)}.epub`;
  assert.equal(writeBook(join(folder, name), bytes), undefined);
  assert.deepEqual(readdirSync(folder), [name]);
});

test('a book goes to dist, to the path that is given, or into the folder that is given', () => {
  const folder = makeFolder();
  mkdirSync(join(folder, 'shelf'));
  assert.equal(outputPath(undefined, 'The Door'), join('dist', 'the-door.epub'));
  assert.equal(outputPath('x/y.epub', 'The Door'), 'x/y.epub');
  assert.equal(outputPath('x/', 'The Door'), join('x', 'the-door.epub'));
  assert.equal(outputPath(join(folder, 'shelf'), 'The Door'), join(folder, 'shelf', 'the-door.epub'));
});

const slugs: readonly (readonly [string, string])[] = [
  ['The Door', 'the-door'],
  ['Ann’s “Door”', 'anns-door'],
  ['Ärger', 'arger'],
  ['../../etc/passwd', 'etc-passwd'],
  ['CON', 'con'],
  ['通り', 'book'],
  ['...', 'book'],
  [`${'word '.repeat(40)}`, `${'word-'.repeat(16).slice(0, -1)}`],
];

for (const [title, name] of slugs)
  test(`“${title.slice(0, 30)}” is filed as ${name}`, () => assert.equal(slug(title), name));
