/**
 * Shows how books look: `npm run looks -- [manuscript …] [-o folder] [--pages 3] [--engines mupdf,chromium,webkit,qt]`.
 * Without a manuscript it takes the sample, the shared story and a chapter of a shared novel. Each is pressed in every
 * theme; a weak device (MuPDF), a modern reading app (Chromium), the nearest thing to Apple Books (WebKitGTK) and an
 * engine that knows little CSS (Qt) draw it at three sizes, by day and by night; all pages end on one contact sheet a book.
 * `--blind [--seed 7] [--engines chromium,mupdf]` draws a sheet on which our pages, pandoc’s, calibre’s and those of Standard Ebooks’ toolset stand without names.
 * `--readme --engines chromium` draws docs/looks.png: the sample, its first page of text in each theme.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compareBlind } from './looks/blind.mjs';
import { withChromium } from './looks/chromium.mjs';
import { manuscripts, press, themesIn } from './looks/manuscripts.mjs';
import { drawWithMupdf } from './looks/mupdf.mjs';
import { openBook } from './looks/opened.mjs';
import { drawWithQt } from './looks/qt.mjs';
import { drawPages } from './looks/reading.mjs';
import { drawSheet } from './looks/sheet.mjs';
import { openShelf } from './looks/shelf.mjs';
import { withWebkit } from './looks/webkit.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** Sizes in CSS pixels; the second, drawn by MuPDF, is 420 by 600 points. */
const sizes = [
  { size: 'phone', width: 390, height: 760 },
  { size: '6-inch', width: 560, height: 800 },
  { size: 'tablet', width: 820, height: 1100 },
];
const settings = [false, true].flatMap((night) =>
  sizes.map((size) => ({ ...size, night, name: `${size.size}-${night ? 'night' : 'light'}` })),
);
/** Each draws all variants of a book and answers with shots, a list a variant. */
const engines = {
  MuPDF: async (job) => job.variants.map((variant) => drawWithMupdf({ ...job, ...variant })),
  Chromium: (job) => withChromium(job.address, (reader) => drawAll(reader, job)),
  WebKitGTK: (job) => withWebkit(job.address, (reader) => drawAll(reader, job)),
  Qt: async (job) => job.variants.map((variant) => drawWithQt({ ...job, ...variant })),
};
const names = { mupdf: 'MuPDF', chromium: 'Chromium', webkit: 'WebKitGTK', qt: 'Qt' };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', short: 'o', default: 'looks' },
    pages: { type: 'string', default: '3' },
    engines: { type: 'string', default: Object.keys(names).join(',') },
    readme: { type: 'boolean', default: false },
    blind: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
  },
});
const chosen = values.engines.split(',');
const count = values.readme ? 1 : Number(values.pages);
if (!Number.isInteger(count) || count < 1 || chosen.some((name) => !(name in names))) {
  console.error(
    'npm run looks -- [manuscript …] [-o folder] [--pages 3] [--engines mupdf,chromium,webkit,qt] [--readme] [--blind [--seed 1]]',
  );
  process.exit(2);
}

const themes = themesIn(root);
const out = resolve(values.out);
const work = mkdtempSync(join(tmpdir(), 'fleuron-looks-'));
try {
  const asked = positionals.map((path) => [basename(resolve(path), extname(path)), resolve(path)]);
  const found = values.blind ? [] : asked.length > 0 ? new Map(asked) : manuscripts(root, work);
  if (!values.readme) mkdirSync(out, { recursive: true });
  if (values.blind) {
    const drawing = chosen.map((name) => [names[name], engines[names[name]]]);
    await compareBlind({ root, work, out, seed: values.seed, engines: drawing, openShelf });
    console.log(relative('.', join(out, 'blind.html')));
  }
  for (const [title, manuscript] of values.readme ? [['sample', join(root, 'manuscript')]] : found) {
    const file = values.readme ? join(root, 'docs/looks.png') : join(out, `${title}.png`);
    await lookAt(title, manuscript, file);
    console.log(relative('.', file));
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** Presses, draws and lays out one book. */
async function lookAt(title, manuscript, file) {
  const variants = [];
  for (const theme of themes) {
    const name = `${title}-${theme}`;
    const folder = join(work, `press-${name}`);
    mkdirSync(folder);
    const epub = press(root, { manuscript, theme, folder });
    variants.push({ name, theme, epub, book: await openBook(epub) });
  }
  const shelf = await openShelf(new Map(variants.map(({ name, epub }) => [name, epub])), work);
  try {
    const drawn = [];
    for (const engine of chosen.map((name) => names[name])) {
      const folder = join(work, engine);
      mkdirSync(folder, { recursive: true });
      try {
        const shots = await engines[engine]({ variants, settings, count, folder, address: shelf.address });
        for (const [at, { theme }] of variants.entries()) drawn.push({ theme, engine, shots: shots[at] });
      } catch (error) {
        if (error.code !== 'MISSING') throw error;
        console.log(`${engine}: skipped, because ${error.message}`);
      }
    }
    await drawSheet({ title, themes, settings, drawn }, file, { work, address: shelf.address, small: values.readme });
  } finally {
    shelf.close();
  }
}

async function drawAll(reader, { variants, ...job }) {
  const drawn = [];
  for (const variant of variants) drawn.push(await drawPages(reader, { ...job, ...variant }));
  return drawn;
}
