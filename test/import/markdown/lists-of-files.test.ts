/** Books that other tools put together from lists of files. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brought, buildsCleanly } from './import-text.ts';

const chapter = (name: string): string =>
  `# The ${name}\n\nIt was about the ${name.toLowerCase()}, and no more than that.\n`;
const order = (paths: readonly string[]): string => `order:\n${paths.map((path) => `  - ${path}\n`).join('')}`;

test('Crowbook’s list orders a book: parts, pages before and after; the lines above it are its keys', async () => {
  const { files, told } = await brought({
    'mill.book':
      'author: Ann Lee\ntitle: The Mill\nlang: en\noutput.pdf: mill.pdf\n\n! before.md\n@ part.md\n+ wheel.md\n3. stone.md\n- thanks.md\n- ../about.md\n',
    'before.md': chapter('Road'),
    'part.md': '# The First Part\n',
    'wheel.md': chapter('Wheel'),
    'stone.md': chapter('Stone'),
    'thanks.md': chapter('End'),
    'unused.md': chapter('Draft'),
  });
  const book = files['book.yaml'] ?? '';
  assert.match(book, /^title: The Mill\nauthors: \[Ann Lee\]\nlang: en\n/);
  assert.ok(book.endsWith(order(['before.md', 'part.md', 'wheel.md', 'stone.md', 'thanks.md'])), book);
  assert.match(files['before.md'] ?? '', /kind: preface/);
  for (const each of [
    'mill.book:4 import-left-out',
    'mill.book:11 import-left-out',
    'unused.md:undefined file-ignored',
  ])
    assert.ok(told.includes(each), `${each} in ${told}`);
  await buildsCleanly(files);
});

test('of two lists of Crowbook none orders the folder, and one that is named orders a book', async () => {
  const list = (title: string, path: string): string => `title: ${title}\nlang: en\n\n+ ${path}\n`;
  const stories = {
    'a.book': list('The Oil', 'a.md'),
    'b.book': list('The Wick', 'b.md'),
    'a.md': chapter('Oil'),
    'b.md': chapter('Wick'),
  };
  const all = await brought(stories);
  assert.deepEqual(Object.keys(all.files).sort(), ['a.md', 'b.md', 'book.yaml']);
  const one = await brought(stories, 'b.book');
  assert.match(one.files['book.yaml'] ?? '', /^title: The Wick$/m);
  assert.deepEqual(Object.keys(one.files).sort(), ['book.yaml', 'chapter-1.md']);
});

test('Quarto’s chapters, parts and appendices come in their order', async () => {
  const { files } = await brought({
    '_quarto.yml':
      'project:\n  type: book\nbook:\n  title: "The Mill"\n  author: Ann Lee\n  chapters:\n    - index.qmd\n    - part: "The Water"\n      chapters:\n        - wheel.qmd\n        - href: stone.qmd\n  appendices:\n    - words.qmd\nlang: en\n',
    'index.qmd': chapter('Road'),
    'wheel.qmd': chapter('Wheel'),
    'stone.qmd': chapter('Stone'),
    'words.qmd': chapter('Words'),
  });
  const book = files['book.yaml'] ?? '';
  assert.match(book, /^title: The Mill\nauthors: \[Ann Lee\]\nlang: en\n/);
  assert.match(book, /- index\.md\n {2}- "_quarto-1\.md"\n {2}- wheel\.md\n {2}- stone\.md\n {2}- words\.md\n$/);
  assert.match(files['words.md'] ?? '', /kind: appendix/);
});

test('bookdown’s list orders the files, and the first says what the book is called', async () => {
  const { files } = await brought({
    '_bookdown.yml': 'rmd_files: ["index.Rmd", "two.Rmd", "one.Rmd"]\n',
    'index.Rmd': `---\ntitle: The Mill\nauthor: Ann Lee\n---\n\n${chapter('Road')}`,
    'one.Rmd': chapter('Wheel'),
    'two.Rmd': chapter('Stone'),
  });
  assert.match(files['book.yaml'] ?? '', /^title: The Mill\nauthors: \[Ann Lee\]\n/);
  assert.ok(files['book.yaml']?.endsWith(order(['index.md', 'two.md', 'one.md'])), files['book.yaml']);
});

test('pandoc’s defaults order the files, and what they say of the book is said', async () => {
  const { files } = await brought({
    'defaults.yaml': 'from: markdown\ninput-files:\n  - b.md\n  - a.md\nmetadata:\n  title: The Mill\n  lang: en\n',
    'a.md': chapter('Wheel'),
    'b.md': chapter('Road'),
  });
  assert.match(files['book.yaml'] ?? '', /^title: The Mill\nlang: en\n/);
  assert.ok(files['book.yaml']?.endsWith(order(['b.md', 'a.md'])), files['book.yaml']);
});

test('GitBook’s book.json says title, author and language; a readme calls a book that nothing else does', async () => {
  const gitbook = {
    'SUMMARY.md': '# Summary\n\n* [One](one.md)\n* [Two](two.md)\n',
    'one.md': chapter('Road'),
    'two.md': chapter('Wheel'),
  };
  const said = await brought({
    ...gitbook,
    'book.json': '{"title": "The Mill", "author": "Ann Lee", "language": "en", "pdf": {}}',
  });
  assert.match(said.files['book.yaml'] ?? '', /^title: The Mill\nauthors: \[Ann Lee\]\nlang: en\n/);
  assert.ok(said.problems.some(({ reason }) => /settings that have no place in a manuscript: pdf/.test(reason)));
  const broken = await brought({ ...gitbook, 'book.json': '{"title": ', 'README.md': '# The Old Mill\n\nRead it.\n' });
  assert.match(broken.files['book.yaml'] ?? '', /^title: The Old Mill$/m);
  assert.ok(broken.told.includes('book.json:undefined import-left-out'), String(broken.told));
});
