import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Nodes } from 'mdast';
import { walk } from '../../../scripts/book/walk.ts';
import { createParser } from '../../../scripts/markdown/parse.ts';

/** The TeX of a text’s formulas, and whether each stands on lines of its own. */
async function formulasIn(text: string): Promise<readonly string[]> {
  const found: string[] = [];
  const tree = await createParser({ autolinks: false, plugins: [] })(text);
  walk<Nodes>(tree, (node) => {
    if (node.type === 'math') found.push(`[${node.value}]`);
    else if (node.type === 'inlineMath') found.push(node.display ? `[${node.value}]` : node.value);
  });
  return found;
}

/** What pandoc 2.17 finds too, but for the lines that say otherwise. */
const texts: readonly (readonly [string, readonly string[]])[] = [
  ['Inline $a^2 + b^2$ here.', ['a^2 + b^2']],
  ['$$\\int_0^1 x\\,dx = \\frac{1}{2}$$', ['[\\int_0^1 x\\,dx = \\frac{1}{2}]']],
  ['\\(x_1\\) and \\[y^2\\]', ['x_1', '[y^2]']],
  ['It cost $5 and $10.', []],
  ['It cost $5 and then $10 more.', []],
  ['From $5-$10, $20,000 or $30,000.', []],
  ['$x $ and $ x$ and $$ and $', []],
  ['$x$1', []],
  ['$x$1 = y$', ['x$1 = y']],
  ['\\(a \\(b = c\\) d\\)', ['b = c']],
  ['$a\u00a0$ \\(a\\\\) = b\\)', ['a\\\\) = b']],
  ['\\$a^2$ and a \\$ b', []],
  ['$a\\$b$', ['a\\$b']],
  ['`$a^2$`', []],
  ['A $x\ny$ over two lines', ['x\ny']],
  ['A $x\n\ny$ over a blank line', []],
  ['> $$\n> a\n> - b\n> $$', ['[a\n- b]']],
  ['- item\n\n  $$\n  x^2\n  $$', ['[x^2]']],
  ['A[^1]\n\n[^1]: $x$\n\n    $$\n    y\n    $$', ['x', '[y]']],
  ['A[^1]\n\n[^1]: It has no end in the note.\n\n    $$\ny\n$$', []],
  ['- nor in the item\n\n  $$\n  x\ny\n$$', []],
  ['| $a$ | b |\n|---|---|\n| c | $d$ |', ['a', 'd']],
  ['$$\r\na\r\n$$', ['[a]']],
  ['$$\na', []],
  ['$$\na\n\n# A heading\n\n$$', []],
  ['*$x*y$*', ['x*y']],
  // Two prices with words between them, and brackets that are escaped, are what authors type; pandoc takes them for TeX.
  ['He had $5 and she 4$ more.', []],
  ['\\[note\\], \\[^1\\], \\(c\\) 2026, \\(see below\\)', []],
];

for (const [text, formulas] of texts) {
  test(`${JSON.stringify(text)} has ${formulas.length} formulas`, async () => {
    assert.deepEqual(await formulasIn(text), formulas);
    assert.deepEqual(await formulasIn(`> ${text.replaceAll('\n', '\n> ')}`), formulas, 'in a quotation');
  });
}
