/** ZIPs that hold more than their files, or that say two things of one: refused where a file is to be proved. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { usualLimits } from '../../scripts/book/limits.ts';
import { readExactZip } from '../../scripts/zip/exact-zip.ts';
import { readZip } from '../../scripts/zip/read-zip.ts';
import { packZip } from '../tools/zip.ts';

const pair = (): Buffer => Buffer.from(packZip({ 'a.txt': 'Words and words and words.', 'b.txt': 'Two.' }, ['b.txt']));
const end = (zip: Buffer): number => zip.length - 22;
const directory = (zip: Buffer): number => zip.readUInt32LE(end(zip) + 16);
const second = (zip: Buffer): number => zip.readUInt32LE(directory(zip) + 46 + 5 + 42);

/** Puts bytes in at a place, and makes all offsets right again. */
function inserted(at: (zip: Buffer) => number, bytes: Uint8Array): Buffer {
  const zip = pair();
  const place = at(zip);
  for (const central of [directory(zip), directory(zip) + 46 + 5])
    if (zip.readUInt32LE(central + 42) >= place)
      zip.writeUInt32LE(zip.readUInt32LE(central + 42) + bytes.length, central + 42);
  if (directory(zip) >= place) zip.writeUInt32LE(directory(zip) + bytes.length, end(zip) + 16);
  return Buffer.concat([zip.subarray(0, place), bytes, zip.subarray(place)]);
}

function changed(change: (zip: Buffer) => void): Buffer {
  const zip = pair();
  change(zip);
  return zip;
}

/** An extra field beside the first file, before its bytes. */
function withExtra(id: number, size: number): Buffer {
  const extra = Buffer.alloc(4 + size);
  extra.writeUInt16LE(id, 0);
  extra.writeUInt16LE(size, 2);
  const zip = inserted(() => 30 + 5, extra);
  zip.writeUInt16LE(extra.length, 28);
  return zip;
}

const junk = Buffer.from('hidden');

const inexact: readonly (readonly [string, Buffer, RegExp])[] = [
  ['bytes before the first file', inserted(() => 0, junk), /bytes between its files/],
  ['bytes between two files', inserted(second, junk), /bytes between its files/],
  ['bytes before the directory', inserted(directory, junk), /bytes between its files/],
  ['bytes behind the directory', inserted(end, junk), /bytes after its directory/],
  [
    'a comment',
    Buffer.concat([changed((zip) => zip.writeUInt16LE(6, end(zip) + 20)), junk]),
    /bytes after its directory/,
  ],
  ['another name before a file', changed((zip) => zip.write('x', 30)), /two names/],
  ['another size before a file', changed((zip) => zip.writeUInt32LE(9, 22)), /two headers/],
  ['another checksum before a file', changed((zip) => zip.writeUInt32LE(9, 14)), /two headers/],
  ['another method before a file', changed((zip) => zip.writeUInt16LE(0, 8)), /two headers/],
  ['other flags before a file', changed((zip) => zip.writeUInt16LE(2, 6)), /two headers/],
  ['an extra field that is not known', withExtra(0x7075, 6), /bytes beside a file/],
  ['an extra field as large as a file', withExtra(0x5455, 600), /bytes beside a file/],
];
for (const [what, zip, reason] of inexact)
  test(`${what}: the ZIP is read, and refused where it must be exact`, () => {
    assert.ok('entries' in readZip(zip, usualLimits));
    const read = readExactZip(zip, usualLimits);
    assert.ok('reason' in read && read.isInexact);
    assert.match(read.reason, reason);
  });

test('a ZIP of ours, one with times, and one whose sizes follow the data are exact', () => {
  const descriptor = Buffer.alloc(16);
  const streamed = pair();
  descriptor.writeUInt32LE(0x08074b50, 0);
  streamed.copy(descriptor, 4, 14, 26);
  const flagged = inserted(second, descriptor);
  for (const at of [6, directory(flagged) + 8]) flagged.writeUInt16LE(flagged.readUInt16LE(at) | 8, at);
  flagged.fill(0, 14, 26);
  for (const zip of [pair(), withExtra(0x5455, 5), flagged]) {
    const read = readExactZip(zip, usualLimits);
    assert.ok('entries' in read, 'reason' in read ? read.reason : '');
    assert.equal(read.entries.length, 2);
  }
});

test('bytes after the end of packed data are damage', () => {
  const zip = inserted(second, junk);
  const packed = zip.readUInt32LE(18) + junk.length;
  for (const at of [18, directory(zip) + 20]) zip.writeUInt32LE(packed, at);
  const read = readExactZip(zip, usualLimits);
  assert.ok('entries' in read);
  assert.deepEqual(read.entries[0]?.read(), { reason: 'is damaged, or larger than it says' });
});
