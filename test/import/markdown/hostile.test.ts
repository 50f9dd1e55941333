import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { brought } from './import-text.ts';

test('no word is lost, whatever paragraph follows what', async () => {
  const pieces = [
    'w ',
    '\n',
    '\n\n',
    '[[w|w]]',
    '![[w]]',
    '^[w]',
    '[w]{.smallcaps}',
    '::: verse\n',
    ':::\n',
    '| w\n',
    '%%w%%',
    '==w==',
    '# w {#w}\n',
    '{w: w}\n',
    'A> w\n',
    '`w`',
    '*w*',
    '[w](w)',
    '<b>w</b>',
    '[^w]',
    '[^w]: w\n',
    '- w\n',
    '1. w\n',
    '> w\n',
    '> [!w] w\n',
    '```\nw\n```\n',
    '\\newpage\n',
    ' ![w](w) ',
    'w~w~',
    'w^w^',
    ':   w\n',
    '    w\n',
    '***',
    '\\',
  ];
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 14 }), async (parts) => {
      let count = 0;
      const text = `% T\n\n[[x]]\n\n${parts.join('\n\n').replace(/w/g, () => `w${++count}w`)}\n`;
      const { told } = await brought({ 'a.md': text }, 'a.md');
      assert.ok(!told.some((line) => line.endsWith('words-lost')), `${JSON.stringify(text)}: ${told.join()}`);
    }),
    { seed: 11, numRuns: 200 },
  );
});
