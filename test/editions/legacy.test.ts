import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { legacyBody } from '../../scripts/editions/legacy-body.ts';
import { makeEdition } from '../../scripts/editions/make-edition.ts';
import { printXhtml } from '../../scripts/html/print-xhtml.ts';
import { repaired } from '../html/markdown.ts';
import { soup } from '../html/soup.ts';
import { ownTemplates, picture, render } from '../render/rendering.ts';
import { readEpub } from '../tools/epub.ts';
import { find, texts } from '../tools/xml.ts';
import { edit, parsed, printed, wordsOf } from './editing.ts';

test('soup keeps its words, to the character', () => {
  fc.assert(
    fc.property(soup, (source) => {
      const markup = printXhtml(repaired(source).value.children).markup;
      const made = printed(legacyBody(parsed(markup)));
      const kept = (body: string) =>
        wordsOf(parsed(body.replace(/<span class="(?:rp|counter)">[^<]*<\/span>|<rp>[^<]*<\/rp>/g, '')));
      assert.equal(kept(made), kept(markup));
    }),
    { numRuns: Number(process.env['FUZZ_RUNS'] ?? 500), seed: 9 },
  );
});

/** HTML as a body has it, and what an old device is given. */
const table: readonly (readonly [string, string])[] = [
  [
    '<section id="a" class="chapter" epub:type="chapter" role="doc-chapter" aria-label="A"><p>x</p></section>',
    '<div id="a" class="section chapter"><p>x</p></div>',
  ],
  [
    '<aside id="n" class="note" epub:type="footnote"><p><a href="#r" role="doc-backlink" title="Back">1.</a> x</p></aside>',
    '<div id="n" class="aside note"><p><a href="#r" title="Back">1.</a> x</p></div>',
  ],
  ['<p lang="fr" xml:lang="fr" dir="auto" data-x="1">x<wbr/>y</p>', '<p xml:lang="fr">xy</p>'],
  [
    '<p><mark>a</mark><time datetime="2020">b</time><u>c</u><s>d</s><bdi dir="rtl">e</bdi></p>',
    '<p><span class="mark">a</span><span class="time">b</span><span class="u">c</span><span class="s">d</span><span dir="rtl" class="bdi">e</span></p>',
  ],
  [
    '<p><ruby>漢<rt>kan</rt></ruby></p>',
    '<p><span class="ruby">漢<span class="rp">(</span><span class="rt">kan</span><span class="rp">)</span></span></p>',
  ],
  [
    '<p><ruby>漢<rp>[</rp><rt>kan</rt><rp>]</rp></ruby></p>',
    '<p><span class="ruby">漢<span class="rp">[</span><span class="rt">kan</span><span class="rp">]</span></span></p>',
  ],
  [
    '<details open="open"><summary>S</summary><p>x</p></details>',
    '<div class="details"><div class="summary">S</div><p>x</p></div>',
  ],
  [
    '<ol start="3"><li>a</li><li><p>b</p></li></ol>',
    '<ul class="counted"><li><span class="counter">3. </span>a</li><li><p><span class="counter">4. </span>b</p></li></ul>',
  ],
  [
    '<ol reversed="reversed" type="I"><li>a</li><li value="9">b</li><li>c</li></ol>',
    '<ul class="counted"><li><span class="counter">III. </span>a</li><li><span class="counter">IX. </span>b</li><li><span class="counter">VIII. </span>c</li></ul>',
  ],
  ['<ol type="a"><li>x</li></ol>', '<ol class="lower-alpha"><li>x</li></ol>'],
  [
    '<ol type="a" start="26"><li>x</li><li>y</li></ol>',
    '<ul class="counted"><li><span class="counter">z. </span>x</li><li><span class="counter">aa. </span>y</li></ul>',
  ],
  ['<blockquote>a <em>b</em><p>c</p></blockquote>', '<blockquote><div>a <em>b</em></div><p>c</p></blockquote>'],
  [
    '<table><tfoot><tr><td>f</td></tr></tfoot><tr><td>b</td></tr></table>',
    '<table><tbody><tr><td>f</td></tr></tbody><tbody><tr><td>b</td></tr></tbody></table>',
  ],
  [
    '<table><thead><tr><th scope="col">h</th></tr></thead></table>',
    '<table><tbody><tr><th scope="col">h</th></tr></tbody></table>',
  ],
  ['<dl><div><dt>t<p>u</p></dt><dd>d</dd></div></dl>', '<dl><dt>t<br/><span class="p">u</span></dt><dd>d</dd></dl>'],
  [
    '<math xmlns="http://www.w3.org/1998/Math/MathML" alttext="x squared"><msup><mi>x</mi><mn>2</mn></msup></math>',
    '<div><span class="math">x squared</span></div>',
  ],
  [
    '<p><math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi><mo>+</mo><mn>2</mn></math></p>',
    '<p><span class="math">x+2</span></p>',
  ],
  ['loose <em>words</em>', '<div>loose <em>words</em></div>'],
];

for (const [html, expected] of table) {
  test(`gives an old device ${expected}`, () => assert.equal(printed(legacyBody(parsed(html))), expected));
}

const yaml = `title: A & B
subtitle: C
authors:
  - {name: Ann Lee, file-as: "Lee, Ann"}
contributors:
  - {name: Cas, role: translator}
lang: en-GB
identifier: urn:isbn:9780000000002
publisher: P
description: E
date: 2020-05
updated: 2021-06-07
tags: [one]
rights: R
source: https://example.org/
series: {name: S, position: 2}
cover: c.png
`;
const story = { 'book.yaml': yaml, '1.md': '# One\n\n## In\n\nA[^1].\n\n[^1]: Note.\n', '2.md': '# Two\n\nB.\n' };

test('the package is that of OPF 2.0.1, and says what the book says of itself', async () => {
  const { bytes } = await edit('legacy', story, [picture('c.png')]);
  const { text, entries } = readEpub(bytes);
  const opf = text('OEBPS/content.opf');
  assert.deepEqual(texts(opf, '/opf:package/@version'), ['2.0']);
  assert.deepEqual(find(opf, '//opf:meta[@property] | //@properties | //@refines | //@prefix'), []);
  const of = (name: string) => find(opf, `//dc:${name}`).map(({ text: value, attributes }) => [value, attributes]);
  assert.deepEqual(of('title'), [
    ['A & B', {}],
    ['C', {}],
  ]);
  assert.deepEqual(of('creator'), [['Ann Lee', { 'opf:role': 'aut', 'opf:file-as': 'Lee, Ann' }]]);
  assert.deepEqual(of('contributor'), [['Cas', { 'opf:role': 'trl' }]]);
  assert.deepEqual(of('date'), [
    ['2020-05', { 'opf:event': 'publication' }],
    ['2021-06-07T00:00:00Z', { 'opf:event': 'modification' }],
  ]);
  assert.deepEqual(of('identifier'), [['urn:isbn:9780000000002', { id: 'identifier', 'opf:scheme': 'ISBN' }]]);
  for (const [name, value] of [
    ['language', 'en-GB'],
    ['publisher', 'P'],
    ['description', 'E'],
    ['rights', 'R'],
    ['source', 'https://example.org/'],
    ['subject', 'one'],
  ])
    assert.deepEqual(texts(opf, `//dc:${name}`), [value]);
  assert.deepEqual(texts(opf, '//opf:meta[@name="cover"]/@content'), ['cover-image']);
  assert.deepEqual(texts(opf, '//opf:meta[@name="calibre:series"]/@content'), ['S']);
  assert.deepEqual(texts(opf, '//opf:guide/opf:reference/@type'), ['cover', 'title-page', 'toc', 'text']);
  assert.deepEqual(texts(opf, '//opf:spine/@toc'), ['ncx']);
  assert.ok(!entries.some(({ name }) => /toc\.xhtml|modern\.css/.test(name)));
  const listed = texts(opf, '//opf:item/@href').map((href) => `OEBPS/${href}`);
  assert.deepEqual(
    entries
      .map(({ name }) => name)
      .filter((name) => name.startsWith('OEBPS/') && !name.endsWith('.opf'))
      .sort(),
    [...listed].sort(),
  );
});

test('the contents count their places, one for each place', async () => {
  const { bytes } = await edit('legacy', story, [picture('c.png')]);
  const ncx = readEpub(bytes).text('OEBPS/toc.ncx');
  assert.match(ncx, /^<\?xml[^\n]*\n<!DOCTYPE ncx PUBLIC "-\/\/NISO\/\/DTD ncx 2005-1\/\/EN"/);
  assert.deepEqual(texts(ncx, '//ncx:meta[@name="dtb:uid"]/@content'), ['urn:isbn:9780000000002']);
  assert.deepEqual(texts(ncx, '//ncx:meta[@name="dtb:depth"]/@content'), ['2']);
  assert.deepEqual(
    find(ncx, '//ncx:navPoint').map(({ attributes, text }) => [attributes['playOrder'], text.trim().split('\n')[0]]),
    [
      ['1', 'One'],
      ['2', 'In'],
      ['3', 'Two'],
    ],
  );
});

test('a note is a link there and back', async () => {
  const { publication } = await edit('legacy', story, [picture('c.png')]);
  const body = printed(publication.documents.find(({ href }) => href === 'chapter-1.xhtml')?.content);
  assert.match(body, /<a href="#chapter-1-note-1" id="chapter-1-ref-1" class="noteref">1<\/a>/);
  assert.match(
    body,
    /<div id="chapter-1-note-1" class="aside note">\n<p><a href="#chapter-1-ref-1" class="backlink"[^>]*>1\.<\/a> Note\.<\/p>/,
  );
});

test('a formula is warned of at its line', async () => {
  const files = { 'book.yaml': 'title: T\n', 'a.md': '# A\n\nB.\n\nC <math><mi>x</mi></math>.\n' };
  const { problems } = await edit('legacy', files);
  assert.deepEqual(
    problems.map(({ rule, place }) => [rule, place?.path, place?.start?.line]),
    [['legacy-replaced', 'a.md', 5]],
  );
});

test('typefaces stay, under the media types of their time', async () => {
  const { publication } = await render({ 'book.yaml': 'title: T\n', 'a.md': '# A\n\nB.\n' });
  const font = { id: 'f', href: 'fonts/f.otf', mediaType: 'font/otf', properties: [], bytes: new Uint8Array([1]) };
  const face = '@font-face { font-family: "F"; src: url("fonts/f.otf"); }';
  const sheet = { id: 's', href: 's.css', mediaType: 'text/css', properties: [], bytes: Buffer.from(face) };
  const { value } = await makeEdition('legacy', { ...publication, resources: [font, sheet] }, ownTemplates);
  assert.deepEqual(value.publication.resources, [{ ...font, mediaType: 'application/vnd.ms-opentype' }]);
  assert.ok(value.templates.get('style.css')?.includes(face));
});
