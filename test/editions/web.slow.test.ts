import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { makeEdition } from '../../scripts/editions/make-edition.ts';
import { ownTemplates, render } from '../render/rendering.ts';
import { makeFiles } from '../tools/folder.ts';
import { need } from '../tools/need.ts';
import { bookOf } from '../tools/press.ts';
import { sample } from '../validators/books.ts';
import { parsed } from './editing.ts';

interface Seen {
  /** Widths of the pictures, in pixels. */
  readonly pictures: readonly number[];
  /** The words that each reference to a note leads to. */
  readonly notes: readonly string[];
  /** The width of the text, in the size of its letters. */
  readonly measure: number;
  readonly ground: string;
}

/** What a browser makes of the page; it runs there, where TypeScript does not. */
const look = `(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const [main] = all('main');
  return {
    pictures: all('img').map(({ naturalWidth }) => naturalWidth),
    notes: all('a.noteref').map((link) => document.querySelector(link.getAttribute('href'))?.textContent ?? ''),
    measure: main.clientWidth / Number.parseFloat(getComputedStyle(main).fontSize),
    ground: getComputedStyle(document.documentElement).backgroundColor,
  };
})()`;

test('a browser shows every picture, reaches every note, keeps a measure for reading, and turns dark at night', async (context) => {
  const browserPath = await need(context, 'chromium');
  if (!browserPath) return;
  const bytes = await bookOf(sample, { args: ['--edition', 'web'] });
  const file = join(makeFiles({ 'book.html': bytes }), 'book.html');
  const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, colorScheme: 'light' });
    const said: string[] = [];
    const asked: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(file).href);
    const seen = (await page.evaluate(look)) as Seen;
    assert.ok(seen.pictures.length > 1 && seen.pictures.every((width) => width > 0), String(seen.pictures));
    assert.ok(seen.notes.length > 1 && seen.notes.every((words) => words.length > 9));
    assert.ok(seen.measure > 28 && seen.measure < 42, String(seen.measure));
    await page.emulateMedia({ colorScheme: 'dark' });
    assert.notEqual(((await page.evaluate(look)) as Seen).ground, seen.ground);
    assert.deepEqual(said, []);
    assert.deepEqual(
      asked.filter((url) => !/^(?:file|data):/.test(url)),
      [],
    );
  } finally {
    await browser.close();
  }
});

test('a page that no browser would open is not made', async () => {
  const { publication } = await render({ 'book.yaml': 'title: T\n', 'a.md': '# A\n\nB.\n' });
  const big = { id: 'p', href: 'p.png', mediaType: 'image/png', properties: [], bytes: new Uint8Array(30_000_000) };
  const [first] = publication.documents;
  assert.ok(first);
  const many = {
    ...publication,
    resources: [big],
    documents: [{ ...first, content: parsed('<p><img src="p.png" alt=""/></p>'.repeat(30)) }],
  };
  const { problems } = await makeEdition('web', many, ownTemplates);
  assert.deepEqual(
    problems.map(({ rule, severity }) => [rule, severity]),
    [['book-too-large', 'error']],
  );
});
