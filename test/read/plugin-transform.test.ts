import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { usualLimits } from '../../scripts/book/limits.ts';
import { transformerOf } from '../../scripts/read/plugin-transform.ts';
import { readBook } from '../../scripts/read/read.ts';
import { manuscriptOf, tell, words } from '../tools/manuscript.ts';

const shout: Plugin<[], Root> = () => (tree) => {
  const first = tree.children[0];
  if (first?.type === 'heading') first.children = [{ type: 'text', value: `${tree.children.length} BLOCKS` }];
};

/** Changes what a mark means. */
const syntax: Plugin = function () {
  const data = this.data() as { micromarkExtensions?: unknown[] };
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: ['codeIndented'] } }];
};
const ownParser: Plugin = function () {
  this.parser = () => ({ type: 'root', children: [] });
};
const broken: Plugin = () => {
  throw new Error('no mood');
};

test('tells plug-ins that only change trees', () => {
  assert.equal(transformerOf([]), undefined);
  assert.ok(transformerOf([shout]));
  assert.equal(transformerOf([shout, syntax]), undefined);
  assert.equal(transformerOf([ownParser]), undefined);
  assert.equal(transformerOf([broken]), undefined);
});

const dense = `# One\n\n${'- a\n- b\n\nWords that part the lists.\n\n'.repeat(1_400)}`;
const limits = { ...usualLimits, marks: usualLimits.marks / 10 };

async function read(text: string, plugins: readonly Plugin[]) {
  const { value, problems } = await readBook(manuscriptOf({ 'book.yaml': 'title: T', 'a.md': text }), {
    loadPlugins: async (names) => ({ value: names.length === 0 ? [...plugins] : [], problems: [] }),
    limits,
  });
  return { book: value, told: problems.filter(({ severity }) => severity === 'error').map(tell) };
}

test('a dense text is read in portions though a plug-in changes the tree, which it sees whole', async () => {
  const { book, told } = await read(dense, [shout as Plugin]);
  assert.deepEqual(told, []);
  const heading = book?.sections[0]?.heading?.children[0];
  assert.equal(heading?.type === 'text' && heading.value, '2801 BLOCKS');
  assert.equal(words(book?.sections ?? [])[0]?.split(' / ').length, 2_800);
});

test('where a plug-in changes Markdown itself the text is read whole, and refused where it is too dense for that', async () => {
  assert.deepEqual(await read(dense, [syntax]), { book: undefined, told: ['a.md:3573:2 text-too-dense'] });
});

test('what a plug-in grows without end is refused', async () => {
  const grow: Plugin<[], Root> = () => (tree) => {
    for (let at = 0; at < 800_000; at++) tree.children.push({ type: 'thematicBreak' });
  };
  const { told } = await read('A.', [grow as Plugin]);
  assert.deepEqual(told, ['a.md book-too-large']);
});

test('a plug-in that fails, at once or later, is told', async () => {
  const later: Plugin = () => () => {
    throw new Error('no mood');
  };
  for (const each of [broken, later]) assert.deepEqual((await read('A.', [each])).told, ['a.md:1:1 plugin-failed']);
});
