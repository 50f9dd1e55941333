/**
 * Each novel of the shared corpus: build → import → build is the same book, byte for byte. Once as typewriter text, a
 * file a chapter, as the benches take it; once as the corpus has it, a whole novel in one file, typeset already.
 */
import assert from 'node:assert/strict';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { makeFolder } from '../../tools/folder.ts';
import { need, root } from '../../tools/need.ts';
import { round } from '../../tools/round.ts';

interface Shelves {
  readonly novels: (shared: string) => readonly string[];
  readonly divide: (
    title: string,
    shared: string,
    names: readonly string[],
    to: { readonly folder: string; readonly cover: boolean },
  ) => unknown;
}

test('each novel comes back from its EPUB as the manuscript of the same bytes', async (context) => {
  const found = await need(context, 'shared');
  if (!found) return;
  const shared = realpathSync(found); // its scripts know themselves by their real path
  const { novels, divide } = (await import(pathToFileURL(join(root, 'bench/run/shelves.mjs')).href)) as Shelves;
  const all = novels(shared);
  assert.equal(all.length, 11);
  for (const name of all) {
    const folder = join(makeFolder(), 'novel');
    divide(name.replace(/\.md$/, ''), shared, [name], { folder, cover: false });
    for (const [how, manuscript] of [
      ['a file a chapter', folder],
      ['one file', join(shared, 'corpus/novels', name)],
    ] as const)
      await context.test(`${name}, ${how}`, async () => {
        const begun = performance.now();
        const { first, second, bytes } = await round(manuscript);
        context.diagnostic(`${name}, ${how}: ${bytes} bytes, ${Math.round(performance.now() - begun)} ms`);
        assert.equal(second, first);
      });
  }
});
