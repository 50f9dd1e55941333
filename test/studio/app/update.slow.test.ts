/** A newer version of a story in the studio: shown before it is taken, taken, settled where both changed the same, taken back; in the browser and in a folder. */
import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fleuron } from '../../tools/fleuron.ts';
import { filesBelow, makeFiles, makeFolder } from '../../tools/folder.ts';
import {
  type App,
  drop,
  faultsOf,
  inPreview,
  inStudio,
  keptTexts,
  type OnPage,
  openBook,
  shownText,
  side,
  tab,
  until,
} from './driven-app.ts';

const chapter = {
  one: 'The lamp was alight when she came back, and the stairs were wet with rain.\n\nNobody had lit it, and nobody spoke of it.',
  two: 'The sea was quiet that night. Far out a bell was ringing that no chart had ever shown.',
  three: 'Four days had passed, and no word from the mainland. She mended nets and wound the spring.',
};
const textOf = (...chapters: readonly string[]): string =>
  `The Lamp\n\nby A. Keeper\n\n${chapters.map((each, at) => `Chapter ${at + 1}\n\n${each}\n`).join('\n')}`;
const files = makeFiles({
  'lamp.txt': textOf(chapter.one, chapter.two),
  'newer.txt': textOf(chapter.one.replace('alight', 'burning'), `${chapter.two} A boat came in.`, chapter.three),
});
const older = join(files, 'lamp.txt');
const newer = join(files, 'newer.txt');

const sheet = ({ page }: OnPage) => page.locator('dialog.update');
const chooseNewer = (app: OnPage) => side(app).locator('.imported input[type=file]').setInputFiles(newer);
const first = async (app: App): Promise<string> => (await keptTexts(app))['chapter-1.md'] ?? '';
const noticed = async (app: OnPage): Promise<void> => {
  await tab(app, 'Noticed');
  await side(app).locator('.imported').waitFor();
};

/** In the first of the lines that a paragraph takes on the screen. */
const atItsStart = { x: 5, y: 12 };

/** Changes a sentence of the first chapter as its author does. */
async function mend(app: App): Promise<void> {
  await tab(app, 'Text');
  await app.page.getByLabel('Which text').selectOption('chapter-1.md');
  const line = app.page.locator('.cm-line', { hasText: 'The lamp was alight' });
  await line.click({ position: atItsStart });
  await app.page.keyboard.press('ControlOrMeta+End');
  await app.page.keyboard.type(' But for her.');
  await line.click({ position: atItsStart });
  await app.page.keyboard.press('Home');
  await app.page.keyboard.type('Again: ');
  await until(
    () => first(app),
    (text) => /Again: /.test(text) && /But for her\./.test(text),
    'it is kept',
  );
}

for (const [width, colorScheme] of [
  [360, 'dark'],
  [1440, 'light'],
] as const)
  inStudio(
    `a newer version is shown, taken, settled and taken back, ${width} pixels wide`,
    async (app) => {
      const { page } = app;
      const faults: string[] = [];
      await openBook(app, [older]);
      await mend(app);
      await noticed(app);
      const before = await keptTexts(app);

      await chooseNewer(app);
      await sheet(app).getByRole('heading', { name: 'What the newer version changes' }).waitFor();
      assert.match(
        (await sheet(app).innerText()).replace(/\s+/g, ' '),
        /Chapter 2 \+4 −0 words.*Chapter 3 new, 17 words/,
      );
      assert.equal(await sheet(app).locator('ins').first().textContent(), ' A boat came in.');
      assert.match(await sheet(app).innerText(), /Changed here and there\. Here: “…?[^”]*Again/);
      faults.push(...(await faultsOf(app, 'plan')));
      await sheet(app).getByRole('button', { name: 'Leave it' }).click();
      await sheet(app).waitFor({ state: 'detached' });
      assert.deepEqual(await keptTexts(app), before, 'nothing is written before it is taken');

      await chooseNewer(app);
      await sheet(app).getByRole('button', { name: 'Update' }).click();
      await side(app).getByRole('button', { name: 'Settle it' }).waitFor();
      const updated = await keptTexts(app);
      assert.match(updated['chapter-1.md'] ?? '', /:::theirs\nThe lamp was burning/);
      assert.match(updated['chapter-1.md'] ?? '', /But for her\./);
      assert.ok(updated['chapter-3.md']);

      await side(app).getByRole('button', { name: 'Settle it' }).click();
      const settle = page.locator('.settle');
      await settle.locator('.cm-deletedChunk', { hasText: 'burning' }).waitFor();
      faults.push(...(await faultsOf(app, 'settle')));
      // By keys: from the heading through the words to the buttons.
      const take = settle.getByRole('button', { name: 'Take the newer' });
      for (let presses = 0; presses < 6 && !(await isFocused(take)); presses++) await page.keyboard.press('Tab');
      assert.ok(await isFocused(take), 'the buttons are reached by Tab');
      await page.keyboard.press('Enter');
      await settle.waitFor({ state: 'detached' });
      assert.equal(await isFocused(page.locator('.cm-content')), true, 'the focus goes on in the text');
      await until(
        () => first(app),
        (text) => /^The lamp was burning/m.test(text) && !/:::|alight/.test(text),
        'the newer words are in the text, without the lines around them',
      );
      await noticed(app);
      await side(app).getByRole('button', { name: 'What the update changed' }).click();
      await sheet(app).getByRole('heading', { name: 'What the update changed' }).waitFor();
      assert.match(await sheet(app).innerText(), /Chapter 1\s*\+1 −2 words/);
      faults.push(...(await faultsOf(app, 'since')));
      await page.keyboard.press('Escape');
      await sheet(app).waitFor({ state: 'detached' });

      const undo = page.locator('.bar').getByRole('button', { name: 'Undo' });
      for (const text of [updated['chapter-1.md'], before['chapter-1.md']]) {
        await undo.click();
        await until(
          () => first(app),
          (now) => now === text,
          'it is taken back',
        );
      }
      assert.deepEqual(await keptTexts(app), before);
      assert.deepEqual(faults, []);
    },
    { viewport: { width, height: 900 }, colorScheme },
  );

const isFocused = (locator: ReturnType<App['page']['locator']>): Promise<boolean> =>
  locator.evaluate(
    (each) => each === (each as unknown as { ownerDocument: { activeElement: unknown } }).ownerDocument.activeElement,
  );

inStudio('what was written in the place of both is kept, and so are both', async (app) => {
  for (const [typed, button, kept] of [
    ['Then: ', 'Keep what you wrote', /^Then: Again: The lamp was alight/m],
    ['', 'Keep both', /^Again: The lamp was alight[^\n]*\n\nThe lamp was burning/m],
  ] as const) {
    await openBook(app, [older]);
    await mend(app);
    await drop(app, '.workspace .bar', newer);
    await sheet(app).getByRole('button', { name: 'Update' }).click();
    await app.page.getByRole('button', { name: 'Settle it', exact: true }).first().click();
    const settle = app.page.locator('.settle');
    await settle.locator('.cm-line', { hasText: 'Again' }).click({ position: atItsStart });
    await app.page.keyboard.press('Home');
    await app.page.keyboard.type(typed);
    await settle.getByRole('button', { name: button }).click();
    await until(
      () => first(app),
      (text) => kept.test(text) && !/:::/.test(text),
      button,
    );
    await until(
      () => shownText(app),
      (words) => words.includes('lamp'),
      'the book is made',
    );
    await app.page.getByRole('button', { name: '‹ Stories' }).click();
    await app.page.locator('.welcome').waitFor();
  }
});

async function importedFolder(): Promise<string> {
  const folder = join(makeFolder(), 'story');
  assert.equal((await fleuron(['import', older, '-o', folder])).status, 0);
  return folder;
}

inStudio('a story without a record asks for what it was imported from', async (app) => {
  const folder = await importedFolder();
  rmSync(join(folder, '.fleuron'), { recursive: true });
  await openBook(app, [folder], true);
  await drop(app, '.workspace .bar', newer);
  await sheet(app).getByText('Choose the older file').waitFor();
  assert.deepEqual(await faultsOf(app, 'refused'), []);
  await sheet(app).locator('input[type=file]').setInputFiles(older);
  await sheet(app).getByRole('button', { name: 'Update' }).click();
  await until(
    () => first(app),
    (text) => text.includes('burning'),
    'it is updated',
  );
});

inPreview(
  'in a folder the update is the command’s, and taken back as the command does',
  importedFolder,
  async (app, folder) => {
    const chapterOne = () => readFileSync(join(folder, 'chapter-1.md'), 'utf8');
    const before = filesBelow(folder);
    const holds = (words: string) =>
      until(
        async () => chapterOne(),
        (text) => text.includes(words),
        words,
      );
    await noticed(app);
    await chooseNewer(app);
    await sheet(app).getByRole('button', { name: 'Update' }).click();
    await holds('burning');
    await side(app).getByRole('button', { name: 'What the update changed' }).click();
    await sheet(app).locator('ins', { hasText: 'burning' }).waitFor();
    await sheet(app).getByRole('button', { name: 'Close' }).click();
    const bar = app.page.locator('.bar');
    await bar.getByRole('button', { name: 'Undo' }).click();
    await holds('alight');
    await side(app).getByRole('button', { name: 'What the update changed' }).waitFor({ state: 'detached' });
    assert.deepEqual(filesBelow(folder), before);
    await bar.getByRole('button', { name: 'Redo' }).click();
    await holds('burning');
    await side(app).getByRole('button', { name: 'What the update changed' }).waitFor();
    assert.equal((await fleuron(['import', '--undo', '-o', folder])).status, 0);
    assert.deepEqual(filesBelow(folder), before);
  },
);
