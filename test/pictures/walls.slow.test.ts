import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEpub } from '../tools/epub.ts';
import { makeFiles } from '../tools/folder.ts';
import { press } from '../tools/press.ts';
import { png } from './make.ts';

for (const depth of [8, 16])
  test(`a PNG of 60 million pixels, ${depth} bits a sample, is scaled down for the book`, async () => {
    const manuscript = makeFiles({ 'a.md': '![A wall](p.png)\n', 'p.png': png({ width: 8000, height: 7500, depth }) });
    const { status, stderr, epub } = await press(manuscript);
    assert.equal(status, 0, stderr);
    assert.match(stderr, /hint picture-scaled .* has 8000 × 7500 pixels, and a page shows 5\.6 million at most/);
    const picture = readEpub(epub ?? new Uint8Array()).entries.find(({ name }) => name.includes('picture-1'));
    assert.ok(picture && picture.bytes.length < 5_000_000);
  });
