/** Ordinary pages, books and documents that were refused whole, or came in without a part and without a word about it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { usualLimits } from '../../scripts/book/limits.ts';
import { importStory } from '../../scripts/pipeline/import.ts';
import { importFile } from '../tools/import-file.ts';
import { need, root } from '../tools/need.ts';
import { packZip } from '../tools/zip.ts';

const png = readFileSync(join(root, 'test/import/stories/word-styles/expected/pictures/image1.png'));

async function bring(name: string, bytes: Uint8Array) {
  const beside = (path: string) => (path === 'lamp.png' ? png : undefined);
  const { value, problems } = await importStory({ name, bytes, beside }, usualLimits);
  const told = problems
    .filter(({ rule }) => rule !== 'structure-guessed')
    .map(({ rule, reason }) => `${rule}: ${reason}`);
  return { text: value?.manuscript.files.map((file) => file.text).join('\n') ?? '', pictures: value?.pictures, told };
}

const pages: readonly (readonly [string, string, string, RegExp?])[] = [
  [
    'a picture elsewhere between two words',
    'hello<img src="https://a.example/s.gif" alt="smile">world',
    'hello smile world',
    /is elsewhere/,
  ],
  ['a first letter that is a picture', '<img src="w.png" alt="W">hen all was done', 'When all was done', /not there/],
  ['a first letter in a box of its own', '<span><img src="w.png" alt="W"></span>hen', 'When', /not there/],
  [
    'two pictures side by side',
    'x <img src="a.png" alt="a"><img src="b.png" alt="b">',
    'x a b',
    /2 pictures are not there/,
  ],
  ['a picture in a word', 'hel<img src="lamp.png" alt="o">lo', 'hel![o](pictures/lamp.png)lo'],
  [
    'a picture in several sizes',
    '<picture><source srcset="lamp-2x.png"><img src="lamp.png" alt="A lamp"></picture>',
    '![A lamp](pictures/lamp.png)',
  ],
  [
    'a plate in a drawing',
    '<svg viewBox="0 0 9 9"><title>A lamp</title><image xlink:href="lamp.png"/></svg>',
    '![A lamp](pictures/lamp.png)',
  ],
  ['words in an object', '<object data="a.swf"><p>The words.</p></object>', 'The words.'],
  ['an object that is a picture', '<object data="lamp.png">A lamp</object>', '![A lamp](pictures/lamp.png)'],
  ['what plays', 'A<video src="a.mp4">no film</video>', 'A', /what plays or loads from elsewhere \(video\): 1/],
  ['a line break at the edge of emphasis', 'A<b><br>B</b>', 'A\\\n**B**'],
  ['code beside code', '<code>a</code><kbd>b</kbd>', '`ab`'],
  [
    'code in a word in a table',
    '<table><tr><td><code>mill</code>s</td></tr></table>',
    '<table><tbody><tr><td><code>mill</code>s</td></tr></tbody></table>',
  ],
  [
    'a note in a table without a head',
    '<table><tr><td>a<a href="#fn1">1</a></td></tr></table><p id="fn1">b</p>',
    '<table><tbody><tr><td>\n\na[^1]\n\n</td></tr></tbody></table>\n\n[^1]: b',
  ],
  ['words between items', '<ul>a <b>b</b><li>c</li></ul>', '* a **b**\n* c'],
  ['emphasis around blocks', '<i>a<p>b</p>c</i>', '*a*\n\nb\n\n*c*'],
  ['a formula whose signs read as Markdown', '<math><mi>a</mi><mo>*</mo><mi>b</mi><mo>*</mo></math>', '$a*b*$'],
  [
    'a formula that TeX cannot say, whose signs read as Markdown',
    '<math><menclose notation="top"><mo>*</mo><mi>b</mi><mo>*</mo></menclose></math>',
    '<math><menclose notation="top"><mo>\\*</mo><mi>b</mi><mo>\\*</mo></menclose></math>',
  ],
];

for (const [what, body, expected, said] of pages)
  test(`a page with ${what}`, async () => {
    const { text, told } = await bring('page.html', Buffer.from(`<!doctype html><title>T</title><body>${body}</body>`));
    assert.equal(text, `${expected}\n`);
    assert.equal(told.length, said ? 1 : 0, told.join('\n'));
    if (said) assert.match(told[0] ?? '', said);
  });

test('a page whose heading holds blocks', async () => {
  const { text } = await bring(
    'page.html',
    Buffer.from(
      '<!doctype html><body><h1><div>Chapter 1</div><div>The Door</div></h1><p>A.</p><h1>Chapter 2</h1><p>B.</p>',
    ),
  );
  assert.match(text, /^# Chapter 1 The Door\n/);
});

const epub = (page: string, more: Readonly<Record<string, Uint8Array | string>> = {}) =>
  packZip({
    'META-INF/container.xml': '<container><rootfiles><rootfile full-path="O/a.opf"/></rootfiles></container>',
    'O/a.opf':
      '<package><metadata><title>T</title></metadata><manifest><item id="c" href="cover.xhtml" media-type="application/xhtml+xml"/><item id="p" href="p.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="c"/><itemref idref="p"/></spine></package>',
    'O/p.xhtml': `<html><body><h1>One</h1>${page}</body></html>`,
    ...more,
  });

for (const address of ['http://a.example/x.png', 'file:///x.png', '/x.png', '../../x.png'])
  test(`a book whose picture is ${address} says so, and keeps its description`, async () => {
    const { text, told } = await bring('book.epub', epub(`<p>x <img src="${address}" alt="apple"/> z</p>`));
    assert.equal(text, '# One\n\nx apple z\n');
    assert.deepEqual(
      told.map((each) => each.replace(/:.*/s, '')),
      ['picture-left-out'],
    );
  });

test('the picture of a cover page that no package names is the cover', async () => {
  const cover = '<html><body><svg><image xlink:href="i/lamp.png"/></svg></body></html>';
  const { pictures } = await bring('book.epub', epub('<p>A.</p>', { 'O/cover.xhtml': cover, 'O/i/lamp.png': png }));
  assert.deepEqual([...(pictures ?? new Map()).keys()], ['cover.png']);
});

test('the cases that were found in the wild come in, and say what they lack', async (context) => {
  const shared = await need(context, 'shared');
  if (shared === undefined) return;
  // biome-ignore format: a case to a line
  const cases: readonly (readonly [string, string, boolean?])[] = [
    ['03-docx-refused-whole/deleted-footnote.docx', 't'], ['03-docx-refused-whole/fldsimple-caption.docx', 'Figure 1: a map'],
    ['03-docx-refused-whole/nbhyphen.docx', 'co‑operate'], ['03-docx-refused-whole/omath.docx', 'eq $x = 1$'],
    ['03-docx-refused-whole/ruby.docx', 'before\n\n<ruby>漢<rt>kan</rt></ruby>字'], ['03-docx-refused-whole/softhyphen.docx', 'cooperate'],
    ['03-docx-refused-whole/sym-glued.docx', 'a☺b'],
    ['03-docx-refused-whole/vmerge-text.docx', '<table><tbody><tr><td rowspan="2"><p>top</p><p>under</p></td></tr><tr></tr></tbody></table>'],
    ['04-lost-in-silence/altchunk.docx', 'before\n\nafter', true], ['04-lost-in-silence/epub-remote.epub', '# One\n\nx apple z', true],
    ['04-lost-in-silence/linked.docx', 'pic ALTWORDS\n\nafter', true], ['04-lost-in-silence/missing.docx', 'pic ALTWORDS\n\nafter', true],
    ['04-lost-in-silence/textbox.docx', 'main\n\nBOXWORDS'],
    ['05-missing-picture-touching-a-word-refuses-all/dropcap.html', '## One\n\nWhen all was done they left the house.', true],
    ['05-missing-picture-touching-a-word-refuses-all/dropcap-webp.epub', '# One\n\n![W](pictures/w.webp)hen all was done.'],
    ['05-missing-picture-touching-a-word-refuses-all/smiley.html', '## One\n\nhello smile world, a long story.', true],
    ['05-missing-picture-touching-a-word-refuses-all/two.epub', '# One\n\nx a b', true],
  ];
  for (const [name, expected, isTold = false] of cases) {
    const { value, problems } = await importFile(join(shared, 'cases/hostile', name));
    assert.equal(value?.manuscript.files.map((file) => file.text).join('\n'), `${expected}\n`, name);
    assert.equal(
      problems.some(({ rule }) => rule === 'picture-left-out' || rule === 'import-left-out'),
      isTold,
      name,
    );
  }
});

test('a part of a page is a page where its name says so, and a story that opens with a tag is none', async () => {
  const part = Buffer.from('<h3>Chapter 1</h3><div><p>It <i>rained</i>.</p></div>');
  assert.equal((await bring('chapter.html', part)).text, '# Chapter 1\n\nIt *rained*.\n');
  assert.match((await bring('chapter.txt', part)).text, /\\<h3>/);
});
