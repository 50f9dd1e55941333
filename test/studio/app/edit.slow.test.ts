/** The text beside the page: what is typed shows in the page at the same place, and each leads to the other, also in notes, headings and tables. */
import assert from 'node:assert/strict';
import { makeFiles } from '../../tools/folder.ts';
import {
  type App,
  clickWords,
  inStudio,
  inside,
  keptTexts,
  openBook,
  pointOf,
  shownText,
  side,
  tab,
  until,
} from './driven-app.ts';

const filler = (name: string, count: number): string =>
  Array.from(
    { length: count },
    (_, at) =>
      `Paragraph ${at} of ${name}, which goes on for a while so that a page is soon full of it, and then another.`,
  ).join('\n\n');
const text = `# One

${filler('one', 30)}

Here is the lighthouse with a note.[^1]

[^1]: The keeper wrote this note himself.

${filler('the middle', 30)}

## A heading of its own

| lamp | colour |
| --- | --- |
| harbour | crimson |
| island | viridian |

${filler('the end', 10)}

Last of all the anchor was weighed.
`;
const story = { 'book.yaml': 'title: Places\nlang: en\ndraw-cover: no\n', 'chapter-1.md': text };
const lineOf = (words: string): number => text.slice(0, text.indexOf(words)).split('\n').length;

/** The words of the line that the cursor of the editor is on. */
const cursorLine = async ({ page }: App): Promise<string> =>
  inside(
    page,
    `() => {
      const selection = getSelection();
      const node = selection.focusNode;
      const element = node && (node.nodeType === 1 ? node : node.parentElement);
      return element?.closest('.cm-line')?.textContent ?? '';
    }`,
  );

const shownMark = async ({ page }: App): Promise<string> =>
  (await page.locator('.cm-shown').allTextContents()).join('');

/** Puts the cursor on a line of the text by search, as a person finds her words; once they are there. */
async function goTo(app: App, words: string): Promise<void> {
  const find = async (): Promise<string> => {
    await app.page.locator('.cm-content').click();
    await app.page.keyboard.press('ControlOrMeta+f');
    await app.page.locator('.cm-search input[name=search]').fill(words);
    await app.page.keyboard.press('Enter');
    await app.page.keyboard.press('Escape');
    return cursorLine(app);
  };
  await until(find, (line) => line.includes(words), `the cursor is at “${words}”`);
}

inStudio('the cursor leads the page, and a click in the page the cursor', async (app) => {
  await openBook(app, [makeFiles(story)], true);
  await tab(app, 'Text');
  await app.page.locator('.cm-content').waitFor();
  for (const words of ['weighed', 'A heading of its own', 'viridian', 'lighthouse', 'keeper wrote']) {
    await goTo(app, words);
    await until(
      () => pointOf(app, words),
      (point) => point !== undefined,
      `the page shows “${words}”`,
    );
  }
  for (const words of ['keeper', 'weighed', 'heading', 'crimson', 'lighthouse']) {
    await goTo(app, words === 'heading' ? 'A heading' : words);
    await until(
      () => pointOf(app, words),
      (point) => point !== undefined,
      `the page shows “${words}”`,
    );
    await app.page.locator('.cm-content').press('ControlOrMeta+Home');
    await until(
      async () => [await pointOf(app, words)],
      ([point]) => point === undefined,
      `the page has left “${words}”`,
    );
    await goTo(app, words === 'heading' ? 'A heading' : words);
    await clickWords(app, words);
    await until(
      () => shownMark(app),
      (mark) => mark.includes(words),
      `the text shows “${words}”`,
    );
  }
  assert.ok(lineOf('weighed') > 1);
});

inStudio('what is typed shows in the page at the same place, and is kept', async (app) => {
  await openBook(app, [makeFiles(story)], true);
  await tab(app, 'Text');
  await app.page.locator('.cm-content').waitFor();
  await goTo(app, 'anchor');
  await until(
    () => pointOf(app, 'anchor'),
    (point) => point !== undefined,
    'the page is there',
  );
  await app.page.keyboard.press('End');
  await app.page.keyboard.type(' And *nobody* spoke.');
  await until(
    () => shownText(app),
    (words) => words.includes('And nobody spoke.'),
    'it is in the page',
  );
  await until(
    () => pointOf(app, 'spoke'),
    (point) => point !== undefined,
    'it is on the page that is shown',
  );
  assert.match((await keptTexts(app))['chapter-1.md'] ?? '', /weighed\. And \*nobody\* spoke\./);
  await app.page.keyboard.press('ControlOrMeta+z');
  await until(
    () => shownText(app),
    (words) => !words.includes('nobody'),
    'it is taken back',
  );
  assert.equal(await side(app).count(), 1);
});

inStudio('a text that is being changed in two tabs is not written over', async (app) => {
  await openBook(app, [makeFiles(story)], true);
  const other = await app.page.context().newPage();
  await other.goto(app.page.url());
  const second: App = { ...app, page: other };
  for (const each of [app, second]) {
    await tab(each, 'Text');
    await each.page.locator('.cm-content').waitFor();
  }
  await goTo(app, 'weighed');
  await app.page.keyboard.press('End');
  await app.page.keyboard.type(' In the first tab.');
  await until(
    () => keptTexts(app),
    (texts) => (texts['chapter-1.md'] ?? '').includes('In the first tab.'),
    'the first is kept',
  );
  await goTo(second, 'In the first tab.');
  await goTo(second, 'lighthouse');
  await other.keyboard.press('End');
  await other.keyboard.type(' In the second tab.');
  await until(
    () => keptTexts(app),
    (texts) => /first tab/.test(texts['chapter-1.md'] ?? '') && /second tab/.test(texts['chapter-1.md'] ?? ''),
    'both are kept',
  );
  await until(
    () => app.page.locator('.cm-content').textContent(),
    (words) => /first tab/.test(words ?? ''),
    'the first tab goes on',
  );
});
