import assert from 'node:assert/strict';
import { test } from 'node:test';
import { omnibusFiles, workFolders } from '../../scripts/pipeline/omnibus-files.ts';
import { manuscriptOf } from '../tools/manuscript.ts';

const imported = (series: string) => ({
  title: 'T',
  manuscript: manuscriptOf({ 'book.yaml': `title: T\n${series}`, 'chapter-1.md': 'Words.\n' }),
  pictures: new Map([['cover.png', Uint8Array.of(1)]]),
});

test('folders of works are called after their files, each in another way', () => {
  assert.deepEqual(workFolders(['in/The Lamp.html', 'x/the-lamp.epub', 'folder/', '日.txt', '月.txt']), [
    'the-lamp',
    'the-lamp-2',
    'folder',
    'book',
    'book-2',
  ]);
});

/** What two works say of their series, and what is listed. */
const lists: readonly (readonly [first: string, second: string, yaml: string])[] = [
  ['', '', 'books:\n  - a\n  - b\n'],
  [
    'series: {name: S, position: 2}\n',
    'series: {name: S, position: 1.5}\n',
    'books:\n  - path: b\n    series-index: 1.5\n  - path: a\n    series-index: 2\n',
  ],
  ['series: {name: S, position: 2}\n', 'series: {name: Other, position: 1}\n', 'books:\n  - a\n  - b\n'],
  ['series: {name: S, position: 2}\n', 'series: S\n', 'books:\n  - a\n  - b\n'],
];

for (const [first, second, yaml] of lists)
  test(`works of ${first.trim() || 'no series'} and ${second.trim() || 'none'} are listed`, () => {
    const files = omnibusFiles([
      { name: 'a', imported: imported(first) },
      { name: 'b', imported: imported(second) },
    ]);
    assert.equal(new TextDecoder().decode(files.get('book.yaml')), yaml);
    assert.deepEqual(
      [...files.keys()].filter((path) => path.startsWith('a/')),
      ['a/cover.png', 'a/chapter-1.md', 'a/book.yaml'],
    );
  });
