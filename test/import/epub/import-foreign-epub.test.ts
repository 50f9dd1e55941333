import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Problem } from '../../../scripts/report/problem.ts';
import { makeFolder } from '../../tools/folder.ts';
import { importFile } from '../../tools/import-file.ts';
import { packZip } from '../../tools/zip.ts';

const container =
  '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="content.opf"/></rootfiles></container>';

/** An EPUB 2 as converters make them: classes for looks, chapters split between files. */
const pages: Readonly<Record<string, string>> = {
  'titlepage.xhtml': '<h1>The Lamp</h1><p>Ann Quoin</p>',
  'text/split_000.html':
    '<div class="calibre1"><p class="head" id="c1"><b class="calibre2">One</b></p><p class="calibre3"><a id="x1"></a>It was <span class="it">dark</span><sup class="calibre5"><a href="notes.html#n1" id="b1">1</a></sup>.</p><p class="calibre3">&nbsp;</p><p class="center">* * *</p></div>',
  'text/split_001.html': '<div><p>It went <a href="split_002.html">on</a>.</p></div>',
  'text/split_002.html':
    '<body epub:type="bodymatter"><section epub:type="epilogue"><h2>The Last</h2><p>Light.<img src="../lamp%201.svg" alt="Lamp"/></p><h3>Deeper</h3><p>End.</p></section></body>',
  'text/notes.html': '<div><p id="n1"><a href="split_000.html#b1">1</a> Very <i>dark</i>.</p></div>',
};

const opf = `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="2.0" unique-identifier="u"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">
<dc:title>The Lamp</dc:title><dc:creator opf:role="aut" opf:file-as="Quoin, Ann">Ann Quoin</dc:creator><dc:contributor opf:role="bkp">a converter</dc:contributor><dc:language>en</dc:language>
<dc:identifier id="u">urn:isbn:9780000000002</dc:identifier><dc:description>&lt;p&gt;Of a &lt;i&gt;lamp&lt;/i&gt;.&lt;/p&gt;</dc:description><meta name="calibre:series" content="Lights"/><meta name="calibre:series_index" content="2.0"/></metadata>
<manifest>${Object.keys(pages)
  .map((href, at) => `<item id="i${at}" href="${href}" media-type="application/xhtml+xml"/>`)
  .join('')}<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>
<spine toc="ncx">${Object.keys(pages)
  .map((_, at) => `<itemref idref="i${at}"/>`)
  .join('')}</spine></package>`;

const ncx =
  '<!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd"><ncx><navMap><navPoint><navLabel><text>One</text></navLabel><content src="text/split_000.html#c1"/></navPoint><navPoint><navLabel><text>The Last</text></navLabel><content src="text/split_002.html"/></navPoint></navMap></ncx>';

const book: Readonly<Record<string, string>> = {
  mimetype: 'application/epub+zip',
  'META-INF/container.xml': container,
  'content.opf': opf,
  'toc.ncx': ncx,
  'style.css': '.it { font-style: italic }',
  'lamp 1.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><rect width="1" height="1"/></svg>',
  ...Object.fromEntries(
    Object.entries(pages).map(([name, body]) => [
      name,
      `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head>${body.startsWith('<body') ? body : `<body>${body}</body>`}</html>`,
    ]),
  ),
};

async function bring(bytes: Uint8Array, name = 'book.epub') {
  const file = join(makeFolder(), name);
  writeFileSync(file, bytes);
  return importFile(file);
}

test('a converted EPUB 2 becomes clean Markdown: chapters, notes, a scene break, a picture, facts', async () => {
  const { value, problems } = await bring(packZip(book));
  assert.ok(value, JSON.stringify(problems, undefined, 1));
  const files = Object.fromEntries(value.manuscript.files.map(({ path, text }) => [path, text]));
  assert.deepEqual(files, {
    'chapter-1.md': '# One\n\nIt was *dark*[^1].\n\n* * *\n\nIt went [on](epilogue.md).\n\n[^1]: Very *dark*.\n',
    'epilogue.md': '# The Last\n\nLight.![Lamp](pictures/lamp-1.svg)\n\n## Deeper\n\nEnd.\n',
  });
  assert.equal(
    value.manuscript.bookFile?.text,
    'title: The Lamp\nauthors:\n  - name: Ann Quoin\n    file-as: "Quoin, Ann"\nlang: en\nidentifier: "urn:isbn:9780000000002"\ndescription: Of a lamp.\nseries:\n  name: Lights\n  position: 2\n',
  );
  assert.deepEqual([...value.pictures.keys()], ['pictures/lamp-1.svg']);
});

const bomb = packZip({ 'a.xhtml': new Uint8Array(20 * 1024 * 1024) });
const locked =
  '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#"><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></EncryptedData></encryption>';

const hostile: readonly (readonly [string, Uint8Array, RegExp])[] = [
  ['cut off in the middle', packZip(book).subarray(0, 900), /cut short/],
  ['a zip bomb', bomb, /unpacks to 20 MB, more than 200 times its size/],
  ['a name that leads out', packZip({ ...book, '../../evil.xhtml': 'x' }), /leads out of the archive/],
  ['an absolute name', packZip({ ...book, '/etc/evil.xhtml': 'x' }), /leads out of the archive/],
  ['locked by DRM', packZip({ ...book, 'META-INF/encryption.xml': locked }), /locked \(DRM\)/],
  ['no package', packZip({ 'a.txt': 'x', 'inner.zip': bomb }), /has no package document/],
  ['no page', packZip({ 'META-INF/container.xml': container, 'content.opf': opf }), /has no page/],
  [
    'a broken Word document',
    packZip({ 'word/document.xml': '<w:document' }),
    /Word document is damaged and cannot be read/,
  ],
];

for (const [what, bytes, reason] of hostile)
  test(`${what} is one clear problem`, async () => {
    const { value, problems } = await bring(bytes);
    assert.equal(value, undefined);
    const errors = problems.filter(({ severity }: Problem) => severity === 'error');
    assert.deepEqual(
      errors.map(({ rule }) => rule),
      ['import-refused'],
    );
    assert.match(errors[0]?.reason ?? '', reason);
  });

test('entities of a document type are never read', async () => {
  const evil = '<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY lol "lol">]>';
  const { value } = await bring(
    packZip({
      ...book,
      'content.opf': evil + opf.replace('<dc:language>', '<dc:publisher>&x;&lol;</dc:publisher><dc:language>'),
    }),
  );
  assert.ok(value);
  assert.doesNotMatch(value.manuscript.bookFile?.text ?? '', /root:|lollol/);
});

test('a page that calls itself .epub is a page, and an EPUB that calls itself .txt is an EPUB', async () => {
  const page = await bring(Buffer.from('<!doctype html><p>Words.'), 'a.epub');
  assert.equal(page.value?.manuscript.files[0]?.text, 'Words.\n');
  assert.equal((await bring(packZip(book), 'b.txt')).value?.manuscript.files.length, 2);
});

test('an author is one wherever the package names him, whatever else he did; pages of its list begin where it says', async () => {
  const people =
    '<dc:contributor id="c">Bea Ray</dc:contributor><meta property="role" refines="#c">ill</meta><dc:creator id="a">Ann Lee</dc:creator><meta property="role" refines="#a">ann</meta><meta property="role" refines="#a">aut</meta>';
  const { value, problems } = await bring(
    packZip({
      ...book,
      'content.opf': opf.replace(/<dc:creator.*?<\/dc:contributor>/s, people),
      'toc.ncx': ncx.replace(
        '</ncx>',
        '<pageList><pageTarget><navLabel><text>7</text></navLabel><content src="text/split_001.html#p7"/></pageTarget></pageList></ncx>',
      ),
      'text/split_001.html': '<html><body><p>It went <a id="p7">7</a>on.</p></body></html>',
    }),
  );
  assert.ok(value, JSON.stringify(problems));
  assert.match(
    value.manuscript.bookFile?.text ?? '',
    /author: Ann Lee\ncontributors:\n {2}- name: Bea Ray\n {4}role: illustrator\n/,
  );
  assert.match(value.manuscript.files.map(({ text }) => text).join(''), /It went \[\]\{\.pagebreak title="7"\}on\./);
});

test('words, lines and paragraphs of another language keep it; the author’s name below the title is left to the title page', async () => {
  const { value, problems } = await bring(
    packZip({
      ...book,
      'text/split_000.html':
        '<body><h1 id="c1">The Lamp</h1><p>by Ann Quoin</p><p>A <i xml:lang="fr">lampe</i>, <span lang="en-GB">bright</span>.</p><p lang="de">Es war hell.</p></body>',
    }),
  );
  assert.ok(value, JSON.stringify(problems));
  assert.match(
    value.manuscript.files[0]?.text ?? '',
    /^# The Lamp\n\nA \[\*lampe\*\]\{lang=fr\}, bright\.\n\n::: \{lang=de\}\nEs war hell\.\n:::\n/,
  );
});

const directions: readonly (readonly [string, string, Readonly<Record<string, string>>, RegExp, boolean])[] = [
  [
    'lines from top to bottom',
    'ja',
    { 'style.css': 'html { -epub-writing-mode: vertical-rl }' },
    /^writing-mode: vertical-rl$/m,
    false,
  ],
  ['Hebrew, which says it by its language', 'he', {}, /^lang: he$/m, false],
  [
    'pages that say it themselves',
    'en',
    { 'text/split_001.html': '<html dir="rtl"><body><p>It went.</p></body></html>' },
    /^dir: rtl$/m,
    false,
  ],
  ['lines from left to right', 'zh', {}, /^lang: zh$/m, true],
];
for (const [what, lang, files, key, isTold] of directions)
  test(`pages that turn from right to left: ${what}`, async () => {
    const turned = opf.replace('<spine', '<spine page-progression-direction="rtl"').replace('>en<', `>${lang}<`);
    const { value, problems } = await bring(packZip({ ...book, ...files, 'content.opf': turned }));
    const yaml = value?.manuscript.bookFile?.text ?? '';
    assert.match(yaml, key);
    assert.equal(/^(?:dir|writing-mode)/m.test(yaml), !/lang/.test(key.source));
    assert.equal(
      problems.some(({ reason }) => reason.startsWith('The pages of the EPUB turn')),
      isTold,
    );
  });

test('a title page that says more than the press’s own stays, without its title; a page called after an epigraph is one', async () => {
  const page = (body: string) => `<html><body>${body}</body></html>`;
  const { value, problems } = await bring(
    packZip({
      ...book,
      'titlepage.xhtml': page('<h1>The Lamp</h1><h2>Ann Quoin</h2><p>Some rights reserved.</p>'),
      'text/split_000.html': page('<p>Light is short.</p>'),
      'text/split_001.html': page('<h2>Dark</h2><p><span class="dropcap"> I </span>t went on.</p>'),
      'toc.ncx': ncx.replace('>One<', '>Epigraph page<'),
    }),
  );
  assert.ok(value, JSON.stringify(problems));
  const files = Object.fromEntries(value.manuscript.files.map(({ path, text }) => [path, text]));
  assert.equal(files['copyright.md'], 'Some rights reserved.\n');
  assert.equal(files['epigraph.md']?.replace(/^---.*?---\n\n/s, ''), 'Light is short.\n');
  assert.equal(files['chapter-1.md'], '# Dark\n\nIt went on.\n');
});

test('the words of Project Gutenberg in an EPUB are a page at the end', async () => {
  const { value, problems } = await bring(
    packZip({
      ...book,
      'text/split_000.html':
        '<html><body><pre>The EBook of The Lamp\n\n*** START OF THIS PROJECT GUTENBERG EBOOK THE LAMP ***</pre><h4>Project Gutenberg has two editions of this book, and this is the newer of them.</h4><table><tr><td><a href="https://www.gutenberg.org/files/9/9-h.htm">9</a></td></tr></table><h2 id="c1">One</h2><p>It was dark.</p></body></html>',
    }),
  );
  assert.ok(value, JSON.stringify(problems));
  const files = Object.fromEntries(value.manuscript.files.map(({ path, text }) => [path, text]));
  assert.match(files['chapter-1.md'] ?? '', /^# One\n\nIt was dark\.\n/);
  assert.match(files['colophon.md'] ?? '', /The EBook of The Lamp\n\n.*START OF THIS PROJECT[\s\S]*two editions/);
});

test('a language that programs write where nobody says one yields to the words', async () => {
  const words = 'Hujan turun sepanjang malam, dan pada pagi hari jalan itu tidak dapat dilalui lagi. ';
  const { value } = await bring(
    packZip({ ...book, 'text/split_001.html': `<html><body><p>${words.repeat(9)}</p></body></html>` }),
  );
  assert.match(value?.manuscript.bookFile?.text ?? '', /^lang: id$/m);
});

test('a language of other letters than the pages have is left to the words; a cover without bytes and an empty name to sort by are no facts', async () => {
  const page = `<html><body><h1>दीप</h1>${'<p>यो घरमा अँध्यारो छ, र दीपहरू निभेका छन् भनेर बूढी आमैले भनिन्।</p>'.repeat(6)}</body></html>`;
  const lamp = book['content.opf'] ?? '';
  const { value, problems } = await bring(
    packZip({
      ...book,
      ...Object.fromEntries(Object.keys(pages).map((name) => [name, page])),
      'cover.jpg': '',
      'content.opf': lamp
        .replace('<dc:language>en</dc:language>', '<dc:language>ar-SA</dc:language><dc:language>en-GB</dc:language>')
        .replace('opf:file-as="Quoin, Ann"', 'opf:file-as=""')
        .replace(
          '<manifest>',
          '<manifest><item id="c" href="cover.jpg" media-type="image/jpeg" properties="cover-image"/>',
        ),
    }),
  );
  assert.match(value?.manuscript.bookFile?.text ?? '', /^title: The Lamp\nauthor: Ann Quoin\nlang: ne\n/);
  assert.deepEqual([...(value?.pictures.keys() ?? [])], []);
  const told = problems.map(({ rule }) => rule);
  assert.ok(told.includes('language-guessed') && told.includes('picture-left-out'));
});
