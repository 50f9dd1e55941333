import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Nodes } from 'mdast';
import { walk } from '../../scripts/book/walk.ts';
import { createParser } from '../../scripts/markdown/parse.ts';
import { growthOf } from '../tools/count-steps.ts';

async function typesIn(text: string, autolinks = false): Promise<ReadonlySet<string>> {
  const tree = await createParser({ autolinks, plugins: [] })(text);
  const types = new Set<string>();
  walk<Nodes>(tree, (node) => void types.add(node.type));
  return types;
}

/** Markdown that must give a node of this type. Each is alone in its text, so that each extension must work alone. */
const marks: readonly (readonly [string, Nodes['type']])[] = [
  ['A[^1].\n\n[^1]: Note.', 'footnoteReference'],
  ['A[^1].\n\n[^1]: Note.', 'footnoteDefinition'],
  ['| a | b |\n| - | - |\n| c | d |', 'table'],
  ['a | b\n:-:|--\nc | d', 'table'],
  ['~~gone~~', 'delete'],
  ['<b>raw</b>', 'html'],
  ['a :span[mots]{lang=fr} b', 'textDirective'],
  ['<https://example.org>', 'link'],
];

for (const [text, type] of marks) {
  test(`${JSON.stringify(text)} gives ${type}`, async () => {
    assert.ok((await typesIn(text)).has(type));
  });
}

for (const box of [' ', 'x', 'X']) {
  for (const bullet of ['-', '*', '+', '1.', '1)']) {
    test(`“${bullet} [${box}] a” is a task`, async () => {
      const tree = await createParser({ autolinks: false, plugins: [] })(`${bullet} [${box}] a`);
      const list = tree.children[0];
      assert.ok(list?.type === 'list');
      assert.equal(list.children[0]?.checked, box !== ' ');
    });
  }
}

/** Colons that are no span: a text keeps each of them. */
const colons = [
  'Note:this him:she 10:30 :smile: :b[c] :b{c=d} :span :span{a=b} :span[c] :spanner[a]{b=c}',
  '::x :: ::span[a]{b=c} :::',
  'a\\:span[b]{c=d}',
  ':Span[a]{lang=fr} : span[a]{lang=fr} :span [a]{lang=fr} :span[a] {lang=fr} :span[a',
];

for (const text of colons) {
  test(`${JSON.stringify(text)} has no directive, and keeps its words`, async () => {
    // The span at the end calls for the extension.
    const tree = await createParser({ autolinks: false, plugins: [] })(`${text}\n\n:span[z]{lang=fr}`);
    assert.deepEqual(
      tree.children.map(({ type }) => type),
      ['paragraph', 'paragraph'],
    );
    const [first] = tree.children;
    assert.ok(first?.type === 'paragraph');
    assert.equal(
      first.children.map((each) => (each.type === 'text' ? each.value : each.type)).join(''),
      text.replace('\\', ''),
    );
  });
}

test('a span has its attributes, and Markdown inside', async () => {
  const tree = await createParser({ autolinks: false, plugins: [] })('x:span[*a* [b] c]{lang="pt-BR" .d #e dir=ltr}.');
  const [paragraph] = tree.children;
  assert.ok(paragraph?.type === 'paragraph');
  const span = paragraph.children[1];
  assert.ok(span?.type === 'textDirective');
  assert.deepEqual({ ...span.attributes }, { lang: 'pt-BR', class: 'd', id: 'e', dir: 'ltr' });
  assert.equal(span.children[0]?.type, 'emphasis');
});

test('brackets that close nothing cost a text with notes what they cost another', async () => {
  const parse = createParser({ autolinks: false, plugins: [] });
  const growth = await growthOf(200, (size) => parse('\\[^a] '.repeat(size)));
  assert.ok(growth < 2.2, String(growth));
  for (const note of ['![^a]', '![ ^a]'])
    assert.ok((await typesIn(`b${note}\n\n[^a]: c`)).has('footnoteReference'), note);
});

test('one tilde strikes nothing through: it ends stories', async () => {
  assert.ok(!(await typesIn('~fin~')).has('delete'));
});

test('bare addresses become links only on request', async () => {
  const text = 'See https://example.org and www.example.com.';
  assert.ok(!(await typesIn(text)).has('link'));
  assert.ok((await typesIn(text, true)).has('link'));
});

test('remembers which characters were escaped or written as references', async () => {
  const tree = await createParser({ autolinks: false, plugins: [] })('a \\"b\\" &quot;c&#39; "d"');
  const paragraph = tree.children[0];
  const text = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
  assert.ok(text?.type === 'text');
  assert.equal(text.value, 'a "b" "c\' "d"');
  assert.deepEqual(text.data?.literal, [2, 4, 6, 8]);
  assert.deepEqual(text.data?.typed, [2, 2, 6, 5]);
});

test('plug-ins have run when the parser answers', async () => {
  const plugin = () => (tree: Nodes) => {
    if (tree.type === 'root') tree.children.push({ type: 'thematicBreak' });
  };
  const tree = await createParser({ autolinks: false, plugins: [plugin] })('a');
  assert.deepEqual(
    tree.children.map(({ type }) => type),
    ['paragraph', 'thematicBreak'],
  );
});
