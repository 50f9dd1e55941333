/** Doubts settled in the studio: at their marks in the page, in the list, all of one word at once; in the author’s text, and back again. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Locator } from 'playwright-core';
import { makeFiles } from '../../tools/folder.ts';
import { need, root } from '../../tools/need.ts';
import {
  type App,
  bookShown,
  bring,
  clickWords,
  confirmGuesses,
  inStudio,
  keptTexts,
  openBook,
  side,
  tab,
  until,
} from './driven-app.ts';

const lines = [
  "It was an 'arranged marriage and he is a jerk to his wife, and nobody asked.",
  `"He ain' 'flected on it, an' 'f I was in yo' place, I wouldn' go," he said.`,
  "It was a 'borrowed boat and the sea took it.",
  "She wore the 'stolen coat that nobody missed.",
];
const story = { 'book.yaml': 'title: Doubts\nlang: en\n', 'chapter-1.md': `# One\n\n${lines.join('\n\n')}\n` };

const doubts = (app: App): Locator => side(app).locator('.notices-kind.doubt > .notice-list > .notice');
const countOf = async (app: App): Promise<number> =>
  Number(/(\d+) doubts?/.exec((await side(app).locator('.notices-head p').textContent()) ?? '')?.[1] ?? 0);
const chapter = async (app: App): Promise<string> => (await keptTexts(app))['chapter-1.md'] ?? '';

inStudio('each doubt is settled from the list in the text; undo and redo lead back and on', async (app) => {
  await openBook(app, [makeFiles(story)], true);
  await tab(app, 'Noticed');
  const first = await until(
    () => countOf(app),
    (count) => count > 0,
    'doubts',
  );
  for (let left = first; left > 0; ) {
    await doubts(app).first().locator('.reading', { hasText: '’' }).click();
    left = await until(
      () => countOf(app),
      (count) => count < left,
      'one doubt less',
    );
  }
  const settled = await keptTexts(app);
  assert.match(settled['chapter-1.md'] ?? '', /an ’arranged/);
  const undo = app.page.getByRole('button', { name: 'Undo', exact: true }).first();
  const redo = app.page.getByRole('button', { name: 'Redo', exact: true });
  while (await undo.isEnabled()) {
    const before = await countOf(app);
    await undo.click();
    await until(
      () => countOf(app),
      (count) => count > before,
      'the doubt is back',
    );
  }
  assert.equal(await chapter(app), story['chapter-1.md']);
  assert.equal(await countOf(app), first);
  while (await redo.isEnabled()) {
    const before = await countOf(app);
    await redo.click();
    await until(
      () => countOf(app),
      (count) => count < before,
      'the doubt is settled again',
    );
  }
  assert.deepEqual(await keptTexts(app), settled);
});

inStudio(
  'a click on the mark in the page shows the readings, and one of them settles it',
  async (app) => {
    await openBook(app, [makeFiles(story)], true);
    await tab(app, 'Noticed');
    await side(app).getByRole('button', { name: /^Show/ }).first().click();
    const card = app.page.locator('.notice-card');
    await card.getByRole('button', { name: 'Close' }).click();
    await card.waitFor({ state: 'detached' });
    for (const [words, settled] of [
      ['arranged', /an ’arranged/],
      ['borrowed', /a ’borrowed/],
      ['stolen', /the ’stolen/],
    ] as const) {
      await clickWords(app, words);
      await card.locator('.reading', { hasText: '’' }).click();
      await until(
        () => chapter(app),
        (text) => settled.test(text),
        `“${words}” is settled`,
      );
      await card.waitFor({ state: 'detached' });
    }
  },
  { viewport: { width: 820, height: 1000 } },
);

const dialect = resolve(root, '../shared/corpus/dialect/charles-w-chesnutt_the-conjure-woman.md');

inStudio('one click settles a word that a novel in dialect has many times', async (app, context) => {
  if (!existsSync(dialect)) return void (await need(context, 'shared'));
  const flat = makeFiles({
    [basename(dialect)]: readFileSync(dialect, 'utf8').replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '"'),
  });
  await bring(app, [join(flat, basename(dialect))]);
  await confirmGuesses(app);
  await bookShown(app);
  await tab(app, 'Noticed');
  const before = await until(
    () => countOf(app),
    (count) => count > 0,
    'doubts',
  );
  const word = side(app)
    .locator('.button.primary', { hasText: /^’\w+\W+all \d+/ })
    .first();
  const [, asked = '', times = ''] = /^’(\w+)\W+all (\d+)/.exec((await word.textContent()) ?? '') ?? [];
  const many = Number(times);
  context.diagnostic(`${before} doubts, ’${asked} ${many} times`);
  assert.ok(many > 1);
  await word.click();
  await until(
    () => countOf(app),
    (count) => count <= before - many,
    'all are settled',
  );
  assert.match(Object.values(await keptTexts(app)).join('\n'), new RegExp(`elisions:[^\\n]*\\n?[^\\n]*${asked}`, 'i'));
});
