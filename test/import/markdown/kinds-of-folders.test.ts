/** Folders of chapters as writers keep them. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { numberOfIdeographs } from '../../../scripts/book/number-words.ts';
import { sortByNumber } from '../../../scripts/book/sort-by-number.ts';
import { makeFiles } from '../../tools/folder.ts';
import { importFile } from '../../tools/import-file.ts';

async function imported(files: Readonly<Record<string, string>>, path: string) {
  const { value, problems } = await importFile(join(makeFiles(files), path));
  const { manuscript } = value ?? {};
  return {
    book: manuscript?.bookFile?.text ?? '',
    files: Object.fromEntries((manuscript?.files ?? []).map((file) => [file.path, file.text])),
    reasons: problems.map(({ reason }) => reason),
    errors: problems.filter(({ severity }) => severity === 'error'),
  };
}

test('a folder that is called “chapters” has the name of the folder around it, and a chapter no name that is its number', async () => {
  const { book, files, reasons } = await imported(
    { 'kings-fist/chapters/chapter1.md': 'He ran.\n', 'kings-fist/chapters/the-door.md': 'She sat.\n' },
    'kings-fist/chapters',
  );
  assert.match(book, /^title: Kings Fist$/m);
  assert.ok(reasons.includes('“Kings Fist” taken as the title, from the name of file or folder'));
  assert.equal(files['chapter1.md'], 'He ran.\n');
  assert.match(files['the-door.md'] ?? '', /^---\ntitle: the-door\n---\n/);
});

test('meta.yaml beside chapters is read, and keys that YAML refuses are left out, not the book', async () => {
  const { book, errors, reasons, files } = await imported(
    {
      'x/meta.yaml': '---\ntitle: "Phaedo"\ngeometry:\n  - a=1\n---\n---\n',
      'x/one.md': '---\ntitle: "One"\nlist:\n  - "a" b\n---\nHe ran.\n',
    },
    'x',
  );
  assert.deepEqual(errors, []);
  assert.match(book, /^title: Phaedo$/m);
  assert.ok(reasons.some((each) => /^Left out: keys that cannot be read/.test(each)));
  assert.match(files['one.md'] ?? '', /He ran\./);
});

test('a byline above the first heading is the author, and stands in the book once', async () => {
  const { book, files } = await imported(
    { 'story.md': 'by Ann Lee\n\n# One\n\nHe ran.\n\n# Two\n\nShe sat.\n' },
    'story.md',
  );
  assert.match(book, /^author: Ann Lee$/m);
  assert.ok(!Object.values(files).join('').includes('Ann Lee'));
});

test('what stands above the first chapter of a book in one file is a page of its own', async () => {
  const licence =
    'This book may be shared with everybody who likes it, as long as nobody asks for money and its author is named.';
  const { files } = await imported({ 'story.md': `${licence}\n\n# One\n\nHe ran.\n\n# Two\n\nShe sat.\n` }, 'story.md');
  assert.deepEqual(Object.keys(files).sort(), ['chapter-1.md', 'chapter-2.md', 'preamble.md']);
  assert.match(files['preamble.md'] ?? '', /^This book/);
});

test('words parted at the ends of lines are joined where the folder shows that they are', async () => {
  const { files, reasons } = await imported(
    {
      'x/1.md': 'The minister came to the windows with an answer.\n',
      'x/2.md': 'The minis-\nter at the win-\ndows had an ans-\nwer.\n',
      'x/3.md': 'A mild-\nmannered man.\n',
    },
    'x',
  );
  assert.equal(files['2.md'], 'The minister\nat the windows\nhad an\nanswer.\n');
  assert.equal(files['3.md'], 'A mild-mannered\nman.\n');
  assert.ok(reasons.some((each) => /^3 words that were parted/.test(each)));
});

test('chapters that count in Chinese signs are in the order of their numbers', () => {
  const names = ['第一章.md', '第二章.md', '第三章.md', '第四章.md'];
  assert.deepEqual(sortByNumber([...names].sort()), names);
  assert.deepEqual(['三', '十', '十二', '二十', '一百零二', '一百二十', '一〇', '一二', '人'].map(numberOfIdeographs), [
    3,
    10,
    12,
    20,
    102,
    120,
    10,
    12,
    undefined,
  ]);
});

test('a byline below the title is the author, and chapters are divided at whatever level stands below the title', async () => {
  const { book, files } = await imported(
    {
      'story.md':
        '# The Mill\n## by Ann Lee\n\n### Chapter 1\n\nIt rained.\n\n#### Later\n\n### Chapter 2\n\nIt stopped.\n',
    },
    'story.md',
  );
  assert.match(book, /^title: The Mill\nauthor: Ann Lee$/m);
  assert.equal(files['chapter-1.md'], '# Chapter 1\n\nIt rained.\n\n## Later\n');
  assert.equal(files['chapter-2.md'], '# Chapter 2\n\nIt stopped.\n');
});

test('a comment with blank lines in it stays a comment, and its words are none of the story’s', async () => {
  const line = 'He waited by the door until somebody came.';
  const text = `# One\n\n${`${line}\n\n`.repeat(5)}<!-- Not yet:\n\nShe laughed.\n\n-->\n\n${line}\n`;
  const { files, errors } = await imported({ 'story.md': text }, 'story.md');
  assert.deepEqual(errors, []);
  assert.match(files['chapter-1.md'] ?? '', /<!-- Not yet:\n\nShe laughed\.\n\n-->/);
});
