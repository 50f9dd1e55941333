/** The studio as a host serves it, made anew, and Chromium to open it in. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openChromium } from '../looks/chromium.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };

/** `use` gets a browser, the studio's address and its folder. */
export async function withStudio(use) {
  const folder = mkdtempSync(join(tmpdir(), 'fleuron-studio-'));
  execFileSync(process.execPath, [join(root, 'scripts/bundle.mjs'), 'studio', folder], { stdio: 'inherit' });
  const server = createServer(({ url }, response) => {
    const name = decodeURIComponent(new URL(url, 'http://host').pathname).slice(1) || 'index.html';
    try {
      const body = readFileSync(join(folder, name));
      response.setHeader('Content-Type', types[extname(name)] ?? 'application/octet-stream').end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const browser = await openChromium();
  try {
    return await use(browser, `http://127.0.0.1:${server.address().port}/`, folder);
  } finally {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Brings a file, a folder, or the sample, and waits until its book is shown. */
export async function bring(page, path) {
  const field = page.locator('input[type=file]').nth(path && statSync(path).isDirectory() ? 1 : 0);
  if (path) await field.setInputFiles(path);
  else await page.getByRole('button', { name: 'Try the sample' }).click();
  const confirm = page.locator('dialog[open] button[type=submit]');
  await page.locator('dialog[open], .reader-layer:not(.is-behind) foliate-view').first().waitFor({ timeout: 120_000 });
  if (await confirm.count()) await confirm.click();
  await bookShown(page);
}

/** Until the book that was built last is on the page. */
export async function bookShown(page) {
  await page.locator('.reader-layer:not(.is-behind) foliate-view').waitFor({ timeout: 120_000 });
  await page.waitForFunction(() => !document.querySelector('.is-behind') && !document.querySelector('.work'));
}
