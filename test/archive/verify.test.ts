import assert from 'node:assert/strict';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { fleuron } from '../tools/fleuron.ts';
import { makeFiles, makeFolder } from '../tools/folder.ts';
import { bookOf } from '../tools/press.ts';
import { packZip } from '../tools/zip.ts';
import { verdict } from './verdict.ts';

const story = {
  'my-story/book.yaml': 'title: The Door\nauthor: Ann\nmodified: 2026-03-04\n',
  'my-story/1.md': '# One\n\nIt began, and a [dot](2.md) ![A dot](dot.svg) was there.\n',
  'my-story/2.md': '# Two\n\nIt ended.\n',
  'my-story/dot.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>',
};

let whole = '';
before(async () => {
  whole = join(makeFolder(), 'bag');
  const { status, stderr } = await fleuron(['archive', join(makeFiles(story), 'my-story'), '-o', whole, '-q']);
  assert.equal(status, 0, stderr);
});

/** A copy of the whole bag, changed. */
function changed(change: (bag: string) => void): string {
  const bag = join(makeFolder(), 'bag');
  cpSync(whole, bag, { recursive: true });
  change(bag);
  return bag;
}

test('a whole bag is whole, as a folder and as a ZIP, and its book is built again', async () => {
  const { status, stderr } = await fleuron(['verify', whole]);
  assert.equal(status, 0);
  assert.match(
    stderr,
    /is whole: 15 files, .*\.\nProved: its book, copies and records, made again .* to the byte\.\nNot proved: /,
  );
  const zip = join(makeFolder(), 'x.zip');
  assert.equal((await fleuron(['archive', join(makeFiles(story), 'my-story'), '-o', zip])).status, 0);
  assert.deepEqual((await verdict(zip)).rules, []);
});

const one = 'data/manuscript/1.md';
const damages: readonly (readonly [string, (bag: string) => void, readonly string[]])[] = [
  ['a file is gone', (bag) => rmSync(join(bag, one)), [`bag-file-missing ${one}`, 'bag-oxum bag-info.txt']],
  [
    'a letter differs',
    (bag) => writeFileSync(join(bag, one), readFileSync(join(bag, one), 'utf8').replace('began', 'begun')),
    [`bag-file-changed ${one}`],
  ],
  [
    'a byte is added',
    (bag) => appendFileSync(join(bag, one), 'x'),
    [`bag-file-changed ${one}`, 'bag-oxum bag-info.txt'],
  ],
  [
    'a file is added',
    (bag) => writeFileSync(join(bag, 'data/new.md'), ''),
    ['bag-file-extra data/new.md', 'bag-oxum bag-info.txt'],
  ],
  ['a tag file is added', (bag) => writeFileSync(join(bag, 'notes.txt'), ''), ['bag-file-extra notes.txt']],
  [
    'a file has another name',
    (bag) => renameSync(join(bag, one), join(bag, 'data/manuscript/3.md')),
    [`bag-file-missing ${one}`, 'bag-file-extra data/manuscript/3.md'],
  ],
  [
    'the manifest has a broken line',
    (bag) => appendFileSync(join(bag, 'manifest-sha512.txt'), 'hello\n'),
    ['manifest-malformed manifest-sha512.txt', 'bag-file-changed manifest-sha512.txt'],
  ],
  [
    'the manifest leads out of the bag',
    (bag) => appendFileSync(join(bag, 'manifest-sha512.txt'), `${'0'.repeat(128)}  data/../../x\n`),
    ['bag-path-unsafe manifest-sha512.txt', 'bag-file-changed manifest-sha512.txt'],
  ],
  [
    'bag-info.txt differs',
    (bag) => appendFileSync(join(bag, 'bag-info.txt'), 'Contact-Name: Eve\n'),
    ['bag-file-changed bag-info.txt'],
  ],
  ['bagit.txt is gone', (bag) => rmSync(join(bag, 'bagit.txt')), ['bag-missing']],
  [
    'the manifest is gone',
    (bag) => rmSync(join(bag, 'manifest-sha512.txt')),
    ['bag-malformed manifest-sha512.txt', 'bag-file-missing manifest-sha512.txt'],
  ],
  [
    'a file is a link',
    (bag) => {
      rmSync(join(bag, one));
      symlinkSync('/etc/passwd', join(bag, one));
    },
    [`bag-path-unsafe ${one}`],
  ],
  [
    'a folder is a link',
    (bag) => {
      mkdirSync(join(bag, 'x'));
      rmSync(join(bag, 'x'), { recursive: true });
      symlinkSync('/', join(bag, 'x'));
    },
    ['bag-path-unsafe x'],
  ],
];

for (const [what, damage, rules] of damages)
  test(`where ${what}, verify says so and ends with 4`, async () => {
    const said = await verdict(changed(damage));
    assert.deepEqual(said.rules, rules);
    assert.equal(said.status, 4);
  });

test('a name that is not UTF-8 is told by its file', async (context) => {
  const bag = changed(() => {});
  try {
    writeFileSync(Buffer.concat([Buffer.from(`${bag}/data/`), Buffer.from([0xe9, 0x2e, 0x6d, 0x64])]), '');
  } catch {
    return context.skip('skipped, because this disk takes no such name');
  }
  const { status, stderr } = await fleuron(['verify', bag]);
  assert.equal(status, 4);
  assert.match(stderr, /^data\/\uFFFD\.md error bag-path-unsafe The name is not UTF-8/m);
});

const zipped = (files: Readonly<Record<string, string | Uint8Array>>): string => {
  const path = join(makeFolder(), 'bag.zip');
  writeFileSync(path, packZip(files));
  return path;
};
const bagit = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

test('a ZIP that leads out of its folder, holds links or hidden bytes, lies about sizes or is cut short is refused', async () => {
  const linked = zipped({ 'b/l': '/etc/passwd', 'b/bagit.txt': bagit });
  const bytes = readFileSync(linked);
  bytes.writeUInt32LE(0xa1ff0000, bytes.readUInt32LE(bytes.length - 6) + 38); // S_IFLNK in the first entry's attributes
  writeFileSync(linked, bytes);
  const hostile: readonly (readonly [string, string])[] = [
    [zipped({ 'b/bagit.txt': bagit, 'b/../../evil.txt': 'x' }), 'bag-path-unsafe ../../evil.txt'],
    [zipped({ 'b/bagit.txt': bagit, '/etc/evil.txt': 'x' }), 'bag-path-unsafe ..//etc/evil.txt'],
    [zipped({ 'b/bagit.txt': bagit, 'c/other.txt': 'x' }), 'bag-path-unsafe ../c/other.txt'],
    [linked, 'bag-path-unsafe l'],
  ];
  for (const [path, rule] of hostile) {
    const said = await verdict(path);
    assert.deepEqual(said.rules, [rule]);
    assert.equal(said.status, 4);
  }
  const cut = join(makeFolder(), 'cut.zip');
  writeFileSync(cut, readFileSync(zipped({ 'b/bagit.txt': bagit })).subarray(0, 90));
  assert.deepEqual((await verdict(cut)).rules, [`bag-missing ${cut}`]);
  const hiding = Buffer.concat([readFileSync(zipped({ 'b/bagit.txt': bagit })), Buffer.from('hidden')]);
  hiding.writeUInt16LE(6, hiding.length - 8); // as a comment
  writeFileSync(cut, hiding);
  assert.deepEqual((await verdict(cut)).rules, [`bag-malformed ${cut}`]);
});

test('a ZIP that would unpack without end is refused before it is unpacked', async () => {
  const list = `${'0'.repeat(128)}  data/bomb\n`;
  const path = zipped({
    'b/bagit.txt': bagit,
    'b/manifest-sha512.txt': list,
    'b/data/bomb': new Uint8Array(30_000_000),
  });
  const bytes = readFileSync(path);
  const end = bytes.length - 22;
  let at = bytes.readUInt32LE(end + 16);
  while (bytes.readUInt32LE(at + 24) !== 30_000_000)
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30);
  bytes.writeUInt32LE(0xfffffff0, at + 24);
  writeFileSync(path, bytes);
  assert.deepEqual((await verdict(path)).rules, [`bag-too-large ${path}`]);
  bytes.writeUInt32LE(10, at + 24);
  writeFileSync(path, bytes);
  assert.deepEqual((await verdict(path)).rules, [`bag-malformed ${path}`]);
});

test('a book is compared with its manuscript, file by file', async () => {
  const folder = join(makeFiles(story), 'my-story');
  const book = join(makeFolder(), 'book.epub');
  writeFileSync(book, await bookOf(folder));
  const alone = await fleuron(['verify', book]);
  assert.equal(alone.status, 5);
  assert.match(alone.stderr, /records 4 sources\. That it was made from them is not proved: name its manuscript/);
  const same = await fleuron(['verify', book, '--source', folder]);
  assert.equal(same.status, 0, same.stderr);
  assert.match(same.stderr, /made from these 4 sources; built again it is the same, to the byte\.\n$/);
  writeFileSync(join(folder, '3.md'), '# Three\n\nMore.\n');
  appendFileSync(join(folder, '2.md'), 'And more.\n');
  rmSync(join(folder, 'dot.svg'));
  assert.deepEqual(await verdict(book, { source: folder }), {
    status: 4,
    rules: ['source-changed 2.md', 'source-missing dot.svg', 'source-extra 3.md'],
    proved: false,
  });
});

test('a book with a rotten bit, and one that records no sources, are told apart', async () => {
  const epub = await bookOf(join(makeFiles(story), 'my-story'));
  const rotten = Uint8Array.from(epub);
  const at = Buffer.from(epub).indexOf('OEBPS/chapter-1.xhtml') + 60;
  rotten[at] = (rotten[at] ?? 0) ^ 1;
  const plain = packZip({ mimetype: 'application/epub+zip' });
  const folder = makeFiles({ 'rotten.epub': rotten, 'plain.epub': plain });
  assert.deepEqual((await verdict(join(folder, 'rotten.epub'))).rules, ['book-damaged OEBPS/chapter-1.xhtml']);
  assert.deepEqual((await verdict(join(folder, 'plain.epub'))).rules, [
    `source-unrecorded ${join(folder, 'plain.epub')}`,
  ]);
});
