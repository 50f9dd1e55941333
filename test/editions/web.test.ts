import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { chromium } from 'playwright-core';
import { plainContent } from '../../scripts/editions/html-content.ts';
import { makeEdition } from '../../scripts/editions/make-edition.ts';
import { makeWeb } from '../../scripts/editions/web.ts';
import { ownTemplates, picture, render } from '../render/rendering.ts';
import { makeFiles } from '../tools/folder.ts';
import { need } from '../tools/need.ts';
import { bookOf } from '../tools/press.ts';
import { sample } from '../validators/books.ts';
import { edit, parsed, printed } from './editing.ts';

const yaml = 'title: A & "B"\nauthor: Ann <Lee>\nlang: fr-CA\ndescription: One\\nTwo\nidentifier: urn:x:1\n';
const story = {
  'book.yaml': yaml,
  'a.md': '# One\n\nA[^1] [two](b.md).\n\n[^1]: Note.\n',
  'b.md': '# Two\n\n![D](d.png)\n\n    \n    pre\n',
};
const html = async (files: Readonly<Record<string, string>> = story, templates = ownTemplates): Promise<string> =>
  Buffer.from((await edit('web', files, [picture('d.png')], templates)).bytes).toString();

test('the page says what it is: language, title, author, description, identifier', async () => {
  const page = await html();
  assert.match(page, /^<!DOCTYPE html>\n<html lang="fr-CA" dir="ltr">\n<head>\n<meta charset="utf-8">\n/);
  assert.match(page, /<title>A &amp; "B"<\/title>/);
  for (const meta of ['name="author" content="Ann &lt;Lee&gt;"', 'name="dcterms.identifier" content="urn:x:1"'])
    assert.ok(page.includes(`<meta ${meta}>`), meta);
});

test('a policy allows what is in the file, and nothing else', async () => {
  const [, policy = ''] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(await html()) ?? [];
  assert.deepEqual(policy.split('; '), [
    "default-src 'none'",
    'img-src data:',
    'font-src data:',
    "style-src 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'",
  ]);
});

test('every address leads to a place in the file, or out of the book', async () => {
  const page = await html();
  const ids = new Set([...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
  const hrefs = [...page.matchAll(/ href="([^"]*)"/g)].map(([, href]) => href ?? '');
  assert.ok(hrefs.length > 4);
  for (const href of hrefs) assert.ok(href.startsWith('#') && ids.has(href.slice(1)), href);
  assert.equal(ids.size, [...page.matchAll(/ id="/g)].length);
  assert.match(page, /<img src="data:image\/png;base64,[^"]+" alt="D"/);
});

test('the id of a page is no other’s', async () => {
  const page = await html({
    'book.yaml': 'title: T\n',
    'a.md': '# A\n\n<p id="x">B.</p>\n',
    'page-a.md': '# P\n\nC.\n',
  });
  const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  assert.equal(new Set(ids).size, ids.length);
});

test('no style fetches, and none ends its element', async () => {
  const style =
    '@import url("https://a.test/x.css");\np { background: url(images/d.png) } i { content: "</style><script>" } b { background: url(https://a.test/y) }';
  const { publication } = await render(story, [picture('d.png')]);
  const [image] = publication.resources.filter(({ mediaType }) => mediaType === 'image/png');
  assert.ok(image);
  const page = Buffer.from(
    makeWeb(publication, new Map([...ownTemplates, ['style.css', style.replace('images/d.png', image.href)]])) ?? [],
  ).toString();
  assert.doesNotMatch(page, /@import|<script>(?!")/);
  assert.match(page, /p \{ background: url\("data:image\/png;base64,/);
  assert.equal(page.split('</style>').length, 2);
});

test('the first empty line of preformatted text is kept', async () => {
  const page = await html({ 'book.yaml': 'title: T\n', 'a.md': '# A\n\n<pre>\n\nx</pre>\n' });
  assert.match(page, /<pre>\n\nx/);
});

/** Markup that EPUB's schemas pass and HTML does not, and what the page has. */
const content: readonly (readonly [string, string])[] = [
  [
    '<dl><dt><h2 role="x">a</h2></dt><dd><h2>b</h2></dd></dl>',
    '<dl><dt><div class="h2">a</div></dt><dd><h2>b</h2></dd></dl>',
  ],
  [
    '<address><section class="s"><p>a</p></section></address>',
    '<address><div class="section s"><p>a</p></div></address>',
  ],
  ['<h2><span role="note">a</span></h2><p role="note">b</p>', '<h2><span>a</span></h2><p role="note">b</p>'],
];

for (const [markup, expected] of content)
  test(`makes ${expected}`, () => assert.equal(printed(plainContent(parsed(markup))), expected));

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
    await page.goto(`file://${file}`);
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
