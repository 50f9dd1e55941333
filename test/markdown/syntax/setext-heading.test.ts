import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { setextSyntax } from '../../../scripts/markdown/syntax/setext-heading.ts';

const pieces = [
  '=',
  '==',
  '-',
  '---',
  '\n',
  '\n\n',
  'a',
  ' ',
  '> ',
  '- ',
  '[a]: b\n',
  '[c]: <',
  '1. ',
  '    ',
  '*',
  '# ',
];

test('setext headings are those of micromark, with definitions, in quotations and lists', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => {
      const text = parts.join('');
      assert.deepEqual(fromMarkdown(text, { extensions: [setextSyntax] }), fromMarkdown(text));
    }),
    { numRuns: 2000 },
  );
});

test('a definition before the words of a heading stays out of it', () => {
  const { children } = fromMarkdown('[a]: b\nWords\n===\n', { extensions: [setextSyntax] });
  assert.deepEqual(
    children.map(({ type }) => type),
    ['definition', 'heading'],
  );
});
