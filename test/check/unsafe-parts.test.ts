/** Books that are not handed to EPUBCheck, which would take them for ever. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { usualLimits } from '../../scripts/book/limits.ts';
import { checkEpub } from '../../scripts/check/check-epub.ts';
import { unsafeParts } from '../../scripts/check/unsafe-parts.ts';
import { need } from '../tools/need.ts';
import { packZip } from '../tools/zip.ts';

const page = (subset: string): string => `<?xml version="1.0"?><!DOCTYPE html [${subset}]><html><p>&a;</p></html>`;
const utf16 = (text: string): Uint8Array => Buffer.from(text, 'utf16le');

const parts: readonly (readonly [string, string | Uint8Array, boolean])[] = [
  ['no declaration', '<html/>', true],
  ['a DOCTYPE of XHTML 1.1', '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "x.dtd"><html/>', true],
  ['an entity for a character', page('<!ENTITY a "&#160;">'), true],
  ['an entity for some words', page("<!ENTITY a 'Out of Sorts'>"), true],
  ['entities in one another', page('<!ENTITY a "&b;&b;"><!ENTITY b "ha">'), false],
  ['the same below a harmless one', page('<!ENTITY b "ha"><!ENTITY a "&b;&b;">'), false],
  ['a long entity', page(`<!ENTITY a "${'ha'.repeat(40)}">`), false],
  ['an entity from a file', page('<!ENTITY a SYSTEM "file:///etc/passwd">'), false],
  ['a parameter entity', page('<!ENTITY % a "x">'), false],
  ['the same in UTF-16 with a mark', utf16(`\uFEFF${page('<!ENTITY a "&b;">')}`), false],
  ['the same in UTF-16 without', utf16(page('<!ENTITY a "&b;">')), false],
  ['the same with the bytes of each pair turned', Buffer.from(utf16(page('<!ENTITY a "&b;">'))).swap16(), false],
];
for (const [what, content, isSafe] of parts)
  test(`a part with ${what} is ${isSafe ? 'judged' : 'not given to EPUBCheck'}, whatever it is called`, () => {
    const found = unsafeParts(packZip({ mimetype: 'application/epub+zip', 'OEBPS/a.jpg': content }), usualLimits);
    assert.deepEqual(
      found.map(({ href, severity }) => [href, severity]),
      isSafe ? [] : [['OEBPS/a.jpg', 'fatal']],
    );
  });

test('a book that unpacks beyond the limits, or holds more than it says, is not given to EPUBCheck', () => {
  const book = Buffer.from(packZip({ mimetype: 'x', a: new Uint8Array(9999) }));
  const reasons = (bytes: Uint8Array) =>
    unsafeParts(bytes, { ...usualLimits, archive: 9999 }).map(({ message }) => message);
  assert.match(reasons(book).join(), /unpacks to more than/);
  const at = book.readUInt32LE(book.length - 6) + 46 + 'mimetype'.length;
  book.writeUInt32LE(9, at + 24);
  assert.match(reasons(book).join(), /a part of it is damaged, or larger than it says/);
  assert.deepEqual(reasons(new Uint8Array(9)), []);
});

test('a book with a billion laughs is answered at once, and the official EPUBCheck is not asked', async (context) => {
  const shared = await need(context, 'shared');
  if (!shared) return;
  const epub = readFileSync(join(shared, 'cases/hostile/14-check-billion-laughs/laughs.epub'));
  const found = await checkEpub(epub, () => assert.fail('It was asked.'));
  assert.ok(found.some(({ engine, href }) => engine === 'epubcheck' && href === 'OEBPS/c1.xhtml'));
});
