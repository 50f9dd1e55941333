import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aceMany } from '../tools/ace.ts';
import { need } from '../tools/need.ts';
import { buildAll } from './books.ts';

test('Ace finds no violation', async (context) => {
  const folder = await need(context, 'ace');
  const chromium = folder && (await need(context, 'chromium'));
  if (!folder || !chromium) return;
  const books = await buildAll();
  const found = await aceMany(folder, chromium, books);
  for (const name of books.keys()) {
    await context.test(`in ${name}`, () => {
      assert.deepEqual(found.get(name), []);
    });
  }
});
