/**
 * Measures the studio in Chromium: `npm run bench:studio`, which times rebuilds of `fleuron preview` first (`bench/preview.mjs`).
 * What a first visit loads before there is a story, compressed, without typefaces; and for a story and a novel the time until the book
 * is shown, and the longest task of the page's own thread until the press has made it, and until it is shown; then the longest task
 * at each step of what a person does with a novel (goal: 50 ms of the thread's own time).
 */
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { shelves } from './run/shelves.mjs';
import { median, table } from './run/table.mjs';
import { bring, withStudio } from './studio/hosted.mjs';
import { longTasks } from './studio/long-tasks.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const shared = join(dirname(root), 'shared');
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, books: { type: 'string', default: 'story,novel' } },
});
if (!existsSync(shared)) {
  console.log('bench: skipped, because there is no ../shared beside the project');
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), 'fleuron-novel-'));
try {
  await withStudio(async (browser, address) => {
    const kilobytes = await firstLoad(browser, address);
    console.log(`first load: ${kilobytes.toFixed(0)} kB compressed, without typefaces (goal: 600)`);
    const rows = [];
    for (const name of values.books.split(',')) {
      const { title, source } = shelves[name](realpathSync(shared), { folder: join(folder, name) });
      const runs = [];
      for (let round = 0; round < Number(values.rounds); round++) runs.push(await show(browser, address, source));
      const of = (key) => `${median(runs.map((run) => run[key])).toFixed(0)} ms`;
      rows.push([title, of('shown'), of('made'), of('building'), of('laying')]);
    }
    const head = ['', 'to the page', 'to the book', 'longest task while it is made', 'while it is laid out'];
    console.log(`medians of ${values.rounds}; the load is ${loadavg()[0].toFixed(1)}\n${table([head, ...rows])}`);
    const longest = await longTasks(browser, address, shared);
    const tasks = longest.map(([step, milliseconds]) => [step, `${milliseconds.toFixed(0)} ms`]);
    console.log(`longest task (goal: 50 ms)\n${table([['', ''], ...tasks])}`);
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Kilobytes of all that a first page asks for, as a host sends them; the service worker, which fetches the rest later, is kept out. */
async function firstLoad(browser, address) {
  const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
  const sizes = [];
  page.on('response', async (response) => {
    if (!/\.ttf$/.test(response.url())) sizes.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  const all = await Promise.all(sizes);
  await page.context().close();
  return all.reduce((sum, size) => sum + size, 0) / 1000;
}

/** Brings a book, and confirms what was guessed, in a browser without anything kept. Milliseconds. */
async function show(browser, address, source) {
  const page = await (await browser.newContext()).newPage();
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.evaluate(watchTasks);
  await bring(page, source);
  const watched = await page.evaluate(() => globalThis.watched);
  const shown = await page.evaluate(() => performance.now());
  await page.context().close();
  const { begun, made, tasks } = watched;
  const longest = (from, to) =>
    Math.max(0, ...tasks.filter(({ at }) => at >= from && at < to).map(({ duration }) => duration));
  return { shown: shown - begun, made: made - begun, building: longest(begun, made), laying: longest(made, shown) };
}

/** In the page: keeps when a file was chosen, when the first book came, and each task of more than 50 ms (Long Tasks API). */
function watchTasks() {
  const watched = { begun: 0, made: 0, tasks: [] };
  globalThis.watched = watched;
  addEventListener('change', () => (watched.begun ||= performance.now()), true);
  new MutationObserver(() => {
    if (document.querySelector('.reader-layer')) watched.made ||= performance.now();
  }).observe(document, { subtree: true, childList: true });
  new PerformanceObserver((list) => {
    for (const { startTime: at, duration } of list.getEntries()) watched.tasks.push({ at, duration });
  }).observe({ type: 'longtask' });
}
