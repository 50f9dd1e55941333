import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { decodeForeign, decodeText } from '../../scripts/book/decode.ts';
import { readEpub } from '../tools/epub.ts';
import { makeFolder } from '../tools/folder.ts';
import { press } from '../tools/press.ts';

const story = 'The Café\n\n“Naïve,” said Zoë, and lit the lamp that nobody had thought of until then.\n\nIt burned.\n';
const western = Buffer.from(story.replace('“', '\u0093').replace('”', '\u0094'), 'latin1');

const encodings: readonly (readonly [name: string, bytes: Uint8Array, told: RegExp | undefined])[] = [
  ['UTF-8', Buffer.from(story), undefined],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${story}`), undefined],
  [
    'UTF-16',
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(story, 'utf16le')]),
    /UTF-16 \(little-endian\) \(sure\)/,
  ],
  ['UTF-16, big end first', Buffer.from(`\uFEFF${story}`, 'utf16le').swap16(), /UTF-16 \(big-endian\) \(sure\)/],
  ['Windows-1252', western, /Windows-1252 \(“ANSI”\) \(likely\)/],
];

for (const [name, bytes, told] of encodings)
  test(`a story in ${name} is built as it is imported, and the encoding is said`, async () => {
    assert.equal(decodeForeign(bytes, 'a.txt').value, story);
    const path = join(makeFolder(), 'story.txt');
    writeFileSync(path, bytes);
    const { epub, stderr } = await press(path);
    assert.ok(epub, stderr);
    const pages = readEpub(epub).entries.filter(({ name: each }) => each.endsWith('.xhtml'));
    assert.ok(
      pages.some(({ bytes: page }) => Buffer.from(page).toString().includes('“Naïve,” said Zoë')),
      stderr,
    );
    if (told) assert.match(stderr, told);
    else assert.doesNotMatch(stderr, /encoding-guessed/);
  });

test('a manuscript stays UTF-8: other bytes are named where they stand', () => {
  const { value, problems } = decodeText(western, 'a.md');
  assert.equal(value, undefined);
  assert.deepEqual(
    problems.map(({ rule, place }) => `${rule} ${place?.start?.line}:${place?.start?.column}`),
    ['file-not-utf8 1:8'],
  );
});

test('bytes that are no text are refused; a zero that strayed into a text is not', () => {
  assert.equal(decodeForeign(new Uint8Array(100), 'a.txt').value, undefined);
  assert.equal(decodeForeign(Buffer.from(`${'word '.repeat(100)}\0`), 'a.txt').value?.length, 501);
});
