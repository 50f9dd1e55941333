import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mixedStory } from '../../scripts/book/mixed-folder.ts';

const folders: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['several formats', ['1.docx', '2.txt', '3.md', 'README.md', 'pictures/a.png'], ['1.docx', '2.txt', '3.md']],
  [
    'chapters',
    ['Chapter Three.txt', 'Chapter Two.txt', 'Prologue.txt'],
    ['Prologue.txt', 'Chapter Two.txt', 'Chapter Three.txt'],
  ],
  ['Markdown alone', ['1.md', '2.md', 'template.docx'], []],
  ['a tool’s', ['nwProject.nwx', 'notes.txt'], []],
  ['a manuscript', ['book.yaml', '1.md', 'old.docx'], []],
];

for (const [what, names, expected] of folders)
  test(`a folder of ${what} is taken for ${expected.length || 'no'} stories`, () => {
    assert.deepEqual(mixedStory(names), expected);
  });
