import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NavEntry } from '../../scripts/book/publication.ts';
import { render } from './rendering.ts';

/** Contents in lines: `The Door > chapter-1.xhtml`, set in by depth. */
const lines = (entries: readonly NavEntry[], indent = ''): readonly string[] =>
  entries.flatMap(({ title, href, entries: inner }) => [`${indent}${title} > ${href}`, ...lines(inner, `${indent}  `)]);

test('parts hold chapters, chapters hold their headings, three levels and no more', async () => {
  const { publication } = await render({
    'book.yaml': 'title: T',
    '1.md':
      '# Part One\n\n## The Door\n\nA.\n\n### Behind It\n\nB.\n\n#### Deeper\n\nC.\n\n# Part Two\n\n## The Stair\n\nD.\n',
    '2-epilogue.md': '# After\n\nE.\n\n## Long After\n\nF.\n\n### Longer\n\nG.\n',
  });
  assert.deepEqual(lines(publication.nav), [
    'Part One > part-1.xhtml',
    '  The Door > chapter-1.xhtml',
    '    Behind It > chapter-1.xhtml#chapter-1-h-behind-it',
    'Part Two > part-2.xhtml',
    '  The Stair > chapter-2.xhtml',
    'After > epilogue.xhtml',
    '  Long After > epilogue.xhtml#epilogue-h-long-after',
  ]);
});

test('sections without a heading have a name in the contents, in the book’s language', async () => {
  const { publication } = await render({
    'book.yaml': 'title: T\nlang: de',
    '1-dedication.md': 'A.\n',
    '2.md': 'B.\n',
    '3.md': 'C.\n',
  });
  assert.deepEqual(
    publication.nav.map(({ title }) => title),
    ['Kapitel 1', 'Kapitel 2'],
  );
});

test('a dedication and an epigraph are listed under a heading of their own, and not without one', async () => {
  const { publication } = await render({
    'book.yaml': 'title: T',
    '1-dedication.md': '# For the Cat\n\nA.\n',
    '2-epigraph.md': 'B.\n',
    '3.md': '# One\n\nC.\n',
  });
  assert.deepEqual(lines(publication.nav), ['For the Cat > dedication.xhtml', 'One > chapter-1.xhtml']);
});

test('a story of one untitled chapter is listed by the book’s title', async () => {
  const { publication } = await render({ 'book.yaml': 'title: The Door', 'a.md': 'A.\n' });
  assert.deepEqual(lines(publication.nav), ['The Door > chapter-1.xhtml']);
});

/** `toc-depth`, and the contents. */
const depths: readonly (readonly [depth: number, lines: readonly string[]])[] = [
  [1, ['One']],
  [2, ['One', '  A', '  B']],
  [3, ['One', '  A', '    A1', '  B']],
  [6, ['One', '  A', '    A1', '      A11', '  B']],
];

for (const [depth, expected] of depths)
  test(`toc-depth ${depth} lists ${expected.length} lines`, async () => {
    const { publication } = await render({
      'book.yaml': `title: T\ntoc-depth: ${depth}`,
      '1.md': '# One\n\n## A\n\n### A1\n\n#### A11\n\nWords.\n\n## B\n\nWords.\n',
    });
    assert.deepEqual(
      lines(publication.nav).map((line) => line.replace(/ > .*/, '')),
      expected,
    );
  });
