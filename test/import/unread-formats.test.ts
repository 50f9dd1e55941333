import assert from 'node:assert/strict';
import { test } from 'node:test';
import { usualLimits } from '../../scripts/book/limits.ts';
import { importForeign } from '../../scripts/import/import-foreign.ts';
import { docx } from '../tools/docx.ts';
import { packZip } from '../tools/zip.ts';

/** A compound file with a stream of this name: its header, and a sector of its directory ([MS-CFB] §2.2, §2.6.1). */
function compound(stream: string): Uint8Array {
  const bytes = Buffer.alloc(512 + 256);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.write('Root Entry', 512, 'utf16le');
  bytes.write(stream, 512 + 128, 'utf16le');
  return bytes;
}

/** A Palm database with a type and a creator. */
const palm = (type: string): Uint8Array => Buffer.from(`${'Story'.padEnd(60, '\0')}${type}${'\0'.repeat(200)}`);

/** Name, bytes, what the file is called, what is to be done. */
const unread: readonly (readonly [name: string, bytes: Uint8Array, called: RegExp, hint: RegExp])[] = [
  ['a.doc', compound('WordDocument'), /a Word document .* before 2007 \(\.doc\)/, /save it as .*\.docx/],
  ['a.docx', compound('WordDocument'), /before 2007/, /\.docx/],
  ['a.docx', compound('EncryptedPackage'), /with a password/, /take the password off/],
  ['a.xls', compound('Workbook'), /old office program/, /\.docx/],
  ['a.pdf', Buffer.from('%PDF-1.7\nwords'), /a PDF/, /Import what it was made from/],
  ['story.txt', Buffer.from('%PDF-1.7\nwords'), /a PDF/, /Import what it was made from/],
  ['a.mobi', palm('BOOKMOBI'), /a Kindle book/, /EPUB/],
  ['a.azw3', palm('BOOKMOBI'), /a Kindle book/, /EPUB/],
  ['a.rtf', Buffer.from('{\\rtf1\\ansi Words.}'), /rich text/, /\.docx/],
  ['a.doc', Buffer.from('{\\rtf1\\ansi Words.}'), /rich text/, /\.docx/],
  [
    'a.odt',
    packZip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': 'x', 'META-INF/manifest.xml': 'x' }),
    /LibreOffice/,
    /\.docx/,
  ],
  ['a.fb2', Buffer.from('<?xml version="1.0"?>\n<FictionBook xmlns="x">'), /a FictionBook/, /EPUB/],
  ['a.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), /a picture/, /!\[What it shows\]/],
  ['a.heic', Buffer.from('\0\0\0\x18ftypheic'), /a picture/, /cover: name\.jpg/],
  ['a.webp', Buffer.from('RIFF\x0a\0\0\0WEBP'), /a picture/, /cover/],
  ['a.rar', Buffer.from('Rar!\x1a'), /a packed file/, /Unpack it/],
  ['a.zip', packZip({ 'a.bin': 'x' }), /type “\.zip” cannot be read/, /unpack it/],
  ['a.lit', Buffer.from('ITOLITLS\x01\x02'), /type “\.lit” cannot be read/, /save it there as \.docx/],
  ['a.pages', packZip({ 'Index/Document.iwa': 'x' }), /Apple Pages/, /Export To/],
];

for (const [name, bytes, called, wanted] of unread)
  test(`${name} that is ${called.source} is refused with what to do`, async () => {
    const { value, problems } = await importForeign({ name, bytes, beside: () => undefined, limits: usualLimits });
    assert.equal(value, undefined);
    assert.deepEqual(
      problems.map(({ rule }) => rule),
      ['import-refused'],
    );
    assert.match(problems[0]?.reason ?? '', called);
    assert.match(problems[0]?.hint ?? '', wanted);
  });

test('a story that speaks of such files is imported', async () => {
  const bytes = Buffer.from('The Story\n\nHe typed {\\rtf and %PDF-1.7, and WordDocument.\n');
  const { value } = await importForeign({ name: 'a.txt', bytes, beside: () => undefined, limits: usualLimits });
  assert.match(value?.sections[0]?.text ?? '', /He typed/);
});

test('a text that LibreOffice reads is imported, and one that it cannot is told so', async () => {
  const bytes = Buffer.from('{\\rtf1 Words.}');
  const story = { name: 'a.rtf', bytes, beside: () => undefined, limits: usualLimits };
  const body = docx('<w:p><w:r><w:t>It was dark.</w:t></w:r></w:p>');
  const read = await importForeign({ ...story, convert: async () => new Map([['a.rtf', body]]) });
  assert.equal(read.value?.sections[0]?.text, 'It was dark.\n');
  const unread = await importForeign({ ...story, convert: async () => new Map() });
  assert.match(unread.problems[0]?.hint ?? '', /^LibreOffice could not read it either/);
});
