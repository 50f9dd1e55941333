import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toString as textOf } from 'mdast-util-to-string';
import { createParser } from '../../../scripts/markdown/parse.ts';
import { body } from '../../render/rendering.ts';

interface Node {
  readonly type: string;
  readonly spread?: boolean | null | undefined;
  readonly children?: readonly Node[];
}

/** A text’s definition lists: terms, then `:` or, where it holds paragraphs, `::`, and what is said. */
async function definitionsIn(text: string): Promise<readonly string[]> {
  const found: string[] = [];
  const visit = (node: Node): void => {
    if (node.type === 'definitionList')
      found.push(
        (node.children ?? [])
          .map(
            (each) =>
              (each.type === 'definitionTerm' ? '' : each.spread ? ':: ' : ': ') +
              (each.children ?? []).map((child) => textOf(child).replace(/\s+/g, ' ')).join('/'),
          )
          .join(' '),
      );
    for (const child of node.children ?? []) visit(child);
  };
  visit(await createParser({ autolinks: false, plugins: [] })(text));
  return found;
}

/** What pandoc 2.17 finds too, but for the lines that say otherwise. */
const texts: readonly (readonly [string, readonly string[]])[] = [
  ['Apple\n: A fruit.\n: A company.\nlazy line', ['Apple : A fruit. : A company. lazy line']],
  ['Term 1\n\n:   One\n\n*Term* 2\n\n:   Two\n\n        code\n\n    more', ['Term 1 :: One Term/ 2 :: Two/code/more']],
  ['Pear\n:   One\n    goes on\n\n:   Two', ['Pear : One goes on : Two']],
  ['Apple\n  ~ A fruit.\n  ~ A company.', ['Apple : A fruit. : A company.']],
  ['- One\n- Pear\n  : A fruit.\n- Fig\n\n  :   Sweet', ['Pear : A fruit.', 'Fig :: Sweet']],
  ['- Pear\n: A fruit.', []],
  ['Two lines\nof a paragraph\n: are no term', []],
  ['# Heading\n\n: nothing', []],
  ['| a | b |\n|---|---|\n| c | d |\n\n: A caption', []],
  ['    code\n: nothing', []],
  // Stories end, sign and smile so; pandoc takes each for a definition.
  ['The end.\n\n~ fin ~', []],
  ['Love,\n~ Anna', []],
  ['She smiled.\n\n: )', []],
];

for (const [text, lists] of texts) {
  test(`${JSON.stringify(text)} has ${lists.length} definition lists`, async () => {
    assert.deepEqual(await definitionsIn(text), lists);
    assert.deepEqual(await definitionsIn(`${text}\n\nAfter.`), lists, 'before a paragraph');
    assert.deepEqual(await definitionsIn(`Plain.\n\nPlain.\n\n${text}`), lists, 'behind plain paragraphs');
    assert.deepEqual(await definitionsIn(text.replaceAll('\n', '\r\n')), lists, 'with CRLF');
    assert.deepEqual(await definitionsIn(`> ${text.replaceAll('\n', '\n> ')}`), lists, 'in a quotation');
    assert.deepEqual(await definitionsIn(`- item\n\n  ${text.replaceAll('\n', '\n  ')}`), lists, 'in a list');
    assert.deepEqual(
      await definitionsIn(`A[^n].\n\n[^n]: Note.\n\n    ${text.replaceAll('\n', '\n    ')}`),
      lists,
      'in a note',
    );
  });
}

test('a definition list is `dl`, with paragraphs where there are several', async () => {
  assert.match(
    (await body('# A\n\nApple\n: A *fruit*.\n\nPear\n\n:   One.\n\n    Two.')).replaceAll('\n', ''),
    /<dl><dt>Apple<\/dt><dd>A <em>fruit<\/em>.<\/dd><dt>Pear<\/dt><dd><p>One.<\/p><p>Two.<\/p><\/dd><\/dl>/,
  );
});
