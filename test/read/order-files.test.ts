import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outline, read, tell } from '../tools/manuscript.ts';

const paths = (book: Awaited<ReturnType<typeof read>>['book']): readonly string[] =>
  book.sections.flatMap((each) => [each.path, ...each.sections.map(({ path }) => path)]);

const text = 'Some words.\n';

test('front matter, chapters and back matter stand where books have them', async () => {
  const { book } = await read({
    'acknowledgements.md': text,
    'afterword.md': text,
    'chapter-10.md': text,
    'chapter-2.md': text,
    'copyright.md': text,
    'dedication.md': text,
    'epilogue.md': text,
    'prologue.md': text,
  });
  assert.deepEqual(paths(book), [
    'copyright.md',
    'dedication.md',
    'prologue.md',
    'chapter-2.md',
    'chapter-10.md',
    'epilogue.md',
    'afterword.md',
    'acknowledgements.md',
  ]);
});

test('numbers before every name are the author’s own order', async () => {
  const { book } = await read({ '1-chapter.md': text, '2-dedication.md': text, '10-prologue.md': text });
  assert.deepEqual(outline(book.sections), ['chapter', 'dedication', 'prologue']);
});

test('book.yaml’s order is followed to the letter', async () => {
  const { book, problems } = await read({
    'book.yaml': 'title: T\norder:\n  - c.md\n  - ./a.md\n  - dedication.md\n',
    'a.md': text,
    'c.md': text,
    'dedication.md': text,
  });
  assert.deepEqual(paths(book), ['c.md', 'a.md', 'dedication.md']);
  assert.deepEqual(problems, []);
});

test('order: names that are not there, named twice or left out are told', async () => {
  const { book, problems } = await read({
    'book.yaml': 'title: T\norder:\n  - chapter-1.md\n  - chapter-l.md\n  - chapter-1.md\n',
    'chapter-1.md': text,
    'chapter-2.md': text,
  });
  assert.deepEqual(
    problems.map(({ rule, severity, place, hint }) => [rule, severity, place?.path, hint]),
    [
      ['order-missing', 'error', 'book.yaml', 'Did you mean “chapter-1.md”?'],
      ['order-missing', 'error', 'book.yaml', undefined],
      ['order-left-out', 'warning', 'chapter-2.md', 'Add “- chapter-2.md” to order in book.yaml.'],
    ],
  );
  assert.match(problems[1]?.reason ?? '', /twice/);
  assert.deepEqual(paths(book), ['chapter-1.md']);
});

test('a fault of the order is on the line of the name', async () => {
  const { problems } = await read({
    'book.yaml': 'title: T\norder:\n  - a.md\n  - lost.md\n',
    'a.md': text,
  });
  assert.deepEqual(problems.map(tell), ['book.yaml:4:5 order-missing']);
});

test('an order in the first file’s block counts for the book, and its faults are on its lines', async () => {
  const { book, problems } = await read({
    'a.md': '---\ntitle: T\norder: [b.md, a.md, lost.md]\n---\nA.\n',
    'b.md': text,
  });
  assert.deepEqual(paths(book), ['b.md', 'a.md']);
  assert.deepEqual(problems.map(tell), ['a.md:3:21 order-missing']);
});

test('numbers in words order chapters, in Roman numerals too', async () => {
  const { book } = await read({
    'Chapter four.md': text,
    'Chapter one.md': text,
    'Chapter three.md': text,
    'Chapter two.md': text,
    'epilogue.md': text,
    'prologue.md': text,
  });
  assert.deepEqual(paths(book), [
    'prologue.md',
    'Chapter one.md',
    'Chapter two.md',
    'Chapter three.md',
    'Chapter four.md',
    'epilogue.md',
  ]);
});

const weighted = (weight: number, more = '') => `---\ntitle: W${weight}\nweight: ${weight}\n${more}---\n${text}`;

test('weights order chapters where all have one', async () => {
  const { book, problems } = await read({ 'a.md': weighted(30), 'b.md': weighted(4), 'c.md': weighted(-1) });
  assert.deepEqual(paths(book), ['c.md', 'b.md', 'a.md']);
  assert.deepEqual(problems.map(tell), ['a.md title-guessed']);
  const front = await read({ 'a.md': weighted(2), 'b.md': weighted(1), 'dedication.md': text });
  assert.deepEqual(paths(front.book), ['dedication.md', 'b.md', 'a.md']);
  const some = await read({ 'a.md': weighted(2), 'b.md': weighted(1), 'c.md': text });
  assert.deepEqual(paths(some.book), ['a.md', 'b.md', 'c.md']);
});

test('drafts stay out of the book and are told, unless all are drafts', async () => {
  const { book, problems } = await read({
    'book.yaml': 'title: T',
    'a.md': text,
    'b.md': `---\ndraft: true\n---\n${text}`,
    'c.md': `---\npublished: false\n---\n${text}`,
  });
  assert.deepEqual(paths(book), ['a.md']);
  assert.deepEqual(problems.map(tell), ['b.md file-ignored']);
  assert.match(problems[0]?.reason ?? '', /2 files .* b\.md, c\.md/);
  const all = await read({ 'book.yaml': 'title: T', 'a.md': `---\ndraft: true\n---\n${text}` });
  assert.deepEqual([paths(all.book), all.problems], [['a.md'], []]);
});

test('the only part stands before the chapters; several that hold none are told', async () => {
  const one = await read({
    'book.yaml': 'title: T',
    'chapter-1.md': text,
    'chapter-2.md': text,
    'part-1.md': '# Part One\n',
  });
  assert.deepEqual(outline(one.book.sections), ['part Part One', '  chapter', '  chapter']);
  assert.deepEqual(one.problems, []);
  const two = await read({
    'book.yaml': 'title: T',
    'chapter-1.md': text,
    'chapter-2.md': text,
    'part-1.md': '# Part One\n',
    'part-2.md': '# Part Two\n',
  });
  assert.deepEqual(two.problems.map(tell), ['part-1.md:1:1 part-holds-nothing']);
  assert.match(two.problems[0]?.reason ?? '', /“Part One”, “Part Two”: no chapter follows/);
});
