/** ZIPs of strangers: read as they are, or refused with a reason. None unpacks to more than it says, or may. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Limits, usualLimits } from '../../scripts/book/limits.ts';
import { readZip } from '../../scripts/zip/read-zip.ts';
import { zip } from '../../scripts/zip/write-zip.ts';

const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const words = 'Words and words and words. '.repeat(40);

/** A ZIP of two files, the first packed and the second as it is. */
function pair(): Uint8Array {
  const made = zip([
    { name: 'a.txt', bytes: text(words), stored: false },
    { name: 'bé.txt', bytes: text('Two.'), stored: true },
  ]);
  assert.ok(made);
  return made;
}

/** Where the records of `pair` begin, by what they are. */
const end = (bytes: Uint8Array): number => bytes.length - 22;
const directory = (bytes: Uint8Array): number =>
  new DataView(bytes.buffer, bytes.byteOffset).getUint32(end(bytes) + 16, true);
const second = (bytes: Uint8Array): number => directory(bytes) + 46 + 'a.txt'.length;

/** Changes a copy of the pair: bytes from a place on. */
function changed(place: (bytes: Uint8Array) => number, ...values: readonly number[]): Uint8Array {
  const bytes = Uint8Array.from(pair());
  bytes.set(values, place(bytes));
  return bytes;
}

/** What comes of a ZIP: its files' texts by path, or the reason why it, or one of them, cannot be had. */
function read(bytes: Uint8Array, limits: Partial<Limits> = {}): string | Readonly<Record<string, string>> {
  const found = readZip(bytes, { ...usualLimits, ...limits });
  if ('reason' in found) return found.tooLarge ? `${found.reason} (${found.tooLarge})` : found.reason;
  return Object.fromEntries(
    found.entries.map(({ path, read: unpack }) => {
      const unpacked = unpack();
      return [path, 'reason' in unpacked ? unpacked.reason : new TextDecoder().decode(unpacked.bytes)];
    }),
  );
}

/** The same of a ZIP that must be read: some of its files may not be had. */
function readFiles(bytes: Uint8Array, limits: Partial<Limits> = {}): Readonly<Record<string, string>> {
  const files = read(bytes, limits);
  assert.ok(typeof files === 'object', String(files));
  return files;
}

const whole = { 'a.txt': words, 'bé.txt': 'Two.' };

test('files come back under their names, packed or not', () => {
  assert.deepEqual(read(pair()), whole);
});

test('extra fields and comments of files are passed over', () => {
  const bytes = pair();
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const at = directory(bytes);
  const extra = new Uint8Array(0x102);
  view.setUint16(28, extra.length, true); // of the first file, before its bytes
  view.setUint16(at + 30, extra.length, true); // of the same in the directory, with a comment
  view.setUint16(at + 32, extra.length, true);
  view.setUint32(second(bytes) + 42, view.getUint32(second(bytes) + 42, true) + extra.length, true);
  view.setUint32(end(bytes) + 16, at + extra.length, true);
  const local = 30 + 'a.txt'.length;
  const next = at + 46 + 'a.txt'.length;
  const parts = [bytes.subarray(0, local), extra, bytes.subarray(local, next), extra, extra, bytes.subarray(next)];
  assert.deepEqual(read(new Uint8Array(Buffer.concat(parts))), whole);
});

test('a comment may follow, as long as a ZIP can have one, and no longer', () => {
  const bytes = pair();
  const comment = new Uint8Array(0xffff).fill(0x20);
  assert.deepEqual(read(Uint8Array.from([...bytes.subarray(0, -2), 0xff, 0xff, ...comment])), whole);
  assert.match(String(read(Uint8Array.from([...bytes, ...comment, 0]))), /no ZIP: its directory is not there/);
});

test('all files together unpack to no more than the limit, whatever each does', () => {
  const size = words.length + 'Two.'.length;
  assert.deepEqual(read(pair(), { archive: size }), whole);
  assert.match(String(read(pair(), { archive: size - 1 })), /^unpacks to more than .* \(archive\)$/);
});

test('a file unpacks to no more than its limit, and the others are read', () => {
  assert.deepEqual(read(pair(), { 'archive-file': words.length }), whole);
  const { 'a.txt': first, 'bé.txt': other } = readFiles(pair(), { 'archive-file': words.length - 1 });
  assert.match(first ?? '', /^unpacks to more than .*--limit archive-file/);
  assert.equal(other, 'Two.');
});

test('there are no more files than the limit', () => {
  assert.deepEqual(read(pair(), { 'archive-files': 2 }), whole);
  assert.match(String(read(pair(), { 'archive-files': 1 })), /^has more than 1 .* \(archive-files\)$/);
});

/** A change to the pair, and why it is refused whole. */
const refused: readonly (readonly [string, Uint8Array, RegExp])[] = [
  ['nothing', new Uint8Array(), /its directory is not there/],
  ['half of a ZIP', pair().subarray(0, 100), /its directory is not there/],
  ['a ZIP64 by its number of files', changed((bytes) => end(bytes) + 10, 0xff, 0xff), /ZIP64/],
  ['a ZIP64 by its directory', changed((bytes) => end(bytes) + 16, 0xff, 0xff, 0xff, 0xff), /ZIP64/],
  ['a directory that lies elsewhere', changed((bytes) => end(bytes) + 16, 0, 0, 0, 0), /damaged directory/],
  ['a directory beyond its end', changed((bytes) => end(bytes) + 16, 0, 0, 0, 0x7f), /damaged directory/],
  ['a directory with another record', changed(second, 0x51), /damaged directory/],
  ['more files than its directory has', changed((bytes) => end(bytes) + 10, 3), /damaged directory/],
  ['a name that leaves the directory', changed((bytes) => second(bytes) + 28, 0xff, 0xff), /damaged directory/],
  ['an extra field that leaves it', changed((bytes) => second(bytes) + 30, 0xff, 0xff), /damaged directory/],
  ['a name that is no UTF-8, and says that it is', changed((bytes) => second(bytes) + 47, 0xff), /no UTF-8/],
];
for (const [what, bytes, reason] of refused)
  test(`${what} is refused`, () => {
    assert.match(String(read(bytes)), reason);
  });

test('a name twice is refused, and a name without a flag is read by its bytes', () => {
  const twice = zip(['a', 'a'].map((name) => ({ name, bytes: text(name), stored: true })));
  assert.match(String(read(twice ?? text(''))), /has “a” twice/);
  const old = changed((bytes) => second(bytes) + 47, 0xe9, 0x2e); // bé. in ISO 8859-1
  old[second(old) + 9] = 0;
  assert.deepEqual(Object.keys(readFiles(old)), ['a.txt', 'bé..txt']);
});

/** A change to the first file of the pair, and why it cannot be had; the second is read all the same. */
const unread: readonly (readonly [string, Uint8Array, RegExp])[] = [
  ['that is encrypted', changed((bytes) => directory(bytes) + 8, 1), /encrypted/],
  ['packed in another way', changed((bytes) => directory(bytes) + 10, 12), /packed in a way that is not known/],
  ['with another checksum', changed((bytes) => directory(bytes) + 16, 1, 2, 3, 4), /^is damaged$/],
  ['that is larger than it says', changed((bytes) => directory(bytes) + 24, 9, 0), /larger than it says/],
  ['that is smaller than it says', changed((bytes) => directory(bytes) + 24, 0xff, 0xff), /^is damaged/],
  ['with more packed bytes than there are', changed((bytes) => directory(bytes) + 20, 0xff, 0xff), /cut short/],
  ['that lies nowhere', changed((bytes) => directory(bytes) + 42, 0xff, 0xff), /^is damaged$/],
  ['that lies at the last bytes', changed((bytes) => directory(bytes) + 42, pair().length - 2, 0), /^is damaged$/],
  ['that lies where none is', changed((bytes) => directory(bytes) + 42, 1), /^is damaged$/],
  ['whose packed bytes are none', changed(() => 35, 0xff, 0xff, 0xff), /damaged, or larger/],
];
for (const [what, bytes, reason] of unread)
  test(`a file ${what} is not had, and the others are`, () => {
    const { 'a.txt': first, 'bé.txt': other } = readFiles(bytes);
    assert.match(first ?? '', reason);
    assert.equal(other, 'Two.');
  });

test('folders are left out, and links are told from files', () => {
  const files = { 'b/': '', 'b/c': 'C', d: 'D', empty: '', 'full/': 'F' };
  const bytes = zip(Object.entries(files).map(([name, words]) => ({ name, bytes: text(words), stored: true })));
  assert.ok(bytes);
  const at = directory(bytes) + 46 + 'b/'.length;
  bytes.set([0, 0, 0, 0xa1], at + 38); // Unix: a symbolic link
  const found = readZip(bytes, usualLimits);
  assert.ok('entries' in found);
  assert.deepEqual(
    found.entries.map(({ path, isLink, size, packedSize }) => [path, isLink, size, packedSize]),
    [
      ['b/c', true, 1, 1],
      ['d', false, 1, 1],
      ['empty', false, 0, 0],
      ['full/', false, 1, 1],
    ],
  );
});
