/** Problems of commands that have no other test: what leads to each, and what is said. */
import assert from 'node:assert/strict';
import { existsSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { findReaders } from '../../scripts/disk/find-readers.ts';
import { fleuron } from '../tools/fleuron.ts';
import { makeFiles } from '../tools/folder.ts';
import { packZip } from '../tools/zip.ts';

const story = {
  'book.yaml': 'title: The Weir\nlanguage: en\ndraw-cover: no\n',
  'chapter-1.md': '# One\n\nIt rained.\n',
};

test('a book is sent to no reader where none is connected', {
  skip: findReaders().length > 0 && 'skipped, because a reader is connected',
}, async () => {
  const folder = makeFiles(story);
  const sent = await fleuron(['send', folder]);
  assert.equal(sent.status, 1);
  assert.match(sent.stderr, /error reader-missing No reader is connected\..*--to \/path\/of\/its\/drive/s);
  assert.match((await fleuron(['send', folder, '--to', 'kobo'])).stderr, /reader-missing No Kobo is connected\./);
});

test('a finished book for a reader with an edition of its own is sent as it is, which is told', async () => {
  const folder = makeFiles({ 'lamp.epub': 'any bytes', 'reader/.kobo/version': 'N873' });
  const sent = await fleuron(['send', join(folder, 'lamp.epub'), '--to', join(folder, 'reader')]);
  assert.equal(sent.status, 0, sent.stderr);
  assert.match(sent.stderr, /hint edition-other The book is sent as it is; for a Kobo there is the edition “kobo”\./);
});

test('a book of more than 50 MB goes into no letter', async () => {
  const book = join(makeFiles({ 'lamp.epub': '' }), 'lamp.epub');
  truncateSync(book, 50 * 1024 * 1024 + 1);
  const letter = join(makeFiles({}), 'letter.eml');
  const words = ['--to', 'kindle', '--kindle', 'ann@kindle.com', '--from', 'ann@example.org', '--eml', letter];
  const sent = await fleuron(['send', book, ...words]);
  assert.notEqual(sent.status, 0);
  assert.match(sent.stderr, /lamp\.epub error mail-too-large The book has 51 MB/);
});

test('what a device refuses is an error, what it loses a warning, and advice a hint', async () => {
  const page = (body: string, head = '<?xml version="1.0" encoding="UTF-8"?>') =>
    `${head}<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>${body}</body></html>`;
  const item = (id: string, type: string, more = '') => `<item id="${id}" href="${id}" media-type="${type}"${more}/>`;
  const xhtml = 'application/xhtml+xml';
  const files = {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="p.opf"/></rootfiles></container>',
    'p.opf': `<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>x</dc:title><dc:creator>Ann and Bo</dc:creator><dc:language>en</dc:language></metadata>
<manifest>${item('nav', xhtml, ' properties="nav"')}${item('one', xhtml)}</manifest><spine><itemref idref="one"/></spine></package>`,
    nav: page('<nav><ol><li><a href="one">One</a></li></ol></nav>'),
    one: page('<p>It rained.</p>', ''),
  };
  const book = join(makeFiles({ 'lamp.epub': packZip(files, ['mimetype']) }), 'lamp.epub');
  const told = await fleuron(['check', book, '--for', 'all', '--verbose']);
  assert.equal(told.status, 1);
  assert.match(told.stderr, /one:1:1 error device-refuses Send to Kindle: The page does not declare its encoding/);
  assert.match(told.stderr, /p\.opf warning device-loses Kobo: The package names no cover/);
  assert.match(told.stderr, /p\.opf:1:\d+ hint device-advice Apple Books: Several authors stand in one dc:creator\./);
});

test('an export of no known reading program is told', async () => {
  const folder = makeFiles({ ...story, 'marks.csv': 'page,words\n1,It rained.\n' });
  const { status, stderr } = await fleuron(['notes', folder, join(folder, 'marks.csv')]);
  assert.equal(status, 1);
  assert.match(stderr, /marks\.csv error annotations-unknown This is none of the exports that are known/);
});

test('a library does without a cache that cannot be used, and tells so', async () => {
  const folder = makeFiles({ 'stories/one.md': '# One\n\nIt rained.\n', cache: 'a file' });
  const [stories, shelf, cache] = ['stories', 'shelf', 'cache'].map((name) => join(folder, name));
  const made = await fleuron(['library', stories ?? '', '-o', shelf ?? '', '--cache', cache ?? '']);
  assert.equal(made.status, 0, made.stderr);
  assert.match(made.stderr, /cache warning cache-unusable The cache was not used: it lies below a file\.\n/);
  assert.ok(existsSync(join(folder, 'shelf/one.epub')));
});
