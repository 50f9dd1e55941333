import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { resolveSceneBreaks } from '../../scripts/typeset/scene-breaks.ts';

const breaks = [
  '***',
  '* * *',
  '~',
  '#',
  '-0-',
  'xXx',
  'oOo',
  'ooo',
  '* * * *',
  '⁂',
  '•••',
  '\\* \\* \\*',
  '-x-',
  '~o~O~o~',
  'o0o',
  '---',
  '§',
  '~ * ~',
  '**\\***',
];
const words = ['O', 'x', 'Oh.', '0', '…', '.', 'ox', '*No.*', '10', '100', 'Xx.', 'xoxo', 'XXX', '“—”'];
const ends = [
  '~fin~',
  'The End',
  'THE END.',
  'Fin',
  'TBC',
  'END',
  '\\~end\\~',
  '\\* fin \\*',
  '*Fin*',
  '**The End**',
  'To be continued...',
];

for (const mark of breaks) {
  test(`takes ${mark} for a scene break`, () => {
    const tree = fromMarkdown(`Before.\n\n${mark}\n\nAfter.\n`);
    resolveSceneBreaks(tree);
    assert.deepEqual(
      tree.children.map(({ type }) => type),
      ['paragraph', 'thematicBreak', 'paragraph'],
    );
  });
}

for (const word of words) {
  test(`takes ${word} for words`, () => {
    const tree = fromMarkdown(`Before.\n\n${word}\n\nAfter.\n`);
    resolveSceneBreaks(tree);
    assert.deepEqual(
      tree.children.map(({ type }) => type),
      ['paragraph', 'paragraph', 'paragraph'],
    );
  });
}

for (const mark of ends) {
  test(`takes ${mark} at the end for an end mark`, () => {
    const tree = fromMarkdown(`Before.\n\n${mark}\n\n***\n`);
    resolveSceneBreaks(tree);
    assert.deepEqual(tree.children[1]?.data, { hProperties: { className: ['end-mark'] } });
  });
  test(`takes ${mark} in the middle for words`, () => {
    const tree = fromMarkdown(`Before.\n\n${mark}\n\nAfter.\n`);
    resolveSceneBreaks(tree);
    assert.equal(tree.children[1]?.data, undefined);
  });
}
