/**
 * Pictures of the studio for docs/studio.md and the README, into docs/studio/: `node bench/studio-pictures.mjs`. Chromium goes through
 * it with the sample story, to which it adds a sentence that can be read two ways. Windows have the same sizes each time.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bookShown, bring, withStudio } from './studio/hosted.mjs';

const target = join(dirname(dirname(fileURLToPath(import.meta.url))), 'docs/studio');
const line = 'Saltmarch ran out of apostrophes.';
const sentence = " The 'sorts were the first to go.";

mkdirSync(target, { recursive: true });
await withStudio(async (browser, address) => {
  const open = async (width, height, more = {}) => {
    const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce', ...more });
    const page = await context.newPage();
    await page.goto(address);
    await page.evaluate(() => document.fonts.ready);
    return page;
  };
  const blank = await (await browser.newContext()).newPage();
  const shoot = async (page, name) => {
    const png = await atRest(page);
    const webp = Buffer.from(await blank.evaluate(toWebp, png.toString('base64')), 'base64');
    writeFileSync(join(target, `${name}.webp`), webp);
    console.log(`${name}.webp: ${Math.round(webp.length / 1024)} kB`);
  };
  const tab = (page, name) => page.locator('nav.tabs button', { hasText: name }).click();

  const page = await open(1280, 800);
  await shoot(page, 'welcome');
  await bring(page);
  await tab(page, 'Text');
  await page.locator('.text-bar select').selectOption('chapter-1.md');
  await page.locator('.cm-line', { hasText: line }).click();
  await page.keyboard.press('End');
  await page.keyboard.insertText(sentence);
  await page.locator('.reading').first().waitFor({ timeout: 60_000 });
  await bookShown(page);
  await page.locator('.notice .link').first().click();
  await shoot(page, 'text');
  await tab(page, 'Text');
  await shoot(page, 'book');

  const storyOf = (name, ...chapters) => ({
    name,
    mimeType: 'text/plain',
    buffer: Buffer.from(
      `The Keeper of the Light\n\nby Ada Marsh\n\n${chapters.map((each, at) => `Chapter ${at + 1}\n\n${each}\n`).join('\n')}`,
    ),
  });
  const first = '"You\'re late," said the keeper.';
  const second =
    'The sea was quiet that night. Far out, beyond the bank, a bell was ringing that no chart of hers had shown.';

  const grown = await open(1280, 800);
  await grown
    .locator('input[type=file]')
    .first()
    .setInputFiles(storyOf('the-keeper-of-the-light.txt', first, second));
  await grown.locator('dialog[open] button[type=submit]').click();
  await bookShown(grown);
  const newer = `${second.replace('a bell was', 'the old bell was')} She counted its strokes until she slept.`;
  const third = 'Four days had passed, and no word from the mainland. On the fifth, smoke rose from the point.';
  await grown.locator('.imported input').setInputFiles(storyOf('with-chapter-3.txt', first, newer, third));
  await grown.locator('dialog.update').waitFor({ timeout: 60_000 });
  await grown.locator('dialog.update summary', { hasText: 'Chapter 3' }).click();
  await shoot(grown, 'update');

  const dress = await open(1280, 800);
  await dress.locator('input[type=file]').first().setInputFiles(storyOf('the-keeper-of-the-light.txt', first));
  await dress.locator('dialog[open] button[type=submit]').click();
  await bookShown(dress);
  await tab(dress, 'Dress');
  await dress.locator('.cover-choice', { hasText: 'wine' }).click({ timeout: 60_000 });
  await dress.locator('.message').waitFor();
  await bookShown(dress);
  await dress.getByRole('button', { name: 'Put this message away' }).click();
  await shoot(dress, 'dress');

  const phone = await open(390, 780, { deviceScaleFactor: 1, hasTouch: true, colorScheme: 'dark' });
  await bring(phone);
  await phone.getByRole('button', { name: 'Contents' }).click();
  await phone.locator('.reader-contents li button', { hasText: 'A Shortage' }).first().click();
  await shoot(phone, 'phone');
});

/** A screenshot of the page when its pictures are decoded and nothing moves any more: two after each other are the same. */
async function atRest(page) {
  let last;
  for (;;) {
    await page.evaluate(() => Promise.all([...document.images].map((each) => each.decode().catch(() => {}))));
    const png = await page.screenshot({ animations: 'disabled', caret: 'hide' });
    if (last?.equals(png)) return png;
    last = png;
    await page.waitForTimeout(500);
  }
}

/** In a page: a PNG as a WebP, both in Base64. */
async function toWebp(png) {
  const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  canvas.getContext('2d').drawImage(picture, 0, 0);
  const webp = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/webp', quality: 0.9 })).arrayBuffer());
  return btoa(webp.reduce((text, byte) => text + String.fromCharCode(byte), ''));
}
