import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { gzipSync, inflateRawSync } from 'node:zlib';
import { deflate } from '../../scripts/zip/deflate.ts';
import { zip, zipCapacity } from '../../scripts/zip/write-zip.ts';
import { unpackZip } from '../tools/epub.ts';

/** Bytes that compress badly, the same every time. */
function noise(size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let state = 1;
  for (let at = 0; at < size; at++) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    bytes[at] = state >>> 16;
  }
  return bytes;
}

for (const [name, bytes] of [
  ['nothing', new Uint8Array()],
  ['one byte', Uint8Array.of(7)],
  ['a sentence', Buffer.from('It was the best of times, it was the worst of times.')],
  ['a portion to the byte', noise(1 << 15)],
  ['more than a portion', noise((1 << 15) + 1)],
  ['noise, which grows', noise(1_000_000)],
  ['what repeats itself', Buffer.alloc(3_000_000, 'fleuron ')],
] as const) {
  test(`${name} comes back from what it was compressed to, with its checksum`, () => {
    const { bytes: packed, sum } = deflate(bytes);
    assert.deepEqual(Buffer.compare(inflateRawSync(packed), bytes), 0);
    assert.equal(sum, gzipSync(bytes).readUInt32LE(gzipSync(bytes).length - 8), 'as gzip says (RFC 1952 §2.3.1)');
  });
}

test('the same bytes are made everywhere', () => {
  const words = Buffer.from(Array.from({ length: 5000 }, (_, at) => `word${(at * 7919) % 613}`).join(' '));
  const sum = createHash('sha256').update(deflate(words).bytes).digest('hex');
  assert.equal(sum, '5d2b189f3801e04fac46e8371e47e78b546e2b9a5724b67165c2cca7b6c53190');
});

test('a ZIP gives its files back, in their order, under names of any script', () => {
  const files = [
    { name: 'mimetype', bytes: Buffer.from('application/epub+zip'), stored: true },
    { name: 'a/Überraschung.txt', bytes: Buffer.from('a'.repeat(1000)), stored: false },
    { name: 'b.png', bytes: noise(500), stored: true },
  ];
  const made = zip(files) ?? Buffer.alloc(0);
  const back = unpackZip(made);
  assert.deepEqual(
    [...back.keys()],
    files.map(({ name }) => name),
  );
  for (const { name, bytes } of files) assert.equal(Buffer.compare(back.get(name) ?? Buffer.alloc(0), bytes), 0);
  assert.equal(made.toString('latin1', 30, 58), 'mimetypeapplication/epub+zip', 'OCF 3.3 §4.3: no extra field, stored');
  assert.ok(made.length < 1500);
});

test('more files than a ZIP can count make none', () => {
  const empty = new Uint8Array();
  const files = Array.from({ length: zipCapacity.files + 1 }, (_, at) => ({
    name: `${at}`,
    bytes: empty,
    stored: true,
  }));
  assert.equal(zip(files), undefined);
  assert.ok(zip(files.slice(1)));
});
