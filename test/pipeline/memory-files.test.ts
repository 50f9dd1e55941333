/** Files in memory are given to the press as those of a disk are. */
import assert from 'node:assert/strict';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import type { GivenFiles } from '../../scripts/book/given-files.ts';
import { usualLimits } from '../../scripts/book/limits.ts';
import { openPath } from '../../scripts/disk/open-path.ts';
import { loadManuscript } from '../../scripts/pipeline/load-manuscript.ts';
import { memoryFiles } from '../../scripts/pipeline/memory-files.ts';
import { makeFiles } from '../tools/folder.ts';

const limits = {
  ...usualLimits,
  text: 100,
  texts: 150,
  template: 40,
  picture: 30,
  pictures: 50,
  import: 300,
  files: 8,
};
const asked = [
  'a.png',
  './a.png',
  'x/../a.png',
  'in/b.png',
  '../a.png',
  '/a.png',
  'x/../../a.png',
  'nowhere.png',
  '',
  '.',
];

/** All that the press can learn of what it was given. */
function learnt(given: GivenFiles) {
  const open = given.open;
  const foreign = given.asForeign();
  const loaded = loadManuscript(given, limits);
  return {
    name: given.name,
    isFolder: given.isFolder,
    names: given.names,
    problems: given.problems,
    texts: given.names.map((name) => given.read(name, 'text')),
    opened: asked.map((path) => open(path, { path: 'chapter.md' })),
    foreign: { ...foreign, value: foreign.value && { ...foreign.value, beside: asked.map(foreign.value.beside) } },
    loaded: {
      problems: loaded.problems,
      foreign: loaded.value?.foreign && { ...loaded.value.foreign, beside: undefined },
      manuscript: loaded.value?.manuscript && { ...loaded.value.manuscript, open: undefined },
    },
  };
}

/** The same for bytes of any kind, without functions and what only a disk knows. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('latin1');
  if (value instanceof Map || Array.isArray(value)) return [...value].map(plain);
  if (typeof value !== 'object' || value === null) return typeof value === 'function' ? undefined : value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) =>
      each === undefined || key === 'read' || key === 'around' ? [] : [[key, plain(each)]],
    ),
  );
}

const cases: readonly (readonly [string, Readonly<Record<string, string>>, string?])[] = [
  [
    'a folder',
    { 'chapter-10.md': 'Ten.', 'chapter-2.md': 'Two.', 'a.png': 'x', 'in/b.png': 'y', 'book.yaml': 'title: T' },
  ],
  ['hidden files', { 'a.md': 'A.', '.b.md': 'B.', '.git/c.md': 'C.', 'node_modules/d.md': 'D.', 'in/.e.md': 'E.' }],
  [
    'templates',
    { 'a.md': 'A.', 'templates/style.css': 'p {}', 'templates/legacy/added.css': 'q {}', 'templates/x/y': 'z' },
  ],
  ['a text that is too large', { 'a.md': 'A'.repeat(101) }],
  ['texts that are too large', { 'a.md': 'A'.repeat(90), 'b.md': 'B'.repeat(90) }],
  ['pictures that are too large', { 'a.md': 'A.', 'a.png': 'x'.repeat(31), 'in/b.png': 'y'.repeat(29) }],
  ['pictures that are too large together', { 'a.md': 'A.', 'a.png': 'x'.repeat(29), 'in/b.png': 'y'.repeat(29) }],
  ['a template that is too large', { 'a.md': 'A.', 'templates/style.css': 'x'.repeat(41) }],
  ['too many files', Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`${at}.md`, 'A.']))],
  ['nothing', { 'a.odt': 'x' }],
  ['one text in a folder', { 'story.txt': 'Café', 'a.png': 'x', 'book.yaml': 'title: T' }],
  ['two texts in a folder', { 'one.txt': 'Café', 'two.txt': 'Thé', 'readme.txt': 'x' }],
  ['a list of files', { 'Book.txt': 'one.md\n', 'one.md': '# One\n' }],
  ['a vault', { 'a.md': 'See [[b]].', 'b.md': 'B.', '.obsidian/app.json': '{}' }],
  ['one Markdown file', { 'a.md': 'A.', 'a.png': 'x', 'b.md': 'B.' }, 'a.md'],
  ['one text', { 'a.txt': 'A.', 'a.png': 'x' }, 'a.txt'],
  ['one page', { 'a.html': '<p>A</p>', 'in/b.png': 'x' }, 'a.html'],
  ['a file that is too large to import', { 'a.html': 'x'.repeat(301) }, 'a.html'],
  ['a list that was chosen', { 'SUMMARY.md': '- [One](one.md)\n', 'one.md': '# One\n' }, 'SUMMARY.md'],
];

for (const [what, files, chosen] of cases)
  test(`memory gives what a disk gives: ${what}`, () => {
    const folder = makeFiles(files);
    const onDisk = openPath(chosen === undefined ? folder : join(folder, chosen), limits);
    assert.ok(onDisk.value, JSON.stringify(onDisk.problems));
    const bytes = new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)]));
    const inMemory = memoryFiles(
      { name: chosen ?? basename(folder), isFolder: chosen === undefined, files: bytes },
      limits,
    );
    const [here, there] = [inMemory, onDisk.value].map((given) => JSON.stringify(plain(learnt(given)), undefined, 2));
    // Memory does not know what the folder around a file is called.
    const around = JSON.stringify(basename(folder));
    assert.equal(here, chosen === undefined ? there : there?.replaceAll(around, '""'));
  });
