import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { walk } from '../../../scripts/book/walk.ts';
import { createParser } from '../../../scripts/markdown/parse.ts';
import { body } from '../../render/rendering.ts';

/** The stanzas of a text’s verse. */
async function verseIn(text: string): Promise<readonly string[]> {
  const found: string[] = [];
  const tree = await createParser({ autolinks: false, plugins: [] })(text);
  walk<Nodes>(tree, (node) => {
    if (node.type === 'containerDirective')
      found.push(node.children.map((each) => textOf(each).replaceAll('\u00A0', '_')).join('\n\n'));
  });
  return found;
}

const texts: readonly (readonly [string, readonly string[]])[] = [
  ['| The road\n|   goes *on\n|\n| and on', ['The road\n__goes *on\n\nand on']],
  ['| It *laughs\n|    in space* quite', ['It laughs\n___in space quite']],
  ['| The Right Honourable\n  Samuel\n| - no list', ['The Right Honourable Samuel\n- no list']],
  ['| One line', ['One line']],
  ['| a | b |\n|---|---|\n| c | d |', []],
  ['| a |\n| b |', []],
  ['| a\n|---\n| b', []],
  ['A paragraph\n| goes on', []],
  ['|\n|', []],
  ['    | code', []],
];

for (const [text, stanzas] of texts) {
  test(`${JSON.stringify(text)} has ${stanzas.length} poems`, async () => {
    assert.deepEqual(await verseIn(text), stanzas);
    assert.deepEqual(await verseIn(`Plain.\n\nPlain.\n\n${text}\n\nPlain.\n`), stanzas, 'between plain paragraphs');
    assert.deepEqual(await verseIn(text.replaceAll('\n', '\r\n')), stanzas, 'with CRLF');
    assert.deepEqual(await verseIn(`> ${text.replaceAll('\n', '\n> ')}`), stanzas, 'in a quotation');
    assert.deepEqual(await verseIn(`- item\n\n  ${text.replaceAll('\n', '\n  ')}`), stanzas, 'in a list');
    assert.deepEqual(
      await verseIn(`A[^n].\n\n[^n]: N.\n\n    ${text.replaceAll('\n', '\n    ')}`),
      stanzas,
      'in a note',
    );
  });
}

test('a line block is set as verse is', async () => {
  const lines = (await body('# A\n\n| The road\n|   goes on\n|\n| and on')).split('\n');
  const verse = (await body('# A\n\n:::verse\nThe road\n  goes on\n\nand on\n:::')).split('\n');
  assert.deepEqual(lines, verse);
});
