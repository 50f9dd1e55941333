import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { openChromium } from './chromium.mjs';

const style = `body { margin: 0; padding: 12px; background: #888; font: 16px sans-serif; display: inline-block; }
  h2 { font-size: 16px; margin: 12px 0 6px; }
  div { display: flex; gap: 8px; }
  img { height: 480px; object-fit: cover; object-position: left top; }`;

/** Puts pages, a row per setting, on one PNG; without Chromium the pages stay single files. */
export async function drawSheet(shots, sheet, { out, address }) {
  const rows = group(shots);
  const html = [...rows].map(([row, pages]) => {
    const images = pages.map(
      ({ file, ratio }) => `<img style="aspect-ratio: ${ratio}" src="/out/${relative(out, file)}">`,
    );
    return `<h2>${row}</h2><div>${images.join('')}</div>`;
  });
  const name = 'sheet.html';
  writeFileSync(join(out, name), `<!doctype html><meta charset="utf-8"><style>${style}</style>${html.join('')}`);
  const browser = await openChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 800, height: 600 } });
    await page.goto(`${address}/out/${name}`, { waitUntil: 'networkidle' });
    await page.locator('body').screenshot({ path: sheet });
  } finally {
    await browser.close();
  }
}

function group(shots) {
  const rows = new Map();
  for (const shot of shots) rows.set(shot.row, [...(rows.get(shot.row) ?? []), shot]);
  return rows;
}
