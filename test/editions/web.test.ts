import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainContent } from '../../scripts/editions/html-content.ts';
import { makeWeb } from '../../scripts/editions/web.ts';
import { ownTemplates, picture, render } from '../render/rendering.ts';
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
  const style = 'p { background: url(images/d.png) } i { content: "</style><script>url(images/d.png)" }';
  const { publication } = await render(story, [picture('d.png')]);
  const [image] = publication.resources.filter(({ mediaType }) => mediaType === 'image/png');
  assert.ok(image);
  const page = Buffer.from(
    makeWeb(publication, new Map([...ownTemplates, ['style.css', style.replaceAll('images/d.png', image.href)]])) ?? [],
  ).toString();
  assert.match(page, /p \{ background: url\("data:image\/png;base64,/);
  assert.match(page, /<script>url\(images\/\S+\)" \}/);
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
