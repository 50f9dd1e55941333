import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { extractPlain } from '../../scripts/markdown/fast-path.ts';
import { createParser } from '../../scripts/markdown/parse.ts';

const parse = createParser({ autolinks: false, plugins: [] });
/** With a plug-in, even one that does nothing, the parser reads every paragraph itself. */
const parseWhole = createParser({ autolinks: false, plugins: [() => () => {}] });

const texts = [
  'One.\n\nTwo.\n\nThree.',
  'One,\nwith a second line.\n\n\n\nTwo.\n',
  '# Heading\n\nOne.\n\nTwo.\n\n* * *\n\nThree.\n',
  'One.\n- an item at once\n\nTwo.',
  '- item\n\nOne.\n\n    code after a paragraph\n',
  '- item\n\n  more of it\n\nOne.\n\n- another list\n\nTwo.\n\n- and one more',
  '1. item\n\n1925 was a year.\n\n1925. is an item\n\n2) too',
  '> quoted\n\nOne.\n\n> quoted\nlazily\n\nTwo.',
  'Title\n=====\n\nOne.\n\nTwo\n---\n\nThree.',
  '```\ncode\n\nOne.\n\nTwo.\n```\n\nThree.',
  '- ```\n  code\n\nOne.\n\nTwo.',
  '<div>\n\nOne.\n\n</div>\n\n<!-- a\n\nOne.\n\nTwo. -->\n\nThree.',
  'See [a] and *b* and[^n].\n\nOne.\n\n[^n]: A note.\n\n    More of it.\n\nTwo.\n\n[a]: b.html\n\nThree.',
  'Head | er\n--- | ---\ncell | cell\n\nOne.\n\nTwo.',
  'A line with two spaces  \nand one after\n\nOne.',
  'A trailing space \n\nOne.\n\n \t \nTwo.\n\n\ttabbed\n\nThree.',
  'x\n\nx\n\n    x\n\nx',
  '\n\n\nOne.\n\n',
  'One.\r\n\r\nTwo.\r\n',
  '\uFEFFOne.\n\nTwo.',
  'One.\u00A0\n\n\u3000Two.\n\n\u2028Three.\n\n«Four.»\n\n日本語。\n\n\u0085Five.',
  'AT&amp;T\n\nOne & two\n\nhttp://example.org\n\na ~~b~~ c',
  '',
  '\n',
];

for (const text of texts) {
  test(`${JSON.stringify(text)} gives the parser’s own tree`, async () => {
    assert.deepEqual(await parse(text), await parseWhole(text));
  });
}

test('random texts give the parser’s own tree', async () => {
  const line = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('Plain words.', '"Speech," he said.', 'two\nlines', 'x', '1925 was it') },
    { weight: 3, arbitrary: fc.constant('') },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        ...['- item', '  - nested', '1. one', '> quote', '# h', '===', '---', '```', '~~~', '    code', '\tcode'],
        ...['<div>', '</div>', '<!--', '-->', '<script>', '*em*', '**', '[a]', '[a]: b', '[^a]', '[^a]: note'],
        ...['a|b', '-|-', '|', '\\', 'end  ', ' lead', '   lead', '- [ ] task', '* * *', '-', '+', '1)', '  ', '\t'],
      ),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 24 }), async (lines) => {
      const text = lines.join('\n');
      assert.deepEqual(await parse(text), await parseWhole(text));
    }),
    { numRuns: 1500, seed: 20_231 },
  );
});

test('leaves the parser nothing of a text that is all plain paragraphs but one stand-in', () => {
  assert.equal(extractPlain('One.\n\nTwo,\nand more.\n\nThree.\n')?.text, 'x');
});
