import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countHidden, hiddenBy } from '../../scripts/editions/kindle-hidden.ts';
import { parsed } from './editing.ts';

const body =
  '<section class="chapter" id="one"><p>1</p><p class="a b">22</p><div class="a"><p>333</p><p hidden="hidden">4444</p></div></section><p style="color: red; display:none">55555</p>';
/** Characters that no style sheet hides: an attribute does, and a style. */
const always = 4 + 5;

/** A style sheet, and how many characters of the body it hides. */
const table: readonly (readonly [string, number])[] = [
  ['', 0],
  ['.a.b { display: none }', 2],
  ['.a { DISPLAY: none !important }', 2 + 3],
  ['div { display: block } p.a, i { color: red; display: none }', 2],
  ['#one .a p { display: none }', 3],
  ['section > .a > p { display: none }', 3],
  ['* { display: none }', 1 + 2 + 3],
  ['.b .a { display: none }', 0],
  ['div .chapter p { display: none }', 0],
  ['P { display: none }', 1 + 2 + 3],
  ['@media screen { .b { display: none } }', 2],
  ['@media print { .b { display: none } }', 0],
  ['@supports (a: b) { @media screen { .b { display: none } } }', 2],
  ['p:first-child, section + .b, section ~ .a, [class] { display: none }', 0],
  ['.b { display: inline }', 0],
];

for (const [css, expected] of table)
  test(`${JSON.stringify(css)} hides ${expected} characters`, () =>
    assert.equal(countHidden(parsed(body), hiddenBy(css)) - always, expected));

test('what is hidden twice is counted once', () => {
  assert.equal(countHidden(parsed(body), hiddenBy('.chapter, .a, #one { display: none }')), 1 + 2 + 3 + always);
});
