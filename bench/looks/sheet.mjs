/** Lays the pages of a book out on one contact sheet, a row an engine, a column a device, light and night. */
import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { openChromium } from './chromium.mjs';
import { withPalette } from './palette.mjs';

const style = `body { margin: 0; padding: 16px; background: #777; color: #fff; font: 15px sans-serif; display: inline-block; }
  h1 { font-size: 20px; margin: 0 0 8px; }
  th { font-weight: normal; padding: 2px 4px; text-align: left; }
  tbody th { writing-mode: vertical-rl; transform: rotate(180deg); text-align: center; }
  td { padding: 0 10px 8px 0; white-space: nowrap; vertical-align: top; }
  img { object-fit: cover; object-position: left top; margin-right: 4px; }`;

/** Draws the sheet with Chromium. `small` makes it fit a README. */
export async function drawSheet({ title, themes, settings, drawn }, file, { work, address, small }) {
  const height = small ? 360 : 440;
  const cell = (shots, setting) =>
    shots
      .filter((shot) => shot.setting.name === setting.name)
      .map((shot) => {
        const width = Math.round((height * setting.width) / setting.height);
        return `<img width="${width}" height="${height}" src="/out/${relative(work, shot.file)}">`;
      })
      .join('');
  const heads = settings.map(
    ({ size, width, height: tall, night }) =>
      `<th>${size}, ${night ? 'night' : 'light'} <small>${width}×${tall}</small></th>`,
  );
  const rows = themes.flatMap((theme) =>
    drawn
      .filter((each) => each.theme === theme)
      .map(({ engine, shots }) => {
        const cells = settings.map((setting) => `<td>${cell(shots, setting)}</td>`);
        return `<tr><th><b>${theme}</b>, ${engine}</th>${cells.join('')}</tr>`;
      }),
  );
  const name = 'sheet.html';
  writeFileSync(
    join(work, name),
    `<!doctype html><meta charset="utf-8"><style>${style}</style>${small ? '' : `<h1>${title}</h1>`}
    <table cellspacing="0"><thead><tr><th></th>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`,
  );
  const browser = await openChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 800, height: 600 } });
    await page.goto(`${address}/out/${name}`, { waitUntil: 'networkidle' });
    const drawnSheet = join(work, 'sheet.png');
    await page.locator('body').screenshot({ path: small ? drawnSheet : file });
    if (small) writeFileSync(file, await withPalette(page, `${address}/out/sheet.png`));
  } finally {
    await browser.close();
  }
}
