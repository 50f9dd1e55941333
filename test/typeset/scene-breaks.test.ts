import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { markEndMark, resolveSceneBreaks } from '../../scripts/typeset/scene-breaks.ts';

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
    markEndMark(tree);
    assert.deepEqual(tree.children[1]?.data, { hProperties: { className: ['end-mark'] } });
  });
  test(`takes ${mark} in the middle for words`, () => {
    const tree = fromMarkdown(`Before.\n\n${mark}\n\nAfter.\n`);
    resolveSceneBreaks(tree);
    markEndMark(tree);
    assert.equal(tree.children[1]?.data, undefined);
  });
}

const empty = [
  '&nbsp;',
  '&#160;',
  '\u00A0',
  '&nbsp;\n\n&nbsp;',
  '<p></p>',
  '<p>&nbsp;</p>',
  '<br>',
  '<br/>\n<br/>',
  '&#8203;',
];
const settings: readonly [string, (text: string) => string][] = [
  ['a section', (text) => text],
  ['a quotation', (text) => text.replace(/^/gm, '> ')],
  ['a list', (text) => `* W\n\n${text.replace(/^/gm, '  ')}`],
];

for (const mark of [...empty, '~', '\\*'])
  for (const [where, typed] of settings)
    test(`takes ${JSON.stringify(mark)} between paragraphs of ${where} for a scene break`, () => {
      const tree = fromMarkdown(typed(`Before.\n\n${mark}\n\nAfter.\n\nAnd after.`));
      resolveSceneBreaks(tree);
      const [first] = tree.children;
      const inner = first?.type === 'list' ? first.children[0]?.children.slice(1) : undefined;
      assert.deepEqual(
        (inner ?? (first?.type === 'blockquote' ? first.children : tree.children)).map(({ type }) => type),
        ['paragraph', 'thematicBreak', 'paragraph', 'paragraph'],
      );
    });

for (const text of [
  '&nbsp;\n\nA.\n\nB.\n\n&nbsp;',
  '# A\n\n&nbsp;\n\nB.',
  'A.\n\n&nbsp;\n\nB.\n\n&nbsp;\n\nC.\n\n&nbsp;\n\nD.',
  '* ~',
])
  test(`takes empty lines of ${JSON.stringify(text)} for space, and a lone ornament for an item`, () => {
    const tree = fromMarkdown(text);
    const before = structuredClone(tree);
    resolveSceneBreaks(tree);
    assert.deepEqual(tree, before);
  });
