/** Under `markdown: commonmark` each example of the specification has the structure that the specification gives it. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { usualLimits } from '../../scripts/book/limits.ts';
import { walk } from '../../scripts/book/walk.ts';
import { parseGuarded } from '../../scripts/markdown/guarded-parse.ts';
import { createParser } from '../../scripts/markdown/parse.ts';
import { newQuota } from '../../scripts/markdown/quota.ts';

const corpus = '../shared/robust/corpora/commonmark.json';

interface Example {
  readonly n: number;
  readonly md: string;
}

/** A tree without what only the press notes in it. */
function bare(tree: Extract<Nodes, { children: unknown[] }>): unknown {
  walk<Nodes>(tree, (node) => {
    delete node.data;
    delete node.position;
  });
  delete tree.position;
  return JSON.parse(JSON.stringify(tree));
}

test('every example of CommonMark', { skip: existsSync(corpus) ? false : `${corpus} is not there` }, async () => {
  const examples = JSON.parse(readFileSync(corpus, 'utf8')) as readonly Example[];
  assert.ok(examples.length > 600);
  const parse = createParser({ autolinks: false, plugins: [], isPlain: true });
  const others: number[] = [];
  for (const { n, md } of examples) {
    const how = { path: '', parse, autolinks: false, hasPlugins: false, isPlain: true, quota: newQuota(usualLimits) };
    const { value } = await parseGuarded(md, how);
    try {
      assert.deepEqual(bare(value), bare(fromMarkdown(md)));
    } catch {
      others.push(n);
    }
  }
  assert.deepEqual(others, []);
});
