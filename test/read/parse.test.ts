import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Nodes } from 'mdast';
import { walk } from '../../scripts/book/walk.ts';
import { createParser } from '../../scripts/read/parse.ts';

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
