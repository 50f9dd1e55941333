import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseStyleSheet } from '../../scripts/css/parse-css.ts';
import { printStyleSheet } from '../../scripts/css/print-css.ts';

/** A style sheet, and its rules as they are printed. */
const sheets: readonly (readonly [string, string])[] = [
  ['p{margin:0}', 'p { margin: 0; }\n'],
  ['/* a { */ p , h1 { COLOR : red ; ; margin:0 }', 'p , h1 { color: red; margin: 0; }\n'],
  ['@import "a.css"; p{a:b}', '@import "a.css";\np { a: b; }\n'],
  ['@media print{p{a:b}q{c:d}}i{e:f}', '@media print {\np { a: b; }\nq { c: d; }\n}\ni { e: f; }\n'],
  ['@font-face{font-family:"A}";src:url(a;b.otf)}', '@font-face { font-family: "A}"; src: url(a;b.otf); }\n'],
  ['p{content:"\\";}";a:b}', 'p { content: "\\";}"; a: b; }\n'],
  ['p{a:b;q{c:d}e:f;g:h}', 'p { a: b; g: h; }\n'],
  ['p{a:b', 'p { a: b; }\n'],
  ['}}p{a:b}', 'p { a: b; }\n'],
  ['p /* x */ q { a : b/**/c }', 'p q { a: b c; }\n'],
  ['p { content: "/* a  b */" }', 'p { content: "/* a  b */"; }\n'],
  ['p { a: b ! important; --C: d }', 'p { a: b !important; --C: d; }\n'],
  ['p{a:b}/* no end', 'p { a: b; }\n'],
  ['', ''],
];

for (const [css, expected] of sheets) {
  test(`reads ${JSON.stringify(css)}`, () => {
    assert.equal(printStyleSheet(parseStyleSheet(css)), expected);
    assert.equal(printStyleSheet(parseStyleSheet(expected)), expected);
  });
}

test('what is nested deeper than any sheet nests is left out, on every machine alike', () => {
  const deep = `${'@media all {'.repeat(10_000)}p { a: b }${'}'.repeat(10_000)} q { c: d }`;
  const printed = printStyleSheet(parseStyleSheet(deep));
  assert.equal(printed.match(/@media/g)?.length, 64);
  assert.ok(printed.endsWith('}\nq { c: d; }\n'));
  assert.doesNotMatch(printed, /a: b/);
});
