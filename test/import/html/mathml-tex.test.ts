import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDisplayed, texOf } from '../../../scripts/import/html/mathml-tex.ts';
import { findElement, parsePage } from '../../../scripts/import/html/parse-page.ts';

const mathIn = (inside: string, attributes = '') => {
  const found = findElement(parsePage(`<math${attributes}>${inside}</math>`).body, ({ tagName }) => tagName === 'math');
  assert.ok(found);
  return found;
};

const cases: readonly (readonly [string, string, string | undefined])[] = [
  ['letters, numbers and signs', '<mi>x</mi><mo>=</mo><mn>100%</mn>', 'x = 100\\%'],
  ['functions', '<mi>sin</mi><mo>&#x2061;</mo><mi>x</mi>', '\\sin x'],
  ['a fraction', '<mfrac><mi>a</mi><mrow><mi>b</mi><mo>+</mo><mn>1</mn></mrow></mfrac>', '\\frac{a}{b + 1}'],
  ['one above the other', '<mfrac linethickness="0"><mi>n</mi><mi>k</mi></mfrac>', '\\genfrac{}{}{0pt}{}{n}{k}'],
  [
    'limits',
    '<munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover><munder><mi>lim</mi><mi>n</mi></munder>',
    '∑_i^n\\lim_n',
  ],
  [
    'accents',
    '<mover><mi>x</mi><mo>¯</mo></mover><munder><mi>y</mi><mo>⏟</mo></munder>',
    '\\overline{x}\\underbrace{y}',
  ],
  [
    'brackets around what is high',
    '<mrow><mo>(</mo><mfrac><mn>1</mn><mn>2</mn></mfrac><mo>)</mo></mrow>',
    '\\left( \\frac{1}{2} \\right)',
  ],
  [
    'a table',
    '<mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr><mtr><mtd><mi>c</mi></mtd><mtd/></mtr></mtable>',
    '\\begin{matrix} a & b \\\\ c & \\end{matrix}',
  ],
  [
    'before and after',
    '<mmultiscripts><mi>X</mi><mn>1</mn><none/><mprescripts/><mn>2</mn><none/></mmultiscripts>',
    '{}_2X_1',
  ],
  [
    'TeX of its own',
    '<semantics><mi>x</mi><annotation encoding="application/x-tex">\\xi</annotation></semantics>',
    '\\xi',
  ],
  ['alphabets', '<mi mathvariant="double-struck">R</mi><mtext>if {a}</mtext>', '\\mathbb{R}\\text{if \\{a\\}}'],
  ['cells over two columns', '<mtable><mtr><mtd columnspan="2"><mi>a</mi></mtd></mtr></mtable>', undefined],
  ['long division', '<mlongdiv><mn>3</mn></mlongdiv>', undefined],
  ['a dollar', '<mtext>5 $</mtext>', undefined],
  ['words without an element', 'x', undefined],
];

for (const [what, inside, tex] of cases) test(`MathML as TeX: ${what}`, () => assert.equal(texOf(mathIn(inside)), tex));

test('MathML as TeX: what stands on a line of its own says so', () => {
  assert.equal(isDisplayed(mathIn('<mi>x</mi>', ' display="block"')), true);
  assert.equal(isDisplayed(mathIn('<mi>x</mi>')), false);
});
