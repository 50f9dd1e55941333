import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import type { Extension } from 'micromark-util-types';
import { dataRuns } from '../../../scripts/markdown/syntax/data-runs.ts';
import { eventsOf } from './events.ts';

const pieces = [
  '[',
  ']',
  '(',
  ')',
  '!',
  '*',
  '_',
  '~~',
  '`',
  '<',
  '>',
  '&',
  '&amp;',
  '\\',
  '^',
  ':',
  'a',
  ' ',
  '  ',
  '\n',
  '\n\n',
];
const given = [gfmFootnote(), gfmStrikethrough({ singleTilde: false })];

test('plain characters make the tree that micromark makes, with all that stands between', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => {
      const text = parts.join('');
      const treeOf = (extensions: Extension[]) =>
        fromMarkdown(text, {
          extensions: [...extensions, ...given],
          mdastExtensions: [gfmFootnoteFromMarkdown(), gfmStrikethroughFromMarkdown()],
        });
      assert.deepEqual(treeOf([dataRuns]), treeOf([]));
      assert.deepEqual(eventsOf(text, [dataRuns, ...given]), eventsOf(text, given));
    }),
    { numRuns: 2000 },
  );
});
