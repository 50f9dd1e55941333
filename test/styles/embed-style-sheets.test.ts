import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { themeNames } from '../../scripts/book/design.ts';
import { usualLimits } from '../../scripts/book/limits.ts';
import { problemsFromFindings } from '../../scripts/check/problems-from-findings.ts';
import { buildPath } from '../../scripts/commands/from-disk.ts';
import { openAsset } from '../../scripts/disk/package-assets.ts';
import type { BoundEdition } from '../../scripts/pipeline/bind-editions.ts';
import { refusePlugins } from '../../scripts/pipeline/plugins.ts';
import { embedStyleSheets } from '../../scripts/styles/embed-style-sheets.ts';
import { chooseTemplates } from '../../scripts/templates/choose-templates.ts';
import { png } from '../pictures/make.ts';
import { readEpub } from '../tools/epub.ts';
import { makeFiles } from '../tools/folder.ts';
import { tell } from '../tools/manuscript.ts';
import { root } from '../tools/need.ts';

const words = { 'book.yaml': 'title: T\nauthor: A\ndraw-cover: no\n', 'a.md': '# One\n\nWords.\n' };
const typeface = join(root, 'node_modules/@expo-google-fonts/eb-garamond/400Regular/EBGaramond_400Regular.ttf');

/** A book with these files; the author's part of a sheet, and what was told of it. */
async function styled(files: Readonly<Record<string, string | Uint8Array>>) {
  const { value, problems } = await buildPath(makeFiles({ ...words, ...files }), {
    loadPlugins: refusePlugins,
    untrusted: true,
    editions: ['epub', 'web'],
  });
  assert.ok(value, problems.map(tell).join('\n'));
  const book = readEpub(value.epub);
  const core = (await chooseTemplates(new Map())).value.get('core.css') ?? '';
  const css = book.text('OEBPS/style.css').slice(core.length).replace(/^\n/, '');
  return { css, told: problems.map(tell), problems, book, value };
}

/** A style sheet, what of it is in the book, and what is told: the place, and a word of the reason. */
const sheets: readonly (readonly [css: string, kept: string, ...told: readonly string[]])[] = [
  ['p { color : red;; }\n\n/* x */ q{a:b}', 'p { color: red; }\nq { a: b; }\n'],
  ['/*! © A. Author */ p { a: b }', '/*! © A. Author */\np { a: b; }\n'],
  ['p { color: red', 'p { color: red; }\n', '1:3 closes'],
  ['p { a: b }\n/* never closed', 'p { a: b; }\n', '2:1 closes'],
  ['p { a: b; content: "unclosed\n}', 'p { a: b; }\n', '1:11 no CSS'],
  ['}}} p { a: b }', 'p { a: b; }\n', '1:1 closes nothing', '1:2 closes nothing', '1:3 closes nothing'],
  [
    'p { a: b; c: ; : d; *zoom: 1; e: f !ie }',
    'p { a: b; }\n',
    '1:11 no CSS',
    '1:16 no CSS',
    '1:21 no CSS',
    '1:31 no CSS',
  ],
  ['p { color: red; q { a: b } }', 'p { color: red; }\n', '1:17 no CSS'],
  ['p { color: red; & q { a: b } }', 'p { color: red; }\n', '1:17 inside another rule'],
  ['p{direction:rtl;unicode-bidi:embed;a:b}', 'p { a: b; }\n', '1:3 EPUB forbids', '1:17 EPUB forbids'],
  ['p { d\\69rection: rtl }', '', '1:5 no CSS'],
  ['p { position: fixed } q { position: absolute }', 'q { position: absolute; }\n', '1:5 place on a screen'],
  ['@import "x.css"; @import url(https://a.test/x); p { a: b }', 'p { a: b; }\n', '1:1 one file', '1:18 one file'],
  ['@charset "utf-8"; p { a: b }', 'p { a: b; }\n'],
  ['@charset "latin-1"; p { a: b }', 'p { a: b; }\n', '1:1 UTF-8'],
  [
    'p:not(.a), p:is(.b), q > i, [a="b" i] { a: b }',
    'p:not(.a), q > i { a: b; }\n',
    '1:12 every reader',
    '1:29 every reader',
  ],
  ['p/**/.a /* x */ i { a: b/**/c }', 'p.a i { a: b c; }\n'],
  ['@media print { p { a: b } @import "x"; }', '@media print {\np { a: b; }\n}\n', '1:27 inside another rule'],
  ['@page { margin: 1em; @top-left { a: b } }', '@page { margin: 1em; }\n', '1:22 inside another rule'],
  ['@supports selector(a[b~=c]) { p { a: b } }', '', '1:1 every reader'],
  ['p { background: url(https://a.test/x.png) } q { background: url(//a.test/x) }', '', '1:17 fetches', '1:61 fetches'],
  ['p { background: u\\72l("https://a.test/x") }', '', '1:5 no CSS'],
  ['p { background: image-set("https://a.test/x" 1x); --a: url(https://a.test/x) }', '', '1:5 fetch', '1:56 fetches'],
  ['p { behavior: url(x.htc); width: expression(alert(1)) }', '', '1:5 run or fetch', '1:27 run or fetch'],
  ['p { background: #eee url(nope.png) }', '', '1:22 no picture'],
  ['p { background: url(../../../etc/passwd) }', '', '1:17 not in the manuscript'],
  ['p { background: url("../book.yaml") }', '', '1:17 no picture'],
  ['p { filter: url(#a); background: url("") }', '', '1:13 fetches', '1:34 fetches'],
  ['@font-face { font-family: A; src: url(https://a.test/a.woff2) }', '', '1:35 fetches'],
  [
    '@font-face { font-family: A; src: url(nope.ttf), local("B") }',
    '@font-face { font-family: A; src: local("B"); }\n',
    '1:35 no typeface',
  ],
  ['p { content: "</style><script>" }', 'p { content: "</style><script>"; }\n'],
  ['p { content: "a\\\\" }', '', '1:5 no CSS'],
];

for (const [css, kept, ...told] of sheets)
  test(`has of ${JSON.stringify(css)} what a book may hold`, async () => {
    const { css: printed, problems, value } = await styled({ 'templates/style.css': css });
    assert.equal(printed, kept);
    const places = problems.map(({ place, reason }, at) => {
      const word = told[at]?.replace(/^\S+ /, '') ?? '';
      assert.equal(place?.path, 'templates/style.css');
      return `${place?.start?.line}:${place?.start?.column} ${reason.includes(word) ? word : reason}`;
    });
    assert.deepEqual(places, told);
    for (const { severity, hint } of problems) assert.deepEqual([severity, typeof hint], ['warning', 'string']);
    const web = new TextDecoder().decode(value.editions[1]?.bytes);
    assert.doesNotMatch(web, /a\.test/);
    assert.equal(web.split('</style>').length, 2);
  });

test('NUL and its like are replaced, and told', async () => {
  const { told } = await styled({ 'templates/style.css': 'p{color:red} \0 q{}' });
  assert.deepEqual(told, ['templates/style.css:1:14 character-replaced']);
});

test('a sheet that is not UTF-8 gives no book; one with a byte order mark does', async () => {
  const build = (css: Uint8Array) =>
    buildPath(makeFiles({ ...words, 'templates/style.css': css }), { loadPlugins: refusePlugins });
  const { value, problems } = await build(Buffer.from('p { content: "\xE9" }', 'latin1'));
  assert.deepEqual([value, problems.map(tell)], [undefined, ['templates/style.css:1:15 file-not-utf8']]);
  const marked = await build(Buffer.from('\uFEFFp { a: b }'));
  assert.match(readEpub(marked.value?.epub ?? new Uint8Array()).text('OEBPS/style.css'), /\np \{ a: b; \}\n$/);
});

test('typefaces and pictures that a sheet names are in the book, each once, by what they are', async () => {
  const font = readFileSync(typeface);
  const picture = png({});
  const { css, told, book, value } = await styled({
    'templates/style.css':
      '@font-face { font-family: A; src: url(a.eot), url("fonts/a.ttf?x#y") format("truetype"), url( ../nope.ttf ) }\n' +
      'p { background: #eee url(../paper.png) no-repeat, url("../paper.png") }\n' +
      `i { content: url(data:image/png;base64,${Buffer.from(picture).toString('base64')}) }`,
    'templates/a.eot': 'EOT',
    'templates/fonts/a.ttf': font,
    'paper.png': picture,
  });
  assert.equal(
    css,
    '@font-face { font-family: A; src: url("fonts/style-1.ttf") format("truetype"); }\n' +
      'p { background: #eee url("images/style-2.png") no-repeat, url("images/style-2.png"); }\n' +
      'i { content: url("images/style-3.png"); }\n',
  );
  assert.deepEqual(told, ['templates/style.css:1:35 style-file', 'templates/style.css:1:90 style-file']);
  assert.deepEqual(book.entries.find(({ name }) => name === 'OEBPS/fonts/style-1.ttf')?.bytes, font);
  assert.match(book.text('OEBPS/content.opf'), /href="fonts\/style-1\.ttf" media-type="font\/ttf"/);
  assert.match(book.text('OEBPS/content.opf'), /href="images\/style-2\.png" media-type="image\/png"/);
  const sources = book.text('META-INF/fleuron-sources.sha256');
  for (const path of ['templates/fonts/a.ttf', 'paper.png', 'templates/style.css'])
    assert.ok(sources.includes(path), path);
  const web = new TextDecoder().decode(value.editions[1]?.bytes);
  assert.match(web, /src: url\("data:font\/ttf;base64,/);
  assert.match(web, /url\("data:image\/png;base64,\S+ no-repeat, url\("data:image/);
});

test('a typeface that was cut off, or is none, is left out', async () => {
  const font = readFileSync(typeface);
  const faces = { a: font.subarray(0, 5000), b: 'OTTO and words that go on for a while', c: png({}) };
  for (const bytes of Object.values(faces)) {
    const css = '@font-face { font-family: A; src: url(a.ttf) }';
    const { css: printed, told } = await styled({ 'templates/style.css': css, 'templates/a.ttf': bytes });
    assert.deepEqual([printed, told], ['', ['templates/style.css:1:35 style-file']]);
  }
});

test('a namespace stands before all rules of its sheet', async () => {
  const namespace = '@namespace epub "http://www.idpf.org/2007/ops";';
  const { book, told } = await styled({ 'templates/style.css': `${namespace} [epub|type~="z"] { a: b }` });
  assert.deepEqual(told, []);
  assert.ok(book.text('OEBPS/style.css').startsWith(`${namespace}\n/* What every theme`));
});

/** Where a finding at a rule of a bound sheet is told. */
function toldAt({ bytes, documents }: BoundEdition, href: string, rule: string): string | undefined {
  const line = readEpub(bytes).text(`OEBPS/${href}`).split('\n').indexOf(rule) + 1;
  assert.ok(line > 0, `${href} has ${rule}`);
  const finding = { engine: 'epubcheck', id: 'CSS-008', severity: 'error', message: 'No.' } as const;
  const [found] = problemsFromFindings([{ ...finding, href: `OEBPS/${href}`, line }], documents);
  return found?.place?.start && `${found.place.path}:${found.place.start.line}`;
}

test('what EPUBCheck says of a joined or reprinted sheet is told at the author’s own line', async () => {
  const manuscript = makeFiles({
    'a.md': '# One\n\nWords.\n\n| a | b |\n|---|---|\n| c | d |\n', // a table: its forms come between the sheets
    'book.yaml': 'title: T\nauthor: A\ndraw-cover: no\n',
    'templates/core.css': '@namespace epub "http://www.idpf.org/2007/ops";\n\np { max-width: 9em; margin: 0 }\n',
    'templates/style.css': '/* a\n b */\n\np { color: red }\n\nq {\n  margin: 0;\n}\n',
    'templates/modern.css': '\nb { margin: 0 }\n',
    'style.css': '\n\n\ni { margin: 0 }\n',
  });
  const names = ['epub', 'kobo', 'kindle', 'legacy'] as const;
  const { value } = await buildPath(manuscript, { editions: names, loadPlugins: refusePlugins });
  assert.deepEqual(
    value?.editions.map(({ name }) => name),
    names,
  );
  for (const edition of value?.editions ?? []) {
    const [isKindle, isOld] = [edition.name === 'kindle', edition.name === 'legacy'];
    const core = isKindle ? 'p { margin: 0; }' : 'p { max-width: 9em; margin: 0; }';
    for (const [href, rule, told] of [
      ['style.css', core, 'templates/core.css:3'],
      ['style.css', 'q { margin: 0; }', 'templates/style.css:6'],
      [isOld ? 'style.css' : 'modern.css', 'b { margin: 0; }', 'templates/modern.css:2'],
      [isOld ? 'style.css' : 'added.css', 'i { margin: 0; }', 'style.css:4'],
    ] as const)
      assert.equal(toldAt(edition, href, rule), told, `${edition.name} ${href}`);
    const ofForms = readEpub(edition.bytes)
      .text('OEBPS/style.css')
      .split('\n')
      .find((each) => /\btable\b.*\}$/.test(each));
    assert.equal(toldAt(edition, 'style.css', ofForms ?? ''), undefined, 'a line of the press');
  }
});

for (const theme of themeNames)
  test(`the sheets of ${theme} lose nothing as an author's own`, async () => {
    const templates = (await chooseTemplates(new Map(), { theme })).value;
    const own = new Map<string, string>([...templates].filter(([name]) => name.endsWith('.css')));
    const open = () => assert.fail('no file is named');
    const { value, problems } = await embedStyleSheets(
      templates,
      { templates: own, open },
      { openAsset, limits: usualLimits, design: { theme }, forms: new Set() },
    );
    assert.deepEqual(problems, []);
    const braces = (css: string) => css.replace(/\/\*[\s\S]*?\*\//g, '').split(/[{;]\s*(?=[^\s}])/).length;
    for (const [name, css] of own)
      assert.equal(braces(value.templates.get(name as 'style.css') ?? ''), braces(css), name);
  });

/** What a parser could be slow at. */
const dense = [
  'p{a:b}',
  '}',
  '{',
  '(',
  'a{b:c;',
  'a{b{',
  '@media all{',
  ';',
  'a:',
  '"',
  "'\n",
  'url(',
  '/*',
  'a,',
  'a>',
  '\\',
  '!',
  '@a ',
  'p{a:url(b)}',
  'a{}(',
];

test('a sheet is read to its end, and its faults are not told without end', async () => {
  const templates = (await chooseTemplates(new Map())).value;
  for (const token of dense) {
    const css = token.repeat(150_000 / token.length);
    const { problems } = await embedStyleSheets(
      new Map([...templates, ['style.css', css]]),
      {
        templates: new Map([['style.css', css]]),
        open: () => ({ problem: { rule: 'picture-missing', severity: 'warning', reason: '' } }),
      },
      { openAsset, limits: usualLimits, design: { theme: 'classic' }, forms: new Set() },
    );
    assert.ok(problems.length <= 51, token);
  }
});

const hostile = join(root, '../shared/cases/hostile/01-author-css-gives-invalid-book');

test('every hostile sheet beside the project is told at a line, and gives a book', async (context) => {
  let names: readonly string[] = [];
  try {
    names = readdirSync(hostile).filter((name) => name !== 'README');
  } catch {
    context.skip('the folder ../shared is not here');
  }
  for (const name of names) {
    const { value, problems } = await buildPath(join(hostile, name), { loadPlugins: refusePlugins, untrusted: true });
    assert.ok(value, name);
    assert.ok(
      problems.some(({ place }) => place?.path === 'templates/style.css' && place.start),
      name,
    );
  }
});
