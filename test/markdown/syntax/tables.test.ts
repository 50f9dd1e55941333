import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Nodes } from 'mdast';
import { walk } from '../../../scripts/book/walk.ts';
import { createParser } from '../../../scripts/markdown/parse.ts';
import { newQuota } from '../../../scripts/markdown/quota.ts';

interface Printable {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Printable[];
}

const blocks: ReadonlySet<string> = new Set(['paragraph', 'listItem', 'tableCaption']);
const wordsOf = (node: Printable): string =>
  `${node.value ?? (node.children ?? []).map(wordsOf).join('')}${blocks.has(node.type) ? ' ' : ''}`;
const words = (node: Printable): string => wordsOf(node).replace(/\s+/g, ' ').trim();

/** A text’s tables: how many rows head each, how its columns are aligned, its rows, its caption. */
async function tablesIn(text: string, isMetered = false): Promise<readonly string[]> {
  const tree = await createParser({ autolinks: false, plugins: [] })(text, isMetered ? { quota: newQuota() } : {});
  const found: string[] = [];
  walk<Nodes>(tree, (node) => {
    if (node.type === 'tableCaption') found.push(`“${words(node)}”`);
    if (node.type !== 'table') return;
    const align = node.align?.map((side) => side?.charAt(0) ?? '-').join('');
    const rows = node.children.flatMap((row) => (row.type === 'tableRow' ? [row.children.map(words).join('|')] : []));
    found.push(`${node.data?.headRows ?? 1} ${align} ${rows.join(' / ')}`);
  });
  return found;
}

const simple = `
  Right     Left     Center     Default
-------     ------ ----------   -------
     12     12        12            *12*
    123     123       123          123

Table:  Demonstration of *simple* tables.
`;
const multiline = `
-------------------------------------------------------------
 Centered   Default           Right Left
  Header    Aligned         Aligned Aligned
----------- ------- --------------- -------------------------
   First    row                12.0 Example of a row that
                                    spans multiple lines.

  Second    row                 5.0 Here is another one. Note
                                    the blank line between
                                    rows.
-------------------------------------------------------------

: A caption that may go on
over lines.
`;
const grid = `
+---------------+---------------+--------------------+
| Fruit         | Price         | Advantages         |
+===============+:=============:+====================+
| Bananas       | \\$1.34        | - built-in wrapper |
|               |               | - bright *colour*  |
+---------------+---------------+--------------------+
| Oranges       | \\$2.10        | A paragraph.       |
|               |               |                    |
|               |               | And another.       |
+---------------+---------------+--------------------+
`;

/** Tables as pandoc’s manual has them, as pandoc 2.17 writes them, and what it reads in them. */
const tables: readonly (readonly [string, readonly string[]])[] = [
  [simple, ['1 rlc- Right|Left|Center|Default / 12|12|12|12 / 123|123|123|123', '“Demonstration of simple tables.”']],
  [
    multiline,
    [
      '1 c-rl Centered Header|Default Aligned|Right Aligned|Left Aligned / First|row|12.0|Example of a row that spans multiple lines. / Second|row|5.0|Here is another one. Note the blank line between rows.',
      '“A caption that may go on over lines.”',
    ],
  ],
  [
    grid,
    [
      '1 -c- Fruit|Price|Advantages / Bananas|$1.34|built-in wrapper bright colour / Oranges|$2.10|A paragraph. And another.',
    ],
  ],
  ['-------  ----\n     12  12\n-------  ----\n', ['0 rl 12|12']],
  ['  ------ --------\n  漢字   日本語\n  é      ü\n  ------ --------\n\nAfter.', ['0 ll 漢字|日本語 / é|ü']],
  [
    '+------+--------+\n| 漢字 | 日本語 |\n+------+--------+\n| é    | ü      |\n+------+--------+',
    ['0 -- 漢字|日本語 / é|ü'],
  ],
  ['| a | b |\n|---|---|\n| c | d |\n\n: *below*', ['1 -- a|b / c|d', '“below”']],
  ['| a | b |\n|---|---|\n| c | d |\n: right below', ['1 -- a|b / c|d', '“right below”']],
  ['Table: above\n\n| a | b |\n|---|---|\n| c | d |', ['1 -- a|b / c|d', '“above”']],
  // One column of one letter is a column: nothing is dropped in silence.
  ['+-+-+\n|a|b|\n+=+=+\n|c|d|\n+-+-+', ['1 -- a|b / c|d']],
  ['+---+---+\n| a | b |\n|   +---+\n|   | d |\n+---+---+\n| wide  |\n+-------+', ['0 -- a|b / d / wide']],
];

for (const [text, expected] of tables) {
  const first = text.trim().split('\n', 1)[0];
  test(`${JSON.stringify(first)} begins a table, wherever it stands`, async () => {
    const body = text.replace(/^\n/, '');
    assert.deepEqual(await tablesIn(body), expected);
    assert.deepEqual(await tablesIn(body, true), expected, 'under a meter');
    assert.deepEqual(await tablesIn(body.trimEnd()), expected, 'at the end');
    assert.deepEqual(await tablesIn(body.replaceAll('\n', '\r\n')), expected, 'with CRLF');
    assert.deepEqual(await tablesIn(`Plain.\n\nPlain.\n\n${body}\n\nPlain.`), expected, 'between plain paragraphs');
    assert.deepEqual(
      await tablesIn(`Say:\n\n> ${body.trimEnd().replaceAll('\n', '\n> ')}\n`),
      expected,
      'in a quotation',
    );
    assert.deepEqual(await tablesIn(`- item\n\n  ${body.trimEnd().replaceAll('\n', '\n  ')}\n`), expected, 'in a list');
    assert.deepEqual(
      await tablesIn(`A[^n].\n\n[^n]: Note.\n\n    ${body.trimEnd().replaceAll('\n', '\n    ')}\n`),
      expected,
      'in a note',
    );
  });
}

/** What is no table, though it has lines of dashes. */
const others = [
  'She left.\n\n---  ---\n\nHe came home, and was late.\n\n---  ---\n\nEnd.',
  '-----\n\nProse of a scene.\n\n-----\n\nMore of it.\n\n-----\n',
  '- - -\n\nA\n\n- - -\n',
  'Not a head\n-----\n',
  '+---+---+\n| a | b |\nand no more',
  '+---+---+\n| a | bc |\n+---+---+',
  '```\n+---+\n| a |\n+---+\n```',
  'A paragraph\n+---+\n| a |\n+---+',
  '    A    B\n    ---  ---\n    code c',
];

for (const text of others) {
  test(`${JSON.stringify(text)} has no table`, async () => assert.deepEqual(await tablesIn(text), []));
}

test('what stands in a cell is at the author’s line and column, and knows the notes of the text', async () => {
  const text = `> +-----+--------+\n> | 漢  | *b*[^n] |\n> +-----+---------+\n`.replace('+--------+', '+---------+');
  const tree = await createParser({ autolinks: false, plugins: [] })(`${text}\n[^n]: Note.`);
  const seen = new Map<string, string>();
  walk<Nodes>(tree, (node) => {
    if (node.position) seen.set(node.type, text.slice(node.position.start.offset, node.position.end.offset));
  });
  assert.equal(seen.get('emphasis'), '*b*');
  assert.equal(seen.get('footnoteReference'), '[^n]');
});
