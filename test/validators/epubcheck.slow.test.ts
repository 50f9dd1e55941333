import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkWithEpubcheckTs } from '../../scripts/check/epubcheck-ts.ts';
import { epubcheckMany } from '../tools/epubcheck-many.ts';
import { need } from '../tools/need.ts';
import { buildAll } from './books.ts';

const books = await buildAll();

test('the shared story and novel are among the books', async (context) => {
  if (!(await need(context, 'shared'))) return;
  for (const name of ['the shared story', 'a novel']) assert.ok(books.has(name), name);
});

for (const [name, epub] of books) {
  test(`epubcheck-ts finds neither error nor warning in ${name}`, async () => {
    assert.deepEqual(await checkWithEpubcheckTs(epub), []);
  });
}

test('the official EPUBCheck finds neither error nor warning', async (context) => {
  const jar = await need(context, 'epubcheck');
  if (!jar || !(await need(context, 'javac'))) return;
  const found = await epubcheckMany(jar, books);
  for (const name of books.keys()) {
    await context.test(`in ${name}`, () => {
      assert.deepEqual(found.get(name), []);
    });
  }
});
