/** The panels of the studio in Chromium, under the studio’s policy: what they send, and that axe-core finds nothing at any width, by day and by night. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, type TestContext, test } from 'node:test';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { need } from '../tools/need.ts';

const policy = `default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; font-src 'self'; connect-src 'self' blob:`;
const require = createRequire(import.meta.url);
const files = new Map<string, Buffer>();
let browser: Browser | undefined;

before(async () => {
  const { outputFiles } = await build({
    entryPoints: { page: 'test/studio/panels/page.tsx', style: 'scripts/studio/app/styles/app.css' },
    bundle: true,
    format: 'esm',
    splitting: true,
    outdir: '/',
    write: false,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    external: ['./assets/*'],
  });
  for (const { path, contents } of outputFiles) files.set(path, Buffer.from(contents));
});
after(() => browser?.close());

interface Panels {
  readonly calls: readonly (readonly unknown[])[];
  write(text: string): void;
  choose(at: number): void;
  goTo(place: unknown): void;
  show(count: number): Promise<void>;
}
declare const panels: Panels;

/** A page with these panels; fails where a script fails or the policy is broken. */
async function open(context: TestContext, names: string, width = 820, theme = 'light'): Promise<Page | undefined> {
  const executablePath = await need(context, 'chromium');
  if (executablePath === undefined) return undefined;
  browser ??= await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  context.after(async () => {
    await page.close();
    assert.deepEqual(faults, []);
  });
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    const body = `<!doctype html><html lang="en" data-theme="${theme}"><meta charset="utf-8"><title>Panels</title><link rel="stylesheet" href="/style.css"><div id="panels"></div><script type="module" src="/page.js"></script>`;
    if (pathname === '/')
      return route.fulfill({ contentType: 'text/html', headers: { 'content-security-policy': policy }, body });
    const asset = /^\/assets\/(.+)$/.exec(pathname)?.[1];
    if (asset) return route.fulfill({ contentType: 'font/ttf', body: readFileSync(require.resolve(asset)) });
    const contentType = pathname.endsWith('.css') ? 'text/css' : 'text/javascript';
    return route.fulfill({ contentType, body: files.get(pathname) ?? '' });
  });
  await page.goto(`http://panels.test/#${names}`);
  await page.locator('main').waitFor();
  if (names.includes('text')) await page.locator('.cm-content').waitFor();
  return page;
}

const calls = (page: Page, name: string) =>
  page.evaluate((which) => panels.calls.filter(([each]) => each === which).map(([, ...given]) => given), name);

for (const names of ['notices', 'nothing', 'card', 'text', 'dress', 'take'])
  for (const [width, theme] of [
    [360, 'light'],
    [360, 'night'],
    [1440, 'light'],
    [1440, 'night'],
  ] as const)
    test(`axe-core finds nothing in ${names} at ${width} pixels by ${theme}, and nothing is cut off`, async (context) => {
      const page = await open(context, names, width, theme);
      if (!page) return;
      if (names === 'card') await page.evaluate(() => panels.choose(3));
      for (const details of await page.locator('details').all())
        await details.evaluate((each) => Object.assign(each, { open: true }));
      await page.evaluate(readFileSync(require.resolve('axe-core'), 'utf8')); // as a debugger does, whom no policy binds
      const found = await page.evaluate(async () => {
        const { violations } = await (
          globalThis as unknown as {
            axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
          }
        ).axe.run();
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
      });
      assert.deepEqual(found, []);
      const [across, room] = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = (
          globalThis as unknown as { document: { documentElement: { scrollWidth: number; clientWidth: number } } }
        ).document.documentElement;
        return [scrollWidth, clientWidth];
      });
      assert.ok((across ?? 0) <= (room ?? 0), `${across} pixels wide`);
    });

test('what is typed is sent, and a change from elsewhere keeps cursor and history', async (context) => {
  const page = await open(context, 'text');
  if (!page) return;
  await page.locator('.cm-line', { hasText: 'for reading' }).click();
  await page.keyboard.press('End');
  await page.keyboard.type(' Mine.');
  await page.waitForFunction(() => panels.calls.some(([name, , text]) => name === 'edit' && /Mine\./.test(`${text}`)));
  const [path, text] = (await calls(page, 'edit')).at(-1) ?? [];
  assert.equal(path, 'chapter-1.md');
  assert.ok(String(text).includes('for reading. Mine.\n'));
  await page.evaluate((typed) => panels.write(typed), String(text));
  await page.evaluate((typed) => panels.write(typed), String(text).replace("'arranged", '’arranged'));
  await page.locator('.cm-line', { hasText: '’arranged' }).waitFor();
  await page.keyboard.type('!');
  await page.locator('.cm-line', { hasText: 'for reading. Mine.!' }).waitFor();
  for (let times = 0; times < 3; times++) await page.keyboard.press('Control+z');
  await page.locator('.cm-line', { hasText: /for reading\.$/ }).waitFor();
  assert.equal(await page.locator('.cm-line', { hasText: '’arranged' }).count(), 1, 'what came from elsewhere stays');
});

test('words that were changed here and elsewhere are asked about', async (context) => {
  const page = await open(context, 'text');
  if (!page) return;
  const before = await page.evaluate(() => panels.calls.length);
  assert.equal(before, 0);
  await page.locator('.cm-line', { hasText: 'for reading' }).click();
  await page.keyboard.press('End');
  await page.keyboard.type(' Mine.');
  await page.evaluate(() => panels.write('# One\n\nOnly this.\n'));
  await page.getByRole('alert').waitFor();
  await page.getByRole('button', { name: 'Take theirs' }).click();
  await page.locator('.cm-line', { hasText: 'Only this.' }).waitFor();
  await page.getByRole('alert').waitFor({ state: 'detached' });
});

test('Ctrl-S sends what is typed at once, another text is chosen from the list, a place is gone to there', async (context) => {
  const page = await open(context, 'text');
  if (!page) return;
  await page.locator('.cm-content').click();
  await page.keyboard.type('x');
  await page.keyboard.press('Control+s');
  assert.equal((await calls(page, 'save')).length, 1);
  assert.equal((await calls(page, 'edit')).length, 1);
  await page.getByLabel('Which text').selectOption('book.yaml');
  await page.locator('.cm-line', { hasText: 'fandoms' }).waitFor();
  await page.evaluate(() =>
    panels.goTo({ path: 'chapter-1.md', start: { line: 7, column: 16 }, end: { line: 7, column: 25 } }),
  );
  await page.locator('.cm-shown').first().waitFor();
  assert.equal((await page.locator('.cm-shown').allInnerTexts()).join(''), "'arranged");
});

test('a doubt is settled from its mark in the text', async (context) => {
  const page = await open(context, 'text');
  if (!page) return;
  await page.locator('.cm-lintRange-info').first().hover();
  await page.getByRole('button', { name: '’arranged — an apostrophe' }).click();
  assert.deepEqual(
    (await calls(page, 'choose')).map(([, shown]) => shown),
    ['’arranged'],
  );
});

test('n and p go from doubt to doubt; one button settles each of a word, another the one place', async (context) => {
  const page = await open(context, 'notices');
  if (!page) return;
  await page.getByRole('button', { name: 'Next doubt' }).focus();
  for (const key of ['n', 'n', 'p']) await page.keyboard.press(key);
  assert.deepEqual(
    (await calls(page, 'go')).map(([, column]) => column),
    [16, 2, 16],
  );
  await page.getByRole('button', { name: '’Mence — all 3' }).click();
  await page.getByRole('button', { name: '’arranged an apostrophe' }).click();
  assert.deepEqual(await calls(page, 'choose'), [
    [3, '’Mence'],
    [1, '’arranged'],
  ]);
});

test('the card takes the focus, and Escape closes it', async (context) => {
  const page = await open(context, 'card');
  if (!page) return;
  await page.evaluate(() => panels.choose(3));
  const card = page.getByRole('dialog', { name: 'Which do you mean?' });
  await card.getByRole('button').first().waitFor();
  await page.keyboard.press('Escape');
  await card.waitFor({ state: 'detached' });
});

test('a field sends what is typed in it, and says what is wrong with what is not fit', async (context) => {
  const page = await open(context, 'dress');
  if (!page) return;
  await page.getByLabel('Title', { exact: true }).fill('The Worse World');
  await page.keyboard.press('Enter');
  assert.deepEqual((await calls(page, 'change')).at(-1)?.[0], [
    { kind: 'key', key: ['title'], value: 'The Worse World' },
  ]);
  const rest = (await calls(page, 'change')).length;
  await page.getByLabel('Published on').fill('Monday');
  await page.getByLabel('Published on').blur();
  await page.getByText('This should be a date like').waitFor();
  assert.equal((await calls(page, 'change')).length, rest);
  await page.getByLabel('Published on').fill('2026-11');
  await page.waitForFunction((before) => panels.calls.filter(([name]) => name === 'change').length > before, rest);
  assert.deepEqual((await calls(page, 'change')).at(-1)?.[0], [{ kind: 'key', key: ['date'], value: '2026-11' }]);
});

test('covers that are drawn anew take no focus from a field', async (context) => {
  const page = await open(context, 'dress');
  if (!page) return;
  await page.evaluate(() => panels.show(3));
  await page.getByRole('radio').nth(2).focus();
  await page.keyboard.press('Space');
  await page.waitForFunction(() => panels.calls.some(([name]) => name === 'change'));
  await page.getByLabel('Title', { exact: true }).focus();
  await page.evaluate(() => panels.show(3));
  await page.keyboard.type('Mine');
  assert.match(await page.getByLabel('Title', { exact: true }).inputValue(), /Mine/);
});

test('a picture of one’s own is a change of the cover', async (context) => {
  const page = await open(context, 'dress');
  if (!page) return;
  const picture = { name: 'sea.png', mimeType: 'image/png', buffer: Buffer.from([1, 2, 3]) };
  await page.locator('input[type=file]').setInputFiles(picture);
  await page.waitForFunction(() => panels.calls.some(([name]) => name === 'change'));
  const words = (await calls(page, 'change')).at(-1)?.[1];
  assert.equal(words, '“sea.png” is the cover');
});
