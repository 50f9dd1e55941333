import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { buildPath } from '../../scripts/commands/from-disk.ts';
import { printed } from '../render/rendering.ts';
import { readEpub } from '../tools/epub.ts';
import { makeFiles } from '../tools/folder.ts';
import { quickBuild } from '../tools/manuscript.ts';

async function bookOf(files: Readonly<Record<string, string>>) {
  const { value, problems } = await buildPath(makeFiles(files), quickBuild);
  assert.ok(value, JSON.stringify(problems));
  const epub = readEpub(value.epub);
  const own = value.publication.documents.find(({ kind }) => kind === 'colophon');
  const page = own && printed(own);
  return { page, epub, publication: value.publication };
}

test('the last page tells the press, the design, and the checksum of the list of sources', async () => {
  const { page, epub, publication } = await bookOf({ 'book.yaml': 'title: T\ntheme: plain\n', 'a.md': 'A.\n' });
  assert.equal(publication.documents.at(-1)?.kind, 'colophon');
  const sum = createHash('sha256').update(epub.text('META-INF/fleuron-sources.sha256')).digest('hex');
  assert.ok(page?.body.replaceAll(' ', '').includes(sum));
  assert.match(page?.body ?? '', />Fleuron \d+\.\d+\.\d+</);
  assert.match(page?.body ?? '', />plain</);
});

test('its words are in the book’s language, or say that they are English', async () => {
  assert.match((await bookOf({ 'book.yaml': 'title: T\nlang: de\n', 'a.md': 'A.\n' })).page?.body ?? '', /Kolophon/);
  assert.match(
    (await bookOf({ 'book.yaml': 'title: T\nlang: cy\n', 'a.md': 'A.\n' })).page?.body ?? '',
    /<h1 id="colophon-title" class="title" lang="en" xml:lang="en">Colophon</,
  );
});

test('an author’s own colophon is the only one, and there is none where none is wanted', async () => {
  const own = await bookOf({ 'book.yaml': 'title: T\n', 'a.md': 'A.\n', 'colophon.md': 'Set by hand.\n' });
  assert.match(own.page?.body ?? '', /Set by hand/);
  assert.equal(own.publication.documents.filter(({ kind }) => kind === 'colophon').length, 1);
  assert.equal((await bookOf({ 'book.yaml': 'title: T\ncolophon: no\n', 'a.md': 'A.\n' })).page, undefined);
});

test('it names the typeface that is in the book, and none that stayed out of it', async () => {
  const latin = await bookOf({ 'book.yaml': 'title: T\nembed-fonts: yes\n', 'a.md': 'Some words.\n' });
  assert.match(latin.page?.body ?? '', />EB Garamond</);
  const japanese = await bookOf({
    'book.yaml': 'title: 海\nlang: ja\nembed-fonts: yes\n',
    'a.md': '海は広いな大きいな。\n',
  });
  assert.equal(japanese.publication.fontSheet, undefined);
  assert.doesNotMatch(japanese.page?.body ?? '', /EB Garamond/);
});
