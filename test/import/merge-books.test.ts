import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { importPaths } from '../../scripts/commands/from-disk.ts';
import { manuscriptBytes } from '../../scripts/pipeline/import.ts';
import { docx } from '../tools/docx.ts';
import { fleuron } from '../tools/fleuron.ts';
import { makeFiles, makeFolder } from '../tools/folder.ts';
import { buildsCleanly, dot } from './markdown/import-text.ts';

const stories = {
  'a.txt':
    'The Lamp\nby Ann Quoin\n\nIt was dark that night, and nobody had thought of the lamp at all, not even once.\n\nThen came the lamp.\n',
  'b.txt':
    'Title: The Oil\nAuthor: Ann Quoin\nRating: PG\n\nOil is what lamps burn, and they burn much of it when the nights are long.\n\nMore oil.\n\nA/N: Thanks.\n',
  'sub/c.html':
    '<html lang="en"><body><h1>The Wick</h1><p>By Bea Dash</p><p>See <img src="lamp.svg" alt="lamp">.</p></body></html>',
  'sub/lamp.svg': dot,
  'd.md': '# The Long One\n\n## First\n\n![lamp](lamp.svg) [on](#second)\n\n## Second\n\nText.\n',
  'lamp.svg': dot.replaceAll('"1"', '"2"'),
};

test('files become chapters of one manuscript in the order given, no name twice, and it builds cleanly', async () => {
  const folder = makeFiles(stories);
  const { value, problems } = await importPaths(
    ['a.txt', 'b.txt', 'sub/c.html', 'd.md'].map((name) => join(folder, name)),
  );
  if (!value) throw new Error(JSON.stringify(problems, undefined, 1));
  const files = Object.fromEntries(
    [...manuscriptBytes(value)].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]),
  );
  assert.match(files['book.yaml'] ?? '', /^title: The Lamp\nauthor: Ann Quoin\n/);
  assert.match(files['chapter-1.md'] ?? '', /^# The Lamp\n\nIt was dark/);
  assert.match(files['chapter-2.md'] ?? '', /^# The Oil\n\n> \*\*Rating:\*\* PG\n\nOil is/);
  assert.match(
    files['chapter-3.md'] ?? '',
    /^# The Wick\n\n> \*\*Author:\*\* Bea Dash\n\nSee !\[lamp\]\(pictures\/lamp\.svg\)/,
  );
  assert.match(files['part-1.md'] ?? '', /^# The Long One\n/);
  assert.equal(files['chapter-4.md'], '# First\n\n![lamp](pictures/lamp-2.svg) [on](#second)\n');
  assert.equal(files['pictures/lamp.svg'], dot);
  assert.notEqual(files['pictures/lamp-2.svg'], dot);
  await buildsCleanly(files);
});

test('links from page to page lead to their chapters; one to a page that is not there is its words, and told once', async () => {
  const html = (title: string, words: string) => `<html lang="en"><body><h1>${title}</h1><p>${words}</p></body></html>`;
  const folder = makeFiles({
    'a/one.html': html('One', 'He went <a href="two%20(1).html">on</a> and <a href="../three.xhtml#x">far</a>.'),
    'a/two (1).html': html(
      'Two',
      'Go <a href="one.html">back</a>, <a href="nine.html">off</a>, <a href="nine.html">off</a>.',
    ),
    'three.xhtml': html('Three', 'The end of <a href="mailto:a@b.example">it</a> and <a href="#">all</a>.'),
  });
  const names = ['a/one.html', 'a/two (1).html', 'three.xhtml'];
  const { value, problems } = await importPaths(names.map((name) => join(folder, name)));
  if (!value) throw new Error(JSON.stringify(problems, undefined, 1));
  const texts = new Map(value.manuscript.files.map(({ path, text }) => [path, text]));
  assert.match(texts.get('chapter-1.md') ?? '', /went \[on\]\(chapter-2\.md\) and \[far\]\(chapter-3\.md\)\./);
  assert.match(texts.get('chapter-2.md') ?? '', /Go \[back\]\(chapter-1\.md\), off, off\./);
  const told = problems.filter(({ reason }) => reason.includes('links to'));
  assert.deepEqual(
    told.map(({ rule, place, reason }) => [rule, place?.path, reason]),
    [
      [
        'import-left-out',
        'two (1).html',
        'Left out: links to “nine.html”, not among the pages that are imported; their words stay',
      ],
    ],
  );
});

test('one file that cannot be had means that nothing is written', async () => {
  const folder = makeFiles(stories);
  const out = join(makeFolder(), 'out');
  const { status, stderr } = await fleuron(['import', join(folder, 'a.txt'), join(folder, 'none.txt'), '-o', out]);
  assert.equal(status, 1);
  assert.match(stderr, /error manuscript-missing/);
  assert.throws(() => readdirSync(out));
});

test('the command takes several files, and its help shows how', async () => {
  const folder = makeFiles(stories);
  const out = join(makeFolder(), 'out');
  const { status, stderr } = await fleuron(['import', join(folder, 'a.txt'), join(folder, 'b.txt'), '-o', out]);
  assert.equal(status, 0, stderr);
  assert.match(readFileSync(join(out, 'chapter-2.md'), 'utf8'), /^# The Oil\n/);
  assert.match((await fleuron(['import', '--help'])).stdout, /fleuron import 1\.txt 2\.txt/);
});

test('a folder of several formats is one manuscript, in the order of its names', async () => {
  const run = (words: string, style = '') =>
    `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${words}</w:t></w:r></w:p>`;
  const folder = makeFiles({
    '10.md': '# Chapter 3\n\nLast.\n',
    '2.txt': 'Chapter 2\n\nIt was light by then, and nobody wanted the lamp any more.\n\nAnother line.\n',
    '1.docx': docx(run('Chapter 1', 'Heading1') + run('It was dark.')),
    'readme.md': 'Mine.',
  });
  const { value, problems } = await importPaths([folder]);
  if (!value) throw new Error(JSON.stringify(problems, undefined, 1));
  const texts = value.manuscript.files.map(({ path, text }) => [path, text.slice(0, 22)]);
  assert.deepEqual(texts, [
    ['chapter-1.md', '# Chapter 1\n\nIt was da'],
    ['chapter-2.md', '# Chapter 2\n\nIt was li'],
    ['chapter-3.md', '# Chapter 3\n\nLast.\n'],
  ]);
});

test('files called after chapters head all of them, the first too; a first line that says the same is the heading; the title of each is told once', async () => {
  const p = (words: string) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;
  const bold = (words: string) =>
    `<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/><w:sz w:val="56"/></w:rPr><w:t>${words}</w:t></w:r></w:p>`;
  const textsOf = async (files: Readonly<Record<string, Uint8Array>>) => {
    const folder = makeFiles(files);
    const { value, problems } = await importPaths(Object.keys(files).map((name) => join(folder, name)));
    assert.ok(value, JSON.stringify(problems));
    return value.manuscript.files.map(({ text }) => text);
  };
  assert.deepEqual(
    await textsOf({
      'Chapter 1.docx': docx(p('It was dark.')),
      'chapter2.docx': docx(p('It was light.')),
      'The Dusk.docx': docx(p('The dusk') + p('It was late.')),
    }),
    ['# Chapter 1\n\nIt was dark.\n', '# Chapter2\n\nIt was light.\n', '# The dusk\n\nIt was late.\n'],
  );
  assert.deepEqual(
    await textsOf({
      'a.docx': docx(bold('The Lamp') + bold('Chapter 1- Dark') + p('It was dark.')),
      'b.docx': docx(bold('The Lamp') + bold('Chapter 2- Light') + p('It was light.')),
    }),
    ['# Chapter 1- Dark\n\nIt was dark.\n', '# Chapter 2- Light\n\nIt was light.\n'],
  );
});

test('pages that are called after their chapters give the whole no title', async () => {
  const page = (at: number) =>
    `<html lang="en"><head><title>Chapter ${at}</title></head><body><p>Chapter ${at}: The Lamp of ${at}</p><p>It was dark that night, and nobody had thought of it.</p></body></html>`;
  const folder = makeFiles({ 'c1.html': page(1), 'c2.html': page(2) });
  const { value } = await importPaths(['c1.html', 'c2.html'].map((name) => join(folder, name)));
  if (!value) throw new Error('nothing');
  const text = (path: string) => Buffer.from(manuscriptBytes(value).get(path) ?? '').toString();
  assert.doesNotMatch(text('book.yaml'), /title:/);
  assert.match(text('chapter-1.md'), /^# Chapter 1: The Lamp of 1\n/);
});

test('pages whose titles end alike are the chapters of a book that is called so; what their headings part are sections', async () => {
  const prose = '<p>Rain fell on the mill all night, and nobody in the valley thought of the wheel.</p>';
  const page = (title: string, own: string) =>
    `<!DOCTYPE html><html lang="en"><head><title>${title} — The Mill</title></head><body>${own}</body></html>`;
  const folder = makeFiles({
    'one.html': page('1. Rain', `<h2>Rain</h2>${prose}<h2 id="dam">The Dam</h2>${prose}`),
    'two.html': page('2. Wheels', `<h2>Oak</h2>${prose}<h2>Iron</h2><p>See <a href="#dam">that</a>.</p>${prose}`),
  });
  const { value, problems } = await importPaths(['one.html', 'two.html'].map((name) => join(folder, name)));
  if (!value) throw new Error(JSON.stringify(problems, undefined, 1));
  assert.match(value.manuscript.bookFile?.text ?? '', /^title: The Mill$/m);
  const headings = value.manuscript.files.map(({ text }) => text.match(/^#+ .*$/gm));
  assert.deepEqual(headings, [
    ['# Rain', '## The Dam'],
    ['# 2\\. Wheels', '## Oak', '## Iron'],
  ]);
  assert.ok(problems.some(({ reason }) => /“The Mill” taken as the title/.test(reason)));
});

test('pages that are no more than chapters by their titles are headed by them', async () => {
  const page = (at: number) =>
    `<html lang="en"><head><title>The Mill: Chapter ${at}</title></head><body><p>Rain fell all night, and nobody thought of the wheel.</p></body></html>`;
  const folder = makeFiles({ 'a.html': page(1), 'b.html': page(2) });
  const { value, problems } = await importPaths(['a.html', 'b.html'].map((name) => join(folder, name)));
  if (!value) throw new Error(JSON.stringify(problems, undefined, 1));
  assert.match(value.manuscript.bookFile?.text ?? '', /^title: The Mill$/m);
  assert.deepEqual(
    value.manuscript.files.map(({ text }) => text.split('\n', 1)[0]),
    ['# Chapter 1', '# Chapter 2'],
  );
});

test('three pages with titles of their own are a chapter each, whatever their headings part', async () => {
  const page = (name: string) => {
    const prose = `<p>${name} fell on the mill all night, and nobody in the valley thought of the wheel.</p>`.repeat(4);
    return `<html lang="en"><head><title>${name}</title></head><body><article>${prose}<h2>The Dam</h2>${prose}<h2>The End of it</h2>${prose}</article></body></html>`;
  };
  const names = ['Rain', 'Snow', 'Hail'];
  const folder = makeFiles(Object.fromEntries(names.map((name) => [`${name}.html`, page(name)])));
  const { value, problems } = await importPaths(names.map((name) => join(folder, `${name}.html`)));
  if (!value) throw new Error(JSON.stringify(problems, undefined, 1));
  assert.doesNotMatch(value.manuscript.bookFile?.text ?? '', /^title:/m);
  assert.deepEqual(
    value.manuscript.files.map(({ text }) => text.match(/^#+ .*$/gm)),
    names.map((name) => [`# ${name}`, '## The Dam', '## The End of it']),
  );
});
