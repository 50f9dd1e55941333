import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toString as textOf } from 'mdast-util-to-string';
import type { Section } from '../../scripts/book/book.ts';
import { read, tell, words } from '../tools/manuscript.ts';

/** Notes as `1 words`. */
const notes = ({ notes: list }: Section): readonly string[] =>
  list.map(({ number, definition }) => `${number} ${textOf(definition)}`);

test('notes are counted in the order of first reference, not of definition', async () => {
  const { book, problems } = await read({
    'a.md': '# T\n\nOne[^b] two[^a] three[^b].\n\n[^a]: Alpha.\n[^b]: Beta.\n',
  });
  assert.deepEqual(book.sections.map(notes), [['1 Beta.', '2 Alpha.']]);
  assert.deepEqual(problems, []);
});

test('each chapter of a file counts its own notes from one, wherever they are defined', async () => {
  const { book, problems } = await read({
    'book.yaml': 'title: T',
    'a.md': '# One\n\nA[^x].\n\n[^y]: Why.\n\n# Two\n\nB[^y] C[^x].\n\n[^x]: Ex.\n',
  });
  assert.deepEqual(book.sections.map(notes), [['1 Ex.'], ['1 Why.', '2 Ex.']]);
  assert.deepEqual(problems.map(tell), []);
});

test('a reference in a heading comes before those of the text', async () => {
  const { book } = await read({ 'a.md': '# T[^h]\n\nOne[^a].\n\n[^a]: Alpha.\n[^h]: Eta.\n' });
  assert.deepEqual(book.sections.map(notes), [['1 Eta.', '2 Alpha.']]);
});

test('a note that only another note refers to comes after those of the text', async () => {
  const { book, problems } = await read({
    'a.md': '# T\n\nOne[^a] two[^b].\n\n[^a]: Alpha[^deep].\n[^b]: Beta.\n[^deep]: Deep.\n',
  });
  assert.deepEqual(book.sections.map(notes), [['1 Alpha.', '2 Beta.', '3 Deep.']]);
  assert.deepEqual(problems, []);
});

test('notes that refer to each other or to themselves come to an end', async () => {
  const { book, problems } = await read({
    'a.md': '# T\n\nOne[^a].\n\n[^a]: Alpha[^b].\n[^b]: Beta[^a][^b].\n',
  });
  assert.deepEqual(book.sections.map(notes), [['1 Alpha.', '2 Beta.']]);
  assert.deepEqual(problems, []);
});

test('a note that nothing refers to keeps its words at the end of the section', async () => {
  const { book, problems } = await read({ 'a.md': '# T\n\nOne.\n\n[^a]: Alpha.\n\nTwo.\n' });
  assert.deepEqual(words(book.sections), ['One. / Two. / Alpha.']);
  assert.deepEqual(book.sections.map(notes), [[]]);
  assert.deepEqual(problems.map(tell), ['a.md:5:1 note-without-reference']);
});

test('an orphan’s own references still find their notes', async () => {
  const { book, problems } = await read({ 'a.md': '# T\n\nOne.\n\n[^a]: Alpha[^b].\n\n[^b]: Beta.\n' });
  assert.deepEqual(words(book.sections), ['One. / Alpha.']);
  assert.deepEqual(book.sections.map(notes), [['1 Beta.']]);
  assert.deepEqual(problems.map(tell), ['a.md:5:1 note-without-reference']);
});

test('two orphans in a circle keep all words, each once', async () => {
  const { book } = await read({ 'a.md': '# T\n\nOne.\n\n[^a]: Alpha[^b].\n\n[^b]: Beta[^a].\n' });
  const all = [...words(book.sections), ...book.sections.flatMap(notes)].join(' ');
  assert.equal(all.match(/Alpha/g)?.length, 1, all);
  assert.equal(all.match(/Beta/g)?.length, 1, all);
});

test('a second note of one label is told, and its words follow those of the first', async () => {
  const { book, problems } = await read({ 'a.md': '# T\n\nOne[^a].\n\n[^a]: Alpha.\n\n[^a]: Again.\n' });
  assert.deepEqual(book.sections.map(notes), [['1 Alpha.Again.']]);
  assert.deepEqual(problems.map(tell), ['a.md:7:1 note-twice']);
});

test('labels match without regard to case and white space', async () => {
  const { book, problems } = await read({ 'a.md': '# T\n\nOne[^NoTe].\n\n[^nOtE]: Alpha.\n' });
  assert.deepEqual(book.sections.map(notes), [['1 Alpha.']]);
  assert.deepEqual(problems, []);
});

test('a label that is a word of JavaScript is a label', async () => {
  const { book } = await read({
    'a.md': '# T\n\nOne[^constructor] two[^__proto__].\n\n[^constructor]: A.\n[^__proto__]: B.\n',
  });
  assert.deepEqual(book.sections.map(notes), [['1 A.', '2 B.']]);
});

test('notes of one file do not answer to another’s references', async () => {
  const { problems } = await read({
    'book.yaml': 'title: T',
    '1.md': 'One[^a].\n\n[^a]: Alpha.\n',
    '2.md': 'Two[^a].\n',
  });
  assert.deepEqual(problems.map(tell), ['2.md:1:4 reference-without-note']);
});

test('the chapters that a part holds have their notes', async () => {
  const { book, problems } = await read({
    'a.md': '# Part One\n\nP[^p].\n\n## One\n\nA[^a].\n\n[^a]: Alpha.\n[^p]: Pi.\n',
  });
  assert.deepEqual(book.sections.map(notes), [['1 Pi.']]);
  assert.deepEqual(book.sections[0]?.sections.map(notes), [['1 Alpha.']]);
  assert.deepEqual(problems.map(tell), ['a.md title-guessed']);
});

test('a note of the title that goes to the title page keeps its words', async () => {
  const { book, problems } = await read({ 'a.md': '# The Door[^1]\n\n## One\n\nA.\n\n[^1]: Alpha.\n' });
  assert.equal(book.metadata.title, 'The Door');
  assert.deepEqual(words(book.sections), ['A. / Alpha.']);
  assert.deepEqual(problems.map(tell), ['a.md:7:1 note-without-reference']);
});

test('a heading in a note that nothing refers to opens no chapter', async () => {
  const { book } = await read({ 'a.md': '# One\n\nA.\n\n# Two\n\nB.\n\n[^1]: # Alpha\n\n    Beta.\n' });
  assert.deepEqual(words(book.sections), ['A.', 'B. / Alpha / Beta.']);
});
