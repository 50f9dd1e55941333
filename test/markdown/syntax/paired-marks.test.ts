import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import type { Extension } from 'micromark-util-types';
import { strikethroughSyntax } from '../../../scripts/markdown/syntax/paired-marks.ts';
import { eventsOf } from './events.ts';

const pieces = ['~~', '~~', '~', '~~~', '*', '**', '_', 'a', ' ', '.', '\n', '[', '](u)', '`', '&amp;', '\\', '“'];
const treeOf = (text: string, extension: Extension) =>
  fromMarkdown(text, { extensions: [extension], mdastExtensions: [gfmStrikethroughFromMarkdown()] });

test('strikes through what the extension of micromark strikes through', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      const given = gfmStrikethrough({ singleTilde: false });
      assert.deepEqual(treeOf(text, strikethroughSyntax()), treeOf(text, given));
      assert.deepEqual(eventsOf(text, [strikethroughSyntax()]), eventsOf(text, [given]));
    }),
    { numRuns: 3000 },
  );
});

test('pairs marks a thousand deep', () => {
  const depth = 1000;
  const events = eventsOf(`${'~~a '.repeat(depth)}${' a~~'.repeat(depth)}`, [strikethroughSyntax()]);
  assert.equal(events.filter((each) => each.startsWith('enter strikethrough ')).length, depth);
});
