import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Element } from 'hast';
import { toString as wordsOf } from 'mdast-util-to-string';
import { elementOf } from '../../scripts/html/hast-nodes.ts';
import { printXhtml } from '../../scripts/html/print-xhtml.ts';
import { highlightCode } from '../../scripts/render/highlight-code.ts';

async function highlighted(language: string, value: string): Promise<Element> {
  const element = elementOf('code', {}, [{ type: 'text', value }]);
  await highlightCode([{ element, language }]);
  return element;
}

for (const [language, code, printed] of [
  ['python', 'def f(x): # a < b\n', '<code><b>def</b> f(x): <i># a &lt; b</i>\n</code>'],
  ['JS', 'const a = "if"; // c', '<code><b>const</b> a = "if"; <i>// c</i></code>'],
  ['html', '<p>if</p><!-- c -->', '<code>&lt;<b>p</b>&gt;if&lt;/<b>p</b>&gt;<i>&lt;!-- c --&gt;</i></code>'],
  ['text', 'if', '<code>if</code>'],
  ['js', `if ${'a'.repeat(200)}`, `<code>if ${'a'.repeat(200)}</code>`],
] as const)
  test(`${JSON.stringify(code.slice(0, 40))} in ${language}`, async () =>
    assert.equal(printXhtml([await highlighted(language, code)]).markup, printed));

test('keeps the words of any code, whatever its language', async () => {
  const pieces = [
    '"',
    "'",
    '/*',
    '*/',
    '//',
    '<',
    '</a>',
    '(',
    '{',
    '`',
    '${',
    '#',
    '\\',
    ' ',
    '\n',
    'if',
    'class A',
    '0x',
    '=begin\n',
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('bash', 'c', 'css', 'html', 'js', 'python', 'ruby', 'rust', 'sql', 'yaml'),
      fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 40 }).map((each) => each.join('')),
      async (language, code) => assert.equal(wordsOf(await highlighted(language, code)), code),
    ),
  );
});
