import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatLines } from '../../scripts/html/format-lines.ts';
import { parseXhtml } from '../../scripts/html/parse-xhtml.ts';
import { printXhtml } from '../../scripts/html/print-xhtml.ts';

const formatted = (markup: string): string => {
  const parsed = parseXhtml(markup);
  assert.ok('nodes' in parsed, markup);
  return printXhtml(formatLines(parsed.nodes)).markup;
};

test('blocks begin lines, text stays as it is', () => {
  for (const [given, expected] of [
    ['<p>a</p><p>b</p>', '<p>a</p>\n<p>b</p>'],
    ['<ul><li>a<ul><li>b</li></ul></li></ul>', '<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n'],
    ['<blockquote> <p> a </p> \n </blockquote><p>b</p>', '<blockquote>\n<p> a </p>\n</blockquote>\n<p>b</p>'],
    ['<blockquote><pre>  a\n\n\tb  \n</pre></blockquote>', '<blockquote>\n<pre>  a\n\n\tb  \n</pre>\n</blockquote>\n'],
    ['<p>a <svg><text> b </text></svg></p>', '<p>a <svg xmlns="http://www.w3.org/2000/svg"><text> b </text></svg></p>'],
    ['<hr/><p>a<br/>b</p>', '<hr/>\n<p>a<br/>b</p>'],
    ['<div> a <p>b</p> c </div>', '<div> a \n<p>b</p> c </div>'],
  ] as const) {
    assert.equal(formatted(given), expected);
  }
});

test('texts side by side are one, what has no text is not there', () => {
  const [paragraph] = formatLines([
    {
      type: 'element',
      tagName: 'p',
      properties: {},
      children: [
        { type: 'text', value: 'a' },
        { type: 'comment', value: 'x' },
        { type: 'text', value: '' },
        { type: 'text', value: 'b' },
      ],
    },
  ]);
  assert.deepEqual(paragraph?.type === 'element' && paragraph.children, [{ type: 'text', value: 'ab' }]);
});
