import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type ParseChunk, parseInChunks } from '../../scripts/markdown/chunks.ts';
import { createParser, marksIn } from '../../scripts/markdown/parse.ts';
import { newQuota } from '../../scripts/markdown/quota.ts';
import { noLabels } from '../../scripts/markdown/reference-labels.ts';
import { problem } from '../../scripts/report/problem.ts';

const parse = createParser({ autolinks: false, plugins: [] });
const parsePortion: ParseChunk = async (portion) => ({ value: await parse(portion), problems: [] });

const pieces = [
  'a', ' ', '\n', '\n\n', '\n\na', '\n \nb', '*', '- ', '1. ', '> ', '    ', '```\n', '~~~~\n', '<!-- ', ' -->', '<div>\n',
  '<pre>', '</pre>', '# ', '|', '\n|-|-|\n', '<?', '?>', '===\n', '***\n', '\t', '\\', '`', '&amp;', '  \n', '[a](b)', '[^a]', '[^a]: ', '[a]: u', '[a]', '![a]', '![^a]', '[b][a]', '~~', '~', ':span[', ']{lang=fr}', ':::verse\n', ':::note\n', '\n:::\n', ':::',
]; // biome-ignore format: a table

test('portions make the tree that the whole text makes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...pieces), { maxLength: 80 }).map((each) => each.join('')),
      fc.integer({ min: 1, max: 20 }),
      async (text, length) => {
        const knowing: ParseChunk = async (portion, labels) => ({
          value: await parse(portion, { marks: marksIn(text), labels, quota: newQuota() }),
          problems: [],
        });
        const { value } = await parseInChunks(text, knowing, length);
        assert.deepEqual(value, await parse(text));
      },
    ),
    { numRuns: 1000 },
  );
});

test('cuts where a paragraph begins at the margin', async () => {
  const portions: string[] = [];
  await parseInChunks(
    'One.\n\nTwo.\n\n- three\n\n  four\n\nFive.',
    (portion) => {
      portions.push(portion);
      return parsePortion(portion, noLabels, 1);
    },
    1,
  );
  assert.deepEqual(portions, ['One.\n\n', 'Two.\n\n- three\n\n  four\n\n', 'Five.']);
});

test('knows the labels of other portions, and no others; tells places in the whole text', async () => {
  const texts = [
    'See [one].\n\nTwo [^2].\n\n[One]: b\n\nLast.\n\n[^2]: Note.',
    'See [one].\n\n```\n[one]: b\n```\n\nLast [two].\n\n[two]: u\n',
    'See [o\\]ne].\n\nTwo.\n\n> [o\\]ne]: b',
    'See [one\ntwo].\n\nTwo.\n\n[one\n  two]: b',
    '[a]: u# a\n\n:::note\n[a]: u\n:::\n',
    'One.\n\nA lamp\n: It is lit.', // the list and its term share a point
    'See [^a].\n\nTwo.\n\n[^a b]: c\n\nThree [^A] ![^A].\n\n- [^a]: d',
  ];
  for (const text of texts) {
    const { value } = await parseInChunks(
      text,
      async (portion, labels) => ({
        value: await parse(portion, { marks: marksIn(text), labels, quota: newQuota() }),
        problems: [],
      }),
      1,
    );
    assert.deepEqual(value, await parse(text));
  }
});

test('tells the place of a problem in the whole text', async () => {
  const { problems } = await parseInChunks(
    'One.\n\nTwo.\n\nThree.',
    async (portion) =>
      portion.startsWith('Three')
        ? {
            value: await parse(''),
            problems: [problem('text-too-dense', { path: 'a.md', start: { line: 1, column: 3 } }, 'Unexpected')],
          }
        : parsePortion(portion, noLabels, 1),
    1,
  );
  assert.deepEqual(
    problems.map(({ place }) => place),
    [{ path: 'a.md', start: { line: 5, column: 3 } }],
  );
});
