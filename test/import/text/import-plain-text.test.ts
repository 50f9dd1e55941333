import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { toString as textOf } from 'mdast-util-to-string';
import { allSections, type Book } from '../../../scripts/book/book.ts';
import { manuscriptFiles } from '../../../scripts/import/manuscript-files.ts';
import { isSceneBreak } from '../../../scripts/import/story-marks.ts';
import { importPlainText } from '../../../scripts/import/text/import-plain-text.ts';
import { readBook } from '../../../scripts/read/read.ts';
import type { Problem } from '../../../scripts/report/problem.ts';
import { manuscriptOf, noPlugins, outline } from '../../tools/manuscript.ts';
import { need } from '../../tools/need.ts';

interface Story {
  readonly book: Book;
  readonly problems: readonly Problem[];
  /** Hints as `3 the title`. */
  readonly guesses: readonly string[];
  /** Each section's blocks as words. */
  readonly blocks: readonly (readonly string[])[];
}

/** Imports and reads a story. */
async function story(text: string): Promise<Story> {
  const imported = importPlainText({ path: 'story.txt', text });
  const manuscript = manuscriptOf({}, manuscriptFiles(imported.value));
  const { value: book, problems } = await readBook(manuscript, { loadPlugins: noPlugins });
  if (!book) throw new Error(JSON.stringify(problems));
  return {
    book,
    problems: [...imported.problems, ...problems],
    guesses: imported.problems.map(
      ({ place, reason }) => `${place?.start?.line} ${/ taken as (.*)$/.exec(reason)?.[1]}`,
    ),
    blocks: [...allSections(book.sections)].map(({ content }) =>
      content.children.map((each) => (each.type === 'thematicBreak' ? '* * *' : textOf(each))),
    ),
  };
}

const long = 'It was a long evening in the old house, and nobody had thought to light the lamp in the hall. ';
const prose = `${long}${long}`.trim();

test('the shared story has its title, subtitle, disclaimer, end mark and notes each in its place', async (context) => {
  const shared = await need(context, 'shared');
  if (!shared) return;
  const text = readFileSync(join(shared, 'stories/a-better-world.txt'), 'utf8');
  const { book, guesses, blocks, problems } = await story(text);
  assert.equal(book.metadata.title, 'A Better World');
  assert.equal(book.metadata.subtitle, 'In which there is understanding.');
  assert.deepEqual(outline(book.sections), ['disclaimer Disclaimer', 'chapter A Better World', "notes Author's Notes"]);
  const [disclaimer = [], chapter = [], notes = []] = blocks;
  assert.match(disclaimer.join(), /^Harry Potter and his whole world .* intended\.$/);
  assert.match(chapter[0] ?? '', /^The child was lost/);
  assert.equal(chapter.at(-1), '~fin~');
  assert.match(notes.join(), /^This story was born .* cliche\.$/);
  assert.deepEqual(guesses, [
    '1 the disclaimer',
    '5 the title',
    '6 the subtitle',
    '159 the author’s notes',
    '156 the end mark',
  ]);
  assert.deepEqual([...new Set(problems.map(({ rule }) => rule))], ['structure-guessed']);
});

test('every word of the shared story is in the book', async (context) => {
  const shared = await need(context, 'shared');
  if (!shared) return;
  const text = readFileSync(join(shared, 'stories/a-better-world.txt'), 'utf8');
  const { book, blocks } = await story(text);
  const headings = book.sections.map(({ heading }) => (heading ? textOf(heading) : ''));
  const count = (words: string): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (const word of words.match(/[\p{L}\p{N}]+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
    return counts;
  };
  const printed = count([book.metadata.subtitle, ...headings, ...blocks.flat()].join(' '));
  for (const [word, times] of count(text)) assert.equal(printed.get(word), times, `“${word}”`);
});

test('hard-wrapped text with blank lines between paragraphs is joined', async () => {
  const line = 'It was a long evening in the old house, and nobody had thought';
  const paragraph = [line, line, line, 'of it.'].join('\n');
  const { blocks } = await story([paragraph, paragraph, paragraph].join('\n\n'));
  assert.deepEqual(blocks, [[paragraph, paragraph, paragraph]]);
});

test('indented paragraphs without blank lines are parted at the indents', async () => {
  const line = 'It was a long evening in the old house, and nobody had thought';
  const paragraph = [`    ${line}`, line, line, 'of it.'].join('\n');
  const { blocks } = await story([paragraph, paragraph, paragraph, paragraph].join('\n'));
  assert.equal(blocks[0]?.length, 4);
  assert.ok(blocks[0]?.every((each) => each === [line, line, line, 'of it.'].join('\n')));
});

test('without blank lines and wrapping each line is a paragraph', async () => {
  const lines = [prose, '"Yes," she said.', prose, '"No," said he.', prose];
  const { blocks } = await story(lines.join('\n'));
  assert.deepEqual(blocks, [lines]);
});

for (const [how, width] of [
  ['wrapped', 70],
  ['not wrapped', 102],
] as const)
  test(`verse that is set off in a text that is ${how} keeps its stanzas and steps, and prose no line end`, () => {
    const words =
      'He stood on the quay for a long time and looked out over the water before he spoke to anyone there. '.repeat(4);
    const rows = words
      .trim()
      .replace(new RegExp(`(.{20,${width}})(?: |$)`, 'g'), '$1\n')
      .trim();
    const verse = '    One for the quay,\n      two for the tide:\n\n        - three\n    :::';
    const { sections } = importPlainText({
      path: 'story.txt',
      text: `Chapter 1\n\n${rows}\n\n${verse}\n\n${rows}\n\n    Dear Ann,\n\n${rows}\n\nChapter 2\n\n${rows}`,
    }).value;
    const [, poem, ...others] = (sections[0]?.text ?? '').split(/^:::(?:verse)?\n/m);
    assert.equal(poem, 'One for the quay,\n  two for the tide:\n\n    \\- three\n\\:::\n');
    assert.match(others.join(''), /^> Dear Ann,$/m);
    assert.doesNotMatch(sections[0]?.text ?? '', /[a-z]\\$/m);
  });

test('short lines among wrapped text keep their line ends, as verse does', async () => {
  const line = 'It was a long evening in the old house, and nobody had thought';
  const paragraph = [line, line, line, line].join('\n');
  const { book } = await story([paragraph, 'The owl and the cat\nWent to sea\nIn a boat.', paragraph].join('\n\n'));
  const verse = book.sections[0]?.content.children[1];
  assert.ok(verse?.type === 'paragraph');
  assert.equal(verse.children.filter(({ type }) => type === 'break').length, 2);
  const wrapped = book.sections[0]?.content.children[0];
  assert.ok(wrapped?.type === 'paragraph');
  assert.equal(wrapped.children.filter(({ type }) => type === 'break').length, 0);
});

test('header lines in any order become metadata; what no key says is a page at the end', async () => {
  const { book, blocks, guesses } = await story(
    [
      'Rating: PG',
      'Title: The Door',
      'Fandoms: Doors, Windows',
      'Pairing: Hinge/Latch',
      'Language: English',
      'Summary: A door opens, and it goes on opening for so long that somebody',
      'has to write it down.',
      'By Ann Lee',
      'Word count: 12',
      '',
      prose,
      '',
      prose,
    ].join('\n'),
  );
  const { title, description, contributors, archival, lang } = book.metadata;
  const summary = 'A door opens, and it goes on opening for so long that somebody has to write it down.';
  assert.deepEqual(
    { title, description, lang, author: contributors[0]?.name },
    { title: 'The Door', description: summary, lang: 'en', author: 'Ann Lee' },
  );
  assert.deepEqual(
    [archival?.rating, archival?.fandoms, archival?.relationships],
    ['PG', ['Doors', 'Windows'], ['Hinge/Latch']],
  );
  assert.deepEqual(outline(book.sections), ['summary Summary', 'chapter The Door', 'colophon']);
  assert.deepEqual(blocks.at(-1), ['Word count: 12']);
  assert.deepEqual(guesses.slice(0, 2), ['1 the rating', '2 the title']);
});

test('a title with a byline gives the author', async () => {
  const { book } = await story(`The Door\nby Ann Lee\n\n${prose}\n\n${prose}\n`);
  assert.equal(book.metadata.title, 'The Door');
  assert.equal(book.metadata.contributors[0]?.name, 'Ann Lee');
});

for (const [headings, count] of [
  [['Chapter 1', 'Chapter 2: The Door', 'CHAPTER THREE'], 3],
  [['I.', 'II.', 'III.'], 3],
  [['Prologue', 'Chapter One', 'Epilogue'], 3],
  [['*Chapter 1*', '=== Chapter 2 ===', '-- Chapter 3 --'], 3],
] as const) {
  test(`${headings.join(', ')} open sections`, async () => {
    const { book, blocks } = await story(headings.map((each) => `${each}\n\n${prose}\n`).join('\n'));
    assert.equal(book.sections.length, count);
    assert.ok(book.sections.every(({ heading }) => heading));
    assert.deepEqual(
      blocks,
      headings.map(() => [prose]),
    );
  });
}

test('numbers that count on, and capitals at the start of a story, open chapters; a list and a shout do not', async () => {
  for (const [lines, count] of [
    [['1. The Door', prose, '2. The Stair', prose], 2],
    [['Chapter One\nThe Door', prose, 'Chapter Two\nThe Stair', prose], 2],
    [['THE DOOR', prose, 'THE STAIR', prose], 2],
    [[prose, 'NO ENTRY', prose, 'KEEP OUT', prose], 1],
    [[prose, '1. Wash the dog', '2. Feed the cat', prose], 1],
    [[prose, '7. The Door', prose], 1],
  ] as const) {
    const { book } = await story(`Title: Houses\n\n${lines.join('\n\n')}\n`);
    assert.equal(book.sections.length, count, lines.join(' | ').replaceAll(prose, '…'));
  }
});

test('what stands deeper than indented paragraphs is set off, and a break needs no blank lines around it', async () => {
  const line = 'It was a long evening in the old house, and nobody had thought';
  const paragraph = `    ${line}\n${line}\nof it.`;
  const letter = '        Dear Tom,\n        come home.';
  const { book, blocks } = await story([paragraph, paragraph, letter, paragraph, 'xXx', paragraph].join('\n'));
  assert.deepEqual(
    book.sections[0]?.content.children.map(({ type }) => type),
    ['paragraph', 'paragraph', 'blockquote', 'paragraph', 'thematicBreak', 'paragraph'],
  );
  assert.equal(blocks[0]?.[0], `${line}\n${line}\nof it.`);
});

test('notes of the author between chapters are set off where they stand, under their label', async () => {
  const { book, guesses } = await story(
    `Chapter 1\n\n${prose}\n\nA/N: Sorry for the wait!\n\nChapter 2\n\n${prose}\n\nNote to self, he wrote: buy milk.\n\n${prose}\n`,
  );
  assert.deepEqual(
    book.sections.map(({ content }) => content.children.map(({ type }) => type)),
    [
      ['paragraph', 'blockquote'],
      ['paragraph', 'paragraph', 'paragraph'],
    ],
  );
  assert.ok(guesses.includes('5 the author’s notes'));
});

test('a long row of letters is no scene break', () => {
  // A careless pattern would walk these for hours.
  for (const row of [`${'o'.repeat(58)}h`, `${'xo'.repeat(29)}?`]) assert.ok(!isSceneBreak(row), row);
});

test('a sentence that begins with a chapter’s name is no heading', async () => {
  const sentences = ['Chapter 3 was the one she liked best of all.', 'I.', 'Part of me knew it.', 'I was tired.'];
  for (const sentence of [sentences[0], sentences[2], sentences[3]]) {
    const { book } = await story(`${prose}\n\n${sentence}\n\n${prose}\n`);
    assert.equal(book.sections.length, 1, sentence);
  }
});

for (const mark of [
  '***',
  '* * *',
  '---',
  '-----',
  '~',
  '~*~*~',
  '#',
  '###',
  'xXx',
  'oOo',
  'xoxox',
  'o0o',
  'o0o0o',
  '-0-',
  '* * * * *',
  '___',
  '⁂',
  '• • •',
  '=====',
]) {
  test(`${JSON.stringify(mark)} alone in a line is a scene break`, async () => {
    const { blocks, guesses } = await story(`${prose}\n\n${mark}\n\n${prose}\n`);
    assert.deepEqual(blocks, [[prose, '* * *', prose]]);
    assert.deepEqual(guesses, ['3 a scene break']);
  });
}

for (const line of ['...', '…', '-', '–', 'No', 'Ooh', 'Oh', 'xx', '1.', '?', '0', '"—"']) {
  test(`${JSON.stringify(line)} alone in a line is speech`, async () => {
    const { blocks } = await story(`${prose}\n\n${line}\n\n${prose}\n`);
    assert.deepEqual(blocks, [[prose, line, prose]]);
  });
}

for (const end of ['The End', '~fin~', 'THE END.', '- fin -', 'To be continued...', 'Finis', '*END*']) {
  test(`what follows ${JSON.stringify(end)} is not the story`, async () => {
    const { book, blocks, guesses } = await story(
      `${prose}\n\n${prose}\n\n${prose}\n\n${end}\n\nA/N: Thanks to all.\n\nBye.\n`,
    );
    assert.deepEqual(outline(book.sections), ['chapter', 'notes A/N']);
    assert.equal(blocks[0]?.at(-1)?.replace(/\*/g, ''), end.replace(/\*/g, ''));
    assert.deepEqual(blocks[1], ['Thanks to all.', 'Bye.']);
    assert.deepEqual(guesses, ['9 the author’s notes', '7 the end mark']);
  });
}

test('problems of an imported text are on the lines of the text file', async () => {
  const { book } = await story(`Disclaimer: None.\n\nThe Door\n\n${prose}\n\n***\n\n${prose} Last.\n`);
  const chapter = book.sections[1];
  assert.deepEqual(
    chapter?.content.children.map(({ position }) => position?.start.line),
    [5, 7, 9],
  );
  assert.equal(chapter?.path, 'story.txt');
});

test('brackets of plain text are no references, and nothing is told of them', async () => {
  const { problems, blocks } = await story(`${prose}\n\nSee [^1] and [a][b].\n\n${prose}\n`);
  assert.equal(blocks[0]?.[1], 'See [^1] and [a][b].');
  assert.deepEqual(
    problems.map(({ rule }) => rule),
    ['title-guessed'],
  );
});

test('a story that opens with dialogue or a sentence has no title made of it', async () => {
  for (const first of ['"Come in," she said.', 'The door was open.', '“Who’s there', 'She paused,']) {
    const { book, blocks } = await story(`${first}\n\n${prose}\n\n${prose}\n`);
    assert.equal(book.metadata.title, 'The Old House', first);
    assert.equal(blocks[0]?.[0], first);
  }
});

test('an empty text has no book, and a text of one line has that line', async () => {
  assert.deepEqual(importPlainText({ path: 'a.txt', text: '' }).value.sections, []);
  const { blocks } = await story('Only this.');
  assert.deepEqual(blocks, [['Only this.']]);
});

test('no line of any story is lost, whatever order its parts come in', async () => {
  const shapes = [
    'Title: W',
    'Author: W',
    'Summary: W',
    'Rating: W',
    'Disclaimer: W',
    'A/N: W',
    'Notes',
    'Dedication',
    'By W',
    '(W)',
    'Chapter 1: W',
    'Chapter 2',
    'Prologue',
    '***',
    'The End',
    '~fin~',
    'W',
    'W.',
    '"W," said W.',
    '  W',
    '\tW',
    `W ${long}W`,
    '',
    '',
    '',
    '# W',
    '- W',
    '1. W',
    '> W',
    '| W | W |',
    '[^W]: W',
    '*W*',
    'W:',
    'Subtitle: W',
    'Written by: W',
  ];
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...shapes), { minLength: 1, maxLength: 25 }), async (lines) => {
      let count = 0;
      const text = lines.map((line) => line.replace(/W/g, () => `w${++count}w`)).join('\n');
      const { value } = importPlainText({ path: 'a.txt', text });
      if (value.sections.length === 0 || count === 0) return;
      const manuscript = manuscriptOf({}, manuscriptFiles(value));
      const { value: book } = await readBook(manuscript, { loadPlugins: noPlugins });
      if (!book) return;
      const sections = [...allSections(book.sections)];
      const printed = [
        book.metadata.title,
        book.metadata.subtitle,
        ...book.metadata.contributors.map(({ name }) => name),
        book.metadata.archival?.rating,
        ...sections.flatMap(({ heading, content }) => [heading ? textOf(heading) : '', textOf(content)]),
      ].join(' ');
      for (let at = 1; at <= count; at++) assert.ok(printed.includes(`w${at}w`), `w${at}w of ${JSON.stringify(text)}`);
    }),
    { seed: 7, numRuns: 1500 },
  );
});
