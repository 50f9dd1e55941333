/**
 * Style sheets of authors, and such as nobody would write: the book is valid in every edition, by EPUBCheck, and what is left out
 * is told at a line of the sheet. `npm run fuzz` runs many more of them.
 */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { editionNames } from '../../scripts/book/editions.ts';
import { checkWithEpubcheckTs } from '../../scripts/check/epubcheck-ts.ts';
import { buildPath } from '../../scripts/commands/from-disk.ts';
import { refusePlugins } from '../../scripts/pipeline/plugins.ts';
import { png } from '../pictures/make.ts';
import { epubcheckMany } from '../tools/epubcheck-many.ts';
import { makeFiles } from '../tools/folder.ts';
import { need } from '../tools/need.ts';

const runs = Number(process.env['FUZZ_RUNS'] ?? 12);
const seed = Number(process.env['FUZZ_SEED'] ?? 20_240);

/** What style sheets are made of, and what breaks them: a bit a line. */
const bits = fc.constantFrom(
  ...String.raw`p
.a
#b
*
a:hover
::before
:not(.a)
:not(.a, b)
:is(p)
:has(> p)
:nth-child(2n+1)
:nth-child(2n of .a)
[a="b"]
[a="b" i]
[epub|type~="x"]
p > q
> p
p +
and
not
svg|rect
.\31 2
.a\:b
&
50%
||
/**/
/*
*/
<!--
-->
color: red;
margin:0 auto
direction: rtl;
unicode-bidi: embed;
position: fixed;
*zoom: 1;
_a:b;
--x: {a};
--x: 1px;
d\69rection: rtl;
width: calc(1px + (2em * var(--x)));
color: red !important;
a: b !ie;
a: b\9;
a: <!-- b;
content: "\\";
content: "a\"b";
content: "</style>";
content: "a
font: 12px/1.5 "A", serif;
b: U+26-28;
background: url(../a.png);
background: url("../a.png") no-repeat, url(nope.png);
background: url(http://a.test/x.png);
background: u\72l("../a.png");
background: image-set("http://a.test/x.png" 1x);
b: url(#x);
b: url();
b: url("
b: url(data:image/png;base64,AAAA);
behavior: url(x.htc);
filter: progid:A.b(c=1);
@import "a.css";
@import url(http://a.test/x);
@charset "latin-1";
@namespace epub "http://a.test/";
@media print {
@media (min-width: 1em) and (400px <= width) {
@supports (a: b) {
@supports selector(a[b~=c]) {
@font-face {
@font-face { font-family: A; src: url(a.ttf), local(B); }
@page :first { margin: 1em; @top-left { a: b } }
@keyframes x { from { a: b } 50.5% { a: b } }
@layer a;
@layer a {
@foo )( {
p { color: red }
p { q { a: b } c: d; }
p { ; a: b;; }
}; p { a: b }`.split('\n'),
  ...'{}{}{};:,()[]"\'\\!@ \n\t\0é\uFFFE\uD800'.split(''),
);
const sheet = fc.oneof(
  fc.array(bits, { minLength: 1, maxLength: 30 }).map((parts) => parts.join('')),
  fc.array(bits, { minLength: 1, maxLength: 30 }).map((parts) => `p { ${parts.join('; ')} }`),
  fc.array(bits, { minLength: 1, maxLength: 20 }).map((parts) => parts.map((each) => `${each} { a: b }`).join('\n')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

/** Builds every edition of a manuscript; a problem must name a line of the sheet, and no edition may fetch. */
async function build(
  path: string,
  sheetPath: string,
  css: string,
): Promise<readonly (readonly [string, Uint8Array])[]> {
  const { value, problems } = await buildPath(path, {
    loadPlugins: refusePlugins,
    untrusted: true,
    editions: editionNames,
  });
  for (const { place, rule } of problems)
    if (!rule.startsWith('kindle')) assert.ok(place?.path === sheetPath && place.start, `${rule} of ${css}`);
  assert.ok(value, css);
  return value.editions.flatMap(({ name, bytes }) => {
    if (name !== 'web') return [[`${name} of ${css}`, bytes] as const];
    const page = new TextDecoder().decode(bytes);
    assert.ok(!/url\(["']?http/.test(page) && page.split('</style>').length === 2, css);
    return [];
  });
}

const books = new Map<string, Uint8Array>();

test('a random style sheet gives a book, and what is left out is told at its line', async () => {
  const names = fc.constantFrom('style.css', 'modern.css', 'core.css', 'legacy/added.css');
  await fc.assert(
    fc.asyncProperty(sheet, names, async (css, name) => {
      const words = { 'book.yaml': 'title: T\nauthor: A\ndraw-cover: no\n', 'a.md': '# One\n\nWords.\n' };
      const manuscript = makeFiles({ ...words, 'a.png': png({}), [`templates/${name}`]: css });
      for (const [told, epub] of await build(manuscript, `templates/${name}`, JSON.stringify(css)))
        books.set(told, epub);
    }),
    { numRuns: runs * 4, seed, includeErrorInReport: true },
  );
});

test('every hostile sheet beside the project gives a book', async (context) => {
  const shared = await need(context, 'shared');
  if (!shared) return;
  const folder = join(shared, 'cases/hostile/01-author-css-gives-invalid-book');
  for (const name of readdirSync(folder).filter((each) => each !== 'README'))
    for (const [told, epub] of await build(join(folder, name), 'templates/style.css', name)) books.set(told, epub);
});

test('all of these books are valid', async (context) => {
  for (const epub of [...books.values()].slice(0, runs)) assert.deepEqual(await checkWithEpubcheckTs(epub), []);
  const jar = await need(context, 'epubcheck');
  if (!jar || !(await need(context, 'javac'))) return;
  for (const [name, findings] of await epubcheckMany(jar, books)) assert.deepEqual(findings, [], name);
});
