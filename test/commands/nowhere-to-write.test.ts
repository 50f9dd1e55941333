import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fleuron } from '../tools/fleuron.ts';
import { makeFiles } from '../tools/folder.ts';

/** A folder that takes no new one, and says that it is not there. */
const takesNone = '/proc';
const skip = !existsSync(takesNone) && 'skipped, because there is no /proc here';

test('a cache folder below /proc is as if there were none', { skip }, async () => {
  const folder = makeFiles({ 'story.md': '# The Weir\n\nThe mill stood still that summer.\n' });
  const book = join(folder, 'story.epub');
  const env = { XDG_CACHE_HOME: join(takesNone, 'none/here') };
  const built = await fleuron(['build', join(folder, 'story.md'), '--output', book, '--quiet'], env);
  assert.deepEqual(built, { status: 0, stdout: '', stderr: '' });
  assert.ok(existsSync(book));
});

test('a book that goes below /proc is not written, and the reason is told', { skip }, async () => {
  const folder = makeFiles({ 'story.md': '# The Weir\n\nThe mill stood still that summer.\n' });
  const book = join(takesNone, 'none/here/story.epub');
  const built = await fleuron(['build', join(folder, 'story.md'), '--output', book, '--quiet']);
  assert.notEqual(built.status, 0);
  assert.match(built.stderr, /write-failed The book was not written: its folder is not there\./);
});
