import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toString as textOf } from 'mdast-util-to-string';
import { createParser } from '../../../scripts/markdown/parse.ts';
import { revertFalseLinks } from '../../../scripts/markdown/syntax/false-links.ts';

const cases: readonly (readonly [markdown: string, words: string, links: number])[] = [
  ['a [*link*](url ((title)) b', 'a [link](url ((title)) b', 0],
  ['[link](url (title))', 'link', 1],
  ['[link](url (\\(title))', 'link', 1],
  ['[link](u(r)l (title))', 'link', 1],
  ['[link](url "((title))")', 'link', 1],
  ['([link](url (title)))', '(link)', 1],
];
for (const [markdown, words, links] of cases) {
  test(`${markdown} has ${links === 1 ? 'a link' : 'none'}`, async () => {
    const tree = await createParser({ autolinks: false, plugins: [] })(markdown);
    revertFalseLinks(tree, markdown);
    assert.equal(textOf(tree), words);
    assert.equal(JSON.stringify(tree).match(/"type":"link"/g)?.length ?? 0, links);
  });
}
