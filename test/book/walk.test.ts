import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Nodes, Root } from 'mdast';
import { walk } from '../../scripts/book/walk.ts';

const text = (value: string): Nodes => ({ type: 'text', value });

test('nodes come in document order, each with its parent', () => {
  const root = {
    type: 'root',
    children: [
      { type: 'paragraph', children: [text('a'), { type: 'emphasis', children: [text('b')] }] },
      { type: 'thematicBreak' },
    ],
  } as Root;
  const met: string[] = [];
  walk<Nodes>(root, (node, parent) => void met.push(`${parent.type}>${node.type}`));
  assert.deepEqual(met, [
    'root>paragraph',
    'paragraph>text',
    'paragraph>emphasis',
    'emphasis>text',
    'root>thematicBreak',
  ]);
});

test('no depth is too deep', () => {
  let tree: Root = { type: 'root', children: [] };
  for (let at = 0; at < 200_000; at++)
    tree = { type: 'root', children: [{ type: 'blockquote', children: tree.children as never }] };
  let count = 0;
  walk<Nodes>(tree, () => void count++);
  assert.equal(count, 200_000);
});

test('children that a visit puts in are visited, those it takes out are not', () => {
  const root = { type: 'root', children: [{ type: 'paragraph', children: [text('old')] }] } as Root;
  const met: string[] = [];
  walk<Nodes>(root, (node) => {
    if (node.type === 'paragraph') node.children = [{ type: 'text', value: 'new' }];
    if (node.type === 'text') met.push(node.value);
  });
  assert.deepEqual(met, ['new']);
});
