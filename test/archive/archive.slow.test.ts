/** Bags of whole books: the same each time, and as tools of others judge them. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { unpackZip } from '../tools/epub.ts';
import { fleuron } from '../tools/fleuron.ts';
import { makeFiles, makeFolder } from '../tools/folder.ts';
import { need } from '../tools/need.ts';
import { sample, sampleCase } from '../validators/books.ts';
import { archived, listed } from './archived.ts';

/** What a tool says that must be content. */
function ran(tool: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(tool, args, { cwd, encoding: 'utf8' });
  assert.equal(status, 0, stdout + stderr);
  return stdout + stderr;
}

test('the same manuscript gives the same bag, as a folder and as a ZIP, wherever and whenever', async () => {
  const one = await archived(sample);
  const two = await archived(sample);
  for (const path of listed(one)) assert.ok(readFileSync(join(one, path)).equals(readFileSync(join(two, path))), path);
  const zips: Buffer[] = [];
  for (const TZ of ['UTC', 'Pacific/Honolulu']) {
    const target = join(makeFolder(), 'bag.zip');
    assert.equal((await fleuron(['archive', sample, '-o', target, '-q'], { TZ })).status, 0);
    zips.push(readFileSync(target));
  }
  const [first, second] = zips;
  assert.ok(first && second && first.equals(second));
  const inside = unpackZip(first);
  assert.deepEqual([...inside.keys()].map((path) => path.replace('out-of-sorts/', '')).sort(), [...listed(one)].sort());
});

test('an archive keeps what a story shares with others, and proves each version of it', async () => {
  const root = makeFiles({
    'author/book.yaml': 'author: Ann\n',
    'author/about-the-author.md': '# About the Author\n\n![Ann](pictures/ann.svg)\n',
    'author/pictures/ann.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>',
    'author/pictures/other.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'door/book.yaml': 'title: The Door\nmodified: 2026-03-04\ndraw-cover: no\nshared: ../author\n',
    'door/1.md': '# One\n\nIt began.\n',
  });
  const bag = await archived(join(root, 'door'));
  const kept = () => listed(bag).filter((path) => path.startsWith('data/shared/'));
  assert.deepEqual(kept(), [
    'data/shared/about-the-author.md',
    'data/shared/book.yaml',
    'data/shared/pictures/ann.svg',
  ]);
  assert.equal((await fleuron(['verify', bag])).status, 0);
  const book = join(bag, 'data/the-door.epub');
  assert.equal((await fleuron(['verify', book, '--source', join(root, 'door')])).status, 0);
  assert.equal((await fleuron(['verify', book, '--source', join(root, 'door'), '--untrusted'])).status, 5);
  writeFileSync(join(root, 'author/about-the-author.md'), '# About the Author\n\nAnn lives here.\n');
  assert.equal((await fleuron(['verify', book, '--source', join(root, 'door')])).status, 4);
  assert.equal((await fleuron(['archive', join(root, 'door'), '-o', bag, '-q'])).status, 0);
  assert.ok(listed(bag).includes('data/versions/1/shared/pictures/ann.svg'));
  assert.deepEqual(kept(), ['data/shared/about-the-author.md', 'data/shared/book.yaml']);
  assert.equal((await fleuron(['verify', bag])).status, 0);
});

test('sha512sum finds every bag whole', async (context) => {
  const tool = await need(context, 'sha512sum');
  if (!tool) return;
  for (const manuscript of [sample, sampleCase('odd-file-names'), sampleCase('every-feature')]) {
    const bag = await archived(manuscript);
    for (const list of ['manifest-sha512.txt', 'tagmanifest-sha512.txt']) {
      assert.doesNotMatch(ran(tool, ['--strict', '-c', list], bag), /WARNING|FAILED/);
    }
  }
});

test('the Library of Congress’s validator finds every bag valid', async (context) => {
  const tool = await need(context, 'bagit');
  if (!tool) return;
  for (const manuscript of [sample, sampleCase('odd-file-names'), sampleCase('every-feature')]) {
    const bag = await archived(manuscript);
    const said = ran(tool, ['--validate', bag], bag);
    assert.match(said, /is valid/);
    assert.doesNotMatch(said, /WARN|ERROR/);
  }
});

test('a signature over the fixity line is made and checked by ssh-keygen alone', async (context) => {
  const tool = await need(context, 'sshKeygen');
  if (!tool) return;
  const { stdout } = await fleuron(['verify', await archived(sample), '--json']);
  const { fixity = '' } = JSON.parse(stdout) as { readonly fixity?: string };
  const folder = makeFiles({ 'door.txt': `${fixity}\n` });
  ran(tool, ['-q', '-t', 'ed25519', '-N', '', '-f', 'key'], folder);
  writeFileSync(join(folder, 'signers'), `ann@example.org ${readFileSync(join(folder, 'key.pub'), 'utf8')}`);
  ran(tool, ['-Y', 'sign', '-n', 'fleuron-archive', '-f', 'key', 'door.txt'], folder);
  const check = [
    '-Y',
    'verify',
    '-n',
    'fleuron-archive',
    '-I',
    'ann@example.org',
    '-f',
    'signers',
    '-s',
    'door.txt.sig',
  ];
  const checked = (input: string) => spawnSync(tool, check, { cwd: folder, input }).status;
  assert.equal(checked(`${fixity}\n`), 0);
  assert.notEqual(checked(`${fixity}x\n`), 0);
});
