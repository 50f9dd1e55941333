import { chromium } from 'playwright-core';
import { findProgram } from './find.mjs';

/** Opens Debian’s or the system’s Chromium, named by CHROMIUM or found on PATH. */
export function openChromium() {
  const executablePath = findProgram(
    ...[
      process.env.CHROMIUM,
      process.env.PUPPETEER_EXECUTABLE_PATH,
      'chromium',
      'chromium-browser',
      'google-chrome',
    ].filter(Boolean),
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
      shoot: () => page.screenshot(),
      /** How many pixels within a box of the screen are not its background’s. */
      ink: async (clip) => page.evaluate(countInk, (await page.screenshot({ clip })).toString('base64')),
    });
  } finally {
    await browser.close();
  }
}

/** Runs in the page: pixels that differ plainly from the first one. */
async function countInk(png) {
  const image = await createImageBitmap(new Blob([Uint8Array.from(atob(png), (each) => each.charCodeAt(0))]));
  const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  let count = 0;
  for (let at = 4; at < data.length; at += 4) {
    const difference = [0, 1, 2].reduce((sum, channel) => sum + Math.abs(data[at + channel] - data[channel]), 0);
    if (difference > 150) count++;
  }
  return count;
}
