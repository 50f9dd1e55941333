import { join } from 'node:path';
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

/** Draws pages with foliate-js in Chromium, which stands for modern reading apps. */
export async function drawWithChromium({ address, folder, first, last, settings }) {
  const browser = await openChromium();
  const shots = [];
  try {
    for (const { name, width, height, theme } of settings) {
      const page = await browser.newPage({
        viewport: { width, height },
        colorScheme: theme === 'night' ? 'dark' : 'light',
      });
      page.on('pageerror', (error) => console.error(`chromium: ${error.message}`));
      await page.goto(`${address}/app/reader.html?width=${width}&height=${height}&theme=${theme}`);
      await page.waitForFunction(() => globalThis.reader);
      let more = await page.evaluate(() => globalThis.reader.opened);
      for (let number = 1; more && number <= last; number++) {
        const file = join(folder, `${theme}-${name}-${String(number).padStart(3, '0')}.png`);
        if (number >= first) {
          await page.screenshot({ path: file });
          shots.push({ row: `${theme}, ${name}`, ratio: width / height, file });
        }
        more = await page.evaluate(() => globalThis.reader.turn());
      }
      await page.close();
    }
  } finally {
    await browser.close();
  }
  return shots;
}
