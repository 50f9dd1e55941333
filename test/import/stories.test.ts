/**
 * Twelve stories of our own, in the shapes people keep them in, each with the manuscript that a careful person would
 * have typed (`expected/`). UPDATE=1 writes what the importers make now: read it before you keep it.
 */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { checkEpub } from '../../scripts/check/check-epub.ts';
import { buildPath } from '../../scripts/commands/from-disk.ts';
import { writeManuscript } from '../../scripts/disk/write-manuscript.ts';
import { manuscriptBytes } from '../../scripts/pipeline/import.ts';
import { makeFolder } from '../tools/folder.ts';
import { importFile } from '../tools/import-file.ts';
import { quickBuild } from '../tools/manuscript.ts';
import { need, root } from '../tools/need.ts';

/** The file of each story; beside it may lie what it was made from, and its pictures. */
const stories: Readonly<Record<string, string>> = {
  'plain-header-lines': 'story.txt',
  'plain-letters-and-verse': 'story.txt',
  'plain-chapters': 'story.txt',
  'page-archive': 'story.html',
  'page-forum': 'story.html',
  'page-article': 'article.html',
  'word-styles': 'story.docx',
  'word-by-hand': 'story.docx',
  'epub-pandoc': 'book.epub',
  'epub-calibre': 'book.epub',
  'western-crlf': 'story.txt',
  'western-mac': 'story.txt',
};

/** Files below a folder: texts as text, pictures by their bytes. */
function readFolder(folder: string): Readonly<Record<string, string>> {
  const entries = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  return Object.fromEntries(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [
        path.slice(folder.length + 1).replaceAll('\\', '/'),
        readFileSync(path, /\.(?:md|yaml|svg)$/.test(path) ? 'utf8' : 'base64'),
      ]),
  );
}

for (const [name, file] of Object.entries(stories))
  test(`${name} becomes what a careful person would have typed, and builds without a warning`, async () => {
    const folder = join(root, 'test/import/stories', name);
    const { value, problems } = await importFile(join(folder, file));
    assert.ok(value, JSON.stringify(problems, undefined, 1)); // a lost word is an error
    assert.deepEqual(
      problems.filter(({ severity }) => severity !== 'hint'),
      [],
    );
    const made = join(makeFolder(), 'story');
    assert.deepEqual(
      writeManuscript(made, manuscriptBytes(value), { force: false, originals: { files: [], folders: [] } }),
      [],
    );
    const expected = join(folder, 'expected');
    if (process.env['UPDATE'] === '1') {
      rmSync(expected, { recursive: true, force: true });
      for (const [path, bytes] of manuscriptBytes(value)) {
        mkdirSync(dirname(join(expected, path)), { recursive: true });
        writeFileSync(join(expected, path), bytes);
      }
    }
    assert.deepEqual(readFolder(made), readFolder(expected));
    const built = await buildPath(made, quickBuild);
    assert.ok(built.value, JSON.stringify(built.problems));
    assert.deepEqual(
      built.problems.filter(({ severity }) => severity !== 'hint'),
      [],
    );
    assert.deepEqual(await checkEpub(built.value.epub), []);
  });

test('every story that lies here is in the table', () => {
  const names = readdirSync(join(root, 'test/import/stories'), { withFileTypes: true });
  assert.deepEqual(
    names.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort(),
    Object.keys(stories).sort(),
  );
});

test('the shared story has title, tagline, disclaimer, its paragraphs, its end and its notes, with no flag', async (context) => {
  const shared = await need(context, 'shared');
  if (!shared) return;
  const { value, problems } = await importFile(join(shared, 'stories/a-better-world.txt'));
  assert.ok(value);
  assert.deepEqual([...new Set(problems.map(({ severity }) => severity))], ['hint']);
  const files = new Map(
    [...manuscriptBytes(value)].map(([path, bytes]): [string, string] => [path, Buffer.from(bytes).toString()]),
  );
  assert.deepEqual([...files.keys()].sort(), ['book.yaml', 'chapter-1.md', 'disclaimer.md', 'notes.md']);
  assert.equal(files.get('book.yaml'), 'title: A Better World\nsubtitle: In which there is understanding.\n');
  const story = files.get('chapter-1.md') ?? '';
  const paragraphs = story.trimEnd().split('\n\n');
  assert.equal(paragraphs[0], '# A Better World');
  assert.equal(paragraphs.at(-1), '~fin~');
  assert.ok(paragraphs.length > 40, String(paragraphs.length));
  assert.match(files.get('notes.md') ?? '', /^# Author's Notes\n\nThis story was born/);
  const made = join(makeFolder(), 'story');
  assert.deepEqual(
    writeManuscript(made, manuscriptBytes(value), { force: false, originals: { files: [], folders: [] } }),
    [],
  );
  const built = await buildPath(made, quickBuild);
  assert.ok(built.value);
  assert.deepEqual(
    built.problems.filter(({ severity }) => severity !== 'hint'),
    [],
  );
  assert.deepEqual(await checkEpub(built.value.epub), []);
});
