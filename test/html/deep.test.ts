import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Element, Root, RootContent } from 'hast';
import { printXhtml } from '../../scripts/html/print-xhtml.ts';
import { repairHtml } from '../../scripts/html/repair.ts';
import { growthOf } from '../tools/count-steps.ts';

const many = 20_000;
const raw = (value: string): Root => ({ type: 'root', children: [{ type: 'raw', value } as unknown as RootContent] });

const bombs: readonly [string, Root][] = [
  ['open boxes', raw(`${'<div>'.repeat(many)}word${'</div>'.repeat(many)}`)],
  ['open lists', raw(`${'<ul><li>'.repeat(many)}word`)],
  ['open tables', raw(`${'<table><tr><td>'.repeat(many)}word`)],
  ['open formats', raw(`${'<b>'.repeat(many)}word`)],
  ['formats that are all different', raw(`${Array.from({ length: many }, (_, at) => `<p><b id=${at}>`).join('')}word`)],
  ['open links', raw(`${'<a href=x>x'.repeat(many)}word`)],
  ['formats in a table', raw(`<table>${'<b>x'.repeat(many)}word`)],
  ['open drawings', raw(`<svg>${'<g>'.repeat(many)}<text>word`)],
  ['open formulas', raw(`<math>${'<mrow>'.repeat(many)}<mi>word`)],
  ['readings', raw(`<ruby>${'x<rt>y</rt>'.repeat(many)}word</ruby>`)],
  ['comments that never close', raw(`<p>word${'<!--'.repeat(many)}`)],
  ['code that never closes', raw(`<p>word${'<script>'.repeat(many)}`)],
  ['tags that never close', raw(`<p>word${'<a href="'.repeat(many)}`)],
  ['attributes', raw(`<p ${Array.from({ length: many }, (_, at) => `a${at}=1`).join(' ')}>word`)],
];
for (const [name, tree] of bombs) {
  test(`survives ${many} ${name}, and keeps the word`, () => {
    const { value } = repairHtml(tree, { path: 'a.md', idPrefix: '' });
    assert.match(printXhtml(value.children).markup, /word/);
  });
}

for (const value of ['<p>', '<table>', '<?', '<i></i>']) {
  test(`reads ${value} as raw nodes in steps that grow with their number`, async () => {
    const growth = await growthOf(500, (size) => {
      const children = Array.from({ length: size }, () => [
        { type: 'raw', value },
        { type: 'text', value: '\n' },
      ]);
      repairHtml({ type: 'root', children: children.flat() as RootContent[] }, { path: 'a.md', idPrefix: '' });
    });
    assert.ok(growth < 2.2, String(growth));
  });
}

test('flattens what nests too deep, with a warning, whoever nested it', () => {
  let inner: Element = { type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: 'word' }] };
  for (let level = 0; level < 5000; level++)
    inner = {
      type: 'element',
      tagName: 'blockquote',
      properties: {},
      children: [{ type: 'text', value: `${level % 10}` }, inner],
    };
  const { value, problems } = repairHtml({ type: 'root', children: [inner] }, { path: 'a.md', idPrefix: '' });
  const { markup } = printXhtml(value.children);
  assert.equal(markup.match(/\d/g)?.length, 5000);
  assert.match(markup, /word/);
  assert.ok((markup.match(/<blockquote>/g)?.length ?? 0) <= 200);
  assert.deepEqual(
    problems.map(({ rule }) => rule),
    ['html-dropped'],
  );
});
