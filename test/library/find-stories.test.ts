import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findStories, foldersOf } from '../../scripts/library/find-stories.ts';

const found = (...paths: readonly string[]) =>
  [...findStories(foldersOf(paths))].map(({ path, kind }) => (kind === 'file' ? path : `${path} ${kind}`));

const cases: readonly (readonly [what: string, paths: readonly string[], stories: readonly string[]])[] = [
  ['files of every kind, in order', ['b.md', 'a.txt', 'c/d.docx', 'c/e.epub', 'f.zip'], ['a.txt', 'b.md', 'f.zip zip', 'c/d.docx', 'c/e.epub']],
  ['a manuscript that has book.yaml, whatever lies in it', ['x/book.yaml', 'x/a.md', 'x/more/b.md', 'y.md'], ['y.md', 'x folder']],
  ['a folder of chapters', ['x/01 The Door.md', 'x/02 The Road.md', 'y/prologue.md', 'y/chapter-1.txt'], ['x folder', 'y folder']],
  ['a folder of parts', ['x/part-1/chapter-1.md', 'x/part-2/chapter-2.md'], ['x folder']],
  ['a folder of stories whose names begin like chapters', ['Ann/Part of Me.md', 'Ann/Story of Us.md'], ['Ann/Part of Me.md', 'Ann/Story of Us.md']],
  ['a writer’s only story', ['Ann/The Door.md'], ['Ann/The Door.md']],
  ['a lone text with its cover', ['door/The Door.md', 'door/cover.jpg'], ['door folder']],
  ['a lone document is itself', ['door/The Door.epub', 'door/cover.jpg'], ['door/The Door.epub']],
  ['what is no story', ['README.md', 'LICENSE.txt', 'a.jpg', '.hidden/a.md', 'x/node_modules/p/a.md', '__MACOSX/a.md'], []],
  ['a vault', ['v/.obsidian/app.json', 'v/a.md', 'v/b.md'], ['v folder']],
  ['a folder of pages that stories share', ['author/about-the-author.md', 'author/also-by.md', 'author/book.yaml', 'author/ann.jpg', 'x/book.yaml'], ['x folder']],
  ['a whole library that is one manuscript', ['book.yaml', 'a.md'], [' folder']],
  ['chapters in the library’s own folder are stories', ['1.md', '2.md'], ['1.md', '2.md']],
  ['folders of other programs', ['m/book.toml', 'm/src/a.md', 'l/Book.txt', 'l/a.md', 'n/nwProject.nwx', 'n/content/a.nwd'], ['l folder', 'm folder', 'n folder']],
]; // biome-ignore format: a case a line

for (const [what, paths, stories] of cases) test(what, () => assert.deepEqual(found(...paths), stories));
