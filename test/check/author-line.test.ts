import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { runTool } from '../../scripts/disk/run-tool.ts';
import { makeFiles } from '../tools/folder.ts';
import { root } from '../tools/need.ts';

/** A plug-in that breaks whatever is emphasised: it points to a label that is nowhere. */
const badPlugin = `
export default () => (tree) => {
  const visit = (node) => {
    if (node.tagName === 'em') node.properties.ariaLabelledBy = ['nowhere'];
    for (const child of node.children ?? []) visit(child);
  };
  visit(tree);
};
`;

test('what EPUBCheck finds in the book is told on the line the author wrote', async () => {
  const manuscript = makeFiles({
    'book.yaml': 'title: Broken\nauthor: Ada Sample\nlang: en\nplugins: { rehype: [./bad.mjs] }\n',
    'bad.mjs': badPlugin,
    'chapter.md': '# One\n\nFirst.\n\nSecond,\nof two lines.\n\nThird, *broken* here.\n',
  });
  const ran = await runTool(process.execPath, [join(root, 'scripts/fleuron.cjs'), 'check', manuscript, '--json'], {
    env: process.env,
    seconds: 120,
  });
  assert.ok(!('failure' in ran));
  assert.equal(ran.status, 1, ran.stderr);
  const { problems } = JSON.parse(ran.stdout);
  assert.equal(problems.length, 1);
  assert.equal(problems[0].rule, 'epubcheck');
  assert.equal(problems[0].place.path, 'chapter.md');
  assert.equal(problems[0].place.start.line, 8);
});
