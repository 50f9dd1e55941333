import { chromium } from 'playwright-core';
import { findProgram } from './find.mjs';

/** Opens Debian’s or the system’s Chromium, named by CHROMIUM or found on PATH. */
export function openChromium() {
  const executablePath = findProgram(
    ...[process.env.CHROMIUM, 'chromium', 'chromium-browser', 'google-chrome'].filter(Boolean),
  );
  // Chromium's sandbox refuses to start as root, as in most containers.
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}

/** Chromium with our reading app in it, which stands for modern reading apps; `use` gets it (see `reading.mjs`). */
export async function withChromium(address, use) {
  const browser = await openChromium();
  try {
    let page;
    return await use({
      async open(book, { width, height, night }) {
        await page?.close();
        page = await browser.newPage({ viewport: { width, height }, colorScheme: night ? 'dark' : 'light' });
        page.on('pageerror', (error) => console.error(`chromium: ${error.message}`));
        await page.goto(`${address}/app/reader.html?${new URLSearchParams({ book, width, height, night })}`);
        await page.waitForFunction(() => globalThis.reader);
        await page.evaluate(() => globalThis.reader.opened);
      },
      call: (name, ...args) => page.evaluate(([method, values]) => globalThis.reader[method](...values), [name, args]),
      shoot: (clip) => page.screenshot({ clip }),
    });
  } finally {
    await browser.close();
  }
}
