/** A book from right to left is the mirror image of one from left to right: bars and boxes of set pieces, as Chromium draws them. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { themeNames } from '../../scripts/book/themes.ts';
import { unpackZip } from '../tools/epub.ts';
import { makeFiles } from '../tools/folder.ts';
import { need } from '../tools/need.ts';
import { pressIn } from './books.ts';

const piece = (opening: string, words: string) => `:::${opening}\n${words}\n:::\n`;
const chapter = [
  '# One\n\nIt rained all day.\n\n> A quotation.\n',
  piece('letter', 'Dear Ann,\n\nIt rained.\n\nBo'),
  piece('texts', 'Ann: Where are you?\nme: At home.'),
  piece('email', 'From: Ann\nTo: Bo\n\nIt rained.'),
  piece('forum', 'Ann: It rained.'),
  piece('newspaper[The Weir]', 'It rained.'),
  piece('telegram', 'To: Bo\n\nRAIN STOP'),
  piece('sign', 'Closed'),
].join('\n');

/** What each block is, and its border, padding and margin on its left and right, told with the side that a line begins at first. */
const sidesIn = `[...document.querySelectorAll('blockquote, .message, .piece-title')].map((block) => {
  const style = getComputedStyle(block);
  const isRtl = style.direction === 'rtl';
  const sides = isRtl ? ['Right', 'Left'] : ['Left', 'Right'];
  const align = { left: isRtl ? 'end' : 'start', right: isRtl ? 'start' : 'end' };
  const told = sides.map((side) => [parseFloat(style['border' + side]), style['padding' + side]].join(', '));
  return [block.className, ...told, align[style.textAlign] ?? style.textAlign].join('; ');
})`;

async function sidesOf(page: Page, theme: string, direction: string): Promise<readonly string[]> {
  const book = makeFiles({ 'book.yaml': `title: Rain\nlang: en\ndir: ${direction}\n`, 'chapter-1.md': chapter });
  const folder = makeFiles(Object.fromEntries(unpackZip(pressIn(theme, book))));
  await page.goto(pathToFileURL(join(folder, 'OEBPS/chapter-1.xhtml')).href);
  return page.evaluate(sidesIn);
}

for (const theme of themeNames)
  test(`${theme}: set pieces from right to left are those from left to right in a mirror`, async (context) => {
    const executablePath = await need(context, 'chromium');
    if (!executablePath) return;
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    context.after(() => browser.close());
    const page = await browser.newPage({ viewport: { width: 390, height: 760 } });
    const sides = await sidesOf(page, theme, 'ltr');
    assert.equal(sides.length, 10);
    assert.deepEqual(await sidesOf(page, theme, 'rtl'), sides);
  });
