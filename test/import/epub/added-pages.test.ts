import assert from 'node:assert/strict';
import { test } from 'node:test';
import { usualLimits } from '../../../scripts/book/limits.ts';
import { importStory } from '../../../scripts/pipeline/import.ts';
import { packZip } from '../../tools/zip.ts';

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><rect width="1" height="1"/></svg>';

/** An EPUB 3 of pages; `nav` is a list of links. */
async function bring(
  pages: Readonly<Record<string, string>>,
  nav: string,
  metadata = '',
  creator = '<dc:creator>Ann Quoin</dc:creator>',
) {
  const items = Object.keys(pages).map(
    (href) => `<item id="${href}" href="${href}" media-type="application/xhtml+xml"/>`,
  );
  const opf = `<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The Lamp</dc:title>${creator}<dc:language>eng</dc:language>${metadata}</metadata><manifest>${items.join('')}<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/><item id="art" href="art.svg" properties="cover-image" media-type="image/svg+xml"/></manifest><spine>${Object.keys(
    pages,
  )
    .map((href) => `<itemref idref="${href}"/>`)
    .join('')}</spine></package>`;
  const bytes = packZip({
    'META-INF/container.xml': '<container><rootfiles><rootfile full-path="content.opf"/></rootfiles></container>',
    'content.opf': opf,
    'nav.xhtml': `<body><nav epub:type="toc"><ol>${nav}</ol></nav></body>`,
    'art.svg': svg,
    'plate.svg': svg.replace('"1" height', '"2" height'),
    ...Object.fromEntries(
      Object.entries(pages).map(([name, body]) => [
        name,
        `<html>${body.startsWith('<body') ? body : `<body>${body}</body>`}</html>`,
      ]),
    ),
  });
  const { value, problems } = await importStory({ name: 'a.epub', bytes, beside: () => undefined }, usualLimits);
  assert.ok(value, JSON.stringify(problems));
  const texts = Object.fromEntries(value.manuscript.files.map(({ path, text }) => [path, text]));
  return { texts, book: value.manuscript.bookFile?.text ?? '', problems };
}

const link = (href: string, words: string) => `<li><a href="${href}">${words}</a></li>`;

test('contents and a cover that no attribute names are left out, and a plate stands below its chapter’s heading', async () => {
  const { texts, book, problems } = await bring(
    {
      'a.html': '<p><img src="art.svg" alt="x"/></p>',
      'b.html':
        '<h1>Contents</h1><p><a href="c.html">One</a></p><p><a href="d.html">Two</a></p><p><a href="e.html">Three</a></p>',
      'c.html': '<p><img src="plate.svg" alt="A lamp"/></p>',
      'd.html': '<h1>One</h1><p>It was dark.</p>',
      'e.html': '<h1>Two</h1><p>It was darker.</p>',
    },
    link('a.html', 'Front') + link('c.html', 'One') + link('e.html', 'Two'),
  );
  assert.deepEqual(texts, {
    'chapter-1.md': '# One\n\n![A lamp](pictures/plate.svg)\n\nIt was dark.\n',
    'chapter-2.md': '# Two\n\nIt was darker.\n',
  });
  assert.match(book, /lang: en\n/);
  assert.match(problems.map(({ reason }) => reason).join(), /the page of contents “b\.html”/);
});

test('a file that holds several chapters is those; an act above them is a part', async () => {
  const { texts } = await bring(
    {
      'a.html': '<h1>Act One</h1><h2>Chapter 1</h2><p>Dark.</p><h2>Chapter 2</h2><p>Light.</p>',
      'b.html': '<h2>Sea</h2><p>A.</p><h2>Land</h2><p>B.</p>',
      'c.html': '<h1>Chapter 3</h1><h2>Scene 1</h2><p>C.</p><h2>Scene 2</h2><p>D.</p>',
    },
    link('a.html', 'Act One') + link('b.html', 'Sea') + link('b.html#x', 'Land'),
  );
  assert.deepEqual(Object.keys(texts), [
    'part-1.md',
    'chapter-1.md',
    'chapter-2.md',
    'chapter-3.md',
    'chapter-4.md',
    'chapter-5.md',
  ]);
  assert.equal(texts['part-1.md'], '# Act One\n');
  assert.equal(texts['chapter-4.md'], '# Land\n\nB.\n');
  assert.equal(texts['chapter-5.md'], '# Chapter 3\n\n## Scene 1\n\nC.\n\n## Scene 2\n\nD.\n');
});

test('what FanFicFare adds becomes facts, and lines without a key a page at the end', async () => {
  const { texts, book } = await bring(
    {
      't.html':
        '<body class="fff_titlepage"><h3><a href="https://example.org/s/1">The Lamp</a> by Ann Quoin</h3><div><b>Rating:</b> T<br/><b>Category:</b> Lamps<br/><b>Words:</b> 1,204<br/><b>Packaged:</b> 2020-01-02<br/></div></body>',
      'toc.html': '<body class="fff_tocpage"><h3>Table of Contents</h3><a href="f1.html">1. Dark</a></body>',
      'f1.html': '<body class="fff_chapter"><h3 class="fff_chapter_title">1. Dark</h3><p>It was dark.</p></body>',
      'log.html': '<body class="fff_logpage"><h3>Update Log</h3><p><b>Words:</b> <span>1,204</span></p></body>',
    },
    link('f1.html', '1. Dark'),
  );
  assert.deepEqual(Object.keys(texts), ['chapter-1.md', 'colophon.md']);
  assert.match(book, /rating: T\n/);
  assert.match(book, /fandoms: \[Lamps\]\n/);
  assert.match(texts['colophon.md'] ?? '', /\*\*Packaged:\*\* 2020-01-02/);
});

test('the EPUB of the archive is read as its page', async () => {
  const { texts, book } = await bring(
    {
      'a.html':
        '<div id="preface" class="calibre"><h2 class="toc-heading">Preface</h2><p class="message"><b>The Lamp</b><br/>Posted originally on an archive.</p><div><dl class="tags"><dt>Rating:</dt><dd>Teen</dd><dt>Fandom:</dt><dd>Lamps</dd></dl></div></div>',
      'b.html':
        '<div id="preface"><div><h1>The Lamp</h1><div class="byline">by <a rel="author" href="x">annq</a></div><p>Summary</p><blockquote><p>Of a lamp.</p></blockquote></div></div><div id="chapters"></div>',
      'c.html':
        '<div id="chapters"><h2 class="toc-heading">Part 1</h2><div><p>It was dark.<br/>\u00A0<br/>Very.</p></div></div>',
      'd.html': '<div id="chapters"><h2 class="toc-heading">Part 2</h2><div><p>Light.</p></div></div>',
      'e.html':
        '<div id="afterword"><h2 class="toc-heading">Afterword</h2><div><div id="endnotes"><p>End Notes</p><blockquote><p>Thanks.</p></blockquote></div></div></div>',
    },
    link('a.html', 'Preface'),
    '<dc:publisher>An archive</dc:publisher>',
  );
  assert.match(book, /author: annq\n/);
  assert.match(book, /publisher: An archive\n/);
  assert.match(book, /rating: Teen\n/);
  assert.equal(
    Object.values(texts).find((text) => text.startsWith('# Part 1')),
    '# Part 1\n\nIt was dark.\n\nVery.\n',
  );
  assert.equal(texts['notes.md'], '# End Notes\n\nThanks.\n');
  assert.equal(texts['summary.md'], '# Summary\n\nOf a lamp.\n');
});

test('a paragraph that says the words of a line of the contents, which leads there, is a heading; what stands above goes on', async () => {
  const { texts } = await bring(
    {
      'a.html': '<p id="one">1. The Lamp Room</p><p>It was dark.</p>',
      'b.html': '<p>It stayed dark.</p><p><a id="two"></a></p><p><i>2. The Well</i></p><p>Deep.</p>',
    },
    link('a.html#one', '1. The Lamp Room') + link('b.html#two', '2. The Well'),
  );
  assert.deepEqual(texts, {
    'chapter-1.md': '# 1. The Lamp Room\n\nIt was dark.\n\nIt stayed dark.\n',
    'chapter-2.md': '# *2. The Well*\n\nDeep.\n',
  });
});

test('a title page that says who has the rights, its title with spaces between the letters; the title again above the first chapter', async () => {
  const { texts } = await bring(
    {
      'a.html': '<h1>T H E L A M P</h1><p>Ann Quoin</p><p>Copyright 1897 by Ann Quoin. All rights reserved.</p>',
      'n.html': '<p>How these papers were found.</p>',
      'b.html': '<h1>The Lamp</h1><h2>Chapter I</h2><p>It was dark.</p><h2>Chapter II</h2><p>It was darker.</p>',
    },
    link('a.html', 'The Lamp') + link('b.html', 'The Lamp'),
  );
  assert.deepEqual(texts, {
    'chapter-1.md': '# Chapter I\n\nIt was dark.\n',
    'chapter-2.md': '# Chapter II\n\nIt was darker.\n',
    'copyright.md': 'Copyright 1897 by Ann Quoin. All rights reserved.\n',
    'preamble.md': 'How these papers were found.\n',
  });
});

test('a list of contents among other words of a page, and a licence on the last pages, are no text', async () => {
  const { texts, problems } = await bring(
    {
      'a.html':
        '<h1>The Lamp</h1><p>Edition 3.0</p><h2>Contents</h2><table><tr><td><a href="b.html">I</a></td></tr><tr><td><a href="c.html">II</a></td></tr><tr><td><a href="d.html">III</a></td></tr></table>',
      'b.html': '<h1>Chapter I</h1><p>It was dark.</p>',
      'c.html': '<h1>Chapter II</h1><p>It was darker.</p>',
      'd.html':
        '<h1>Chapter III</h1><p>It was light.</p><div>*** END OF THE PROJECT GUTENBERG EBOOK THE LAMP ***</div><div>Licence.</div>',
      'e.html': '<div>More of the licence of Project Gutenberg.</div>',
    },
    link('b.html', 'Chapter I') + link('c.html', 'Chapter II') + link('d.html', 'Chapter III'),
  );
  assert.equal(texts['preamble.md'], 'Edition 3.0\n');
  assert.equal(texts['chapter-3.md'], '# Chapter III\n\nIt was light.\n');
  assert.match(texts['colophon.md'] ?? '', /Licence\.\n\nMore of the licence/);
  assert.match(problems.map(({ reason }) => reason).join(), /Left out: the list of contents/);
});

test('lines of a title page above the chapters of its page are a page of their own, and a byline is the author where no key says it', async () => {
  const { texts, book } = await bring(
    {
      'a.html':
        '<h1>The Lamp</h1><p>By Bea Lee</p><p>To the hesitating purchaser</p><h1 id="c">1. The Inn</h1><p>It was dark.</p><h1 id="d">2. The Sea</h1><p>Deep.</p>',
    },
    link('a.html', 'The Lamp') + link('a.html#c', '1. The Inn') + link('a.html#d', '2. The Sea'),
    '',
    '',
  );
  assert.match(book, /author: Bea Lee\n/);
  assert.deepEqual(Object.keys(texts), ['preamble.md', 'chapter-1.md', 'chapter-2.md']);
  assert.equal(texts['preamble.md'], 'To the hesitating purchaser\n');
});

test('a heading that stands twice is one: another heading, or a line below the number that a site counted; a poem keeps the line that it is called by', async () => {
  const { texts, problems } = await bring(
    {
      '1.xhtml': '<h1>Dark</h1><h3>Dark</h3><p>It was dark.</p>',
      '2.xhtml': '<h1>2.Chapter 2 Light</h1><p>Chapter 2 Light<br/>It was light.</p>',
      '3.xhtml': '<h1>A lamp was lit</h1><p>A lamp was lit</p><p>It burned on.</p>',
    },
    '<li><a href="1.xhtml">Dark</a></li><li><a href="2.xhtml">2</a></li><li><a href="3.xhtml">A lamp was lit</a></li>',
  );
  assert.deepEqual(texts, {
    'chapter-1.md': '# Dark\n\nIt was dark.\n',
    'chapter-2.md': '# Chapter 2 Light\n\nIt was light.\n',
    'chapter-3.md': '# A lamp was lit\n\nA lamp was lit\n\nIt burned on.\n',
  });
  assert.equal(problems.filter(({ reason }) => reason.endsWith('taken as a heading that stood twice')).length, 2);
});

test('pages about the file before the first chapter and after the last are its copyright page and its colophon; a page over others is a part', async () => {
  const shop = '<p>A book of <a href="http://lampworks.example">Lampworks</a>, who mend books.</p>';
  const { texts, book } = await bring(
    {
      '0.xhtml': '<p>The Lamp</p><p>Ann Quoin</p><p>A story that is free. ISBN 12.</p>',
      'a.xhtml': shop,
      '1.xhtml': '<h1>Night</h1>',
      '2.xhtml': '<h2>Chapter 1</h2><p>It was dark.</p>',
      '3.xhtml': '<h1>Day</h1>',
      '4.xhtml': '<h2>Chapter 2</h2><p>It was light.</p>',
      'z.xhtml': shop,
    },
    '<li><a href="a.xhtml">About</a></li><li><a href="1.xhtml">Night</a><ol><li><a href="2.xhtml">Chapter 1</a></li></ol></li><li><a href="3.xhtml">Day</a><ol><li><a href="4.xhtml">Chapter 2</a></li></ol></li><li><a href="z.xhtml">More</a></li>',
    '<dc:publisher>Lampworks</dc:publisher>',
    '<dc:creator>Quoin, Ann</dc:creator>',
  );
  assert.deepEqual(Object.keys(texts).sort(), [
    'chapter-1.md',
    'chapter-2.md',
    'colophon.md',
    'copyright-2.md',
    'copyright.md',
    'part-1.md',
    'part-2.md',
  ]);
  assert.equal(texts['copyright.md'], 'A story that is free. ISBN 12.\n');
  assert.match(book, /^author: Ann Quoin$/m);
});

test('a word that a note explains stays, what is too small to be seen goes and is told, and a program’s word for nobody is no author', async () => {
  const { texts, book, problems } = await bring(
    {
      '1.xhtml':
        '<h1>Dark</h1><p><span style="color:white; font-size:1px">===x9</span>A <a epub:type="noteref" href="#n">lantern</a> hung there.</p><aside epub:type="footnote" id="n">A lamp that is carried.</aside>',
    },
    '<li><a href="1.xhtml">Dark</a></li>',
    '',
    '<dc:creator>Unknown</dc:creator>',
  );
  assert.equal(texts['chapter-1.md'], '# Dark\n\nA lantern[^1] hung there.\n\n[^1]: A lamp that is carried.\n');
  assert.doesNotMatch(book, /author/);
  assert.ok(problems.some(({ reason }) => reason.startsWith('Left out: words too small to be seen')));
});

test('a book that does not say the order of its pages has them as it lists them, and is told so', async () => {
  const bytes = packZip({
    'META-INF/container.xml': '<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>',
    'a.opf':
      '<package version="3.0"><metadata><dc:title>T</dc:title></metadata><manifest><item id="n" href="n.xhtml" properties="nav" media-type="application/xhtml+xml"/><item id="b" href="b.html" media-type="text/html"/><item id="c" href="c.html" media-type="text/html"/></manifest><spine/></package>',
    'n.xhtml': '<nav epub:type="toc"><a href="b.html">One</a></nav>',
    'b.html': '<h1>One</h1><p>It was dark.</p>',
    'c.html': '<h1>Two</h1><p>It was light.</p>',
  });
  const { value, problems } = await importStory({ name: 'a.epub', bytes, beside: () => undefined }, usualLimits);
  assert.deepEqual(
    value?.manuscript.files.map(({ text }) => text),
    ['# One\n\nIt was dark.\n', '# Two\n\nIt was light.\n'],
  );
  assert.ok(problems.some(({ reason }) => reason.endsWith('taken as the order of the pages')));
});

test('lines that together are a line of the contents are one heading, with the sign that stands between them there', async () => {
  const { texts } = await bring(
    {
      '1.xhtml': '<p>I</p><p>The <i>Lamp</i> &amp; the Well</p><p>It was dark.</p>',
      '2.xhtml': '<h2>II</h2><hr/><h3>THE STAIR</h3><p>It was steep.</p>',
      '3.xhtml': '<hgroup><h2>III</h2><p>A Door</p></hgroup><p>It was shut.</p>',
    },
    link('1.xhtml', 'I. The Lamp &amp; the Well') + link('2.xhtml', 'II: THE STAIR') + link('3.xhtml', 'III A Door'),
  );
  assert.deepEqual(texts, {
    'chapter-1.md': '# I. The *Lamp* & the Well\n\nIt was dark.\n',
    'chapter-2.md': '# II: THE STAIR\n\nIt was steep.\n',
    'chapter-3.md': '# III A Door\n\nIt was shut.\n',
  });
});

test('short pages before the story stand apart and under no chapter’s name; a title page is one wherever it stands among them', async () => {
  const long = `<p>${'It was dark there. '.repeat(120)}</p>`;
  const { texts, book } = await bring(
    {
      'a.xhtml': '<p>A book that <i>burns</i>.</p>',
      'b.xhtml': '<p>Ann Quoin</p><h1>The<br/>Lamp</h1><p>translated by Bo Lee</p>',
      'c.xhtml': '<p>To my cat</p>',
      'd.xhtml': '<p>All lamps go out.</p>',
      '1.xhtml': `<h2>One</h2>${long}<h3>In the Night</h3><p>Dark.</p>`,
      '2.xhtml': '<p>It went on.</p>',
      '3.xhtml': '<h2>Two</h2><p>It was light.</p>',
    },
    link('b.xhtml', 'Titelsida') + link('c.xhtml', 'For whom') + link('1.xhtml', 'One') + link('3.xhtml', 'Two'),
    '',
    '<dc:creator>Ann Quoin</dc:creator><dc:contributor id="p">Cy Scan</dc:contributor><meta property="role" refines="#p">trc</meta>',
  );
  assert.doesNotMatch(book, /Cy Scan/);
  const { 'chapter-2.md': first = '', ...others } = texts;
  assert.match(first, /^# One[\s\S]*\n## In the Night\n\nDark\.\n\nIt went on\.\n$/);
  assert.deepEqual(others, {
    'preamble.md': 'A book that *burns*.\n',
    'preamble-2.md': 'translated by Bo Lee\n',
    'chapter-1.md': '---\ntitle: For whom\n---\n\nTo my cat\n',
    'preamble-3.md': 'All lamps go out.\n',
    'chapter-3.md': '# Two\n\nIt was light.\n',
  });
  assert.match(book, /^toc-depth: 1$/m);
});

test('a letter that a typeface of symbols shows parts scenes and is told; a sentence in a list of pages is no page', async () => {
  const { texts, problems } = await bring(
    {
      '1.xhtml':
        '<h1>Dark</h1><p>A lamp went out.</p><p style="font-family: Ornaments">q</p><p id="n">A well “spoke”.</p><p>q</p>',
    },
    `${link('1.xhtml', 'Dark')}</ol></nav><nav epub:type="page-list"><ol>${link('1.xhtml#n', 'A well &quot;spoke&quot;.')}`,
  );
  assert.equal(texts['chapter-1.md'], '# Dark\n\nA lamp went out.\n\n* * *\n\nA well “spoke”.\n\nq\n');
  assert.ok(problems.some(({ reason }) => reason.includes('shows as ornaments: 1;')));
});

test('a heading that the contents lead to is the one, not a paragraph that says its words again', async () => {
  const { texts } = await bring(
    { '1.xhtml': '<h1>Dark</h1><p>Night.</p><h2 id="w">THE WELL</h2><p>Deep.</p><p>The well.</p>' },
    link('1.xhtml', 'Dark') + link('1.xhtml#w', 'The Well'),
  );
  assert.equal(texts['chapter-1.md'], '# Dark\n\nNight.\n\n## THE WELL\n\nDeep.\n\nThe well.\n');
});

test('lines of the contents without a page of their own are parts over the pages below them: works of an omnibus', async () => {
  const chapter = (words: string) => `<h2>${words}</h2><p>It was dark.</p>`;
  const under = (label: string, ...links: readonly string[]) => `<li>${label}<ol>${links.join('')}</ol></li>`;
  const { texts, problems } = await bring(
    {
      '1.xhtml': `<h1>The Harbour</h1>${chapter('Chapter 1')}`,
      '2.xhtml': chapter('Chapter 2'),
      '3.xhtml': chapter('Chapter 1'),
      '4.xhtml': chapter('Chapter 2'),
    },
    under('<a href="1.xhtml">The Harbour</a>', link('1.xhtml#c', 'Chapter 1'), link('2.xhtml', 'Chapter 2')) +
      under('<span>The Well</span>', link('3.xhtml', 'Chapter 1'), link('4.xhtml', 'Chapter 2')),
  );
  assert.deepEqual(Object.keys(texts).sort(), [
    ...['chapter-1.md', 'chapter-2.md', 'chapter-3.md', 'chapter-4.md'],
    ...['part-1.md', 'part-2.md'],
  ]);
  assert.equal(texts['part-1.md'], '# The Harbour\n');
  assert.equal(texts['part-2.md'], '# The Well\n');
  assert.equal(texts['chapter-1.md'], '# Chapter 1\n\nIt was dark.\n');
  assert.ok(problems.some(({ reason }) => reason === '“The Well” taken as the part'));
});

test('a list of contents that a program broke into pages is left out; a name in capitals below a number stays below it', async () => {
  const names = ['I', 'II', 'III'];
  const { texts, problems } = await bring(
    Object.fromEntries([
      ...names.map((name) => [`l${name}.xhtml`, `<h2>CHAPTER ${name}.</h2><p>A RACE.</p>`]),
      ...names.map((name) => [
        `${name}.xhtml`,
        `<h2>CHAPTER ${name}.</h2><p>A RACE.</p><p>${'It was dark there. '.repeat(12)}</p>`,
      ]),
    ]),
    ['l', ''].flatMap((list) => names.map((name) => link(`${list}${name}.xhtml`, `CHAPTER ${name}.`))).join(''),
  );
  assert.deepEqual(Object.keys(texts).sort(), ['chapter-1.md', 'chapter-2.md', 'chapter-3.md']);
  assert.ok(Object.values(texts).every((text) => text.includes('It was dark')));
  assert.equal(problems.filter(({ reason }) => reason.startsWith('Left out: the page of contents')).length, 3);
});

test('a last chapter with the contents of the book below it is no list, however long it is; the list is left out', async () => {
  const names = ['One', 'Two', 'Three', 'Four'].map(
    (name) => `${name}, in which a lamp goes out and nobody lights it again`,
  );
  const links = names.map((name, at) => `<tr><td><a href="c${at}.html">${name}</a></td></tr>`).join('');
  const prose = '<p>It was dark in the house, and it was darker below the stairs.</p>'.repeat(90);
  const pages = Object.fromEntries(names.map((name, at) => [`c${at}.html`, `<h2>${name}</h2>${prose}`]));
  const last = `<h2>Five</h2>${prose}<h2>Contents</h2><table><tbody>${links}</tbody></table>`;
  const { texts } = await bring({ ...pages, 'c4.html': last }, link('c0.html', names[0] ?? ''));
  assert.match(texts['chapter-5.md'] ?? '', /^# Five\n\nIt was dark/);
  assert.equal(Object.values(texts).join('').split('in which').length, 5); // once each
});

test('a list of contents that says more than the headings of its chapters is kept, one line for each link', async () => {
  const lines = [
    'Canto I. The cellar, an old quarrel, and what the lamplighter saw.',
    'Canto II. How the ferry was lost with all its lanterns.',
    'Canto III. A wedding without candles and a guest nobody asked.',
  ];
  const rows = lines.map((line, at) => `<tr><td><a href="c${at + 1}.html#t">${line}</a></td></tr>`).join('');
  const canto = (number: string) => `<h2 id="t">Canto ${number}</h2><p>It was dark.</p>`;
  const { texts } = await bring(
    {
      'a.html': `<h1>The Lamp</h1><h2>by Ann Quoin</h2><h2>Contents</h2><table><tbody>${rows}</tbody></table>`,
      ...{ 'c1.html': canto('I'), 'c2.html': canto('II'), 'c3.html': canto('III') },
    },
    link('c1.html', 'Canto I') + link('c2.html', 'Canto II') + link('c3.html', 'Canto III'),
  );
  assert.match(
    Object.values(texts).join('\n'),
    /\n\[Canto II\. How the ferry was lost with all its lanterns\.\]\(chapter-3\.md#canto-ii\)\n/,
  );
});

test('headings that the contents name are headings for each line of the same words, and where nothing says the words', async () => {
  const part = (name: string, at: number) =>
    `<p id="p${at}">${name}</p><p id="a${at}">Chapter I</p><p>It was dark.</p><p id="b${at}">2.2 Chapter II</p><p>It was darker.</p>`;
  const { texts, problems } = await bring(
    {
      'a.html': `${part('Part I', 1)}${part('Part II', 2)}`,
      'b.html':
        '<p>Of names.</p><p>– A –</p><p><a id="ay"></a>Aba came first.</p><p id="n">– B –</p><p><a id="be"></a>Baba was next.</p>',
    },
    link('a.html#p1', 'Part I') +
      ['1', '2']
        .map((at) => link(`a.html#a${at}`, 'Chapter I') + link(`a.html#b${at}`, 'Chapter II'))
        .join(link('a.html#p2', 'Part II')) +
      link('b.html', 'Names') +
      link('b.html#ay', 'Elif (A)') +
      link('b.html#be', 'Be (B)') +
      link('b.html#n', '1'),
  );
  const words = Object.values(texts).join('\n');
  assert.deepEqual(words.match(/^#+ .*/gm), [
    ...['# Part I', '# Chapter I', '# 2.2 Chapter II', '# Part II', '# Chapter I', '# 2.2 Chapter II'],
    ...['### Elif (A)', '### Be (B)'],
  ]);
  assert.match(words, /## Elif \(A\)\n\n– A –\n\nAba came first\.\n\n### Be \(B\)\n\n– B –\n/);
  const hints = problems.filter(({ reason }) => /taken as a heading/.test(reason)).map(({ reason }) => reason);
  assert.deepEqual(hints, ['“Elif (A)” taken as a heading', '“Be (B)” taken as a heading']);
});

test('headings of a title page open no chapters; its picture and other lines are a page before the story', async () => {
  const front =
    '<p><img src="plate.svg" alt="A lamp"/></p><h1>THE LAMP</h1><h3>BY</h3><h2>ANN QUOIN</h2><h4>Translated by Bo Lee</h4><h5>Printed in 1902</h5>';
  const { texts, book } = await bring(
    {
      'a.html': `${front}<hr/><p>Once upon a time it was dark.</p>${'<p>And then it was darker.</p>'.repeat(60)}<h3>The Rest</h3>`,
    },
    link('a.html', 'THE LAMP'),
  );
  assert.equal(texts['preamble.md'], '![A lamp](pictures/plate.svg)\n\nTranslated by Bo Lee\n\nPrinted in 1902\n');
  assert.match(texts['chapter-1.md'] ?? '', /^---\ntitle: THE LAMP\n---\n\nOnce upon a time it was dark\.\n/);
  assert.match(book, /author: Ann Quoin/);
  for (const title of ['<h1>The Lamp<br/>by<br/>Ann Quoin</h1>', '<h1>The Lamp</h1><h2>By Ann Quoin</h2><hr/>']) {
    const { texts: headed } = await bring(
      {
        'a.html': `${title}<p>To Bo.</p><h2 id="i">Chapter I</h2><p>Dark.</p><h2 id="ii">Chapter II</h2><p>Darker.</p>`,
      },
      link('a.html', 'The Lamp by Ann Quoin') + link('a.html#i', 'Chapter I') + link('a.html#ii', 'Chapter II'),
    );
    assert.deepEqual(headed, {
      'preamble.md': 'To Bo.\n',
      'chapter-1.md': '# Chapter I\n\nDark.\n',
      'chapter-2.md': '# Chapter II\n\nDarker.\n',
    });
  }
});

test('the first words of a poem, by which the contents call it, stay in it', async () => {
  const { texts } = await bring(
    {
      'a.html': '<h2>2</h2><p>These are the words</p><p>that we have.</p>',
      'b.html': '<h2>Lamps</h2><p>Four of them.</p>',
    },
    link('a.html', '2 These are the words…') + link('b.html', 'Lamps'),
  );
  assert.equal(texts['chapter-1.md'], '# 2\n\nThese are the words\n\nthat we have.\n');
});

test('a line of the contents in the middle of a page is no part over it; numbers of printed pages in braces are numbers', async () => {
  const dark = '<p>It was darker in the house than it had been before.</p>'.repeat(12);
  const { texts } = await bring(
    {
      'a.html': '<h2 id="a">The Lamp Seller</h2><p>Dark.</p>',
      'b.html': `<h2 id="b">The Mask</h2><p>It was im<span id="p9"></span>possible.</p>${dark}<h2 id="c">The Sign</h2><h3 id="d">One</h3>${dark}`,
      'c.html': `<h3 id="e">Two</h3><p>Dim.</p><h2 id="f">The Gate</h2><h3 id="g">One</h3>${dark}`,
      'd.html': '<h3 id="h">Two</h3><p>Open.</p>',
    },
    link('a.html#a', 'The Lamp Seller') +
      link('b.html#b', 'The Mask') +
      `<li><a href="b.html#c">The Sign</a><ol>${link('b.html#d', 'One')}${link('c.html#e', 'Two')}</ol></li>` +
      `<li><a href="c.html#f">The Gate</a><ol>${link('c.html#g', 'One')}${link('d.html#h', 'Two')}</ol></li>` +
      '</ol></nav><nav epub:type="page-list"><ol>' +
      link('b.html#p9', '{9}'),
  );
  const words = Object.values(texts).join('\n');
  assert.ok(!Object.keys(texts).some((path) => path.startsWith('part')), words);
  assert.ok(words.indexOf('The Mask') < words.indexOf('The Sign'));
  assert.match(words, /im\[\]\{[^{}]*\.pagebreak title=9\}possible|im\[\]\{[^{}]*\.pagebreak title="9"\}possible/);
});

test('a page that a program cut within a chapter goes on with it; the title of the book over the first heads none; an ornament heads nothing', async () => {
  const sentence = '<p>It was dark in the house, and nobody said a word.</p>';
  const section = (number: string) => `<h3 id="s${number}">${number}</h3>${sentence}`;
  const tale = (name: string, numbers: readonly string[]) =>
    `<h2 id="${name}">${name}</h2>${numbers.map(section).join('')}`;
  const lines = (page: string, name: string, numbers: readonly string[]) =>
    link(`${page}#${name}`, name) + numbers.map((each) => link(`${page}#s${each}`, each)).join('');
  const { texts } = await bring(
    {
      'a.html': `<h1>The Lamp</h1>${tale('Rain', ['I', 'II', 'III'])}${tale('Snow', ['I', 'II'])}`,
      'b.html': `${sentence}${section('III')}${section('IV')}${tale('Wind', ['I', 'II'])}<h3>* * *</h3>${sentence}`,
      'c.html': section('III'),
    },
    lines('a.html', 'Rain', ['I', 'II', 'III']) +
      lines('a.html', 'Snow', ['I', 'II']) +
      link('b.html#sIII', 'III') +
      lines('b.html', 'Wind', ['I', 'II']) +
      link('c.html#sIII', 'III'),
  );
  const headings = Object.entries(texts).map(([name, text]) => [name, text.match(/^#+ .*$/gm)?.join(' ')]);
  assert.deepEqual(headings, [
    ['chapter-1.md', '# Rain ## I ## II ## III'],
    ['chapter-2.md', '# Snow ## I ## II ## III ## IV'],
    ['chapter-3.md', '# Wind ## I ## II ## III'],
  ]);
  assert.match(texts['chapter-3.md'] ?? '', /\n\* \* \*\n/);
});
