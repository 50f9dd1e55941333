import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outline, read, words } from '../tools/manuscript.ts';

/** A manuscript, and the sections it must divide into. */
const cases: readonly {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly sections: readonly string[];
}[] = [
  {
    name: 'a file with several level-1 headings is several chapters',
    files: { 'a.md': '# One\n\nA.\n\n# Two\n\nB.\n\n## Below\n\nC.\n' },
    sections: ['chapter One', 'chapter Two'],
  },
  {
    name: 'text before the first heading is front matter without a number',
    files: { 'a.md': 'Before.\n\n# One\n\nA.\n\n# Two\n\nB.\n' },
    sections: ['preamble', 'chapter One', 'chapter Two'],
  },
  {
    name: 'a file with level-2 headings only divides at them',
    files: { 'a.md': '## One\n\nA.\n\n## Two\n\nB.\n' },
    sections: ['chapter One', 'chapter Two'],
  },
  {
    name: 'level-3 headings divide nothing',
    files: { 'a.md': 'A.\n\n### One\n\nB.\n\n### Two\n\nC.\n' },
    sections: ['chapter'],
  },
  {
    name: 'a sole title above level-2 headings is the book’s, and its chapters follow',
    files: { 'a.md': '# The Book\n\n## One\n\nA.\n\n## Two\n\nB.\n' },
    sections: ['chapter One', 'chapter Two'],
  },
  {
    name: 'a part in a file holds the chapters below it',
    files: { 'a.md': '# Part One\n\n## One\n\nA.\n\n## Two\n\nB.\n\n# Part Two: The Door\n\n## Three\n\nC.\n' },
    sections: ['part Part One', '  chapter One', '  chapter Two', 'part Part Two: The Door', '  chapter Three'],
  },
  {
    name: 'a part and its chapters at one level in a file nest too',
    files: { 'a.md': '# Part One\n\n# One\n\nA.\n\n# Part Two\n\n# Two\n\nB.\n' },
    sections: ['part Part One', '  chapter One', 'part Part Two', '  chapter Two'],
  },
  {
    name: 'numbered files nest under the part before them, until back matter',
    files: {
      '01-part-one.md': '# Part One\n',
      '02.md': '# One\n\nA.\n',
      '03-interlude.md': '# Between\n\nB.\n',
      '04-part-two.md': '# Part Two\n',
      '05.md': '# Two\n\nC.\n',
      '06-epilogue.md': '# After\n\nD.\n',
    },
    sections: [
      'part Part One',
      '  chapter One',
      '  interlude Between',
      'part Part Two',
      '  chapter Two',
      'epilogue After',
    ],
  },
  {
    name: 'a chapter after the end of the parts belongs to none',
    files: {
      '1-part-one.md': '# Part One\n',
      '2.md': '# One\n\nA.\n',
      '3-afterword.md': '# After\n\nB.\n',
      '4.md': '# A Sample of the Next Book\n\nC.\n',
    },
    sections: ['part Part One', '  chapter One', 'afterword After', 'chapter A Sample of the Next Book'],
  },
  {
    name: 'parts in folders hold their folders’ chapters',
    files: {
      '1/00-part.md': '# Part One\n',
      '1/01.md': '# One\n\nA.\n',
      '2/00-part.md': '# Part Two\n',
      '2/01.md': '# Two\n\nB.\n',
    },
    sections: ['part Part One', '  chapter One', 'part Part Two', '  chapter Two'],
  },
  {
    name: 'headings that name a kind are of that kind',
    files: {
      'a.md':
        '# Dedication\n\nTo A.\n\n# Prologue\n\nB.\n\n# One\n\nC.\n\n# Author’s Notes\n\nD.\n\n# Acknowledgments\n\nE.\n',
    },
    sections: [
      'dedication Dedication',
      'prologue Prologue',
      'chapter One',
      'notes Author’s Notes',
      'acknowledgements Acknowledgments',
    ],
  },
  {
    name: 'headings that only contain such a word are chapters',
    files: { 'a.md': '# The Dedication of a Church\n\nA.\n\n# Notes from Below\n\nB.\n' },
    sections: ['chapter The Dedication of a Church', 'chapter Notes from Below'],
  },
  {
    name: 'a file of a known kind is one section, whatever its headings',
    files: { 'a.md': '# One\n\nA.\n', 'notes.md': '# Thanks\n\nB.\n\n# Sources\n\nC.\n' },
    sections: ['chapter One', 'notes Thanks'],
  },
  {
    name: 'kind: overrides name and heading',
    files: { 'dedication.md': '---\nkind: chapter\n---\n# Prologue\n\nA.\n', 'b.md': '# B\n\nB.\n' },
    sections: ['chapter B', 'chapter Prologue'],
  },
  {
    name: 'a heading inside a quotation divides nothing',
    files: { 'a.md': '# One\n\n> # Not a chapter\n\nA.\n' },
    sections: ['chapter One'],
  },
];

for (const { name, files, sections } of cases) {
  test(name, async () => {
    const { book } = await read({ ...files });
    const told = outline(book.sections);
    // Order is arrange.ts’s business where no number is given; what is asked here is the division.
    if (name.startsWith('kind:')) assert.deepEqual([...told].sort(), [...sections].sort());
    else assert.deepEqual(told, sections);
  });
}

test('dividing loses no block', async () => {
  const { book } = await read({ 'a.md': 'A.\n\n# One\n\nB.\n\n* * *\n\nC.\n\n## Below\n\nD.\n\n# Two\n\n- E.\n' });
  assert.deepEqual(words(book.sections), ['A.', 'B. /  / C. / Below / D.', 'E.']);
});

test('ids are unique, ASCII and say what the section is', async () => {
  const { book } = await read({
    '1.md': '# Part One\n\n## Ünß\n\nA.\n\n## Two\n\nB.\n',
    '2-interlude.md': 'C.\n',
    '3-interlude.md': 'D.\n',
    '4-epilogue.md': 'E.\n',
  });
  const ids = book.sections.flatMap((each) => [each.id, ...each.sections.map(({ id }) => id)]);
  assert.deepEqual(ids, ['part-1', 'chapter-1', 'chapter-2', 'interlude', 'interlude-2', 'epilogue']);
});

test('an empty file among others is warned of', async () => {
  const { problems } = await read({ '1.md': 'A.\n', '2.md': '\n\n', 'book.yaml': 'title: T' });
  assert.deepEqual(
    problems.map(({ rule, place }) => [rule, place?.path]),
    [['section-empty', '2.md']],
  );
});
