import assert from 'node:assert/strict';
import { test } from 'node:test';
import { usualLimits } from '../../scripts/book/limits.ts';
import { memoryFiles } from '../../scripts/pipeline/memory-files.ts';
import { readGiven } from '../../scripts/pipeline/read-given.ts';
import { asidesAmong, copiesAmong, wholesAmong } from '../../scripts/read/other-files.ts';
import { noPlugins, read, tell } from '../tools/manuscript.ts';

const copies: readonly (readonly [paths: readonly string[], copies: readonly string[]])[] = [
  [['chapter-1.md', 'chapter-1-old.md', 'chapter-2-old.md'], ['chapter-1-old.md']],
  [
    ['a.md', 'a copy.md', 'a copy 2.md', 'a (1).md', 'a.bak.md', 'a_backup.md'],
    ['a copy.md', 'a copy 2.md', 'a (1).md', 'a.bak.md', 'a_backup.md'],
  ],
  [['one.md', 'old/one.md', 'old/two.md'], ['old/one.md']],
  [['the-old.md', 'a-carbon-copy.md', 'archive/one.md'], []],
];

for (const [paths, expected] of copies)
  test(`of ${paths.join(', ')} ${expected.length} are copies`, () => assert.deepEqual(copiesAmong(paths), expected));

/** Reads a folder as the press does, from its files. */
async function readFolder(texts: Readonly<Record<string, string>>) {
  const files = new Map(Object.entries(texts).map(([path, text]) => [path, Buffer.from(text)]));
  const given = memoryFiles({ name: 'a-folder', isFolder: true, files }, usualLimits);
  const { value, problems } = await readGiven(given, { loadPlugins: noPlugins, limits: usualLimits }, new Map());
  return { title: value?.book.metadata.title, sections: value?.book.sections.length, problems };
}

test('files that are not in the book are told in one hint, with names', async () => {
  const text = 'Words.\n';
  const others = ['end.docx', 'map.txt', 'notes.odt', 'x.rtf', 'y.html'];
  const { book, problems } = await read({ 'book.yaml': 'title: T', 'a.md': text, 'a-old.md': text }, { others });
  assert.equal(book.sections.length, 1);
  assert.deepEqual(problems.map(tell), ['a-old.md file-ignored']);
  assert.match(problems[0]?.reason ?? '', /^Not in the book: a-old\.md, end\.docx, map\.txt, notes\.odt and 2 more\./);
});

test('an order that lists a copy has it in', async () => {
  const { book, problems } = await read({
    'book.yaml': 'title: T\norder: [a.md, a-old.md]',
    'a.md': 'A.\n',
    'a-old.md': 'B.\n',
  });
  assert.deepEqual([book.sections.length, problems], [2, []]);
});

test('hidden files, templates, licences and pictures are no part of a book; of them a readme is told', async () => {
  const { problems } = await readFolder({
    'book.yaml': 'title: T\nlang: en\nauthor: A',
    'a.md': 'Words.\n',
    '.hidden.txt': 'x',
    'LICENSE.txt': 'x',
    'README.md': 'x',
    'style.css': 'p{}',
    'later.docx': 'x',
  });
  assert.deepEqual(
    problems.filter(({ rule }) => rule === 'file-ignored').map(({ reason }) => reason.replace(/\. .*/, '')),
    ['Not in the book: README.md (about the folder or its site).', 'Not in the book: later.docx'],
  );
});

/** Names of the file of metadata. */
for (const name of ['book.yaml', 'book.yml', 'metadata.yaml', 'metadata.yml', 'Metadata.YAML'])
  test(`${name} speaks of the book`, async () => {
    const { title, problems } = await readFolder({
      [name]: 'title: The Title\nlanguage: en',
      'a.md': '# One\n\nWords.\n',
    });
    assert.deepEqual([title, problems], ['The Title', []]);
  });

test('of several files of metadata the first is read, and the others are told once', async () => {
  const given = { 'metadata.yaml': 'title: B', 'book.yml': 'title: A', 'metadata.yml': 'title: C', 'a.md': 'Words.\n' };
  const { title, problems } = await readFolder(given);
  assert.equal(title, 'A');
  const told = problems.filter(({ rule }) => rule === 'metadata-several');
  assert.deepEqual(
    told.map(({ reason }) => reason),
    ['There is more than one file of metadata: book.yml is read, and metadata.yaml, metadata.yml not.'],
  );
});

const asides: readonly (readonly [paths: readonly string[], about: readonly string[], beside: readonly string[]])[] = [
  [['README.md', 'ChangeLog.md', 'one.md'], ['README.md', 'ChangeLog.md'], []],
  [['readme.md', 'licence.md'], [], []],
  [['a/README.md', 'a/one.md', 'b/README.md'], ['a/README.md'], []],
  [['SECURITY.md', 'security.md', '_layouts/page.md'], ['SECURITY.md', '_layouts/page.md'], []],
  [['README.md', 'manuscrito/c1.md', 'notas/ana.md'], ['README.md'], ['notas/ana.md']],
  [['README.md', 'build/all.md', 'c1.md'], ['README.md', 'build/all.md'], []],
  [
    ['chapters/a.md', 'chapters/b.md', 'plan.md', 'notes.md', 'prologue.md', 'backmatter/x.md'],
    [],
    ['plan.md', 'notes.md'],
  ],
  [['chapters/a.md', 'plan.md'], [], []],
  [['03-Manuscrito/c1.md', '_archive/a.md', '01-Notas/ana.md'], ['_archive/a.md'], ['01-Notas/ana.md']],
];

for (const [paths, about, beside] of asides)
  test(`of ${paths.join(', ')} ${about.length + beside.length} are no text of the book`, () =>
    assert.deepEqual(asidesAmong(paths, ''), { about, beside }));

test('a readme that the order of a book names is in it', async () => {
  const files = { 'README.md': '# Before\n\nWords.\n', 'a.md': '# After\n\nWords.\n' };
  const { sections } = await readFolder({ ...files, 'book.yaml': 'title: T\nlang: en\norder: [README.md, a.md]' });
  assert.equal(sections, 2);
});

test('a page that lists the other files of its site is left out, and told', async () => {
  const text =
    '---\ntitle: Home\n---\n{% for p in posts %}\n- [{{ p.title }}]({{ p.url }}) ({{ p.words }} words)\n{% endfor %}\n';
  const { sections, problems } = await readFolder({
    'index.md': text,
    'a.md': '# One\n\nWords.\n',
    'book.yaml': 'title: T\nlang: en',
  });
  assert.equal(sections, 1);
  assert.deepEqual(problems.map(tell), ['index.md file-ignored']);
});

test('an index that says more is a text of the book', async () => {
  const text = `Read [one](a.md) first. ${'There are words enough here to be read. '.repeat(8)}\n`;
  const { sections } = await readFolder({ 'index.md': text, 'a.md': 'Words.\n', 'book.yaml': 'title: T\nlang: en' });
  assert.equal(sections, 2);
});

test('beside the chapters of a manuscript of the press lie its own pages', () => {
  const paths = ['chapters/a.md', 'chapters/b.md', 'characters.md', 'the-cat.md'];
  assert.deepEqual(asidesAmong(paths, '', true).beside, []);
});

test('a file that is called a whole, and holds what others begin with, is a copy', () => {
  const text = (word: string): string => `# ${word}\n\n${`The ${word} went on and on. `.repeat(8)}\n`;
  const chapters = ['oil', 'wick', 'lamp'].map((word) => ({ path: `${word}.md`, text: text(word) }));
  const whole = chapters.map((each) => each.text).join('\n');
  assert.deepEqual(wholesAmong([...chapters, { path: 'all-chapters.md', text: whole }]), ['all-chapters.md']);
  assert.deepEqual(wholesAmong([...chapters, { path: 'all-we-had.md', text: text('cat') }]), []);
  assert.deepEqual(wholesAmong([...chapters, { path: 'the-end.md', text: whole }]), []);
});

test('a folder that says nothing of its book has what its readme, or a list of its files, calls it', async () => {
  const one = await readFolder({
    'README.md': '# The Long Mill\n\nby Ann Lee\n',
    'a.md': 'Words.\n',
    'b.md': 'More.\n',
  });
  assert.equal(one.title, 'The Long Mill');
  const told = one.problems.find(({ rule }) => rule === 'title-guessed')?.reason;
  assert.equal(told, 'No title found, so the book is called “The Long Mill”, as in README.md.');
  const index = '# The Old House\n\nWelcome to the chapters:\n\n1. [One](a.md)\n2. [Two](b.md)\n';
  const two = await readFolder({
    'index.md': index,
    'README.md': '# The Long Mill\n',
    'a.md': 'Words.\n',
    'b.md': 'More.\n',
  });
  assert.deepEqual([two.title, two.sections], ['The Old House', 2]);
  const said = await readFolder({ 'README.md': '# The Long Mill\n', 'a.md': '---\ntitle: Oil\n---\n\nWords.\n' });
  assert.equal(said.title, 'Oil');
});

test('an index whose list the program of its site makes is no chapter', async () => {
  const { sections } = await readFolder({
    'index.md': '---\ntitle: Chapters\nlayout: list\n---\n',
    'a.md': 'Words.\n',
    'b.md': 'More.\n',
  });
  assert.equal(sections, 2);
});

test('what frames a wiki’s pages, readmes of folders beside many texts, versions and plans of chapters are no text of a book', () => {
  const asides = (paths: readonly string[]) => asidesAmong(paths, '');
  const wiki = asides(['_Sidebar.md', 'a.md', 'b.md', 'c.md', 'exports/README.md']);
  assert.deepEqual(wiki.about, ['_Sidebar.md', 'exports/README.md']);
  assert.deepEqual(asides(['one/README.md', 'two/README.md', 'end.md']).about, []);
  const versions = asides(['1/text.md', '1/iterations/v1.md', '1/outline.md', '2/text.md', '2/outline.md']);
  assert.deepEqual(versions, { about: ['1/iterations/v1.md'], beside: ['1/outline.md', '2/outline.md'] });
  assert.deepEqual(asides(['1/text.md', '1/notes.md', '2/text.md']).beside, []);
  const pieces = asides(['index-of-all.md', 'characters/all.md', 'stories/a.md', 'stories/b.md', 'poems/c.md']);
  assert.deepEqual(pieces.beside, ['index-of-all.md', 'characters/all.md']);
});

test('a list of files for another program, in a folder of its own, is no chapter', async () => {
  const { sections } = await readFolder({
    'site/src/SUMMARY.md': '# Summary\n\n- [One](a.md)\n- [Two](b.md)\n',
    'text/a.md': 'Words.\n',
    'text/b.md': 'More.\n',
  });
  assert.equal(sections, 2);
});
