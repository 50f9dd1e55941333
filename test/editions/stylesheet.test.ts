import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as cssTree from 'css-tree';
import { themeNames } from '../../scripts/book/themes.ts';
import { kindleStyle } from '../../scripts/editions/kindle-style.ts';
import { legacyStyle } from '../../scripts/editions/legacy-style.ts';
import { makeEdition } from '../../scripts/editions/make-edition.ts';
import { chooseTemplates } from '../../scripts/templates/choose-templates.ts';
import { ownTemplates, render } from '../render/rendering.ts';

/** What a Kindle is given. */
const kindle: readonly (readonly [string, string])[] = [
  [':root{--a:1px}p{margin:var(--a);color:red}', 'p { color: red; }\n'],
  ['img{max-width:100%;height:auto}', 'img { height: auto; }\n'],
  ['@media (min-width:1px){p{max-width:1px}q{a:b}}', '@media (min-width:1px) {\nq { a: b; }\n}\n'],
  ['/* -- */p{a:b}', 'p { a: b; }\n'],
];

for (const [css, expected] of kindle)
  test(`gives a Kindle ${JSON.stringify(expected)} of ${JSON.stringify(css)}`, () =>
    assert.equal(kindleStyle(css), expected));

/** What an engine of CSS 2.1 is given. */
const legacy: readonly (readonly [string, string])[] = [
  ['section > p:first-child, h1 + p { text-indent: 0 }', 'div.section > p:first-child, h1 + p { text-indent: 0; }\n'],
  ['aside.note p { margin: 0 }', 'div.aside.note p { margin: 0; }\n'],
  ['.aside, p.section, #section { margin: 0 }', '.aside, p.section, #section { margin: 0; }\n'],
  ['aside[title="a section"] > mark { margin: 0 }', 'div.aside[title="a section"] > span.mark { margin: 0; }\n'],
  ['u { text-decoration: underline }', 'span.u { text-decoration: underline; }\n'],
  ['p:not(.a), q:is(b), i { margin: 0 }', 'i { margin: 0; }\n'],
  ['p:nth-child(2) { margin: 0 }', ''],
  ['p::first-letter { float: left }', 'p:first-letter { float: left; }\n'],
  ['a ~ b { margin: 0 }', ''],
  [
    'p { margin: 1rem; padding: calc(1em + 2px); width: min(1em, 2em); hyphens: auto; text-align: justify }',
    'p { text-align: justify; }\n',
  ],
  ['p { --x: 1; color: var(--x); height: 3vh; margin: 0 -1.5em .5em 2% }', 'p { margin: 0 -1.5em .5em 2%; }\n'],
  ['p { display: flex } q { display: block !important }', 'q { display: block !important; }\n'],
  [
    'p { text-align: start; color: rgb(1, 2, 3); background: url(a-2vw.png) }',
    'p { color: rgb(1, 2, 3); background: url(a-2vw.png); }\n',
  ],
  ['@supports (a: b) { p { margin: 0 } } @import "x.css"; @charset "UTF-8"; @layer a { p { margin: 0 } }', ''],
  [
    '@media print { p { margin: 0 } } @media (prefers-color-scheme: dark) { p { color: red } }',
    '@media print {\np { margin: 0; }\n}\n',
  ],
  ['@media not print { p { margin: 0 } }', ''],
  [
    '@font-face { font-family: "A"; src: url("fonts/a.otf") format("opentype"); font-weight: bold }',
    '@font-face { font-family: "A"; src: url("fonts/a.otf") format("opentype"); font-weight: bold; }\n',
  ],
  ['@page { margin: 5pt } @page :left { margin: 6pt }', '@page { margin: 5pt; }\n@page :left { margin: 6pt; }\n'],
];

for (const [css, expected] of legacy)
  test(`gives an old engine ${JSON.stringify(expected)} of ${JSON.stringify(css)}`, () =>
    assert.equal(legacyStyle(css), expected));

for (const theme of themeNames) {
  test(`all that the style sheet of the theme ${theme} says reaches an old engine`, async () => {
    const style = (await chooseTemplates(new Map(), { theme })).value.get('style.css') ?? '';
    const declared = (css: string) => cssTree.findAll(cssTree.parse(css), ({ type }) => type === 'Declaration').length;
    assert.ok(declared(style) > 50);
    assert.equal(declared(legacyStyle(style)), declared(style));
  });
}

test('an old engine has one style sheet, and no page asks for another', async () => {
  const { publication } = await render({ 'book.yaml': 'title: T\n', 'a.md': '# A\n\nB.\n' });
  const { value } = await makeEdition('legacy', publication, ownTemplates);
  assert.deepEqual(
    value.publication.resources.filter(({ mediaType }) => mediaType === 'text/css'),
    [],
  );
  assert.doesNotMatch(value.templates.get('style.css') ?? '', /hyphens|\bsection\b(?<!\.section)|var\(/);
  assert.doesNotMatch(value.templates.get('legacy/page.xhtml.ejs') ?? '', /modern\.css/);
});

test('a long hostile style sheet is read in the time of its length', () => {
  for (const piece of [
    '{',
    '}',
    '@media a{',
    'p{a:b;',
    '/*',
    '/**/',
    '"',
    "'\\",
    '(',
    'url(',
    ':not(',
    '[a',
    '\\',
    ';',
    '@',
    'section ',
    ',',
  ])
    for (const make of [kindleStyle, legacyStyle]) assert.equal(typeof make(piece.repeat(100_000)), 'string');
});
