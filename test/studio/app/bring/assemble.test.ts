import assert from 'node:assert/strict';
import test from 'node:test';
import { usualLimits } from '../../../../scripts/book/limits.ts';
import { assemble, type FoundFile } from '../../../../scripts/studio/app/bring/assemble.ts';

const found = (path: string, size = 1): FoundFile => ({ path, size, read: async () => new TextEncoder().encode(path) });

for (const [about, paths, expected] of [
  ['one file is the story', ['a.txt'], { name: 'a.txt', file: 'a.txt', paths: ['a.txt'] }],
  [
    'a folder gives its name',
    ['tale/b.md', 'tale/p/c.png'],
    { name: 'tale', file: undefined, paths: ['b.md', 'p/c.png'] },
  ],
  [
    'a text among pictures is the story',
    ['c.png', 'a.html'],
    { name: 'a.html', file: 'a.html', paths: ['c.png', 'a.html'] },
  ],
  [
    'several texts are a folder without a name',
    ['1.md', '2.md'],
    { name: 'story', file: undefined, paths: ['1.md', '2.md'] },
  ],
  ['two folders are kept apart', ['a/1.md', 'b/1.md'], { name: 'story', file: undefined, paths: ['a/1.md', 'b/1.md'] }],
  [
    'what systems keep beside files stays out; that a vault is one stays known',
    ['t/.git/HEAD', 't/.DS_Store', 't/__MACOSX/a.md', 't/node_modules/x.md', 't/.obsidian/app.json', 't/1.md'],
    { name: 't', file: undefined, paths: ['.obsidian/app.json', '1.md'] },
  ],
] as const)
  test(about, async () => {
    const { value, problems } = await assemble(paths.map((path) => found(path)));
    assert.deepEqual(problems, []);
    assert.deepEqual({ name: value?.name, file: value?.file, paths: [...(value?.files.keys() ?? [])] }, expected);
  });

test('nothing is no story, and no fault', async () => {
  assert.deepEqual(await assemble([found('.DS_Store')]), { value: undefined, problems: [] });
});

test('what is too much is refused before it is read', async () => {
  const unread = (path: string, size: number): FoundFile => ({
    path,
    size,
    read: () => Promise.reject(new Error('read')),
  });
  const limits = { ...usualLimits, files: 2, import: 10, texts: 10, pictures: 5 };
  for (const [files, rule] of [
    [[unread('a.txt', 11)], 'file-too-large'],
    [[unread('a/1.md', 8), unread('a/2.md', 8)], 'book-too-large'],
    [[unread('a/1.md', 1), unread('a/2.md', 1), unread('a/3.md', 1)], 'book-too-large'],
  ] as const) {
    const { value, problems } = await assemble(files, limits);
    assert.equal(value, undefined);
    assert.deepEqual(
      problems.map((each) => each.rule),
      [rule],
    );
  }
});
