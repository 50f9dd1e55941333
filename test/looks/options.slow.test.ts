/** Initials and large print as Chromium has them for those who listen and for weak eyes; and every edition of every theme with options, judged. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { editionNames } from '../../scripts/book/editions.ts';
import { themeNames } from '../../scripts/book/themes.ts';
import { buildPath } from '../../scripts/commands/from-disk.ts';
import { unpackZip } from '../tools/epub.ts';
import { epubcheckMany } from '../tools/epubcheck-many.ts';
import { makeFiles } from '../tools/folder.ts';
import { quickBuild } from '../tools/manuscript.ts';
import { need } from '../tools/need.ts';
import { pressIn, variants } from './books.ts';

const tale = makeFiles({
  'book.yaml': 'title: T\nauthor: Ada Sample\nlang: en\n',
  'chapter-1.md':
    '# Chapter 1: The Door\n\nEverything was still, and *nobody* looked up from the case.\n\n* * *\n\nAgain.[^1]\n\n[^1]: A note.\n',
});

/** Uses a browser, and closes it. */
async function withBrowser(executablePath: string, use: (browser: Browser) => Promise<void>): Promise<void> {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    await use(browser);
  } finally {
    await browser.close();
  }
}

/** The address of a page of a book that lies unpacked in a folder. */
function pageOf(epub: Uint8Array, page: string, change = (text: string): string => text): string {
  const files = unpackZip(epub);
  const path = `OEBPS/${page}`;
  const changed = change(new TextDecoder().decode(files.get(path)));
  return pathToFileURL(join(makeFiles({ ...Object.fromEntries(files), [path]: changed }), path)).href;
}

/** The texts of the accessibility tree, as screen readers are given them. */
async function heardIn(browser: Browser, address: string): Promise<readonly string[]> {
  const page = await browser.newPage({ viewport: { width: 390, height: 760 } });
  await page.goto(address);
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await page.close();
  return nodes.flatMap(({ role, name, ignored }) =>
    !ignored && role?.value === 'StaticText' ? [String(name?.value ?? '').toLowerCase()] : [],
  );
}

test('an initial and its word are one word to those who listen, in every theme; one in a span would be two', async (context) => {
  const path = await need(context, 'chromium');
  if (!path) return;
  await withBrowser(path, async (browser) => {
    for (const theme of themeNames)
      for (const name of ['a drop cap', 'a raised initial'] as const) {
        const epub = pressIn(theme, tale, {}, variants[name]);
        const heard = await heardIn(browser, pageOf(epub, 'chapter-1.xhtml'));
        assert.ok(
          heard.some((text) => text.startsWith('everything was still')),
          `${theme}, ${name}: ${heard}`,
        );
      }
    const spans = pageOf(pressIn('classic', tale), 'chapter-1.xhtml', (text) =>
      text.replace('Everything', '<span style="float: left; font-size: 3em">E</span>verything'),
    );
    assert.ok(!(await heardIn(browser, spans)).some((text) => text.startsWith('everything')));
  });
});

/** The lowest contrast of a text with what is behind it, the smallest letter, and how a line ends; it runs in the page. */
const measured = `(() => {
  const light = (colour) => {
    const [red, green, blue] = colour.match(/[\\d.]+/g).map(Number).map((each) => each / 255).map((share) => share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const groundOf = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const { backgroundColor } = getComputedStyle(each);
      if (!/, 0\\)$/.test(backgroundColor)) return backgroundColor;
    }
    return 'rgb(255, 255, 255)';
  };
  const found = { contrast: 21, size: 100, aligns: [] };
  for (const element of document.querySelectorAll('body *')) {
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '')) continue;
    const { color, fontSize, textAlign, fontStyle } = getComputedStyle(element);
    const [one, other] = [light(color), light(groundOf(element))].sort((a, b) => a - b);
    found.contrast = Math.min(found.contrast, (other + 0.05) / (one + 0.05));
    found.size = Math.min(found.size, Number.parseFloat(fontSize));
    found.aligns.push(textAlign, fontStyle);
  }
  return { ...found, aligns: [...new Set(found.aligns)].sort() };
})()`;

test('in large print no text of any theme has less than 7:1, is under 18 points, slanted or justified; the usual book of an author’s style has', async (context) => {
  const path = await need(context, 'chromium');
  if (!path) return;
  const faint = { 'style.css': 'p { color: #999999; background: #eeeeee; font-size: 0.8em; }\n' };
  await withBrowser(path, async (browser) => {
    const look = async (epub: Uint8Array, pageName: string) => {
      const page = await browser.newPage({ viewport: { width: 390, height: 760 } });
      await page.goto(pageOf(epub, pageName));
      const seen = (await page.evaluate(measured)) as { contrast: number; size: number; aligns: readonly string[] };
      await page.close();
      return seen;
    };
    for (const theme of themeNames) {
      const epub = pressIn(theme, tale, faint, variants['large print']);
      for (const page of ['chapter-1.xhtml', 'title-page.xhtml', 'contents.xhtml', 'colophon.xhtml']) {
        const { contrast, size, aligns } = await look(epub, page);
        assert.ok(contrast >= 7 && size >= 24, `${theme}, ${page}: ${contrast}, ${size}`);
        const beside = aligns.filter((each) => !['left', 'start', 'normal', 'center'].includes(each));
        assert.deepEqual(beside, [], `${theme}, ${page}`);
      }
    }
    const usual = await look(pressIn('classic', tale, faint), 'chapter-1.xhtml');
    assert.ok(usual.contrast < 7 && usual.size < 14 && usual.aligns.includes('justify'), JSON.stringify(usual));
  });
});

test('EPUBCheck finds nothing in any edition of any theme with all options', async (context) => {
  const jar = await need(context, 'epubcheck');
  if (!jar || !(await need(context, 'javac'))) return;
  const books = new Map<string, Uint8Array>();
  for (const theme of themeNames)
    for (const name of ['a drop cap', 'a raised initial'] as const) {
      const folder = makeFiles({
        'book.yaml': `title: T\nauthor: Ada Sample\nlang: en\ntheme: ${theme}\n${variants[name].keys}`,
        'chapter-1.md': '# Chapter 1: The Door\n\n“Everything was still,” he said.\n\n* * *\n\nAgain.\n',
        'chapter-2.md': '---\nheading-image: tower.svg\n---\n\n# 2\n\nWords of another chapter.\n',
        'tower.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M1 1h7v7z"/></svg>',
      });
      const editions = editionNames.filter((each) => each !== 'web');
      const { value, problems } = await buildPath(folder, { ...quickBuild, editions });
      assert.ok(value, JSON.stringify(problems));
      for (const each of value.editions) books.set(`${theme}, ${name}, ${each.name}`, each.bytes);
    }
  assert.equal(books.size, 6 * 2 * 5);
  for (const [name, findings] of await epubcheckMany(jar, books)) assert.deepEqual(findings, [], name);
});

/** How many lines of the opening stand aside for its initial, and how far lines are apart; it runs in the page. */
const asideIn = `(() => {
  const opening = document.querySelector('.opening');
  const range = document.createRange();
  range.selectNodeContents(opening);
  range.setStart(document.createTreeWalker(opening, NodeFilter.SHOW_TEXT).nextNode(), 1);
  const lines = new Map();
  for (const { bottom, left } of range.getClientRects()) {
    const at = Math.round(bottom);
    lines.set(at, Math.min(left, lines.get(at) ?? Infinity));
  }
  const edge = opening.getBoundingClientRect().left;
  const at = [...lines.keys()].sort((one, other) => one - other);
  const gaps = at.slice(1).map((each, before) => each - at[before]);
  return { aside: [...lines.values()].filter((left) => left > edge + 8).length, uneven: Math.max(...gaps) - Math.min(...gaps) };
})()`;

test('the initial of a fairy tale takes three lines, however far they stand apart', async (context) => {
  const path = await need(context, 'chromium');
  if (!path) return;
  const words = 'Once upon a time there was a well behind the house, deep and dark, and nobody looked into it. '.repeat(
    4,
  );
  const book = makeFiles({ 'book.yaml': 'title: T\nlang: en\n', 'chapter-1.md': `# The Well\n\n${words}\n` });
  const epub = pressIn('fairy-tale', book);
  await withBrowser(path, async (browser) => {
    const page = await browser.newPage({ viewport: { width: 390, height: 760 } });
    for (const height of [1.2, 1.4, 1.6, 1.9]) {
      await page.goto(pageOf(epub, 'chapter-1.xhtml'));
      await page.addStyleTag({ content: `body { line-height: ${height} }` });
      const { aside, uneven } = (await page.evaluate(asideIn)) as { aside: number; uneven: number };
      assert.equal(aside, 3, `at a line height of ${height}`);
      assert.ok(uneven <= 1, `${uneven} px at a line height of ${height}`);
    }
  });
});
