import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Nodes } from 'mdast';
import { createParser } from '../../../scripts/markdown/parse.ts';

const parse = createParser({ autolinks: false, plugins: [] });

/** What a paragraph is made of. */
async function shape(text: string): Promise<string> {
  const [paragraph] = (await parse(text)).children;
  const told = (node: Nodes): string =>
    node.type === 'text'
      ? node.value
      : `[${node.type} ${'value' in node ? node.value : 'children' in node ? node.children.map(told).join('') : ''}]`;
  return paragraph && 'children' in paragraph ? paragraph.children.map(told).join('') : '';
}

for (const text of [
  "``Hello,'' she said. ``It's `fine,' I think.''",
  "`Hello, it's me,' she said. `Don't go.'",
  '<<Bonjour>>, dit-il, <<bon jour>>.',
  'T_T -_- o_O ^_^ >_< ;_; -_-',
]) {
  test(`leaves the signs of ${text}`, async () => assert.equal(await shape(text), text));
}

for (const [text, made] of [
  ["Use `print('x')` and ``a ` b`` now.", "Use [inlineCode print('x')] and [inlineCode a ` b] now."],
  ['`one`, `two`, `three`', '[inlineCode one], [inlineCode two], [inlineCode three]'],
  ['a <b>bold</b> word, 1 << 2', 'a [html <b>]bold[html </b>] word, 1 << 2'],
  ['_one_ -_two_-', '[emphasis one] -[emphasis two]-'],
] as const) {
  test(`reads ${text}`, async () => assert.equal(await shape(text), made));
}
