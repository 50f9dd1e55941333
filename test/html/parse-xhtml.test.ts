import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Element, ElementContent } from 'hast';
import { parseXhtml } from '../../scripts/html/parse-xhtml.ts';
import { printXhtml } from '../../scripts/html/print-xhtml.ts';

const nodesOf = (markup: string): readonly ElementContent[] => {
  const parsed = parseXhtml(markup);
  assert.ok('nodes' in parsed, markup);
  return parsed.nodes;
};

test('what is printed comes back to the character', () => {
  for (const markup of [
    '\n<p>a<br/>b</p>\n',
    '<p class="a b" id="c" title="&quot;&#10;&#9;&#13;&lt;">d &amp; ]]&gt; &#13;e</p>',
    '<i></i><td colspan="2" rowspan="3"></td><time datetime="2020">x</time>',
    '<section aria-labelledby="a" aria-label="b" epub:type="c" role="d"></section>',
    '<span lang="fr" xml:lang="fr" data-foo-bar="1">a</span>',
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><linearGradient/><text xlink:href="#a">a</text></svg>',
    '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>a</mi></math>',
  ])
    assert.equal(printXhtml(nodesOf(markup)).markup, markup);
});

test('attributes get the names that hast has for them', () => {
  const [element] = nodesOf('<td class="a  b" colspan="2" xml:lang="en" aria-labelledby="x" epub:type="y" xmlns="z"/>');
  assert.deepEqual(element?.type === 'element' && element.properties, {
    className: ['a', 'b'],
    colSpan: '2',
    xmlLang: 'en',
    ariaLabelledBy: 'x',
    epubType: 'y',
  });
});

test('references and CDATA are text, comments are nothing', () => {
  assert.deepEqual(nodesOf('a&#38;b<!-- c --><![CDATA[<d>]]>'), [{ type: 'text', value: 'a&b<d>' }]);
});

test('markup that is not well-formed is refused at its line', () => {
  for (const [markup, line] of [
    ['<p>\n<b>a</p>', 2],
    ['a\n\n<p>', 3],
    ['</p>', 1],
    ['\n&nbsp;', 2],
    ['<p a=b></p>', 1],
  ] as const) {
    const parsed = parseXhtml(markup);
    assert.equal('malformed' in parsed && parsed.line, line, markup);
  }
});

test('any tree comes back from its markup', () => {
  const text = fc.string({ unit: fc.constantFrom(...'<>&"\'] \n\r\ta\u00A0é😀#x;'), minLength: 1, maxLength: 9 });
  const { tree } = fc.letrec<{ tree: ElementContent; element: Element }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      text.map((value): ElementContent => ({ type: 'text', value })),
      tie('element'),
    ),
    element: fc.record({
      type: fc.constant('element' as const),
      tagName: fc.constantFrom('p', 'em', 'div', 'svg', 'td'),
      properties: fc.record({ id: text, className: fc.constant(['a']), colSpan: text }, { requiredKeys: [] }),
      children: fc.array(tie('tree'), { maxLength: 3 }),
    }),
  }));
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 4 }), (nodes) => {
      const { markup } = printXhtml(nodes);
      assert.equal(printXhtml(nodesOf(markup)).markup, markup);
    }),
    { seed: 7, numRuns: 500 },
  );
});
