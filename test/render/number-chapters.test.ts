import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tell } from '../tools/manuscript.ts';
import { render } from './rendering.ts';

/** The headings of chapters, `|` between number and name, and the lines of the contents. */
async function shown(files: Readonly<Record<string, string>>) {
  const { documents, publication, problems } = await render(files);
  const headings = documents.flatMap(({ body }) =>
    [...body.matchAll(/<h1[^>]*>(.*?)<\/h1>/gs)].map(([, heading = '']) =>
      heading
        .replace(/<span class="number-stop">.*?<\/span>/g, '')
        .replace(/<\/span> <span[^>]*>/g, '|')
        .replace(/<[^>]*>/g, ''),
    ),
  );
  return { headings, contents: publication.nav.map(({ title }) => title), problems: problems.map(tell) };
}

/** Keys of the book, headings, and what becomes of them on the page and in the contents. */
const cases: readonly (readonly [
  keys: string,
  typed: readonly string[],
  page: readonly string[],
  nav: readonly string[],
])[] = [
  [
    'number: words',
    ['Chapter 1: The Door', '22. The Gate'],
    ['Chapter One|The Door', 'Twenty-Two|The Gate'],
    ['Chapter One: The Door', 'Twenty-Two. The Gate'],
  ],
  [
    'number: words',
    ['CHAPTER II', 'Chapter Three'],
    ['CHAPTER TWO', 'Chapter Three'],
    ['CHAPTER TWO', 'Chapter Three'],
  ],
  [
    'number: roman',
    ['One', 'Chapter Twenty-One: The Sea', 'Nine'],
    ['I', 'Chapter XXI|The Sea', 'IX'],
    ['I', 'Chapter XXI: The Sea', 'IX'],
  ],
  [
    'number: figures',
    ['IV – The Stair', 'Chapter Ten'],
    ['4|The Stair', 'Chapter 10'],
    ['4 – The Stair', 'Chapter 10'],
  ],
  // Where no heading has a number, chapters are counted; a heading without one among others stays.
  ['number: words', ['The Door', 'The Gate'], ['One|The Door', 'Two|The Gate'], ['One: The Door', 'Two: The Gate']],
  ['number: roman', ['1. The Door', 'The Gate'], ['I|The Door', 'The Gate'], ['I. The Door', 'The Gate']],
  // What is no plain number stays.
  [
    'number: words',
    ['Appendix A', 'Chapter the Third', '3 Blind Mice'],
    ['Appendix A', 'Chapter the Third', '3 Blind Mice'],
    ['Appendix A', 'Chapter the Third', '3 Blind Mice'],
  ],
  ['number: words', ['Chapter 1<br>The Door'], ['Chapter One|The Door'], ['Chapter One The Door']],
  ['number: words', ['*The Door*', 'Chapter **1**'], ['The Door', 'Chapter 1'], ['The Door', 'Chapter 1']],
  ['number: words', ['*The Door*'], ['One|The Door'], ['One: The Door']],
  ['number-place: beside', ['Chapter 1: The Door'], ['Chapter 1|The Door'], ['Chapter 1: The Door']],
];

for (const [keys, typed, page, nav] of cases)
  test(`with ${keys}, ${typed.join(' / ')} is ${page.join(' / ')}`, async () => {
    const files = Object.fromEntries(typed.map((heading, at) => [`chapter-${at + 1}.md`, `# ${heading}\n\nWords.\n`]));
    const { headings, contents, problems } = await shown({
      'book.yaml': `title: T\nlang: en\ndesign: {${keys}}`,
      ...files,
    });
    assert.deepEqual([headings, contents, problems], [page, nav, []]);
  });

test('words are those of the book’s language, and what a book shows is read again as the same', async () => {
  const book = (lang: string, ...headings: readonly string[]) => ({
    'book.yaml': `title: T\nlang: ${lang}\ndesign: {number: words}`,
    ...Object.fromEntries(headings.map((heading, at) => [`chapter-${at + 1}.md`, `# ${heading}\n\nWords.\n`])),
  });
  const german = await shown(book('de', 'Kapitel 21', '2: Die Tür'));
  assert.deepEqual(german.headings, ['Kapitel einundzwanzig', 'Zwei|Die Tür']);
  assert.deepEqual((await shown(book('de', ...german.contents))).headings, german.headings);
  const counted = await shown(book('fr', 'La Porte', 'La Mer'));
  assert.deepEqual((await shown(book('fr', ...counted.contents))).headings, ['Un|La Porte', 'Deux|La Mer']);
});

test('a number that has no word is a figure, and one hint says so', async () => {
  const { headings, problems } = await shown({
    'book.yaml': 'title: T\nlang: fi\ndesign:\n  number: words',
    'chapter-1.md': '# I\n\nSanoja.\n',
    'chapter-2.md': '# II\n\nSanoja.\n',
  });
  assert.deepEqual(headings, ['1', '2']);
  assert.deepEqual(problems, ['book.yaml:4:3 number-without-word']);
});

test('links to a heading as it was typed go on working', async () => {
  const { documents, problems } = await render({
    'book.yaml': 'title: T\nlang: en\ndesign: {number: words}',
    'chapter-1.md': '# Chapter 1: The Door\n\nWords.\n',
    'chapter-2.md': '# Chapter 2: The Gate\n\nSee [there](chapter-1.md#chapter-1-the-door).\n',
  });
  assert.deepEqual(problems, []);
  assert.match(documents[1]?.body ?? '', /href="chapter-1\.xhtml#chapter-1-title"/);
});
