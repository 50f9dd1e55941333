/**
 * Shows how a book looks: `node bench/looks.mjs book.epub -o folder [--pages 1-12] [--engines mupdf,chromium,webkit]`.
 * A weak device (MuPDF), a modern reading app (Chromium) and the nearest thing to Apple Books (WebKitGTK) each
 * draw the pages at three sizes, by day and by night; each engine's pages end on one contact sheet.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { drawWithChromium } from './looks/chromium.mjs';
import { drawWithMupdf } from './looks/mupdf.mjs';
import { drawSheet } from './looks/sheet.mjs';
import { openShelf } from './looks/shelf.mjs';
import { drawWithWebkit } from './looks/webkit.mjs';

/** Sizes in CSS pixels; the second, drawn by MuPDF, is 420 by 600 points. */
const sizes = [
  { name: 'phone', width: 390, height: 760 },
  { name: 'six-inch', width: 560, height: 800 },
  { name: 'tablet', width: 820, height: 1100 },
];
const settings = ['light', 'night'].flatMap((theme) => sizes.map((size) => ({ ...size, theme })));
const engines = { mupdf: drawWithMupdf, chromium: drawWithChromium, webkit: drawWithWebkit };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', short: 'o', default: 'looks' },
    pages: { type: 'string', default: '1-12' },
    engines: { type: 'string', default: Object.keys(engines).join(',') },
  },
});
const range = /^(\d+)-(\d+)$/.exec(values.pages);
const chosen = values.engines.split(',');
if (positionals.length !== 1 || !range || chosen.some((name) => !(name in engines))) {
  console.error('node bench/looks.mjs book.epub -o folder [--pages 1-12] [--engines mupdf,chromium,webkit]');
  process.exit(2);
}
const job = {
  book: resolve(positionals[0]),
  out: resolve(values.out),
  first: Number(range[1]),
  last: Number(range[2]),
  settings,
};
mkdirSync(job.out, { recursive: true });

const shelf = await openShelf(readFileSync(job.book), job.out);
try {
  for (const name of chosen) {
    rmSync(join(job.out, name), { recursive: true, force: true });
    mkdirSync(join(job.out, name), { recursive: true });
    try {
      const shots = await engines[name]({ ...job, folder: join(job.out, name), address: shelf.address });
      const sheet = join(job.out, `${name}.png`);
      await drawSheet(shots, sheet, { out: job.out, address: shelf.address });
      console.log(`${relative('.', sheet) || sheet}: ${shots.length} pages`);
    } catch (error) {
      if (error.code !== 'MISSING') throw error;
      console.log(`${name}: skipped, because ${error.message}`);
    }
  }
} finally {
  shelf.close();
}
