import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fleuron } from '../tools/fleuron.ts';
import { makeFiles, makeFolder } from '../tools/folder.ts';

/** Builds a book, changes a file, builds it again over the first; what is told the second time. */
async function builtTwice(
  change: { readonly path: string; readonly text: string } | undefined,
  date = 'modified: 2026-01-02\n',
): Promise<string> {
  const folder = makeFiles({
    'book.yaml': `title: T\nlang: en\nauthor: A\n${date}`,
    'a.md': '# One\n\nWords.\n',
  });
  const args = ['build', folder, '-o', join(makeFolder(), 'book.epub')];
  const first = await fleuron(args);
  assert.doesNotMatch(first.stderr, /modified-stale/);
  if (change) writeFileSync(join(folder, change.path), change.text);
  return (await fleuron(args)).stderr;
}

test('a text that changed under an old date is told when the book is built over the older one', async () => {
  const told = await builtTwice({ path: 'a.md', text: '# One\n\nOther words.\n' });
  assert.match(told, /hint modified-stale .* still 2026-01-02/);
});

test('a new file counts as a change', async () => {
  assert.match(await builtTwice({ path: 'b.md', text: '# Two\n\nMore.\n' }), /modified-stale/);
});

test('nothing is told of a book without dates', async () => {
  assert.doesNotMatch(await builtTwice({ path: 'b.md', text: '# Two\n\nMore.\n' }, ''), /modified-stale/);
});

test('nothing is told where nothing changed, the date is a newer one, or the older book is another', async () => {
  assert.doesNotMatch(await builtTwice(undefined), /modified-stale/);
  const metadata = 'title: T\nlang: en\nauthor: A\nmodified: 2026-01-03\n';
  assert.doesNotMatch(await builtTwice({ path: 'book.yaml', text: metadata }), /modified-stale/);
  const another = 'title: U\nlang: en\nauthor: A\nmodified: 2026-01-02\n';
  assert.doesNotMatch(await builtTwice({ path: 'book.yaml', text: another }), /modified-stale/);
});
