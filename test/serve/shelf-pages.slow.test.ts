/** A shelf in Chromium: without programs, in three widths by day and night, and the page on which a book is read, from a server and from files. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, type TestContext, test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { epub } from '../catalog/books.ts';
import { faultsOf } from '../studio/app/driven-app.ts';
import { serve, startChromium } from '../studio/worker/hosted-studio.ts';
import { fleuron } from '../tools/fleuron.ts';
import { makeFiles } from '../tools/folder.ts';
import { need, root } from '../tools/need.ts';
import { drawnCover } from './drawn-cover.ts';
import { started } from './started.ts';

const lines = Array.from({ length: 200 }, (_, at) => `<p>Line ${at} of the tale, which goes on.</p>`).join('');
const hostile =
  '<script>top.pwned = 1</script><img src="x.png" alt="" onerror="top.pwned = 2"/><a href="javascript:top.pwned = 3">Click</a>';
const chapter = `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>A</title><script>top.pwned = 4</script></head><body onload="top.pwned = 5"><h1>One</h1>${hostile}<p>The lamp was lit.</p>${lines}</body></html>`;
const metadata = (title: string, more = '') =>
  `<dc:identifier id="i">${title}</dc:identifier><dc:title>${title}</dc:title><dc:creator>Ann Bee</dc:creator><dc:language>en</dc:language><dc:subject>Sea</dc:subject>${more}`;

/** A shelf of two pages, with one book to read that wants to run. */
async function books(): Promise<string> {
  const cover = '<item id="c" href="c.png" media-type="image/png" properties="cover-image"/>';
  const lamp = epub(
    metadata(
      'The Lamp &amp; &lt;Sea&gt;',
      '<dc:description>Who lit it?</dc:description><meta property="belongs-to-collection">Lamps</meta>',
    ),
    { 'a.xhtml': chapter, 'c.png': await drawnCover() },
    cover,
  );
  const others = Array.from({ length: 60 }, (_, at) => [`more/${at}.epub`, epub(metadata(`Story ${at}`))] as const);
  return makeFiles({ 'lamp.epub': lamp, 'lamp.kepub.epub': lamp, ...Object.fromEntries(others) });
}

let browser: Browser | undefined;
let folder = '';
let address = '';
before(async () => {
  folder = await books();
  ({ address } = await started(folder, '--title', 'A Shelf'));
});
after(() => browser?.close());

/** A page with nothing kept; what it says of faults must be nothing. */
async function opened(
  context: TestContext,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; faults: string[] } | undefined> {
  const executablePath = await need(context, 'chromium');
  if (executablePath === undefined) return undefined;
  browser ??= await startChromium(executablePath);
  const own = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options });
  own.setDefaultTimeout(60_000);
  context.after(() => own.close());
  const faults: string[] = [];
  own.on('weberror', (error) => faults.push(String(error.error().stack)));
  own.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  return { page: await own.newPage(), faults };
}

test('is used without programs: lists, search, a book, its file', { timeout: 300_000 }, async (context) => {
  const found = await opened(context, { javaScriptEnabled: false });
  if (!found) return;
  const { page, faults } = found;
  await page.goto(address);
  assert.equal(await page.locator('.books li').count(), 48);
  await page.getByRole('link', { name: 'Next' }).click();
  assert.equal(await page.locator('.books li').count(), 13);
  await page.getByRole('link', { name: 'Authors' }).click();
  await page.getByRole('link', { name: 'Ann Bee' }).click();
  await page.getByLabel('Search').fill('LAMP');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'The Lamp & <Sea>' }).click();
  assert.equal(await page.locator('h1').textContent(), 'The Lamp & <Sea>');
  await page.getByRole('link', { name: 'Lamps' }).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Kobo' }).click(),
  ]);
  assert.equal(download.suggestedFilename(), 'lamp.kepub.epub');
  assert.deepEqual(faults, []);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`has no fault that axe finds, in three widths, ${colorScheme}`, { timeout: 300_000 }, async (context) => {
    const found = await opened(context, { colorScheme, bypassCSP: true });
    if (!found) return;
    const { page, faults } = found;
    await page.goto(`${address}shelf/search.html?query=lamp`);
    const book = new URL((await page.locator('.books a').getAttribute('href')) ?? '', page.url()).href;
    const noticed: string[] = [];
    for (const width of [390, 820, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      for (const at of [address, `${address}shelf/authors.html`, `${address}shelf/search.html?query=xyzzy`, book]) {
        await page.goto(at);
        noticed.push(...(await faultsOf({ page }, `${width} ${at}`)));
      }
    }
    await page.getByRole('link', { name: 'Read it here' }).click();
    await page.locator('.reader-layer:not(.is-behind)').waitFor();
    noticed.push(...(await faultsOf({ page }, 'reading')));
    assert.deepEqual([...noticed, ...faults.filter((each) => !/Content Security Policy/.test(each))], []);
  });

/** Reads from the page of a book on: turns pages, and finds the place again. */
async function readOn(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Read it here' }).click();
  await page.locator('.reader-layer:not(.is-behind)').waitFor();
  const percent = page.locator('.reader-percent');
  const first = await percent.textContent();
  await page.getByRole('button', { name: 'Next page' }).click();
  await percent.filter({ hasNotText: first ?? '' }).waitFor();
  const there = (await percent.textContent()) ?? '';
  await page.reload();
  await percent.filter({ hasText: there }).waitFor();
  assert.equal(await page.evaluate('window.pwned'), undefined);
  await page.getByRole('link', { name: 'Shelf' }).click();
  await page.getByRole('heading', { name: 'Download' }).waitFor();
}

test('shows a book to be read, which runs nothing of its own', { timeout: 300_000 }, async (context) => {
  const found = await opened(context);
  if (!found) return;
  await found.page.goto(`${address}shelf/search.html?query=lamp`);
  await found.page.locator('.books a').click();
  await readOn(found.page);
});

test('is the same as files of a host that knows nothing of it, below a path', { timeout: 300_000 }, async (context) => {
  const found = await opened(context);
  if (!found) return;
  const files = makeFiles({ 'lamp.epub': readFileSync(join(folder, 'lamp.epub')), 'b%.epub': epub(metadata('B')) });
  assert.equal((await fleuron(['serve', files, '--static', '--title', 'Files'])).status, 0);
  const host = await serve(files, '/some/where/');
  context.after(() => host.close());
  const { page } = found;
  await page.goto(`${host.address}shelf/index.html`);
  assert.equal(await page.getByLabel('Search').count(), 0);
  await page.getByRole('link', { name: 'The Lamp & <Sea>' }).click();
  await readOn(page);
});

test('is read by foliate-js’s reader of OPDS in both forms', { timeout: 300_000 }, async (context) => {
  const found = await opened(context, { bypassCSP: true });
  if (!found) return;
  const { page } = found;
  await page.goto(address);
  const require = createRequire(join(root, 'package.json'));
  const opds = readFileSync(require.resolve('foliate-js/opds.js'), 'utf8');
  const read = (await page.evaluate(`(async () => {
    const module = URL.createObjectURL(new Blob([${JSON.stringify(opds)}], { type: 'text/javascript' }));
    const { getFeed, getOpenSearch, isOPDSCatalog } = await import(module);
    const get = async (path) => {
      const response = await fetch(path);
      const type = response.headers.get('content-type');
      return { type, isCatalog: isOPDSCatalog(type), text: await response.text() };
    };
    const parse = ({ text }) => new DOMParser().parseFromString(text, 'application/xml');
    const start = await get('/opds');
    const list = await get('/shelf/all.new.xml');
    const { search, params } = getOpenSearch(parse(await get('/shelf/search-description.xml')));
    const words = new Map([[null, new Map([['searchTerms', 'lamp & sea']])]]);
    const result = await get(search(words));
    return JSON.parse(JSON.stringify({
      isCatalog: [start, list, result, await get('/opds2')].map(({ isCatalog }) => isCatalog),
      start: getFeed(parse(start)),
      list: getFeed(parse(list)),
      params,
      result: getFeed(parse(result)),
      json: JSON.parse((await get('/shelf/all.new.json')).text),
    }));
  })()`)) as {
    readonly isCatalog: readonly boolean[];
    readonly start: { readonly navigation: readonly { readonly title: string }[] };
    readonly list: Feed & { readonly facets: readonly { readonly metadata: { readonly title: string } }[] };
    readonly params: readonly { readonly name: string }[];
    readonly result: Feed;
    readonly json: Feed;
  };
  const titles = ({ publications }: Feed) => publications.map((each) => each.metadata.title);
  assert.deepEqual(read.isCatalog, [true, true, true, true]);
  assert.deepEqual(
    read.start.navigation.map(({ title }) => title),
    ['Newest', 'Titles', 'Authors', 'Series', 'Subjects'],
  );
  assert.equal(read.list.publications.length, 48);
  assert.deepEqual(titles(read.list), titles(read.json));
  assert.deepEqual(
    read.list.facets.map(({ metadata: { title } }) => title),
    ['Sort by'],
  );
  assert.deepEqual(
    read.params.map(({ name }) => name),
    ['searchTerms'],
  );
  assert.deepEqual(titles(read.result), ['The Lamp & <Sea>']);
  const [lamp] = read.result.publications;
  assert.deepEqual(
    lamp?.images.map(({ href }) => href.replace(/[a-f\d]{32}/, 'KEY')),
    ['cover-KEY.png', 'thumbnail-KEY.jpg'],
  );
  assert.deepEqual(
    lamp?.links.flatMap(({ rel, href }) => (`${rel}`.includes('acquisition') ? [href] : [])),
    ['../lamp.epub', '../lamp.kepub.epub'],
  );
});

interface Feed {
  readonly publications: readonly {
    readonly metadata: { readonly title: string };
    readonly images: readonly { readonly href: string }[];
    readonly links: readonly { readonly rel: unknown; readonly href: string }[];
  }[];
}
