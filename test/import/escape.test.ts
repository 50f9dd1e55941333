import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { walk } from '../../scripts/book/walk.ts';
import { escapeLine } from '../../scripts/import/escape.ts';
import { createParser } from '../../scripts/markdown/parse.ts';

const parse = createParser({ autolinks: false, plugins: [] });

/** What a line of plain text prints as, and the types of the nodes it became. */
async function printed(line: string): Promise<{ readonly words: string; readonly types: readonly string[] }> {
  const tree = await parse(escapeLine(line));
  const types: string[] = [];
  walk<Nodes>(tree, ({ type }) => void types.push(type));
  return { words: textOf(tree), types };
}

/** Lines in which Markdown would see markup. */
const specials = [
  '# A heading',
  '###### Six',
  '#',
  '> A quotation',
  '>close',
  '- A list',
  '+ A list',
  '* A list',
  '-',
  '1. A list',
  '12) A list',
  '1986. What a year.',
  '===',
  '---',
  '***',
  '* * *',
  '___',
  '```js',
  '~~~',
  '~~struck~~',
  '~fin~',
  'H~2~O',
  'It cost $x$ and $5$ more',
  ': a line',
  'x^2^',
  'a ==b== c',
  'a %%b%% c',
  '{aside}',
  '-# part',
  '-> a <-',
  'A> aside',
  'a `code` b ``more`` c',
  '[a link](https://example.org)',
  '[a][b]',
  '![a picture](a.png)',
  '[^1]',
  '[^1]: A note',
  '[a]: https://example.org',
  '[ ] todo',
  '- [x] done',
  '<b>bold</b>',
  '<!-- gone -->',
  '<https://example.org>',
  '<?php ?>',
  '&amp; &lt; &#42; &copy; & AT&T',
  'back\\slash \\* \\',
  '| a | b |',
  '| - | - |',
  ':--',
  '2 * 3 * 4 = 24',
  'snake_case_name and __init__',
  '* loose * stars',
  'a*b*c',
  '**',
  '_',
  'C:\\path\\*.txt',
  'https://example.org/a_b_c?d=*e*',
];

for (const line of specials) {
  test(`prints ${JSON.stringify(line)} as the same words in one paragraph`, async () => {
    const { words, types } = await printed(line);
    const plain = types.filter(
      (type) => type !== 'paragraph' && type !== 'text' && type !== 'emphasis' && type !== 'strong',
    );
    assert.deepEqual(plain, []);
    // Stars and lines around whole words mean emphasis; they are the only marks that may go.
    const bare = (text: string) =>
      types.includes('emphasis') || types.includes('strong') ? text.replace(/[*_/]/g, '') : text;
    assert.equal(bare(words), bare(line));
  });
}

/** Emphasis as people type it. */
const emphasis: readonly (readonly [string, string])[] = [
  ['She *really* meant it.', 'She **really** meant it.'],
  ['She _really_ meant it.', 'She *really* meant it.'],
  ['She /really/ meant it.', 'She *really* meant it.'],
  ['_All of it, to the end._', '*All of it, to the end.*'],
  ['"_Stop_," he said.', '"*Stop*," he said.'],
  ['either/or and and/or', 'either/or and and/or'],
  ['on 1/2/2003', 'on 1/2/2003'],
  ['* bullet', '\\* bullet'],
];

for (const [typed, markdown] of emphasis) {
  test(`writes ${JSON.stringify(typed)} as ${JSON.stringify(markdown)}`, () => {
    assert.equal(escapeLine(typed), markdown);
  });
}

for (const line of [
  '===',
  '=',
  '---',
  '- - -',
  '| - |',
  '> quoted',
  '1. one',
  '# two',
  '* three',
  '```',
  ':--',
  '<div>',
]) {
  test(`${JSON.stringify(line)} below another line makes nothing of it`, async () => {
    const tree = await parse(`Above\n${escapeLine(line)}`);
    assert.deepEqual(
      tree.children.map(({ type }) => type),
      ['paragraph'],
    );
    assert.equal(textOf(tree), `Above\n${line}`);
  });
}

test('any line prints as its own words, whatever its marks', async () => {
  const marks = fc.constantFrom(...'#>-+*_=`~[]()<>&;|\\!^:/."\'1ab é'.split(''));
  await fc.assert(
    fc.asyncProperty(fc.array(marks, { minLength: 1, maxLength: 14 }), async (letters) => {
      const line = letters.join('').trim();
      const { words, types } = await printed(line);
      const allowed = ['paragraph', 'text', 'emphasis', 'strong'];
      assert.deepEqual(
        types.filter((type) => !allowed.includes(type)),
        [],
        line,
      );
      const bare = (text: string) => text.replace(/[*_/=]/g, '').replace(/\s+/g, ' ');
      assert.equal(bare(words), bare(line), line);
    }),
    { seed: 42, numRuns: 3000 },
  );
});
