import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import type { Construct, Extension } from 'micromark-util-types';
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

test('no events are moved to join plain characters, however many brackets stand between', () => {
  let moves = 0;
  const counting: Construct = {
    tokenize(_effects, _ok, nok) {
      const { events } = this;
      events.splice = (...given: Parameters<typeof events.splice>) => {
        moves++;
        return Array.prototype.splice.apply(events, given);
      };
      return nok;
    },
  };
  const text = '[ ] a'.repeat(1000);
  eventsOf(text, [{ text: { 91: counting } }]);
  assert.ok(moves >= 1000, 'micromark moves them');
  moves = 0;
  eventsOf(text, [dataRuns, { text: { 91: counting } }]);
  assert.ok(moves < 10);
});
