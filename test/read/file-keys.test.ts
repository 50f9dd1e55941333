import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printProblems } from '../../scripts/report/print.ts';
import { outline, read, tell } from '../tools/manuscript.ts';

const page = (number: number, more = ''): string =>
  `---\ntitle: "Chapter ${number}. The Door"\nlayout: page\nslug: chapter-${number}\ncategories: [story]\nauthor: Ann\n${more}---\n\nWords.\n`;

test('pages of a web site give a chapter its title, and the book what all say alike and their newest date', async () => {
  const { book, problems } = await read({
    '1.md': page(1, 'date: 2020-01-01\nlastmod: 2020-02-01\n'),
    '2.md': page(2, 'date: 2020-01-02 10:00:00 +0100\n'),
    '3.md': page(3, 'date: 2020-01-03\nlastmod: 2020-02-03\n'),
  });
  const { title, tags, contributors, date, modified } = book.metadata;
  assert.deepEqual(
    { title, tags, authors: contributors.map(({ name }) => name), date, modified },
    { title: 'The Old House', tags: ['story'], authors: ['Ann'], date: undefined, modified: '2020-02-03T00:00:00Z' },
  );
  assert.deepEqual(outline(book.sections), [
    'chapter Chapter 1. The Door',
    'chapter Chapter 2. The Door',
    'chapter Chapter 3. The Door',
  ]);
  assert.deepEqual(problems.map(tell), ['1.md title-guessed']);
});

test('languages that are no tags are told of every page once', async () => {
  const pages = { '1.md': page(1, 'lang: English\n'), '2.md': page(2, 'lang: English\n') };
  const { book, problems } = await read(pages);
  assert.equal(book.metadata.lang, 'en');
  const told = problems.map(tell).filter((each) => each.endsWith('language-form'));
  assert.deepEqual(told, ['1.md:7:7 language-form', '2.md:7:7 language-form']);
});

test('the title of a page stands above its text and the headings in it, unless the text has it', async () => {
  const { book } = await read({
    'a.md': '---\ntitle: A\n---\n## One\n\nWords.\n\n## Two\n\nWords.\n',
    'b.md': '---\ntitle: B\n---\n# The B\n\nWords.\n',
  });
  assert.deepEqual(outline(book.sections), ['chapter A', 'chapter The B']);
});

test('a first file that says more than the others speaks of the book', async () => {
  const { book, problems } = await read({
    'a.md': '---\ntitle: The Book\nauthor: Ann\n---\nWords.\n',
    'b.md': '---\ntitle: Two\n---\nWords.\n',
  });
  assert.deepEqual([book.metadata.title, book.sections[1]?.title], ['The Book', 'Two']);
  assert.deepEqual(problems, []);
});

test('a key that nobody knows is printed once, however many files have it', async () => {
  const note = '---\nmood: dark\n---\nWords.\n';
  const { problems } = await read({ 'book.yaml': 'title: T', 'a.md': note, 'b.md': note, 'c.md': note });
  assert.equal(problems.length, 3);
  assert.match(printProblems(problems, new Map()), /^a\.md:2:1 .*“mood”.*\(and 2 more, in 3 files\)/);
});

test('one file and a folder of one understand the same keys', async () => {
  const { book, problems } = await read({
    'story.md': '---\nlanguage: fr\nsummary: S\ncreator:\n- role: author\n  text: Ann\ndate: 3 May 2020\n---\nMots.\n',
  });
  const { lang, description, contributors, date, modified } = book.metadata;
  assert.deepEqual(
    [lang, description, contributors[0]?.name, date, modified],
    ['fr', 'S', 'Ann', '2020-05-03', '2020-05-03T00:00:00Z'],
  );
  assert.deepEqual(problems.map(tell), ['story.md title-guessed']);
});

test('pandoc’s title block speaks of the book', async () => {
  const { book, problems } = await read({
    'a.md': '% The Salt Road:\n  A Tale\n% Ann; Bea\n% May 3, 2020\n\nWords.\n',
  });
  const { title, contributors, date } = book.metadata;
  assert.deepEqual(
    [title, contributors.map(({ name }) => name), date],
    ['The Salt Road: A Tale', ['Ann', 'Bea'], '2020-05-03'],
  );
  assert.deepEqual(problems, []);
});

test('pictures above several pages of a site are no cover', async () => {
  const { problems } = await read({
    '1.md': '---\ntitle: One\ncover: /images/1.jpg\n---\n\nA.\n',
    '2.md': '---\ntitle: Two\n---\n\nB.\n',
    '3.md': '---\ntitle: Three\ncover: /images/3.jpg\n---\n\nC.\n',
  });
  assert.deepEqual(problems.map(tell), ['1.md:3:1 metadata-unused', '3.md:3:1 metadata-unused', '1.md title-guessed']);
});

test('a file that has no more than a title and an author speaks of the book, wherever it stands', async () => {
  const { book } = await read({
    'a.md': '# One\n\nWords.\n',
    'front/page.md': '---\ntitle: The Mill\nauthor: Ann Lee\n---\n',
  });
  const { title, contributors } = book.metadata;
  assert.deepEqual([title, contributors.map(({ name }) => name)], ['The Mill', ['Ann Lee']]);
  assert.deepEqual(outline(book.sections), ['chapter One']);
});

test('the title of the book above each chapter is none of theirs, and told; parts and other headings stay', async () => {
  const chapter = (above: string, at: number, more = '') =>
    `# ${above}\n**Author: Ann**\n\n${more}## Chapter ${at}\n\nWords.\n`;
  const files = (above: string) => ({
    '1.md': chapter(above, 1),
    '2.md': chapter(above, 2),
    '3.md': chapter(above, 3, 'A line of its own.\n\n'),
  });
  const { book, problems } = await read(files('The Mill'));
  assert.equal(book.metadata.title, 'The Mill');
  assert.deepEqual(outline(book.sections), ['chapter Chapter 1', 'chapter Chapter 2', 'chapter Chapter 3']);
  assert.match(JSON.stringify(book.sections[2]?.content), /A line of its own/);
  assert.doesNotMatch(JSON.stringify(book.sections[2]?.content), /Author: Ann/);
  assert.match(problems.map(({ reason }) => reason).join(), /“The Mill” above 3 chapters .* with “Author: Ann”/);
  const kept = [await read(files('Part One')), await read({ ...files('The Mill'), 'book.yaml': 'title: Rain' })];
  for (const { book: other } of kept) assert.match(outline(other.sections).join(), /Part One|The Mill/);
});

test('a first line that names the chapter is its heading where two files open so', async () => {
  const text = 'It rained all night.\n';
  const { book, problems } = await read({
    '1.md': `第一章　『雨』\n\n第一話　『水車』\n\n${text}`,
    '2.md': `**Chapter 2: Snow**\n\n${text}`,
    '3.md': `# Chapter 3\n\nPart One of it.\n\n${text}`,
    '4.md': `Chapter 4 was never written, and nobody knows why it was not.\n\n${text}`,
  });
  assert.deepEqual(outline(book.sections), [
    'chapter 第一章　『雨』 第一話　『水車』',
    'chapter Chapter 2: Snow',
    'chapter Chapter 3',
    'chapter',
  ]);
  assert.match(problems.map(({ reason }) => reason).join(), /The first line of 2 files is the heading of each/);
  const alone = await read({ '1.md': `Chapter 1\n\n${text}`, '2.md': text });
  assert.deepEqual(outline(alone.book.sections), ['chapter', 'chapter']);
});

test('pages of a site that have no more than a title are no chapters', async () => {
  const { book, problems } = await read({
    '1.md': '---\ntitle: Rain\n---\n\nWords.\n',
    '2.md': '---\ntitle: Snow\n---\n\nWords.\n',
    'lists/a.md': '---\ntitle: Drafts\n---\n',
    'lists/b.md': '---\ntitle: Novels\n---\n',
  });
  assert.deepEqual(outline(book.sections), ['chapter Rain', 'chapter Snow']);
  assert.equal(problems.filter(({ rule }) => rule === 'section-empty').length, 2);
});

test('a file of nothing but comments is no chapter, and told', async () => {
  const { book, problems } = await read({ '1.md': '# One\n\nWords.\n', '2.md': '<!-- Later. -->\n' });
  assert.deepEqual(outline(book.sections), ['chapter One']);
  assert.ok(problems.map(tell).includes('2.md:1:1 section-empty'));
});
