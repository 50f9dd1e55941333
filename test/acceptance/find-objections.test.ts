import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findObjections } from '../../scripts/acceptance/find-objections.ts';
import { mendEpub } from '../../scripts/acceptance/mend-epub.ts';
import type { Device } from '../../scripts/acceptance/objection.ts';
import { encodeUtf8 } from '../../scripts/book/bytes.ts';
import { usualLimits } from '../../scripts/book/limits.ts';
import { readEpub } from '../tools/epub.ts';
import { packZip } from '../tools/zip.ts';

const opf = (metadata = '', manifest = '') => `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="i">urn:x</dc:identifier><dc:title>Lamp &amp; Oil</dc:title>
${metadata || '<dc:language>en</dc:language>'}</metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="one" href="one.xhtml" media-type="application/xhtml+xml"/>
<item id="style" href="style.css" media-type="text/css"/>${manifest}</manifest>
<spine><itemref idref="one"/></spine></package>`;
const page = (body: string, head = '<?xml version="1.0" encoding="UTF-8"?>') =>
  `${head}<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title></head>${body}</html>`;
const nav = page('<body><nav epub:type="toc"><ol><li><a href="one.xhtml">One &amp; two</a></li></ol></nav></body>');
const container =
  '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="E/p.opf"/></rootfiles></container>';

/** A book with these files instead of the plain ones. */
function book(files: Readonly<Record<string, string>> = {}): Uint8Array {
  const all = {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': container,
    'E/p.opf': opf(),
    'E/nav.xhtml': nav,
    'E/one.xhtml': page('<body><p>It was lit.</p></body>'),
    'E/style.css': 'p { margin: 0 }',
    ...files,
  };
  return packZip(all, ['mimetype']);
}

const judge = (bytes: Uint8Array, device: Device) => findObjections(bytes, 'b.epub', [device], usualLimits);

/** For whom, the files, what is said with its place, and what the file becomes where it is mended. */
const cases: readonly (readonly [
  Device,
  Readonly<Record<string, string>>,
  string,
  (readonly (readonly [string, string])[])?,
])[] = [
  [
    'kindle',
    { 'E/one.xhtml': page('<body><p>é</p></body>', '') },
    'E/one.xhtml:1:1 Send to Kindle: The page does not declare its encoding',
    [['E/one.xhtml', page('<body><p>é</p></body>', '<?xml version="1.0" encoding="UTF-8"?>\n')]],
  ],
  [
    'kindle',
    { 'E/one.xhtml': page('<body class="c" id="b"><p><a href="#b">up</a></p></body>') },
    'E/one.xhtml:1:153 Send to Kindle: A link leads to the body’s id “b”',
    [['E/one.xhtml', page('<body class="c"><div id="b"></div><p><a href="#b">up</a></p></body>')]],
  ],
  [
    'kindle',
    { 'E/p.opf': opf('<dc:language>en_GB</dc:language>') },
    'E/p.opf:4:1 Send to Kindle: The language is written “en_GB”',
    [['E/p.opf', opf('<dc:language>en-GB</dc:language>')]],
  ],
  [
    'kindle',
    { 'E/p.opf': opf('<dc:language>tlh</dc:language>') },
    'E/p.opf:4:1 Send to Kindle: The language “tlh” is not on Amazon’s list',
  ],
  ['kindle', { 'E/p.opf': opf(' ') }, 'E/p.opf Send to Kindle: The book does not say its language'],
  [
    'kindle',
    { 'E/one.xhtml': page('<body><p>a<img alt=""/>b</p></body>') },
    'E/one.xhtml:1:163 Send to Kindle: A picture has no address',
    [['E/one.xhtml', page('<body><p>ab</p></body>')]],
  ],
  [
    'kindle',
    { 'E/one.xhtml': page('<body><p>a<img alt="A lamp"/>b</p></body>') },
    'E/one.xhtml:1:163 Send to Kindle: A picture has no address',
  ],
  [
    'kindle',
    { 'E/style.css': '/* -- x */ p { --a: 1em; margin: var(--a); color: red }' },
    'E/style.css:1:1 Send to Kindle: The style sheet has custom properties (2) and “--” in comments (1)',
    [['E/style.css', ' p {   color: red }']],
  ],
  [
    'kindle',
    { 'E/p.opf': opf('', '<item id="w" href="w.webp" media-type="image/webp"/>'), 'E/w.webp': 'x' },
    'E/w.webp Send to Kindle: A picture is of the type image/webp',
  ],
  [
    'kindle',
    {
      'E/style.css': '.gone { display: none }',
      'E/one.xhtml': page(`<body><p class="gone">${'word '.repeat(2100)}</p></body>`),
    },
    'E/one.xhtml:1:159 Send to Kindle: 10,500 characters are hidden',
  ],
  [
    'kindle',
    { 'E/one.xhtml': page('<body><p>a&nbsp;b</p></body>') },
    'E/one.xhtml:1:163 every reader: The page names a character as HTML does',
    [['E/one.xhtml', page('<body><p>a&#160;b</p></body>')]],
  ],
  [
    'kindle',
    { 'E/one.xhtml': page('<body><p>a</body>') },
    'E/one.xhtml:1:170 every reader: The page is not well-formed',
  ],
  [
    'kindle',
    { 'E/p.opf': opf('', '<item id="x" href="x.css" media-type="text/css"/>') },
    'E/p.opf:6:58 every reader: The manifest lists “E/x.css”',
  ],
  [
    'apple',
    { 'E/style.css': 'body { color: #000; margin: 0 }' },
    'E/style.css:1:8 Apple Books: “body { color: #000 }” sets the colours',
    [['E/style.css', 'body {  margin: 0 }']],
  ],
  [
    'apple',
    { 'E/p.opf': opf('<dc:language>en</dc:language><dc:creator>A &amp; B</dc:creator>') },
    'E/p.opf:4:30 Apple Books: Several authors stand in one',
  ],
  [
    'apple',
    { 'E/one.xhtml': page('<body><p><a epub:type="noteref" href="nav.xhtml#n">1</a></p></body>') },
    'E/one.xhtml:1:162 Apple Books: A note stands in another file',
  ],
  [
    'kobo',
    { 'E/p.opf': opf('', '<item id="f" href="f.woff2" media-type="font/woff2"/>'), 'E/f.woff2': 'x' },
    'E/f.woff2 Kobo: The typeface is a WOFF2',
  ],
  [
    'kobo',
    { 'E/one.xhtml': page('<body><p><a epub:type="noteref" href="#fn:1">1</a></p></body>') },
    'E/one.xhtml:1:162 Kobo: A note has an id with a colon',
  ],
  [
    'old',
    { 'E/style.css': 'p { width: min(1em, 2em); margin: 0 }' },
    'E/style.css:1:5 old devices: The style sheet has functions',
    [['E/style.css', 'p {  margin: 0 }']],
  ],
  [
    'old',
    { 'E/style.css': 'body { font-size: 14px }' },
    'E/style.css:1:8 old devices: “body { font-size: 14px }”',
    [['E/style.css', 'body { }']],
  ],
  [
    'old',
    { 'E/one.xhtml': page(`<body><p>${'x'.repeat(250_000)}</p></body>`) },
    'E/one.xhtml old devices: The page has 251 kB',
  ],
];

for (const [device, files, expected, mended = []] of cases)
  test(`${expected.slice(0, 80)}`, () => {
    const { value, problems } = judge(book(files), device);
    const said = problems.map(({ place, reason }) => {
      const start = place?.start;
      return `${place?.path}${start ? `:${start.line}:${start.column}` : ''} ${reason}`;
    });
    const at = said.findIndex((each) => each.startsWith(expected));
    assert.ok(at >= 0, said.join('\n'));
    if (!value) throw new Error('Unexpected refusal, expected a book');
    const objection = value.objections[at];
    assert.equal(objection?.edits !== undefined, mended.length > 0);
    if (!objection || mended.length === 0) return;
    const made = readEpub(mendEpub(value.parts, [objection])?.bytes ?? new Uint8Array());
    for (const [path, text] of mended) assert.equal(made.text(path), text);
  });

test('an NCX is made of the navigation document, and the book then has nothing that old devices lose', () => {
  const cover = '<item id="c" href="c.jpg" media-type="image/jpeg" properties="cover-image"/>';
  const { value } = judge(book({ 'E/p.opf': opf('', cover), 'E/c.jpg': 'x' }), 'old');
  const mended = value && mendEpub(value.parts, value.objections)?.bytes;
  if (!mended) throw new Error('Unexpected refusal, expected a mended book');
  const made = readEpub(mended);
  assert.match(made.text('E/p.opf'), /<spine toc="ncx-for-older-readers">/);
  assert.match(made.text('E/p.opf'), /<meta name="cover" content="c"\/><\/metadata>/);
  const ncx = made.text('E/toc-for-older-readers.ncx');
  assert.match(ncx, /<docTitle><text>Lamp &amp; Oil<\/text>/);
  assert.match(ncx, /playOrder="1"><navLabel><text>One &amp; two<\/text><\/navLabel><content src="one\.xhtml"\/>/);
  assert.deepEqual(judge(mended, 'old').problems, []);
});

test('a plain book is taken by all, and what is no EPUB is told', () => {
  const { problems } = judge(book(), 'kindle');
  assert.deepEqual(problems, []);
  assert.equal(judge(encodeUtf8('no zip'), 'kindle').problems[0]?.rule, 'book-damaged');
  assert.equal(judge(book({ 'META-INF/container.xml': '<x/>' }), 'kindle').problems[0]?.rule, 'book-damaged');
});

test('words that would change are never written', () => {
  const { value } = judge(book(), 'kindle');
  if (!value) throw new Error('Unexpected refusal, expected a book');
  const edits = [{ path: 'E/one.xhtml', start: 162, end: 168, text: '' }];
  const wrong = { device: 'kindle', weight: 'lost', path: 'E/one.xhtml', reason: '', hint: '', edits } as const;
  assert.throws(() => mendEpub(value.parts, [wrong]), /Unexpected change of words/);
});
