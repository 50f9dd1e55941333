/** What somebody does who has never seen the studio: drop a story, see the book, settle its doubt, name the author, pick a cover, take it for a Kobo. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { TestContext } from 'node:test';
import type { Locator } from 'playwright-core';
import { need, root } from '../../tools/need.ts';
import { openBook as openEpub } from '../../tools/opened-book.ts';
import { type App, bookShown, drop, flattened, inStudio, keptTexts, side, takeAway, until } from './driven-app.ts';

const shared = resolve(root, '../shared');
const story = resolve(shared, 'stories/a-better-world.txt');
const novel = resolve(shared, 'corpus/novels/robert-louis-stevenson_treasure-island.md');
const dialect = resolve(shared, 'corpus/dialect/charles-w-chesnutt_the-conjure-woman.md');

/** So long may it take, in seconds, the person’s own reading and typing left out. */
const most = 60;

interface Way {
  readonly path: () => string;
  /** Whether the import guesses, so that a sheet is to be confirmed. */
  readonly isGuessed: boolean;
  /** Words around its doubt, and the reading that is chosen: the first one where nothing is said. */
  readonly doubt?: RegExp;
  readonly reading?: string;
}

async function goTheWay(app: App, context: TestContext, { path, isGuessed, doubt, reading }: Way): Promise<void> {
  if (!existsSync(shared)) return void (await need(context, 'shared'));
  const { page } = app;
  const file = path();
  const began = Date.now();
  let clicks = 0;
  const click = async (button: Locator): Promise<void> => {
    clicks++;
    await button.click();
  };
  const openTab = (name: string) => click(page.locator('nav.tabs').getByRole('button', { name }));

  await drop(app, '.drop', file);
  if (isGuessed) await click(page.getByRole('button', { name: 'That is right' }));
  await bookShown(app);
  await page.locator('.reader-chapter').filter({ hasText: /\S/ }).waitFor();

  const asked = side(app).locator('.notices-kind.doubt .notice').first();
  if (doubt) assert.match((await asked.textContent()) ?? '', doubt);
  // One reading of one doubt, or the one that settles all of a word.
  const readings = asked.locator('button:has(.reading-shown)', reading === undefined ? {} : { hasText: reading });
  const words = (await asked.textContent()) ?? '';
  await click(readings.first());
  await until(
    () => asked.allTextContents(),
    ([now]) => now !== words,
    'the doubt is settled',
  );

  await openTab('Dress');
  await side(app).getByRole('textbox', { name: 'Name 1' }).first().fill('Somebody Else');
  const covers = side(app).locator('.cover-choice');
  // By its name: once it is chosen, the covers are drawn anew and stand in another order.
  const name = (await covers.nth(3).textContent()) ?? '';
  await click(covers.nth(3));
  await until(
    () => side(app).getByRole('radio', { name, exact: true }).isChecked(),
    (isChosen) => isChosen,
    'the cover is chosen',
  );
  await until(
    () => keptTexts(app),
    (texts) => Object.values(texts).some((text) => /^author: Somebody Else$/m.test(text) && /^cover-/m.test(text)),
    'author and cover are written',
  );
  clicks += 2; // those of takeAway
  const { fileName, bytes } = await takeAway(app, 'Take it for a Kobo');
  const seconds = (Date.now() - began) / 1000;
  context.diagnostic(`${seconds.toFixed(1)} s, ${clicks} clicks`);
  assert.ok(seconds < most, `${seconds} s`);
  assert.match(fileName, /\.kepub\.epub$/);
  const book = openEpub(bytes);
  assert.match(book.package, /<dc:creator[^>]*>Somebody Else</);
  if (reading !== undefined) assert.ok(book.pages.some((each) => book.text(each.path).includes(reading)));
  assert.ok(book.manifest.some(({ properties }) => properties.includes('cover-image')));
}

inStudio('a story becomes a book for a Kobo in a few steps', (app, context) =>
  goTheWay(app, context, { path: () => story, isGuessed: true, doubt: /'arranged marriage/, reading: '’arranged' }),
);
for (const [name, path] of [
  ['a novel', novel],
  ['a novel in dialect', dialect],
] as const)
  inStudio(`so does ${name} that was typed with straight marks`, (app, context) =>
    goTheWay(app, context, { path: () => flattened(path), isGuessed: false }),
  );
