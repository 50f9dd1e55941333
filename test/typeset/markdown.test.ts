import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { literalMarks } from '../../scripts/read/literal-marks.ts';
import { typesetMarkdown } from '../../scripts/typeset/markdown.ts';
import { shown } from './set-text.ts';

function set(source: string): string {
  const tree = fromMarkdown(source, { mdastExtensions: [literalMarks()] });
  const typography = { style: 'standard-ebooks', elisions: [], rules: {} } as const;
  return shown(typesetMarkdown(source, tree, { lang: 'en', typography }).text);
}

test('puts nothing behind an asterisk that keeps it from closing its emphasis', () => {
  assert.equal(set('*What!*--he said. *No!* ... *Yes.*'), '*What!*—he said. *No!* … *Yes.*');
});

test('ties words across the lines of the source', () => {
  assert.equal(set('> Mr.\n> Smith -- so'), '> Mr.⟨nb⟩Smith⟨join⟩—so');
});
