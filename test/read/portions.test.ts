import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createParser } from '../../scripts/read/parse.ts';
import { parseInPortions } from '../../scripts/read/portions.ts';
import { problem } from '../../scripts/report/problem.ts';

const parse = createParser({ autolinks: false, plugins: [] });
const parsePortion = async (portion: string) => ({ value: await parse(portion), problems: [] });

const pieces = [
  'a', ' ', '\n', '\n\n', '\n\na', '\n \nb', '*', '- ', '1. ', '> ', '    ', '```\n', '~~~~\n', '<!-- ', ' -->', '<div>\n',
  '<pre>', '</pre>', '# ', '|', '\n|-|-|\n', '<?', '?>', '===\n', '***\n', '\t', '\\', '`', '&amp;', '  \n', '[a](b)', '[^a]', '~~', '~',
]; // biome-ignore format: a table

test('portions make the tree that the whole text makes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...pieces), { maxLength: 80 }).map((each) => each.join('')),
      fc.integer({ min: 1, max: 20 }),
      async (text, length) => {
        const parsePortion = async (portion: string) => ({
          value: await parse(portion, { whole: text }),
          problems: [],
        });
        const { value } = await parseInPortions(text, parsePortion, length);
        assert.deepEqual(value, await parse(text));
      },
    ),
    { numRuns: 2000 },
  );
});

test('cuts where a paragraph begins at the margin', async () => {
  const portions: string[] = [];
  await parseInPortions(
    'One.\n\nTwo.\n\n- three\n\n  four\n\nFive.',
    (portion) => {
      portions.push(portion);
      return parsePortion(portion);
    },
    1,
  );
  assert.deepEqual(portions, ['One.\n\n', 'Two.\n\n- three\n\n  four\n\n', 'Five.']);
});

test('does not cut what a definition has a meaning for', async () => {
  let count = 0;
  await parseInPortions(
    '[One].\n\nTwo.\n\n[one]: b',
    (portion) => {
      count++;
      return parsePortion(portion);
    },
    1,
  );
  assert.equal(count, 1);
});

test('tells the place of a problem in the whole text', async () => {
  const { problems } = await parseInPortions(
    'One.\n\nTwo.\n\nThree.',
    async (portion) =>
      portion.startsWith('Three')
        ? {
            value: await parse(''),
            problems: [problem('text-too-dense', { path: 'a.md', start: { line: 1, column: 3 } }, 'Unexpected')],
          }
        : parsePortion(portion),
    1,
  );
  assert.deepEqual(
    problems.map(({ place }) => place),
    [{ path: 'a.md', start: { line: 5, column: 3 } }],
  );
});
