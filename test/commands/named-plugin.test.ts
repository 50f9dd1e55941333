import assert from 'node:assert/strict';
import { test } from 'node:test';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { pluginFault } from '../../scripts/book/plugin-fault.ts';
import { pluginLoader } from '../../scripts/commands/load-plugins.ts';
import { makeFiles } from '../tools/folder.ts';

/** What is said of a plug-in with this text when it runs; the number of nodes where it does not fail. */
async function said(text: string): Promise<string | number> {
  const load = pluginLoader(makeFiles({ 'book.yaml': '', 'one.mjs': text }));
  const { value, problems } = await load(['./one.mjs']);
  if (problems[0]) return problems[0].reason;
  try {
    const processor = unified().use(remarkParse).use(value);
    const tree = await processor.run(processor.parse('A.\n'));
    return 'children' in tree ? (tree.children as readonly unknown[]).length : 0;
  } catch (error) {
    return pluginFault(error);
  }
}

const failed = 'The plug-in “./one.mjs” failed';
const cases: readonly (readonly [what: string, text: string, said: string | number])[] = [
  ['changes the tree', 'export default () => (tree) => { tree.children.push(tree.children[0]); };', 2],
  ['gives another tree', "export default () => () => ({ type: 'root', children: [] });", 0],
  ['calls back', 'export default () => (tree, file, next) => next(null, tree);', 1],
  [
    'fails at once',
    "\nexport default () => {\n  throw new Error('no mood\\nat all'); };",
    `${failed} at its line 3: no mood`,
  ],
  [
    'fails when it runs',
    "export default () => () => {\n  throw new Error('no mood'); };",
    `${failed} at its line 2: no mood`,
  ],
  [
    'fails later',
    "export default () => async () => {\n  throw new Error('no mood'); };",
    `${failed} at its line 2: no mood`,
  ],
  [
    'calls back with a fault',
    "export default () => (_, __, next) => next(new Error('no mood'));",
    `${failed} at its line 1: no mood`,
  ],
  ['throws no error', "export default () => () => { throw 'words'; };", `${failed}: words`],
  ['gives no tree', 'export default () => () => 42;', `${failed}: it returned something that is no tree`],
  [
    'fails when it is loaded',
    "\nthrow new Error('no mood');",
    'The plug-in “./one.mjs” cannot be loaded at its line 2: no mood.',
  ],
];

for (const [what, text, expected] of cases)
  test(`a plug-in that ${what}`, async () => {
    assert.equal(await said(text), expected);
  });

test('a package that is not installed, and a path that is mistyped, get what to do', async () => {
  const load = pluginLoader(makeFiles({ 'book.yaml': '', 'shout.mjs': '' }));
  const { problems } = await load(['remark-nowhere-to-be-found', './shuot.mjs']);
  assert.deepEqual(
    problems.map(({ hint }) => hint),
    [
      'Install it in the folder of the story, if that is its name: npm install remark-nowhere-to-be-found',
      'Did you mean “./shout.mjs”?',
    ],
  );
});
