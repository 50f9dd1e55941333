/** Each screen of the studio: axe-core finds nothing, in light and night, on a phone and on a desk; and the whole main way by keys alone. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { makeFiles } from '../../tools/folder.ts';
import { type App, bookShown, bring, faultsOf, inStudio, inside, keptTexts, tab, until } from './driven-app.ts';

const text = `The Lamp

by A. Keeper

Chapter 1

It was an 'arranged marriage and he is a jerk to his wife, and nobody asked.

Chapter 2

The sea was quiet.
`;
const story = (): string => join(makeFiles({ 'lamp.txt': text }), 'lamp.txt');

for (const [width, height] of [
  [360, 740],
  [1440, 900],
] as const)
  for (const colorScheme of ['light', 'dark'] as const)
    inStudio(
      `axe-core finds nothing at ${width} pixels, ${colorScheme}`,
      async (app) => {
        const found: string[] = [];
        const look = async (name: string): Promise<void> => {
          found.push(...(await faultsOf(app, name)));
        };
        await look('welcome');
        await app.page.getByRole('button', { name: 'Paste a text' }).click();
        await look('paste');
        await bring(app, [story()]);
        await look('guesses');
        await app.page.getByRole('button', { name: 'That is right' }).click();
        if (width < 1000) await tab(app, 'Book');
        await bookShown(app);
        await look('book');
        await app.page.getByRole('button', { name: 'How it looks' }).click();
        await look('looks');
        await app.page.getByRole('button', { name: 'How it looks' }).click();
        await tab(app, 'Text');
        await app.page.locator('.cm-content').waitFor();
        await look('text');
        for (const name of ['Noticed', 'Dress', 'Take away']) {
          await tab(app, name);
          if (name === 'Dress') await app.page.locator('.cover-choice').first().waitFor();
          await look(name);
        }
        await app.page.getByRole('button', { name: '‹ Stories' }).click();
        await app.page.locator('.kept').waitFor();
        await app.page.getByRole('button', { name: /^Remove/ }).click();
        await look('stories');
        assert.deepEqual(found, []);
      },
      { viewport: { width, height }, colorScheme },
    );

/** What has the focus: its name, and whether one sees that it has it. */
const focused = ({ page }: App) =>
  inside<{ readonly name: string; readonly isSeen: boolean; readonly isHidden: boolean }>(
    page,
    `() => {
      const element = document.activeElement;
      const shows = (each) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
        return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
      };
      const ways = [element, element.closest('label'), element.nextElementSibling, element.closest('.cm-editor, .reader-page')];
      const name = element.getAttribute('aria-label') || element.closest('label')?.innerText || element.innerText || element.tagName;
      return { name: name.trim().split('\\n')[0], isSeen: ways.some((each) => each && shows(each)), isHidden: element === document.body };
    }`,
  );

/** Goes on by Tab until something of that name has the focus; all that has it on the way must be seen. */
async function tabTo(app: App, name: RegExp, most = 80, key = 'Tab'): Promise<void> {
  const unseen: string[] = [];
  for (let count = 0; count < most; count++) {
    await app.page.keyboard.press(key);
    const now = await focused(app);
    if (!now.isSeen && !now.isHidden && now.name !== 'IFRAME') unseen.push(now.name);
    if (name.test(now.name)) {
      assert.deepEqual(unseen, [], 'the focus is seen');
      return;
    }
  }
  assert.fail(`${name} is not reached: ${(await focused(app)).name}`);
}

inStudio('the main way by keys alone', async (app) => {
  const { page } = app;
  const chooser = page.waitForEvent('filechooser');
  await tabTo(app, /^Choose a file/);
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(story());
  const sheet = page.locator('dialog.guesses');
  await sheet.waitFor();
  assert.equal(await inside(page, "() => document.querySelector('dialog').contains(document.activeElement)"), true);
  await tabTo(app, /^That is right/);
  await page.keyboard.press('Enter');
  await sheet.waitFor({ state: 'detached' });
  await bookShown(app);
  assert.equal((await focused(app)).isHidden, false, 'the focus is somewhere after the sheet');

  await tabTo(app, /^’arranged/);
  await page.keyboard.press('Enter');
  await until(
    () => keptTexts(app),
    (texts) => Object.values(texts).some((each) => each.includes('’arranged')),
    'settled',
  );

  await tabTo(app, /^Dress/);
  await page.keyboard.press('Enter');
  await page.locator('.cover-choice').first().waitFor();
  await tabTo(app, /^as the title has it/, 80, 'Shift+Tab');
  const before = (await keptTexts(app))['book.yaml'];
  await page.keyboard.press('ArrowRight');
  await until(
    () => keptTexts(app),
    (texts) => texts['book.yaml'] !== before,
    'another cover',
  );
  await tabTo(app, /^Name 1/);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Somebody Else');
  await page.keyboard.press('Enter');
  await until(
    () => keptTexts(app),
    (texts) => /^author: Somebody Else$/m.test(texts['book.yaml'] ?? ''),
    'the author',
  );

  await tabTo(app, /^Take away/);
  await page.keyboard.press('Enter');
  await tabTo(app, /^Take it for a Kobo/, 80, 'Shift+Tab');
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  assert.match((await download).suggestedFilename(), /\.kepub\.epub$/);

  await page.keyboard.press('Home');
  await tabTo(app, /^‹ Stories/, 80, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.locator('.kept').waitFor();
  await tabTo(app, /^The Lamp/);
  await page.keyboard.press('Enter');
  await bookShown(app);
  assert.equal((await focused(app)).isHidden, false, 'the focus is somewhere after a story is opened');
});
