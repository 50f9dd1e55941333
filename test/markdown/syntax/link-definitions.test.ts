import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toString as textOf } from 'mdast-util-to-string';
import { createParser } from '../../../scripts/markdown/parse.ts';
import { body } from '../../render/rendering.ts';

/** The blocks of a text: their words, or the address of a definition. */
async function blocksOf(text: string): Promise<readonly string[]> {
  const { children } = await createParser({ autolinks: false, plugins: [] })(text);
  return children.map((node) => (node.type === 'definition' ? `→ ${node.url}` : textOf(node)));
}

const texts: readonly (readonly [string, readonly string[]])[] = [
  ['[Mary]: Hello', ['[Mary]: Hello']],
  ['[Tom]: no\n[Mary]: *yes*', ['[Tom]: no\n[Mary]: yes']],
  ['[Tom]: wait...what', ['[Tom]: wait...what']],
  ['[Tom]: "No."', ['[Tom]: "No."']],
  ['[Tom \\] Lee]:\n  Yes', ['[Tom ] Lee]:\nYes']],
  ['[a]: https://example.com', ['→ https://example.com']],
  ['[a]: mailto:a@example.com', ['→ mailto:a@example.com']],
  ['[a]: #door', ['→ #door']],
  ['[a]:\n  chapter-2.md#door "The door"', ['→ chapter-2.md#door']],
  ['[a]: pictures/map.png', ['→ pictures/map.png']],
  ['[a]: /map', ['→ /map']],
  ['[a]: ../map', ['→ ../map']],
  ['[a]: <the map>', ['→ the map']],
  ['[a]: www.example.com/map', ['→ www.example.com/map']],
  ['[//]: # (nobody reads this)', ['→ #']],
];

for (const [text, blocks] of texts)
  test(JSON.stringify(text), async () => {
    assert.deepEqual(await blocksOf(text), blocks);
    assert.deepEqual(await blocksOf(`Plain.\n\n${text}\n\nPlain.\n`), ['Plain.', ...blocks, 'Plain.']);
  });

test('what somebody says is printed, and a link that is defined leads there', async () => {
  const made = await body('# A\n\n[Mary]: Hello\n\nSee [the page][p].\n\n[p]: https://example.com/p');
  assert.match(made, /<p[^>]*>\[Mary\]: Hello<\/p>/);
  assert.match(made, /<a href="https:\/\/example\.com\/p">the page<\/a>/);
});
