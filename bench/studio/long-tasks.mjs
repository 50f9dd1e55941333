/**
 * The longest task of the page's own thread, in milliseconds of its own time, at each step of what a person does with a novel and with
 * a dialect novel that has hundreds of doubts. Out: `[step, milliseconds]`.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bookShown, bring } from './hosted.mjs';

export async function longTasks(browser, address, shared) {
  const folder = mkdtempSync(join(tmpdir(), 'fleuron-dialect-'));
  const dialect = join(folder, 'novel.md');
  writeFileSync(dialect, typewritten(join(shared, 'corpus/dialect/charles-w-chesnutt_the-conjure-woman.md')));
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(address);
  const tab = (name) => page.locator('nav.tabs').getByRole('button', { name }).click();
  const openText = async () => {
    await tab('Text');
    await page.locator('.cm-content').waitFor();
    await page.waitForTimeout(1000);
  };
  const steps = [
    ['brought and shown', () => bring(page, join(shared, 'corpus/novels/charles-dickens_great-expectations.md'))],
    ['pages turned', () => turnPages(page)],
    ['to its middle', () => page.getByRole('slider').fill('500')],
    ['text opened', openText],
    ['typed and built', () => typeWords(page)],
    ['covers', () => tab('Dress').then(() => page.locator('.cover-choice').first().waitFor())],
    ['a dialect novel', () => leave(page).then(() => bring(page, dialect))],
    ['its doubts', () => tab('Noticed').then(() => page.locator('.notices-kind.doubt').waitFor())],
    ['to one of them', () => page.getByRole('button', { name: 'Next doubt' }).click()],
    ['its text opened', openText],
    ['typed and built among doubts', () => typeWords(page)],
  ];
  const longest = [];
  try {
    for (const [step, run] of steps) longest.push([step, await longestTask(browser, page, run)]);
  } finally {
    await context.close();
    rmSync(folder, { recursive: true });
  }
  return longest;
}

const typewritten = (path) => readFileSync(path, 'utf8').replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '"');

async function turnPages(page) {
  for (let turn = 0; turn < 5; turn++) {
    await page.getByRole('button', { name: 'Next page' }).click();
    await page.waitForTimeout(150);
  }
}

async function leave(page) {
  await page.getByRole('button', { name: '‹ Stories' }).click();
  await page.locator('.welcome').waitFor();
}

/** Types in the middle of the text, until the page shows it. */
async function typeWords(page) {
  const words = 'Word for word.';
  await page.locator('.cm-content').click();
  await page.keyboard.type(words, { delay: 60 });
  const isShown = async () => {
    const shown = page.frames().findLast((frame) => frame.url().startsWith('blob:'));
    return (await shown?.evaluate(() => document.body.textContent).catch(() => ''))?.includes(words);
  };
  while (!(await isShown())) await page.waitForTimeout(50);
  await bookShown(page);
}

async function longestTask(browser, page, run) {
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
  await run();
  await page.waitForTimeout(1500);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const threadOf = ({ pid, tid }) => `${pid} ${tid}`;
  const main = new Set(
    traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(threadOf),
  );
  const tasks = traceEvents.filter((each) => each.name.endsWith('RunTask') && main.has(threadOf(each)));
  return Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
}
