/** A novel in the studio: the page stays free while it is brought, built, typed in and turned, and what goes on can be stopped. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { need, root } from '../../tools/need.ts';
import {
  type App,
  bookShown,
  bring,
  confirmGuesses,
  flattened,
  inStudio,
  leave,
  openBook,
  shownText,
  tab,
  until,
} from './driven-app.ts';

const corpus = resolve(root, '../shared/corpus');
const novel = join(corpus, 'novels/charles-dickens_great-expectations.md');
const dialect = join(corpus, 'dialect/charles-w-chesnutt_the-conjure-woman.md');

/** So long may a task of the main thread take, in milliseconds of its own time: a busy machine makes none longer. */
const most = 50;

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly args: { readonly name?: string };
  /** Microseconds that its thread was at work. */
  readonly tdur?: number;
}

/** Does something, and tells the longest task of the page’s main thread meanwhile. */
async function longestTask({ page }: App, run: () => Promise<unknown>): Promise<number> {
  const browser = page.context().browser();
  assert.ok(browser);
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
  await run();
  await page.waitForTimeout(300);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const main = new Set(
    traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(threadOf),
  );
  const tasks = traceEvents.filter((each) => each.name.endsWith('RunTask') && main.has(threadOf(each)));
  assert.ok(tasks.length > 10, 'tasks were traced');
  return Math.round(Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000);
}

/** Types where the cursor is led by a click in the middle of the text, until the page shows it. */
async function typeWords(app: App): Promise<void> {
  await app.page.locator('.cm-content').click();
  await app.page.keyboard.type('Word for word.', { delay: 60 });
  await until(
    async () => (await shownText(app)).includes('Word for word.'),
    (isThere) => isThere,
    'it is shown',
  );
}

inStudio('a novel never blocks the page', async (app, context) => {
  if (!existsSync(novel)) return void (await need(context, 'shared'));
  const { page } = app;
  const told: (readonly [step: string, longest: number])[] = [];
  const step = async (name: string, run: () => Promise<unknown>): Promise<void> => {
    told.push([name, await longestTask(app, run)]);
  };
  await step('brought and shown', () => openBook(app, [novel]));
  await step('pages turned', async () => {
    for (let turn = 0; turn < 5; turn++) {
      await page.getByRole('button', { name: 'Next page' }).click();
      await page.waitForTimeout(150);
    }
  });
  await step('to its middle', () => page.getByRole('slider').fill('500'));
  await step('text opened', async () => {
    await tab(app, 'Text');
    await page.locator('.cm-content').waitFor();
    await page.waitForTimeout(1000);
  });
  await step('typed and built', () => typeWords(app));
  await step('covers', async () => {
    await tab(app, 'Dress');
    await page.locator('.cover-choice').first().waitFor();
  });
  await step('a thousand doubts', async () => {
    await leave(app);
    await openBook(app, [flattened(dialect)]);
    await tab(app, 'Noticed');
    await page.locator('.notices-kind.doubt').waitFor();
  });
  await step('to a doubt of them', async () => {
    await page.getByRole('button', { name: 'Next doubt' }).click();
    await page.waitForTimeout(1500);
  });
  await step('its text opened', async () => {
    await tab(app, 'Text');
    await page.locator('.cm-content').waitFor();
    await page.waitForTimeout(1000);
  });
  await step('typed and built among doubts', () => typeWords(app));
  context.diagnostic(told.map(([name, longest]) => `${name} ${longest} ms`).join(', '));
  assert.deepEqual(
    told.filter(([, longest]) => longest > most),
    [],
  );
});

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
