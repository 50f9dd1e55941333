import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { usualLimits } from '../../scripts/book/limits.ts';
import { buildPath } from '../../scripts/commands/from-disk.ts';
import { writeManuscript } from '../../scripts/disk/write-manuscript.ts';
import { importLoaded, manuscriptBytes, readImported } from '../../scripts/pipeline/import.ts';
import { readEpub } from '../tools/epub.ts';
import { makeFiles, makeFolder } from '../tools/folder.ts';
import { importFile } from '../tools/import-file.ts';
import { noPlugins, quickBuild, tell } from '../tools/manuscript.ts';
import { root } from '../tools/need.ts';

const line = 'It was a long evening in the old house, and nobody had thought to light the lamp in the hall. ';
const prose = `${line}${line}`.trim();
const story = `The Door\nby Ann Lee\n\nPublished: 2020-01-02\n\nPrologue\n\n${prose}\n\nChapter One\n\n${prose}\n`;

/** Each page of a built book but the colophon, which names the files that it was made from. */
async function pagesOf(path: string): Promise<ReadonlyMap<string, string>> {
  const { value, problems } = await buildPath(path, quickBuild);
  if (!value) throw new Error(problems.map(tell).join('\n'));
  const { entries, text } = readEpub(value.epub);
  const pages = entries.filter(({ name }) => name.endsWith('.xhtml') && !name.includes('colophon'));
  return new Map(pages.map(({ name }) => [name, text(name)]));
}

const stories = join(root, 'test/import/stories');
const files: readonly string[] = [
  join(makeFiles({ 'story.txt': story }), 'story.txt'),
  ...['plain-header-lines', 'plain-letters-and-verse', 'plain-chapters'].map((name) =>
    join(stories, name, 'story.txt'),
  ),
  join(stories, 'page-article/article.html'),
  join(stories, 'word-by-hand/story.docx'),
];

for (const file of files)
  test(`${file.replace(stories, '…')} is built as it is imported and built`, async () => {
    const { value, problems } = await importFile(file);
    if (!value) throw new Error(problems.map(tell).join('\n'));
    const folder = join(makeFolder(), 'story');
    assert.deepEqual(
      writeManuscript(folder, manuscriptBytes(value), { force: false, originals: { files: [], folders: [] } }),
      [],
    );
    assert.deepEqual(await pagesOf(file), await pagesOf(folder));
  });

test('a word that a built text would lose is an error', async () => {
  const { value } = await importLoaded(
    { name: 'story.txt', bytes: Buffer.from(story), beside: () => undefined },
    usualLimits,
  );
  assert.ok(value);
  const book = { ...value.book, visible: [...value.book.visible, 'quoin'] };
  const options = { loadPlugins: noPlugins, limits: usualLimits };
  const lost = await readImported({ ...value, book }, options);
  assert.deepEqual(lost.problems.map(tell), ['story.txt words-lost']);
  assert.match(lost.problems[0]?.reason ?? '', /lacks “quoin”/);
  assert.deepEqual((await readImported(value, options)).problems, []);
});

test('book.yaml beside a text has the last word, and what it takes away is not lost', async () => {
  const folder = makeFiles({
    'story.txt': story,
    'book.yaml': 'title: A Lamp\nauthors: [Bea Quoin]\npublished: 2026\ncover: front.svg',
    'front.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 2560"><rect width="9" height="9"/></svg>',
  });
  const { value, problems, sources } = await buildPath(folder, quickBuild);
  assert.ok(value, problems.map(tell).join('\n'));
  const { title, contributors, date } = value.publication.metadata;
  assert.deepEqual([title, contributors.map(({ name }) => name), date], ['A Lamp', ['Bea Quoin'], '2026']);
  assert.deepEqual([...sources.keys()].sort(), ['book.yaml', 'story.txt']);
  assert.equal(sources.get('story.txt'), readFileSync(join(folder, 'story.txt'), 'utf8'));
  const { provenance } = value.publication;
  assert.deepEqual([...(provenance?.files.keys() ?? [])].sort(), ['book.yaml', 'front.svg', 'story.txt']);
});

test('three colons at the start of a line of plain text are no set piece', async () => {
  const folder = makeFiles({ 'story.txt': `The Door\n\n${prose}\n\n::: verse\n\n${prose}\n\n:::\n` });
  const pages = await pagesOf(join(folder, 'story.txt'));
  assert.match([...pages.values()].join(), />::: verse</);
});

test('a folder of texts alone is one story, a file a chapter, called after the folder', async () => {
  const texts = {
    'Chapter Two.txt': `${prose}\n\n“It was late.\n`,
    'Chapter One.txt': `CHAPTER ONE\n\n${prose}\n`,
    'Prologue.txt': `${prose}\n`,
    'readme.txt': 'About this folder.\n',
  };
  const folder = makeFiles(Object.fromEntries(Object.entries(texts).map(([name, text]) => [`my-tale/${name}`, text])));
  const { value, problems } = await buildPath(join(folder, 'my-tale'), quickBuild);
  assert.ok(value, problems.map(tell).join('\n'));
  const { entries, text } = readEpub(value.epub);
  const pages = entries.filter(({ name }) => /\/(?:chapter|prologue)[^/]*\.xhtml$/.test(name));
  const headings = pages.map(({ name }) => /<h1[^>]*>(.*?)<\/h1>/.exec(text(name))?.[1]?.replace(/<[^>]*>/g, ''));
  assert.deepEqual(headings, ['Prologue', 'CHAPTER ONE', 'Chapter Two']);
  assert.ok(entries.some(({ name }) => name.endsWith('.opf') && />My Tale<\/dc:title>/.test(text(name))));
  const unclosed = problems.find(({ rule }) => rule === 'quote-unbalanced');
  assert.deepEqual([unclosed?.place?.path, unclosed?.place?.start?.line], ['Chapter Two.txt', 3]);
  assert.ok(problems.some(({ reason }) => reason.startsWith('The 3 texts of the folder are taken as one story')));
});

test('a folder whose files no build reads says which command does', async () => {
  const { problems } = await buildPath(makeFiles({ '1.docx': 'x', '2.docx': 'y' }), quickBuild);
  assert.match(problems.map(({ hint }) => hint).join('\n'), /fleuron import/);
});
