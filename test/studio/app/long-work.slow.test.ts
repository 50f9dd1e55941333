/** What goes on long shows how far it is, and can be stopped. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { need, root } from '../../tools/need.ts';
import { bookShown, bring, confirmGuesses, inStudio } from './driven-app.ts';

const novel = resolve(root, '../shared/corpus/novels/charles-dickens_great-expectations.md');

inStudio('long work shows how far it is, and stops when it is told to', async (app, context) => {
  if (!existsSync(novel)) return void (await need(context, 'shared'));
  await app.page.locator('input[type=file]').first().setInputFiles(novel);
  const work = app.page.locator('.work');
  await work.getByRole('button', { name: 'Stop' }).click();
  await work.waitFor({ state: 'detached' });
  assert.equal(await app.page.locator('.reader-layer').count(), 0);
  if (await app.page.locator('.welcome').isVisible()) await bring(app, [novel]);
  await confirmGuesses(app);
  await app.page.reload();
  await bookShown(app);
});
