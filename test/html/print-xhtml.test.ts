import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Element, ElementContent, Properties } from 'hast';
import { printHtml, printXhtml } from '../../scripts/html/print-xhtml.ts';
import { asXml } from '../render/rendering.ts';
import { texts } from '../tools/xml.ts';

const x = (
  tagName: string,
  properties: Properties = {},
  ...children: readonly (ElementContent | string)[]
): Element => ({
  type: 'element',
  tagName,
  properties,
  children: children.map((each) => (typeof each === 'string' ? { type: 'text', value: each } : each)),
});

const cases: readonly (readonly [Element, string])[] = [
  [x('p', {}, 'a', x('br'), 'b'), '<p>a<br/>b</p>'],
  [x('p'), '<p></p>'],
  [x('i', {}), '<i></i>'],
  [x('p', { className: ['a', 'b'], id: 'c' }, 'd'), '<p class="a b" id="c">d</p>'],
  [x('p', { title: 'a "b" & <c>\nd\te' }, 'f'), '<p title="a &quot;b&quot; &amp; &lt;c&gt;&#10;d&#9;e">f</p>'],
  [x('p', {}, 'a & b <c> ]]> "d"'), '<p>a &amp; b &lt;c&gt; ]]&gt; "d"</p>'],
  [x('p', { hidden: true, foo: null, lang: undefined, open: false }, 'a'), '<p hidden="hidden">a</p>'],
  [x('span', { lang: 'fr' }, 'a'), '<span lang="fr" xml:lang="fr">a</span>'],
  [
    x('td', { colSpan: 2, ariaLabelledBy: ['a'], epubType: 'x', dataFooBar: '1' }),
    '<td colspan="2" aria-labelledby="a" epub:type="x" data-foo-bar="1"></td>',
  ],
  [x('p', { '1bad': 'x', 'on"x': 'y', 'a b': 'z' }, 'a'), '<p>a</p>'],
  [x('p', {}, 'a\u0000b\uFFFFc\uD800d😀'), '<p>a\uFFFDb\uFFFDc\uFFFDd😀</p>'],
  [
    x('svg', { viewBox: '0 0 1 1' }, x('linearGradient', {}), x('text', {}, 'a')),
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><linearGradient/><text>a</text></svg>',
  ],
  [x('math', {}, x('mi', {}, 'a')), '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>a</mi></math>'],
];

for (const [tree, markup] of cases) {
  test(`prints ${markup}`, () => {
    assert.equal(printXhtml([tree]).markup.trim(), markup);
  });
}

test('white space inside preformatted text is kept to the letter', () => {
  const code = '  a\n\n\tb  \n';
  assert.equal(
    texts(asXml(printXhtml([x('blockquote', {}, x('pre', {}, x('code', {}, code)))]).markup), '//h:code')[0],
    code,
  );
});

test('any text comes back from the XML it was printed as', () => {
  const letters = fc.array(fc.constantFrom(...'<>&"\'] a\u00A0é😀\u0000\uFFFE\uD800;#x'.split('')), { maxLength: 20 });
  fc.assert(
    fc.property(letters, letters, (inside, attribute) => {
      const [text, title] = [inside.join(''), attribute.join('')];
      const clean = (value: string) =>
        value.replace(
          /[\u0000\uFFFE]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
          '\uFFFD',
        );
      const xml = asXml(printXhtml([x('p', { title }, 'x', text)]).markup);
      assert.deepEqual(texts(xml, '//h:p'), [clean(`x${text}`)]);
      assert.deepEqual(texts(xml, '//h:p/@title'), [clean(title)]);
    }),
    { seed: 3, numRuns: 500 },
  );
});

/** The same nodes as HTML has them. */
const html: readonly (readonly [Element, string])[] = [
  [x('p', {}, 'a & b', x('br'), x('img', { alt: '"' })), '<p>a &amp; b<br><img alt="&quot;"></p>'],
  [x('p', { lang: 'fr', epubType: 'x', ariaLabel: 'a' }, 'b'), '<p lang="fr" aria-label="a">b</p>'],
  [x('pre', {}, '\n\na'), '<pre>\n\n\na</pre>'],
  [x('p', {}, '\na'), '<p>\na</p>'],
  [
    x('svg', { viewBox: '0 0 1 1', 'xmlns:xlink': 'x' }, x('use', { 'xlink:href': '#a' }), x('a', {}, 'b')),
    '<svg viewBox="0 0 1 1"><use xlink:href="#a"/><a>b</a></svg>',
  ],
];

for (const [element, expected] of html)
  test(`prints the HTML ${JSON.stringify(expected)}`, () => assert.equal(printHtml([element]).join(''), expected));
