/** Archives whose files and checksums were changed together: what is found by making them again, what by the fixity line, what is said. */
import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { type InfoLine, makeBag } from '../../scripts/archive/bag.ts';
import { sha256, sha512 } from '../../scripts/book/digest.ts';
import { unpackZip } from '../tools/epub.ts';
import { fleuron } from '../tools/fleuron.ts';
import { makeFiles, makeFolder } from '../tools/folder.ts';
import { packZip } from '../tools/zip.ts';
import { archive, story } from './story.ts';
import { verdict } from './verdict.ts';

type Payload = Map<string, Uint8Array>;

const versionOf = (bag: string): string =>
  /Fleuron (\S+)/.exec(readFileSync(join(bag, 'bag-info.txt'), 'utf8'))?.[1] ?? '';

/** A bag of two versions, and the fixity line that was printed with it. */
let whole = '';
let fixity = '';
before(async () => {
  const manuscript = story();
  whole = join(makeFolder(), 'bag');
  await archive(manuscript, whole);
  appendFileSync(join(manuscript, '1.md'), 'More.\n');
  fixity = (await archive(manuscript, whole)).trim().split('\n').at(-1) ?? '';
});

/** A copy of the bag that was changed by somebody who made all its checksums anew. */
function forged(change: (payload: Payload) => void): string {
  const payload: Payload = new Map();
  for (const line of readFileSync(join(whole, 'manifest-sha512.txt'), 'utf8').trim().split('\n')) {
    const path = line.slice(130);
    payload.set(path.replace('data/', ''), new Uint8Array(readFileSync(join(whole, path))));
  }
  change(payload);
  const info = readFileSync(join(whole, 'bag-info.txt'), 'utf8').trim().split('\n');
  const lines = info.map((line): InfoLine => [line.split(': ')[0] ?? '', line.slice(line.indexOf(': ') + 2)]);
  return makeFiles(
    Object.fromEntries(
      makeBag(
        payload,
        lines.filter(([label]) => label !== 'Payload-Oxum'),
      ),
    ),
  );
}

const textOf = (payload: Payload, path: string): string => new TextDecoder().decode(payload.get(path));
const edit = (path: string, change: (text: string) => string) => (payload: Payload) =>
  void payload.set(path, new TextEncoder().encode(change(textOf(payload, path))));

/** Another book in the place of the kept one, and what records it: all that checksums can tell of. */
const replaceBook = (payload: Payload): void => {
  const old = payload.get('the-door.epub') ?? new Uint8Array();
  const parts = unpackZip(old);
  const book = packZip(parts, [...parts.keys()]);
  payload.set('the-door.epub', book);
  edit('events.json', (text) => text.replaceAll(sha256(old), sha256(book)))(payload);
};

const record = (path: string) => `record-not-rebuilt data/${path}`;

const forgeries: readonly (readonly [string, (payload: Payload) => void, readonly string[]])[] = [
  [
    'the copy for browsers',
    edit('reading/the-door.html', (text) => text.replace('Words.', 'Lies.')),
    [record('reading/the-door.html')],
  ],
  [
    'the plain copy',
    edit('reading/the-door.txt', (text) => text.replace('Words.', 'Lies.')),
    [record('reading/the-door.txt')],
  ],
  ['the rights', edit('rights.txt', () => 'All rights are Eve’s.\n'), [record('rights.txt')]],
  ['an event', edit('events.json', (text) => text.replace('"success"', '"failure"')), [record('events.json')]],
  [
    'the publisher',
    edit('metadata.json', (text) => text.replace('"metadata": {', '"metadata": { "publisher": "Eve",')),
    [record('metadata.json')],
  ],
  ['the note for readers', edit('READ-ME.txt', (text) => `${text}Pay Eve.\n`), [record('READ-ME.txt')]],
  [
    'the record of changes',
    edit('changes.json', (text) => text.replace('"changed"', '"added"')),
    [record('changes.json')],
  ],
  [
    'a copy of an older version',
    edit('versions/1/reading/the-door.txt', (text) => `${text}x`),
    [record('versions/1/reading/the-door.txt')],
  ],
  ['the book', replaceBook, [record('events.json'), 'book-not-rebuilt data/the-door.epub']],
  [
    'a file that is not of the archive',
    (payload) => void payload.set('versions/2/x', new Uint8Array(1)),
    [record('versions/2/x')],
  ],
  ['a file beside the book', (payload) => void payload.set('evil.exe', new Uint8Array(1)), [record('evil.exe')]],
  [
    'an older version that is gone',
    (payload) => {
      for (const path of payload.keys()) if (path.startsWith('versions/')) payload.delete(path);
    },
    ['version-missing data/versions/1/metadata.json'],
  ],
];
for (const [what, change, rules] of forgeries)
  test(`${what} changed with its checksums is found`, async () => {
    const said = await verdict(forged(change));
    assert.deepEqual([...said.rules].sort(), [...rules].sort());
    assert.equal(said.status, 4);
    assert.equal(said.proved, false);
  });

const unprovable: readonly (readonly [string, (payload: Payload) => void, readonly string[]])[] = [
  [
    'a book without metadata.json',
    (payload) => {
      replaceBook(payload);
      payload.delete('metadata.json');
    },
    ['rebuild-skipped data/metadata.json'],
  ],
  [
    'no version at all',
    edit('metadata.json', (text) => text.replace('"version": 2', '"version": -5')),
    ['rebuild-skipped data/metadata.json'],
  ],
  [
    'a book that claims another Fleuron',
    (payload) => {
      replaceBook(payload);
      edit('metadata.json', (text) => text.replace(`"fleuron": "${versionOf(whole)}"`, '"fleuron": "0.0.1"'))(payload);
    },
    ['rebuild-skipped data/metadata.json'],
  ],
  [
    'a plug-in that was planted',
    edit('manuscript/book.yaml', (text) => `${text}plugins:\n  remark: [./evil.mjs]\n`),
    [
      'record-not-rebuilt data/manuscript/book.yaml',
      'source-changed data/manuscript/book.yaml',
      'rebuild-skipped data/metadata.json',
    ],
  ],
  [
    'a template that was planted',
    (payload) => void payload.set('manuscript/templates/page.xhtml.ejs', new Uint8Array()),
    ['rebuild-skipped data/metadata.json'],
  ],
];
for (const [what, change, rules] of unprovable)
  test(`${what} is never called proved`, async () => {
    const said = await verdict(forged(change));
    assert.deepEqual(said.rules, rules);
    assert.equal(said.status, rules.some((rule) => !rule.startsWith('rebuild-skipped')) ? 4 : 5);
    assert.equal(said.proved, false);
  });

test('what was not made again is compared with the lists that name it', async () => {
  const said = await verdict(
    forged((payload) => {
      edit('metadata.json', (text) => text.replace(`"fleuron": "${versionOf(whole)}"`, '"fleuron": "0.0.1"'))(payload);
      edit('reading/the-door.txt', (text) => `${text}x`)(payload);
      edit('manuscript/1.md', (text) => `${text}x`)(payload);
    }),
  );
  assert.deepEqual(said.rules, [
    record('manuscript/1.md'),
    record('reading/the-door.txt'),
    'source-changed data/manuscript/1.md',
    'rebuild-skipped data/metadata.json',
  ]);
});

test('a file that others have put beside the payload is told, and not proved', async () => {
  const said = await verdict(forged(() => {}));
  assert.deepEqual(said, { status: 0, rules: [], proved: true });
  const bag = forged(() => {});
  const list = join(bag, 'tagmanifest-sha512.txt');
  writeFileSync(join(bag, 'notes.txt'), '');
  appendFileSync(list, `${sha512('')}  notes.txt\n`);
  assert.deepEqual(await verdict(bag), { status: 5, rules: ['bag-unproved notes.txt'], proved: false });
});

test('the fixity line proves that nothing was changed, as a value and from a file of any encoding', async () => {
  assert.match(fixity, /^[0-9a-f]{128} {2}tagmanifest-sha512\.txt$/);
  const utf16 = join(makeFolder(), 'utf16.txt');
  writeFileSync(utf16, Buffer.from(`\uFEFF${whole} (25 files)\r\n${fixity}\r\n`, 'utf16le'));
  for (const kept of [
    fixity,
    fixity.slice(0, 128).toUpperCase(),
    join(makeFiles({ 'kept.txt': `${fixity}\n` }), 'kept.txt'),
    utf16,
  ]) {
    const said = await fleuron(['verify', whole, '--fixity', kept]);
    assert.equal(said.status, 0, said.stderr);
    assert.match(said.stderr, /\nProved: nothing has changed since its fixity line was written\.\n$/);
  }
});

test('a manuscript and all that was made of it, forged, have another fixity line', async () => {
  const manuscript = story();
  const other = join(makeFolder(), 'bag');
  await archive(manuscript, other);
  assert.equal((await verdict(other)).status, 0);
  assert.deepEqual(await verdict(other, { fixity }), {
    status: 4,
    rules: ['bag-fixity tagmanifest-sha512.txt'],
    proved: false,
  });
});

test('what was not made again is proved by the fixity line all the same', async () => {
  const bag = forged(
    edit('metadata.json', (text) => text.replace(`"fleuron": "${versionOf(whole)}"`, '"fleuron": "0.0.1"')),
  );
  const { stdout } = await fleuron(['verify', bag, '--json']);
  const { fixity: line = '' } = JSON.parse(stdout) as { readonly fixity?: string };
  const said = await verdict(bag, { fixity: line });
  assert.deepEqual(said, { status: 0, rules: ['rebuild-skipped data/metadata.json'], proved: true });
});

test('what is no fixity line is a wrong command line', async () => {
  const folder = makeFiles({
    'two.txt': `${fixity}\n${fixity.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))}\n`,
  });
  for (const [given, reason] of [
    ['no-such-file', /“no-such-file” is no fixity line, and as a file it is not there/],
    [join(folder, 'two.txt'), /holds no fixity line, or several/],
  ] as const) {
    const said = await fleuron(['verify', whole, '--fixity', given]);
    assert.equal(said.status, 2);
    assert.match(said.stderr, reason);
  }
});
