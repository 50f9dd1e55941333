import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { deflateRawSync, deflateSync, gzipSync, inflateRawSync } from 'node:zlib';
import { zip, zipCapacity } from '../../scripts/zip/write-zip.ts';
import { deflate, inflate } from '../../scripts/zip/zlib.ts';
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
    assert.deepEqual(inflate(packed, bytes.length, { raw: true }), new Uint8Array(bytes));
    assert.equal(sum, gzipSync(bytes).readUInt32LE(gzipSync(bytes).length - 8), 'as gzip says (RFC 1952 §2.3.1)');
  });
}

test('what was compressed before is what others of its length are not', () => {
  const [one, other] = [Buffer.from('It was the best of times.'), Buffer.from('It was the last of times.')];
  const first = deflate(one);
  assert.equal(deflate(Uint8Array.from(one)), first, 'kept');
  assert.deepEqual(Buffer.from(inflate(deflate(other).bytes, 100, { raw: true })), other);
  assert.deepEqual(deflate(one), first);
});

test('what Node packed is unpacked, with or without zlib’s frame, and whatever follows', () => {
  const words = Buffer.concat([noise(70_000), Buffer.alloc(200_000, 'fleuron ')]);
  for (const packed of [deflateSync(words), Buffer.concat([deflateSync(words, { level: 9 }), noise(50)])])
    assert.deepEqual(inflate(packed, words.length), new Uint8Array(words));
  assert.deepEqual(inflate(deflateRawSync(words), words.length, { raw: true }), new Uint8Array(words));
  assert.deepEqual(inflate(deflateSync(new Uint8Array()), 0), new Uint8Array());
});

test('more than was allowed, or a damaged stream, is refused at once', () => {
  const words = Buffer.alloc(50_000_000, 'bomb ');
  const bomb = deflateSync(words);
  assert.throws(() => inflate(bomb, words.length - 1), /more than 49999999 bytes/);
  const before = process.memoryUsage().arrayBuffers;
  assert.throws(() => inflate(bomb, 1000), /more than 1000 bytes/);
  assert.ok(process.memoryUsage().arrayBuffers - before < 1_000_000, 'no more is unpacked than one step');
  const packed = deflateSync(noise(100_000));
  for (let end = 0; end < packed.length; end += 1009)
    assert.throws(() => inflate(packed.subarray(0, end), 1e6), RangeError);
  for (const at of [0, 1, packed.length - 1]) {
    const damaged = Uint8Array.from(packed);
    damaged[at] = (damaged[at] ?? 0) ^ 0x55;
    assert.throws(() => inflate(damaged, 1e6), RangeError);
  }
  const dictionary = Buffer.from('fleuron');
  assert.throws(() => inflate(deflateSync(words.subarray(0, 100), { dictionary }), 1e6), RangeError);
  assert.deepEqual(inflate(packed, 100_000), noise(100_000), 'a stream after one that failed');
});

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
  assert.equal(
    Buffer.from(made).toString('latin1', 30, 58),
    'mimetypeapplication/epub+zip',
    'OCF 3.3 §4.3: no extra field, stored',
  );
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
