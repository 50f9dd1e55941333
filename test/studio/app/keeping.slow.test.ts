/** What is kept in the browser: without a network, after the page is loaded again, several stories, one removed, no room left. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { makeFiles } from '../../tools/folder.ts';
import { serve } from '../worker/hosted-studio.ts';
import {
  bookShown,
  bring,
  inStudio,
  inside,
  keptTexts,
  leave,
  openBook,
  shownText,
  side,
  tab,
  takeAway,
  until,
} from './driven-app.ts';

const story = (title: string) => ({
  'book.yaml': `title: ${title}\nlang: en\ndraw-cover: no\n`,
  'chapter-1.md': `# One\n\nThe words of ${title}.\n`,
});

inStudio('stories are kept, opened again and removed', async (app) => {
  const { page } = app;
  for (const title of ['The Lamp', 'The Bell']) {
    await openBook(app, [makeFiles(story(title))], true);
    await page.locator('.bar h1', { hasText: title }).waitFor();
    await page.reload();
    await bookShown(app);
    await page.locator('.bar h1', { hasText: title }).waitFor();
    await leave(app);
  }
  const kept = page.locator('.kept li');
  assert.equal(await kept.count(), 2);
  await page.getByRole('button', { name: /^The Lamp/ }).click();
  await bookShown(app);
  await page.locator('.bar h1', { hasText: 'The Lamp' }).waitFor();
  await leave(app);
  await page.getByRole('button', { name: 'Remove The Lamp' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await until(
    () => kept.count(),
    (count) => count === 1,
    'one is left',
  );
  await page.reload();
  await until(
    () => kept.allTextContents(),
    (all) => all.length === 1 && (all[0] ?? '').includes('The Bell'),
    'the other is left',
  );
});

inStudio('after the first visit all of it works without a network', async (app) => {
  const own = await serve(app.folder, '/other/');
  const { page } = app;
  await page.goto(own.address);
  const files = readdirSync(app.folder, { recursive: true, withFileTypes: true }).filter((each) =>
    each.isFile(),
  ).length;
  await until(
    () =>
      inside<number>(
        page,
        '() => caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name).then((cache) => cache.keys()))).then((all) => Math.max(0, ...all.map(({ length }) => length))))',
      ),
    (count) => count >= files - 2,
    'all files are kept',
  );
  await own.close();
  await page.reload();
  await openBook(app, [makeFiles({ 'story.txt': 'The Lamp\n\nChapter 1\n\nThe sea was quiet.\n' })], true);
  await tab(app, 'Dress');
  await side(app).locator('.cover-choice').first().waitFor();
  await tab(app, 'Text');
  await page.locator('.cm-content').waitFor();
  assert.match((await takeAway(app, 'Take the EPUB')).fileName, /\.epub$/);
  await side(app).getByRole('button', { name: 'Check it' }).click();
  await side(app).locator('.checking .taking-done').waitFor();
  await page.reload();
  await bookShown(app);
  await until(
    () => shownText(app),
    (words) => words.length > 0,
    'the book is there again',
  );
  app.faults.splice(0); // the worker’s look for a newer studio
  app.requests.splice(0);
});

inStudio(
  'no room left is told, and what is there stays',
  async (app) => {
    const { page } = app;
    const session = await page.context().newCDPSession(page);
    await session.send('Storage.overrideQuotaForOrigin', {
      origin: new URL(app.host.address).origin,
      quotaSize: 100_000,
    });
    await openBook(app, [makeFiles(story('The Lamp'))], true);
    await leave(app);
    const noise = Uint8Array.from({ length: 4_000_000 }, (_, at) => (at * at) % 251);
    await bring(app, [makeFiles({ ...story('The Bell'), 'pictures/big.png': noise })], true);
    assert.match((await page.locator('.refusal').textContent()) ?? '', /no room left/);
    assert.equal(await page.locator('.kept li').count(), 1);
    await page.getByRole('button', { name: /^The Lamp/ }).click();
    await bookShown(app);
    assert.ok((await keptTexts(app))['chapter-1.md']);
  },
  { serviceWorkers: 'block' },
);
