/**
 * The studio in Chromium as a person has it: static files below a path of a host that sends no headers. A test acts in the page and
 * reads what is shown; afterwards the page must have asked nobody else for anything, and must have said of no fault.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, type TestContext, test } from 'node:test';
import type { Browser, BrowserContextOptions, Frame, Locator, Page } from 'playwright-core';
import { makeFiles } from '../../tools/folder.ts';
import { need, root } from '../../tools/need.ts';
import { type Host, makeStudio, serve, startChromium } from '../worker/hosted-studio.ts';

const below = '/somewhere/below/';
/** So long, in milliseconds, anything may take on a machine that has much else to do. */
const patience = 60_000;

let studio: Promise<{ readonly folder: string; readonly host: Host }> | undefined;
let browser: Promise<Browser> | undefined;

after(async () => {
  await (await browser)?.close();
  await (await studio)?.host.close();
});

async function hostStudio() {
  const folder = await makeStudio();
  return { folder, host: await serve(folder, below) };
}

export interface App {
  readonly page: Page;
  readonly host: Host;
  /** The folder of the studio’s files. */
  readonly folder: string;
  /** Every address that was asked for, by the page and its workers. */
  readonly requests: string[];
  /** What the page said of faults of its own; a test that provokes one empties it. */
  readonly faults: string[];
}

/** All that most of what a person does needs. */
export type OnPage = Pick<App, 'page'>;

export interface AppOptions extends BrowserContextOptions {
  readonly seconds?: number;
  /** A host of the test’s own. */
  readonly host?: () => Promise<Host>;
}

/** A test in a new browser without anything kept. */
export function inStudio(
  name: string,
  run: (app: App, context: TestContext) => Promise<void>,
  { seconds = 300, host: ownHost, ...options }: AppOptions = {},
): void {
  test(name, { timeout: seconds * 1000 }, async (context) => {
    const executablePath = await need(context, 'chromium');
    if (executablePath === undefined) return;
    studio ??= hostStudio();
    browser ??= startChromium(executablePath);
    const { folder, host: usual } = await studio;
    const host = (await ownHost?.()) ?? usual;
    const opened = await (await browser).newContext({
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
      ...options,
    });
    context.after(() => opened.close());
    const requests: string[] = [];
    const faults: string[] = [];
    opened.on('request', (request) => requests.push(request.url()));
    opened.on('weberror', (error) => faults.push(String(error.error().stack)));
    opened.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    opened.setDefaultTimeout(patience);
    const page = await opened.newPage();
    await page.goto(host.address);
    // The browser says that it has loaded before the app, which imports its press, has drawn anything.
    await page.locator('h1').first().waitFor();
    await run({ page, host, folder, requests, faults }, context);
    assert.deepEqual(faults, []);
    const { origin } = new URL(host.address);
    assert.deepEqual(
      requests.filter((each) => !each.startsWith('data:') && new URL(each).origin !== origin),
      [],
    );
  });
}

/** A test on a folder in `fleuron preview`. */
export function inPreview(
  name: string,
  folderOf: () => string | Promise<string>,
  run: (app: OnPage, folder: string) => Promise<void>,
): void {
  test(name, { timeout: 300_000 }, async (context) => {
    const executablePath = await need(context, 'chromium');
    if (executablePath === undefined) return;
    browser ??= startChromium(executablePath);
    const folder = await folderOf();
    const words = [join(root, 'scripts/fleuron.cjs'), 'preview', folder, '--no-open', '--port', '0'];
    const preview = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
    const opened = await (await browser).newContext({
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
    });
    context.after(async () => {
      await opened.close();
      preview.kill('SIGINT');
    });
    const [address] = (await once(preview.stdout, 'data')) as readonly unknown[];
    opened.setDefaultTimeout(patience);
    const page = await opened.newPage();
    await page.goto(`${address}`.trim());
    await bookShown({ page });
    await run({ page }, folder);
  });
}

const axe = readFileSync(createRequire(join(root, 'package.json')).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds in the page, and how far it is too wide. */
export async function faultsOf({ page }: OnPage, name: string): Promise<readonly string[]> {
  const found: readonly string[] = await page.evaluate(
    `${axe}; axe.run(document, { iframes: false }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html.slice(0, 160)).join(' ')))`,
  );
  const over = await inside<number>(page, '() => document.documentElement.scrollWidth - innerWidth');
  return [...found, ...(over > 0 ? [`${over} px too wide`] : [])].map((each) => `${name}: ${each}`);
}

/** Runs a function, given as its text, in a page or a frame: this file knows no documents. */
export const inside = <Result>(where: Page | Frame, code: string, given: unknown = null): Promise<Result> =>
  where.evaluate(`(${code})(${JSON.stringify(given)})`);

/** Chooses files, or one folder, and waits until there is a book, a sheet of guesses, or a refusal. */
export async function bring({ page }: App, files: readonly string[], isFolder = false): Promise<void> {
  await page
    .locator('input[type=file]')
    .nth(isFolder ? 1 : 0)
    .setInputFiles(isFolder ? (files[0] ?? '') : [...files]);
  await page
    .locator('.workspace .reader-layer:not(.is-behind), dialog.guesses, .refusal, .message.is-fault')
    .first()
    .waitFor();
}

/** Brings a story that is taken, says yes to what was guessed, and waits for its book. */
export async function openBook(app: App, files: readonly string[], isFolder = false): Promise<void> {
  await bring(app, files, isFolder);
  await confirmGuesses(app);
  await bookShown(app);
}

/** Says yes to what was guessed, where it is asked. */
export async function confirmGuesses({ page }: App): Promise<void> {
  const sheet = page.locator('dialog.guesses');
  if (await sheet.isVisible()) await sheet.getByRole('button', { name: 'That is right' }).click();
}

export const bookShown = ({ page }: OnPage): Promise<void> =>
  page.locator('.reader-layer:not(.is-behind)').waitFor({ state: 'attached' });

/** A novel with the marks of a keyboard. */
export const flattened = (path: string): string => {
  const text = readFileSync(path, 'utf8').replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '"');
  return join(makeFiles({ 'novel.md': text }), 'novel.md');
};

/** Back to the first page. */
export async function leave({ page }: App): Promise<void> {
  await page.getByRole('button', { name: '‹ Stories' }).click();
  await page.locator('.welcome').waitFor();
}

export const tab = ({ page }: OnPage, name: string): Promise<void> =>
  page.locator('nav.tabs').getByRole('button', { name }).click();

/** The cards of the panel beside the book. */
export const side = ({ page }: OnPage): Locator => page.locator('.side-pane');

export interface Download {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Clicks a button of “Take away”, and has the file. */
export async function takeAway(app: App, action: string): Promise<Download> {
  await tab(app, 'Take away');
  const coming = app.page.waitForEvent('download');
  await side(app).getByRole('button', { name: action, exact: true }).click();
  const download = await coming;
  return { fileName: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
}

/** The document of the book that is shown. */
export async function shownFrame({ page }: OnPage): Promise<Frame> {
  await page.locator('.reader-layer:not(.is-behind)').waitFor({ state: 'attached' });
  const frame = page.frames().findLast((each) => each.url().startsWith('blob:'));
  assert.ok(frame, 'a page of the book is shown');
  return frame;
}

/** The words of the document that is shown. */
export const shownText = async (app: App): Promise<string> =>
  inside(await shownFrame(app), '() => document.body.textContent');

/** Waits until something holds, and tells what it was last where it never does. */
export async function until<Value>(
  ask: () => Promise<Value>,
  holds: (value: Value) => boolean,
  about: string,
): Promise<NonNullable<Value>> {
  const end = Date.now() + patience;
  for (;;) {
    const value = await ask().catch((error: unknown) => {
      if (Date.now() > end) throw error;
      return undefined;
    });
    if (value !== undefined && value !== null && holds(value)) return value;
    if (Date.now() > end) assert.fail(`${about}: ${JSON.stringify(value)?.slice(0, 2000)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The texts of the story that is open, by path, as they lie in the browser’s store. */
export async function keptTexts({ page }: App): Promise<Readonly<Record<string, string>>> {
  return inside(
    page,
    `async () => {
      const done = (request) => new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const story = decodeURIComponent(location.hash.replace('#story=', ''));
      const database = await done(indexedDB.open('fleuron-studio'));
      const rows = await done(database.transaction('files').objectStore('files').getAll());
      database.close();
      return Object.fromEntries(rows.filter((row) => row.story === story).map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]));
    }`,
  );
}

/** Where words of the page that is shown are on the screen; undefined where they are not on it. */
export async function pointOf(
  app: OnPage,
  words: string,
): Promise<{ readonly x: number; readonly y: number } | undefined> {
  const frame = await shownFrame(app);
  const element = await frame.frameElement();
  const box = await element.boundingBox();
  const desk = await app.page.locator('.reader-page').boundingBox();
  const found = await inside<{ readonly x: number; readonly y: number } | null>(
    frame,
    `(words) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const start = node.data.indexOf(words);
        if (start < 0) continue;
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, start + words.length);
        const [{ left, top, width, height }] = range.getClientRects();
        return { x: left + width / 2, y: top + height / 2 };
      }
      return null;
    }`,
    words,
  );
  if (!found || !box || !desk) return undefined;
  const width = await element.evaluate((each) => (each as unknown as { readonly offsetWidth: number }).offsetWidth);
  const scale = box.width / width;
  const point = { x: box.x + found.x * scale, y: box.y + found.y * scale };
  const isOn = point.x > desk.x && point.x < desk.x + desk.width && point.y > desk.y && point.y < desk.y + desk.height;
  return isOn ? point : undefined;
}

/** Clicks on words of the page, once they are on it and it does not move. */
export async function clickWords(app: App, words: string): Promise<void> {
  let before: Awaited<ReturnType<typeof pointOf>>;
  const { x, y } = await until(
    async () => {
      const point = await pointOf(app, words);
      const isStill = point !== undefined && point.x === before?.x && point.y === before.y;
      before = point;
      await app.page.waitForTimeout(250);
      return isStill ? point : undefined;
    },
    () => true,
    `“${words}” is on the page`,
  );
  await app.page.mouse.click(x, y);
}

/** Drops a file or a folder, as from a window of files beside the browser. */
export async function drop({ page }: App, target: string, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const box = await page.locator(target).boundingBox();
  assert.ok(box);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: box.x + 20, y: box.y + 20, data });
  await session.detach();
}
