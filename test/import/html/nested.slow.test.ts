/** However the elements of a page nest, an import keeps its words, or takes the page: random trees of HTML, pages and EPUBs alike. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { usualLimits } from '../../../scripts/book/limits.ts';
import { importStory } from '../../../scripts/pipeline/import.ts';

// biome-ignore format: a kind to a line
const tags = [
  'p', 'p', 'div', 'h1', 'h2', 'h3', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'blockquote', 'pre', 'figure', 'figcaption', 'section', 'article', 'aside', 'header',
  'table', 'caption', 'thead', 'tbody', 'tr', 'td', 'td', 'th', 'center', 'details', 'summary', 'fieldset', 'address',
  'a href="#n1"', 'a href="https://a.example/"', 'a id="n1"', 'a href="#r1"', 'p id="n1"', 'li id="n1"', 'b', 'i', 'em', 'strong', 'u', 'sup', 'sub', 'small', 'span', 'font', 'code', 'kbd', 'tt', 'q', 'cite',
  'del', 'ins', 'mark', 'abbr', 'ruby', 'rt', 'rp', 'label', 'object', 'object data="a.swf"', 'picture', 'math', 'mi', 'svg', 'text', 'title', 'button', 'textarea', 'p align="center"', 'span style="font-style:italic"', 'div class="scene-break"',
];
// biome-ignore format: a kind to a line
const leaves = [
  'W', ' W', 'W ', ' W W ', '1', '*', ' ', '\n', '\n\n', '&nbsp;', '—', '* * *', '<br>', '<hr>', '<img alt="V">', '<img src="https://a.example/s.gif" alt="V">', '<img src="w.png" alt="A">',
  '<a href="#n1" id="r1">1</a>', '<sup><a href="#n1">1</a></sup>', '<video src="a.mp4">V</video>', '<wbr>', '<input>', '<svg><image href="x.png"/></svg>', '[x]', '_', '`', '\\', '<!-- c -->', '|',
];
const { node } = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'medium' },
    fc.constantFrom(...leaves),
    fc
      .tuple(fc.constantFrom(...tags), fc.array(tie('node'), { maxLength: 4 }))
      .map(([tag, inside]) => `<${tag}>${inside.join('')}</${tag.replace(/ .*/, '')}>`),
  ),
}));

const runs = { seed: Number(process.env['FUZZ_SEED'] ?? 5), numRuns: Number(process.env['FUZZ_RUNS'] ?? 3000) };

test('a page of elements that nest in any way keeps its words', () =>
  fc.assert(
    fc.asyncProperty(fc.array(node, { maxLength: 6 }), async (parts) => {
      let count = 0;
      const body = parts.join('').replace(/W/g, () => `w${++count}w`);
      const bytes = Buffer.from(`<!doctype html><title>T</title><body><p>A word.</p>${body}</body>`);
      const { value, problems } = await importStory({ name: 'page.html', bytes, beside: () => undefined }, usualLimits);
      assert.ok(value, JSON.stringify(problems.find(({ severity }) => severity === 'error')));
    }),
    runs,
  ));
