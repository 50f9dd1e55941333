import assert from 'node:assert/strict';
import { test } from 'node:test';
import { usualLimits } from '../../scripts/book/limits.ts';
import { readCover, readFacts } from '../../scripts/catalog/read-facts.ts';
import { recordFacts } from '../../scripts/catalog/record-facts.ts';
import { packZip } from '../tools/zip.ts';
import { epub } from './books.ts';

const facts = (bytes: Uint8Array) => readFacts(bytes, 'book.epub', usualLimits);
const name = '<dc:identifier id="i">x</dc:identifier>';

test('reads what a package says, of EPUB 3 and of calibre', () => {
  const read = facts(
    epub(
      `${name}<dc:title>The Lamp</dc:title><dc:creator id="c">Ann Bee</dc:creator><meta refines="#c" property="file-as">Bee, Ann</meta><dc:language>en-GB</dc:language><dc:subject>Sea</dc:subject><dc:description>Who &lt;b&gt;lit&lt;/b&gt; it?</dc:description><meta name="calibre:series" content="Lamps"/><meta name="calibre:series_index" content="2.0"/><meta property="dcterms:modified">2024-05-06T07:08:09Z</meta><meta name="cover" content="c1"/>`,
      { 'c.jpg': 'picture' },
      '<item id="c1" href="c.jpg" media-type="image/jpeg"/>',
    ),
  );
  assert.deepEqual(read, {
    title: 'The Lamp',
    subtitle: undefined,
    authors: [{ name: 'Ann Bee', fileAs: 'Bee, Ann' }],
    series: { name: 'Lamps', position: '2' },
    lang: 'en-GB',
    identifier: 'x',
    description: 'Who lit it?',
    subjects: ['Sea'],
    publisher: undefined,
    rights: undefined,
    date: undefined,
    modified: '2024-05-06T07:08:09Z',
    cover: { path: 'c.jpg', mediaType: 'image/jpeg' },
  });
});

test('shows no drawing as a cover: it may hold programs', () => {
  const items = '<item id="c" href="c.svg" media-type="image/svg+xml" properties="cover-image"/>';
  const read = facts(epub(`${name}<dc:title>A</dc:title>`, { 'c.svg': '<svg/>' }, items));
  assert.ok(!('reason' in read) && read.cover === undefined);
});

test('says why a book cannot be shown', () => {
  const reasons = [
    new Uint8Array(),
    new TextEncoder().encode('no ZIP'),
    packZip({ 'a.txt': 'no book' }),
    epub(name, { 'META-INF/license.lcpl': '{}' }),
  ].map((bytes) => {
    const read = facts(bytes);
    return 'reason' in read ? read.reason : 'read';
  });
  assert.deepEqual(reasons, [
    'is cut short, or no ZIP: its directory is not there',
    'is cut short, or no ZIP: its directory is not there',
    'cannot be read: The archive is no EPUB: it has no package document.',
    'cannot be read: This EPUB is locked (DRM), so it cannot be read.',
  ]);
});

test('takes the cover out of a book, and nothing that is not there', () => {
  const book = epub(name, { 'c.jpg': 'picture' });
  assert.equal(new TextDecoder().decode(readCover(book, 'c.jpg', usualLimits)), 'picture');
  assert.equal(readCover(book, '../c.jpg', usualLimits), undefined);
});

test('takes the facts of a library’s record as a book has them', () => {
  const read = recordFacts({
    id: 'urn:isbn:1',
    title: 'The Lamp',
    contributors: [
      { name: 'Ann Bee', role: 'author' },
      { name: 'Cy Dee', role: 'translator' },
    ],
    lang: 'en',
    modified: '2024-05-06T07:08:09Z',
    subjects: ['Sea'],
    archival: { warnings: [], fandoms: ['Sea', 'Lamps'], relationships: [], characters: [], countsWords: false },
    words: 5,
    chapters: 1,
  });
  assert.deepEqual(
    [read.identifier, read.authors.map((each) => each.name), read.subjects],
    ['urn:isbn:1', ['Ann Bee'], ['Sea', 'Lamps']],
  );
});
