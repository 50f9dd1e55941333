/**
 * Measures books in one browser: `node bench/looks/measure-many.mjs chromium|webkit jobs.json`. A job is an EPUB’s path, a
 * size, the light, which sections (part of their path), and whether the ink of scene breaks is wanted (Chromium alone can
 * tell). Prints JSON: for each job its sections, each with the boxes of `measure.mjs`.
 */
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { withChromium } from './chromium.mjs';
import { openShelf } from './shelf.mjs';
import { withWebkit } from './webkit.mjs';

const [engine, file] = process.argv.slice(2);
const jobs = JSON.parse(readFileSync(file, 'utf8'));
const books = new Map(jobs.map(({ epub }, at) => [String(at), readFileSync(epub)]));
const shelf = await openShelf(books, tmpdir());
try {
  const withBrowser = engine === 'webkit' ? withWebkit : withChromium;
  const answers = await withBrowser(shelf.address, async (reader) => {
    const measured = [];
    for (const [at, job] of jobs.entries()) measured.push(await measureBook(reader, String(at), job));
    return measured;
  });
  process.stdout.write(JSON.stringify(answers));
} catch (error) {
  if (error.code !== 'MISSING') throw error;
  console.error(error.message);
  process.exitCode = 3;
} finally {
  shelf.close();
}

async function measureBook(reader, name, { width, height, night = false, only = '', ink = false }) {
  await reader.open(name, { width, height, night });
  const sections = [];
  for (const path of await reader.call('sections')) {
    if (!path.includes(only)) continue;
    await reader.call('goTo', path);
    const measured = await reader.call('measure');
    const inks = [];
    for (let number = 0; ink && number < measured.breaks.length; number++) {
      const box = await reader.call('showBreak', number);
      const inside = box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;
      inks.push(inside ? await reader.ink(box) : 0);
    }
    sections.push({ path, ...measured, inks });
  }
  return sections;
}
