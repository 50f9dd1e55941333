/** What somebody does who has never seen the studio: drop a story, see the book, settle its doubt, name the author, pick a cover, take it for a Kobo. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { need, root } from '../../tools/need.ts';
import { openBook as openEpub } from '../../tools/opened-book.ts';
import { bookShown, drop, inStudio, keptTexts, side, tab, takeAway, until } from './driven-app.ts';

const story = resolve(root, '../shared/stories/a-better-world.txt');

inStudio('a story becomes a book for a Kobo in a few steps', async (app, context) => {
  if (!existsSync(story)) return void (await need(context, 'shared'));
  const { page } = app;
  const began = Date.now();
  await drop(app, '.drop', story);
  await page.getByRole('button', { name: 'That is right' }).click();
  await bookShown(app);
  await page.locator('.reader-chapter').filter({ hasText: /\S/ }).waitFor();

  const doubt = side(app).locator('.notices-kind.doubt .notice');
  assert.match((await doubt.textContent()) ?? '', /'arranged marriage/);
  await doubt.locator('.reading', { hasText: '’arranged' }).click();
  await doubt.waitFor({ state: 'detached' });
  await until(
    () => keptTexts(app),
    (texts) => /’arranged marriage/.test(texts['notes.md'] ?? ''),
    'the mark is in the text',
  );

  await tab(app, 'Dress');
  await side(app).getByRole('textbox', { name: 'Name 1' }).first().fill('Somebody Else');
  await until(
    () => keptTexts(app),
    (texts) => /^author: Somebody Else$/m.test(texts['book.yaml'] ?? ''),
    'the author is in book.yaml',
  );

  const covers = side(app).locator('.cover-choice');
  await covers.nth(3).click();
  await until(
    () => covers.nth(3).locator('input').isChecked(),
    (isChosen) => isChosen,
    'the cover is chosen',
  );
  await until(
    () => keptTexts(app),
    (texts) => /^cover-/m.test(texts['book.yaml'] ?? ''),
    'the cover is in book.yaml',
  );

  const { fileName, bytes } = await takeAway(app, 'Take it for a Kobo');
  context.diagnostic(`${Math.round((Date.now() - began) / 100) / 10} s`);
  assert.match(fileName, /\.kepub\.epub$/);
  const book = openEpub(bytes);
  assert.match(book.package, /<dc:creator[^>]*>Somebody Else</);
  assert.ok(
    book.pages.some(
      ({ path }) => book.text(path).includes('’arranged marriage') || book.text(path).includes('>’arranged'),
    ),
  );
  assert.ok(book.manifest.some(({ properties }) => properties.includes('cover-image')));
});
