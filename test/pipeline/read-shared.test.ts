/** Pages that books share, from their folder to a book. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { usualLimits } from '../../scripts/book/limits.ts';
import { inputsOf } from '../../scripts/disk/library-files.ts';
import { openPath } from '../../scripts/disk/open-path.ts';
import { openAsset } from '../../scripts/disk/package-assets.ts';
import { readStory } from '../../scripts/disk/read-story.ts';
import { makeStory } from '../../scripts/library/make-story.ts';
import { makeBook } from '../../scripts/pipeline/build.ts';
import { memoryFiles } from '../../scripts/pipeline/memory-files.ts';
import { png } from '../pictures/make.ts';
import { printed } from '../render/rendering.ts';
import { makeFiles } from '../tools/folder.ts';
import { quickBuild, tell } from '../tools/manuscript.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

const author: Files = {
  '../author/book.yaml': 'author: Ann Lee\npublisher: P\ntheme: plain\n',
  '../author/about-the-author.md': '# About the Author\n\n![Ann](pictures/ann.png)\n\nAnn lives here.\n',
  '../author/also-by.md': '# Also by Ann\n\n- *The Door*\n- *The Road*\n',
  '../author/dedication.md': 'For all.\n',
  '../author/pictures/ann.png': png(),
};
const own: Files = {
  'book.yaml': 'title: The Road\nshared: ../author\n',
  '1-dedication.md': 'For one.\n',
  '2-chapter.md': '# One\n\nIt began.\n',
};

async function make(files: Files, untrusted = false) {
  const memory = new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));
  const given = memoryFiles({ name: 'road', isFolder: true, files: memory }, usualLimits);
  const { value, problems } = await makeBook(given, { ...quickBuild, openAsset, untrusted });
  const documents = value?.publication.documents ?? [];
  const kinds = documents.filter(({ path }) => path !== undefined).map(({ kind, path }) => `${kind} ${path}`);
  const bodyOf = (kind: string) =>
    documents
      .filter((each) => each.kind === kind)
      .map((each) => printed(each).body)
      .join();
  return { publication: value?.publication, problems: problems.map(tell), kinds, bodyOf };
}

test('pages of the shared folder stand where books have them, numbered files or not; an own file of the name takes their place', async () => {
  const { kinds, problems, publication, bodyOf } = await make({ ...author, ...own });
  assert.deepEqual(problems, []);
  assert.deepEqual(kinds, [
    'dedication 1-dedication.md',
    'chapter 2-chapter.md',
    'about-the-author ../author/about-the-author.md',
    'also-by ../author/also-by.md',
  ]);
  const { metadata, resources, provenance } = publication ?? {};
  assert.deepEqual(
    [metadata?.contributors[0]?.name, metadata?.publisher, metadata?.design.theme, metadata?.shared],
    ['Ann Lee', 'P', 'plain', '../author'],
  );
  assert.ok(resources?.some(({ href }) => href === 'images/picture-1.png'));
  assert.deepEqual(
    [...(provenance?.files.keys() ?? [])].filter((path) => path.startsWith('../')).sort(),
    ['about-the-author.md', 'also-by.md', 'book.yaml', 'pictures/ann.png'].map((name) => `../author/${name}`),
  );
  assert.match(bodyOf('also-by'), /The Door/);
  assert.doesNotMatch(bodyOf('also-by'), /The Road/);
});

test('what the book says itself counts, and an order may name shared pages', async () => {
  const { publication, kinds, problems } = await make({
    ...author,
    ...own,
    'book.yaml':
      'title: T\nauthors: [Bea]\nshared: ../author/\norder: [../author/also-by.md, 2-chapter.md, 1-dedication.md]\n',
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(
    publication?.metadata.contributors.map(({ name }) => name),
    ['Bea'],
  );
  assert.deepEqual(
    kinds.map((each) => each.split(' ')[0]),
    ['also-by', 'chapter', 'dedication', 'about-the-author'],
  );
});

test('problems are told at the shared file, by the path that leads there', async () => {
  const { problems } = await make({
    ...own,
    '../author/about-the-author.md': 'Ann ![Ann](../../secret.png), [here](nowhere.md).\n',
    '../author/ideas.md': 'A dog?\n',
    '../author/book.yaml': 'title: x\n',
  });
  assert.deepEqual(problems, [
    '../author/book.yaml:1:8 metadata-unused',
    '../author/ideas.md file-ignored',
    '../author/about-the-author.md:1:5 picture-outside',
    '../author/about-the-author.md:1:31 link-broken',
  ]);
});

test('a book of several works has shared pages once, by its own book.yaml', async () => {
  const { problems, kinds } = await make({
    ...author,
    'book.yaml': 'title: Two\nshared: ../author\nbooks: [a, b]\n',
    'a/book.yaml': 'title: A\nshared: ../../author\n',
    'a/1.md': '# One\n\nIt began.\n',
    'b/1.md': '# B\n\nIt ended.\n',
  });
  assert.ok(problems.includes('a/book.yaml:2:9 shared-left-out'), problems.join());
  assert.deepEqual(
    kinds.filter((each) => each.includes('../')),
    [
      'dedication ../author/dedication.md',
      'about-the-author ../author/about-the-author.md',
      'also-by ../author/also-by.md',
    ],
  );
});

test('a path that is no folder beside the book’s is refused', async () => {
  for (const shared of ['author', '/author', '..', '../', '../a/../b', '.', 'C:\\author', '../missing']) {
    const { problems, kinds } = await make({ ...author, ...own, 'book.yaml': `title: T\nshared: '${shared}'\n` });
    assert.deepEqual(problems, ['book.yaml:2:9 shared-left-out'], shared);
    assert.equal(kinds.length, 2);
  }
});

test('above a text, “shared” is not read, which is told', async () => {
  const { problems } = await make({
    '1.md': '---\ntitle: T\nlang: en\nshared: ../author\n---\n\n# One\n\nIt began.\n',
  });
  assert.deepEqual(problems, ['1.md:4:9 shared-left-out']);
});

test('a stranger’s story reads nothing outside of its folder, and a folder that holds the story is none to share', async () => {
  const root = makeFiles({
    'author/also-by.md': 'Others.\n',
    'a/road/book.yaml': 'title: T\nauthor: A\nshared: ../../author\n',
    'a/road/1.md': '# One\n\nIt began.\n',
    'a/inside/book.yaml': 'title: T\nshared: ../../a\n',
    'a/inside/1.md': '# One\n\nIt began.\n',
  });
  const given = (path: string) => {
    const { value } = openPath(join(root, path));
    assert.ok(value);
    return value;
  };
  const options = { ...quickBuild, openAsset };
  const rulesOf = async (path: string, untrusted: boolean) =>
    (await makeBook(given(path), { ...options, untrusted })).problems.map(tell);
  assert.deepEqual(await rulesOf('a/road', false), []);
  assert.deepEqual(await rulesOf('a/road', true), ['book.yaml:3:9 shared-left-out']);
  assert.deepEqual(await rulesOf('a/inside', false), ['book.yaml:2:9 shared-left-out']);
  const made = async (untrusted: boolean) =>
    (await makeStory(given('a/road'), { ...options, untrusted, limits: usualLimits, previous: undefined })).beside;
  assert.deepEqual([await made(false), await made(true)], [['../../author'], []]);
});

test('a library knows by the files of the shared folder that a story has changed, and sends them with it', () => {
  const root = makeFiles({
    'author/also-by.md': 'A.\n',
    'road/book.yaml': 'title: T\nshared: ../author\n',
    'road/1.md': 'B.\n',
  });
  const story = join(root, 'road');
  const keyed = (beside: readonly string[]) => JSON.stringify([...(inputsOf(story, beside)?.beside ?? [])]);
  const before = keyed(['../author']);
  assert.notEqual(before, keyed([]));
  assert.deepEqual(
    [...(readStory(story, ['../author'], usualLimits)?.files.keys() ?? [])],
    ['1.md', 'book.yaml', '../author/also-by.md'],
  );
  writeFileSync(join(root, 'author/also-by.md'), 'C.\n');
  const after = keyed(['../author']);
  assert.notEqual(after, before);
  mkdirSync(join(root, 'author/pictures'));
  writeFileSync(join(root, 'author/pictures/a.png'), png());
  assert.notEqual(keyed(['../author']), after);
});
