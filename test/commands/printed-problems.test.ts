/** What an author reads of books that once printed pages of hints. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { need } from '../tools/need.ts';
import { press } from '../tools/press.ts';

for (const [name, count, rule] of [
  ['chapters', 30, 'words-in-capitals'],
  ['scene-breaks.txt', 27, 'structure-guessed'],
  ['pictures.epub', 40, 'picture-without-alt'],
] as const) {
  test(`${name} prints fifteen lines at most, and each problem where that is wanted`, async (context) => {
    const shared = await need(context, 'shared');
    if (!shared) return;
    const book = join(shared, 'cases/imports/18-hint-floods', name);
    const { stderr } = await press(book);
    assert.ok(stderr.split('\n').length <= 16, stderr);
    assert.match(
      stderr,
      new RegExp(` ${rule} .*\n[^]*^${count} (?:hints|warnings); --verbose shows each of them$`, 'm'),
    );
    const all = (await press(book, { args: ['--verbose'] })).stderr;
    assert.equal(all.split(` ${rule} `).length - 1, count);
  });
}

test('the sample book prints fifteen lines at most', async () => {
  const { stderr } = await press('manuscript');
  assert.ok(stderr.split('\n').length <= 16, stderr);
});
