import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ImportedManuscript } from '../../../scripts/pipeline/import.ts';
import { makeFiles, makeFolder } from '../../tools/folder.ts';
import { importFile } from '../../tools/import-file.ts';

/** Brings a page in, and gives its files by path. */
async function imported(html: string, beside: Readonly<Record<string, string | Uint8Array>> = {}): Promise<Files> {
  const folder = makeFiles({ ...beside, 'page.html': html });
  const { value, problems } = await importFile(join(folder, 'page.html'));
  if (!value) throw new Error(JSON.stringify(problems, undefined, 1));
  return manuscriptBytes(value);
}

type Files = Readonly<Record<string, string>>;

const manuscriptBytes = ({ manuscript: { files, bookFile } }: ImportedManuscript): Files =>
  Object.fromEntries([...files, ...(bookFile ? [bookFile] : [])].map(({ path, text }) => [path, text]));

const page = (body: string, head = '') =>
  `<!DOCTYPE html><html lang="en"><head><title>Page</title>${head}</head><body>${body}</body></html>`;

const cases: readonly (readonly [string, string])[] = [
  ['<p>echo $[a@] <i>b</i>]$ and x^*y*^</p>', 'echo \\$\\[a@] *b*]$ and x\\^\\*y\\*^'],
  ['<p>So <s><del lang="fr">“one?”</del></s> so.</p>', 'So ~~[“one?”]{lang=fr}~~ so.'],
  [
    '<p>So <i lang="fr">[one](two)</i> and <span style="font-variant: small-caps">a] b</span>.</p>',
    'So [*\\[one\\](two)*]{lang=fr} and [a\\] b]{.smallcaps}.',
  ],
  ['<p>One <i>two</i> <b>three</b>.</p>', 'One *two* **three**.'],
  ['<div>One<br><br>Two</div>', 'One\n\nTwo'],
  ['<p>One<em> two </em>three</p>', 'One *two* three'],
  ['<p>Roses<br/>are red</p>', 'Roses\\\nare red'],
  ['<p>A</p><p align="center">* * *</p><p>B</p>', 'A\n\n* * *\n\nB'],
  ['<p>A</p><p class="scene-break">&nbsp;❦&nbsp;</p><p>B</p>', 'A\n\n* * *\n\nB'],
  ['<p>A</p><hr><p>B</p>', 'A\n\n* * *\n\nB'],
  ['<p><span style="font-style: italic">so</span> <span class="x9" id="y">plain</span></p>', '*so* plain'],
  ['<ul><li>One</li><li>Two</li></ul>', '* One\n* Two'],
  ['<blockquote>Said</blockquote>', '> Said'],
  ['<p>H<sub>2</sub>O *not* _this_ #1</p>', 'H<sub>2</sub>O \\*not\\* \\_this\\_ #1'],
  ['<p>A<script>evil()</script><style>p{}</style></p>', 'A'],
  [
    '<p>Note<a href="#fn1" id="r1"><sup>1</sup></a></p><ol><li id="fn1">Said so. <a href="#r1">↩</a></li></ol>',
    'Note[^1]\n\n[^1]: Said so.',
  ],
  ['<p><a href="https://example.org/">out</a> <a href="javascript:x()">in</a></p>', '[out](https://example.org/) in'],
  ['<table><tr><th>A</th></tr><tr><td>b</td></tr></table>', '| A |\n| - |\n| b |'],
  ['<dl><dt><b lang="fr">Qui :</b></dt><dd>Ann</dd></dl>', '**[Qui :]{lang=fr}** Ann'],
  ['<dl><dt>Rating:</dt><dd>General</dd></dl>', '**Rating:** General'],
  [
    '<style>.c1 { font-style: italic } span.c2 { font-variant: small-caps }</style><p class="c1">So</p><p><span class="c2">Keep <b>out</b></span></p><p>B</p>',
    '*So*\n\n[Keep **out**]{.smallcaps}\n\nB',
  ],
  [
    '<p>He stood <span class="pagenum" id="Page_12">[Pg 12]</span>still.</p><div role="doc-pagebreak" id="p13">13</div><p>On.</p>',
    'He stood []{.pagebreak title="12"}still.\n\n[]{.pagebreak title="13"}On.',
  ],
  ['<p>On <span class="page-number">twelve</span> <span class="x">12</span></p>', 'On twelve 12'],
  [
    '<p>A</p><div class="poem"><div class="stanza"><span class="i0">One,<br></span><span class="i2">two;<br></span></div><div class="stanza"><p class="i0">Three.</p></div></div>',
    'A\n\n:::verse\nOne,\n  two;\n\nThree.\n:::',
  ],
  [
    '<blockquote epub:type="z3998:verse"><p><span>One,</span><br><span class="i1">two;</span></p><p><span>- three</span><br><span>1. four.</span></p><cite>Ann</cite></blockquote><p>B</p>',
    ':::verse\nOne,\n  two;\n\n\\- three\n1\\. four.\n:::\n\n*Ann*\n\nB',
  ],
  [
    '<p class="poem_line">One,</p><p class="poem_line" style="margin-left: 2em">two.</p><p class="poem_line">Three.</p><p>A</p>',
    ':::verse\nOne,\n  two.\nThree.\n:::\n\nA',
  ],
  ['<p class="poem">Only one line</p>', 'Only one line'],
  [
    '<style>.c { text-align: center }</style><p class="c">So <b>it</b></p><p align="right">Ann</p><center>Mid<br>way</center>',
    '-> So **it** <-\n\n-> Ann ->\n\n-> Mid\\\nway <-',
  ],
  [
    '<table><tr><td style="color:red;text-align:right">9</td><td align="center" width="9">8</td></tr></table>',
    '<table><tbody><tr><td style="text-align: right">9</td><td align="center">8</td></tr></tbody></table>',
  ],
  [
    '<div align="center"><blockquote><p>One</p></blockquote><hr><p>-> two <-</p></div>',
    '> -> One <-\n\n* * *\n\n-> -> two <- <-',
  ],
  [
    '<p>A <span dir="rtl">שלום</span></p><p dir="rtl">שלום</p><p dir="rtl" align="right">רב</p><p dir="ltr">B</p>',
    'A [שלום]{dir=rtl}\n\n::: {dir=rtl}\nשלום\n\nרב\n:::\n\nB',
  ],
  [
    '<div dir="rtl"><p>שלום</p><p>רב <span dir="rtl">לך</span></p></div><p dir="ltr">B</p>',
    'שלום\n\nרב לך\n\n::: {dir=ltr}\nB\n:::',
  ],
  [
    '<p style="font-variant: small-caps">Keep <i>out</i></p><p style="text-decoration: underline">B</p><p>C <span style="text-decoration: underline">D</span></p>',
    '[Keep *out*]{.smallcaps}\n\nB\n\nC [D]{.underline}',
  ],
  [
    '<p>A</p><p>B</p><p>&nbsp;</p><p>C</p><p align="center">&nbsp;</p><p align="center">D</p><p></p><p>E</p>',
    'A\n\nB\n\n* * *\n\nC\n\n-> D <-\n\nE',
  ],
  ['<p>A</p><p>&nbsp;</p><p>B</p><p><br></p><p>C</p>', 'A\n\nB\n\nC'],
  [
    '<p>Said<a epub:type="noteref" href="#n">1</a> and 1<a epub:type="noteref" href="#m">[2]</a></p><aside epub:type="footnote" id="n"><p>1 For a year.</p></aside><aside epub:type="footnote" id="m"><p><b>[2]</b> 20 days.</p></aside>',
    'Said[^1] and 1[^2]\n\n[^1]: For a year.\n\n[^2]: 20 days.',
  ],
];

for (const [given, expected] of cases)
  test(`a page’s ${given}`, async () => {
    const files = await imported(page(given));
    assert.equal(files['chapter-1.md'], `${expected}\n`);
  });

test('an article is kept, the menus around it are not; a picture beside it comes along', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><rect width="1" height="1"/></svg>';
  const files = await imported(
    page(
      '<nav>Home About</nav><article><h1>The Lamp</h1><p>By <a rel="author" href="/ann">Ann</a></p><h2>One</h2><p>Dark.</p><figure><img src="files/a%20lamp.svg" alt="A lamp"><figcaption>Lit</figcaption></figure><h2>Epilogue</h2><p>Light.</p></article><footer>© Us</footer>',
    ),
    { 'files/a lamp.svg': svg },
  );
  assert.deepEqual(Object.keys(files).sort(), ['book.yaml', 'chapter-1.md', 'epilogue.md'].sort());
  assert.match(files['book.yaml'] ?? '', /^title: The Lamp\nauthor: Ann\nlang: en\n/);
  assert.equal(files['chapter-1.md'], '# One\n\nDark.\n\n![A lamp](pictures/a-lamp.svg "Lit")\n');
  assert.equal(files['epilogue.md'], '# Epilogue\n\nLight.\n');
});

test('a page of the archive gives facts, preface, chapters and afterword', async () => {
  const files = await imported(
    page(`<div id="preface"><p class="message"><b>The Lamp</b><br/>Posted originally at <a href="http://archive.example/works/12">http://archive.example/works/12</a>.</p>
<div class="meta"><dl class="tags"><dt>Rating:</dt><dd><a href="/t">General Audiences</a></dd><dt>Fandom:</dt><dd><a href="/f">Lamps, Old</a></dd>
<dt>Language:</dt><dd>English</dd><dt>Series:</dt><dd>Part 2 of <a href="/s">Lights</a></dd><dt>Stats:</dt><dd>Published: 2020-01-02 Completed: 2020-03-04 Words: 9 Chapters: 2/2</dd></dl>
<h1>The Lamp</h1><div class="byline">by <a rel="author" href="/u">Ann</a></div><p>Summary</p><blockquote class="userstuff"><p>A lamp.</p></blockquote>
<p>Notes</p><blockquote class="userstuff"><p>For Bea.</p></blockquote></div></div>
<div id="chapters" class="userstuff"><div class="meta group"><h2 class="heading">Chapter 1: Dark</h2><p>Chapter Notes</p><blockquote class="userstuff"><p>Short.</p></blockquote></div>
<div class="userstuff"><p>It was <em>dark</em>.</p></div><div class="meta group"><h2 class="heading">Chapter 2: Light</h2></div><div class="userstuff"><p>It was light.</p></div></div>
<div id="afterword"><p class="message">Please comment.</p><div id="endnotes"><p>End Notes</p><blockquote class="userstuff"><p>Thanks.</p></blockquote></div></div>`),
  );
  assert.equal(
    files['book.yaml'],
    'title: The Lamp\nauthor: Ann\nlang: en\ndescription: A lamp.\ndate: 2020-01-02\nupdated: 2020-03-04\nseries:\n  name: Lights\n  position: 2\nsource: "http://archive.example/works/12"\nrating: General Audiences\nfandoms: ["Lamps, Old"]\nstatus: Complete\nchapters: 2/2\nwords: true\n',
  );
  assert.equal(files['chapter-1.md'], '# Chapter 1: Dark\n\n:::note\nShort.\n:::\n\nIt was *dark*.\n');
  assert.equal(
    files['colophon.md'],
    '**The Lamp**\\\nPosted originally at <http://archive.example/works/12>.\n\nPlease comment.\n',
  );
  assert.equal(files['notes.md'], '# End Notes\n\nThanks.\n');
});

test('a link to a place in the page finds it again: a heading, a word, a paragraph in another chapter', async () => {
  const files = await imported(
    page(
      '<h1 id="one">One</h1><p>To <a href="#two">two</a>, <a href="#here">here</a>, <a href="#there">there</a> and <a href="#gone">nowhere</a>. <span id="here">Here.</span></p><h1 id="two">The Second</h1><a name="there"></a><p>There. <a href="#one">Up</a></p>',
    ),
  );
  assert.equal(
    files['chapter-1.md'],
    '# One\n\nTo [two](chapter-2.md#the-second), [here](#here), [there](chapter-2.md#there) and nowhere. <span id="here"></span>Here.\n',
  );
  assert.equal(files['chapter-2.md'], '# The Second\n\n<span id="there"></span>There. [Up](chapter-1.md#one)\n');
});

test('a picture that is not there leaves its alternative text, and a warning', async () => {
  const folder = makeFiles({ 'page.html': page('<p>A <img src="lamp.png" alt="lamp"> burns.</p>') });
  const { value, problems } = await importFile(join(folder, 'page.html'));
  assert.ok(value);
  assert.equal(manuscriptBytes(value)['chapter-1.md'], 'A lamp burns.\n');
  assert.deepEqual(
    problems
      .filter(({ severity }) => severity !== 'hint')
      .map(({ rule, place }) => `${place?.path}:${place?.start?.line} ${rule}`),
    ['page.html:1 picture-left-out'],
  );
});

test('headings, byline, notes and end that were made by hand are found', async () => {
  const files = await imported(
    page(
      '<p align="center"><b>The Lamp</b></p><p>by Ann Quoin</p><p>Rating: T<br>Fandom: Lamps</p><p><b>A/N:</b> For <i>Bea</i>.</p><p><b>Chapter One</b></p><p>A/N: Sorry.</p><hr><p>Dark.</p><p><b>KEEP OUT</b></p><p>Darker.</p><p><b>Chapter Two</b></p><p>Light.</p><p>Lighter.</p><p><u>The End</u></p><p>Notes: Thanks.</p>',
    ),
  );
  assert.equal(files['book.yaml'], 'title: The Lamp\nauthor: Ann Quoin\nlang: en\nrating: T\nfandoms: [Lamps]\n');
  assert.equal(files['preface.md'], '# A/N\n\nFor *Bea*.\n');
  assert.equal(files['chapter-1.md'], '# Chapter One\n\n> **A/N:** Sorry.\n\nDark.\n\n**KEEP OUT**\n\nDarker.\n');
  assert.equal(files['chapter-2.md'], '# Chapter Two\n\nLight.\n\nLighter.\n\nThe End\n');
  assert.equal(files['notes.md'], '# Notes\n\nThanks.\n');
});

test('a page that nests without end is one clear problem', async () => {
  const folder = makeFolder();
  writeFileSync(join(folder, 'deep.html'), page('<div>'.repeat(200_000)));
  const { value, problems } = await importFile(join(folder, 'deep.html'));
  assert.equal(value, undefined);
  assert.deepEqual(
    problems.map(({ rule }) => rule),
    ['nesting-too-deep'],
  );
});

test('one chapter of the archive with headings of its own is one chapter', async () => {
  const files = await imported(
    page(
      '<div id="preface"><h1>The Lamp</h1></div><div id="chapters"><h2 class="heading">Chapter 1: Dark</h2><p>A</p><h3>Dusk</h3><p>B</p><h3>Night</h3><p>C</p></div>',
    ),
  );
  assert.equal(files['chapter-1.md'], '# Chapter 1: Dark\n\nA\n\n## Dusk\n\nB\n\n## Night\n\nC\n');
});

test('a note that two chapters refer to stands in both; one that was left out with a menu is referred to no more', async () => {
  const noted = '<a href="#fn1"><sup>1</sup></a>';
  const files = await imported(
    page(
      `<h2>One</h2><p>A${noted}</p><h2>Two</h2><p>B${noted} C<a href="#fn2"><sup>2</sup></a></p><p id="fn1">Said so.</p><nav><p id="fn2">Home</p></nav>`,
    ),
  );
  assert.equal(files['chapter-1.md'], '# One\n\nA[^1]\n\n[^1]: Said so.\n');
  assert.equal(files['chapter-2.md'], '# Two\n\nB[^1] C\n\n[^1]: Said so.\n');
});

test('a line above the title of a page, and its chapters, is a preamble and no chapter', async () => {
  const chapters = [1, 2].map((number) => `<h2>Chapter ${number}</h2><p>The rain came down.</p><p>It went on.</p>`);
  const files = await imported(page(`<p>Ann Example, in November.</p><h1>The Mill</h1>${chapters.join('')}`));
  assert.deepEqual(Object.keys(files).sort(), ['book.yaml', 'chapter-1.md', 'chapter-2.md', 'preamble.md']);
  assert.equal(files['preamble.md']?.trim(), 'Ann Example, in November.');
  assert.match(files['book.yaml'] ?? '', /^title: The Mill$/m);
});

const chapters = '<h2>CHAPTER I.<br>FIRE</h2><p>Warm.</p><h2>CHAPTER II.<br>COAT</h2><p>Cold.</p>';
const start =
  'Title: The Mill\n\nAuthor: Ann Lee\n\nTranslator: Bea Ray\n\nLanguage: French\n\n*** START OF THE PROJECT GUTENBERG EBOOK THE MILL ***';
const mark = (kind: string) => `*** ${kind} OF THE PROJECT GUTENBERG EBOOK THE MILL ***`;
const section = (words: string) =>
  `<section class="pg-boilerplate"><h2>The eBook of The Mill</h2><p><strong>Title</strong>: The Mill</p><p><strong>Author</strong>: Ann Lee</p><div>${words}</div></section>`;

const titled: readonly (readonly [string, string, RegExp])[] = [
  [
    'of Gutenberg with its facts in a pre',
    `<pre>${start}</pre><h1>THE MILL</h1><h3>By</h3><h2>ANN LEE</h2>${chapters}<pre>${mark('END')}</pre>`,
    /^title: The Mill\nauthor: Ann Lee\ncontributors:\n {2}- name: Bea Ray\n {4}role: translator\nlang: fr\n/,
  ],
  [
    'of Gutenberg with its facts in a section',
    `${section(mark('START'))}<h1>THE MILL</h1><div class="ph2">by Ann Lee</div>${chapters}${section(mark('END'))}`,
    /^title: The Mill\nauthor: Ann Lee\nlang: en\n/,
  ],
  [
    'whose title stands in several headings',
    `<h1>THE</h1><h1>MILL</h1><h1>BY THE SEA</h1><h3>BY</h3><h2>ANN LEE</h2>${chapters}`,
    /^title: THE MILL BY THE SEA\nauthor: ANN LEE\nlang: en\n/,
  ],
  [
    'whose author stands in a heading',
    `<h1>The Mill</h1><h3>A Tale</h3><h2>by Ann Lee</h2>${chapters}`,
    /^title: The Mill\nsubtitle: A Tale\nauthor: Ann Lee\nlang: en\n/,
  ],
];

for (const [what, body, facts] of titled)
  test(`a page ${what} has title, author and chapters`, async () => {
    const files = await imported(page(body));
    assert.match(files['book.yaml'] ?? '', facts);
    assert.equal(files['chapter-1.md'], '# CHAPTER I. FIRE\n\nWarm.\n');
    assert.equal(files['chapter-2.md'], '# CHAPTER II. COAT\n\nCold.\n');
    assert.equal('colophon.md' in files, body.includes('GUTENBERG'));
  });

test('parts and chapters of one level are no title', async () => {
  const files = await imported(page('<h1>Part One</h1><h1>Chapter 1</h1><p>A</p><h1>Chapter 2</h1><p>B</p>'));
  assert.match(files['book.yaml'] ?? '', /^title: Page\n/);
  assert.equal(files['part-1.md'], '# Part One\n');
});

test('of a page with menus the part with nearly all the prose is the story; a page that somebody typed stays whole', async () => {
  const link = (at: number) => `<li><a href="https://news.example/${at}">Another story, number ${at}</a></li>`;
  const menu = `<div class="top"><ul>${[1, 2, 3, 4, 5, 6, 7, 8].map(link).join('')}</ul></div>`;
  const prose =
    '<p>It was dark in the harbour, and nobody said a word about it until the morning came and the lamps went out.</p>';
  const site = await imported(
    page(`${menu}<div><h1>The Lamp</h1><div>${prose}${prose}</div></div><div id="comments">${prose}</div>`),
  );
  assert.equal(site['chapter-1.md'], `${prose.slice(3, -4)}\n\n${prose.slice(3, -4)}\n`);
  const typed = await imported(
    page(`<h1>The Lamp</h1><div>${prose}${prose}</div><p><a href="https://a.example/">Home</a></p>`),
  );
  assert.match(typed['chapter-1.md'] ?? '', /^## The Lamp\n\nIt was.*\[Home\]/s);
});

test('a table that only places parts of a page is its parts; a dot that waits for a picture is none', async () => {
  const files = await imported(
    page(
      '<table><tr><td><h2>One</h2><p>Dark.</p></td></tr><tr><td><table><tr><td><p>Light.</p></td></tr></table><img src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==" alt="lamp"></td></tr></table>',
    ),
  );
  assert.equal(files['chapter-1.md'], '## One\n\nDark.\n\nLight.\n\nlamp\n');
});

test('a list of contents with links to its places is left out; the book makes its own', async () => {
  const links = ['one', 'two', 'three'].map((id) => `<li><a href="#${id}">${id}</a></li>`).join('');
  // FanFicFare has its headings in anchors.
  for (const [start, end] of [
    ['', ''],
    ['<a name="TOCTOP">', '</a>'],
  ]) {
    const files = await imported(
      page(
        `${start}<h2>Table of Contents</h2>${end}<ul>${links}</ul><h2 id="one">One</h2><p>A</p><h2 id="two">Two</h2><p>B</p><h2 id="three">Three</h2><p>C</p>`,
      ),
    );
    assert.deepEqual(Object.keys(files).sort(), ['book.yaml', 'chapter-1.md', 'chapter-2.md', 'chapter-3.md']);
  }
});

test('what is left out is left out in lists of terms and in tables, too', async () => {
  const files = await imported(
    page(
      '<p>Dark.</p><dl><dt class="comments">Comments</dt><dd class="comments">12</dd><dt>Hits</dt><dd>9</dd></dl><table><tr><td>Lit<div class="share">Share</div></td><td>Dim</td></tr></table>',
    ),
  );
  assert.equal(
    files['chapter-1.md'],
    'Dark.\n\n**Hits** 9\n\n<table><tbody><tr><td>Lit</td><td>Dim</td></tr></tbody></table>\n',
  );
});

test('marked lines below a title are facts, those below a chapter’s heading stay with it', async () => {
  const chapter = (name: string) =>
    `<h2>${name}</h2><p class="subtitle">${name} again</p><p class="author">Bo</p><p>So.</p>`;
  const title = '<p class="subtitle">A tale</p><h1 class="title">The Lamp</h1><p class="subtitle">And more</p>';
  const files = await imported(page(`${title}<p class="author">Ann Lee</p>${chapter('One')}${chapter('Two')}`));
  assert.match(files['book.yaml'] ?? '', /^title: The Lamp\nsubtitle: A tale\nauthor: Ann Lee\n/);
  assert.match(Object.values(files).join('\n'), /And more.*# One\n\nOne again\n\nBo\n\nSo\.\n.*# Two\n\nTwo again/s);
});

test('headings of title pages above numbered chapters head none; a preface does, and so do names of parts', async () => {
  const chapter = (number: string) => `<h2>Chapter ${number}</h2><p>It was dark in the house. Nobody came.</p>`;
  const story = ['I', 'II', 'III'].map(chapter).join('');
  const front = '<h1>The Lamp</h1><h3>Gift edition</h3><h1>THE LAMP</h1><h4>by</h4><h2>Ann Lee</h2><h5>Saltmarsh</h5>';
  const headings = async (html: string) => {
    const files = Object.entries(await imported(page(html))).filter(([name]) => name.endsWith('.md'));
    return files.map(([name, text]) => `${name} ${text.match(/^#+ .*$/gm)?.join(' ') ?? ''}`.trim());
  };
  assert.deepEqual(await headings(`${front}<h3>Preface</h3><p>Of lamps.</p>${story}`), [
    'preamble.md',
    'preface.md # Preface',
    'chapter-1.md # Chapter I',
    'chapter-2.md # Chapter II',
    'chapter-3.md # Chapter III',
  ]);
  const parts = `<h1>Rain</h1>${story}<h1>Snow</h1>${chapter('IV')}`;
  assert.ok((await headings(parts)).includes('part-1.md # Rain'));
});

test('chapters of a part count on from any number; the stop behind a title is not the author’s', async () => {
  const chapter = (number: string) =>
    `<h2>${number}</h2><p>${'It was dark in the house, and nobody came. '.repeat(40)}</p>`;
  const part = (name: string, numbers: readonly string[]) => `<h1>Part ${name}</h1>${numbers.map(chapter).join('')}`;
  const body = part('I', ['I', 'II', 'III']) + part('II', ['IV', 'V', 'VI']);
  const files = await imported(page(body).replace('<title>Page', '<title>The Lamp, by Ann Lee.'));
  assert.match(files['book.yaml'] ?? '', /^author: Ann Lee$/m);
  assert.deepEqual(
    Object.keys(files).filter((name) => /^(?:part|chapter)/.test(name)),
    [
      'part-1.md',
      'chapter-1.md',
      'chapter-2.md',
      'chapter-3.md',
      'part-2.md',
      'chapter-4.md',
      'chapter-5.md',
      'chapter-6.md',
    ],
  );
});
