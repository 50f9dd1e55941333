import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outline, read, words } from '../tools/manuscript.ts';

interface Case {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly title?: string;
  readonly authors?: readonly string[];
  readonly sections: readonly string[];
  readonly words: readonly string[];
}

const chapters = '## One\n\nA.\n\n## Two\n\nB.';

const cases: readonly Case[] = [
  {
    name: 'a line above the title is front matter without a heading',
    files: { 'a.md': `Ann Example, in November.\n\n# The Mill\n\n${chapters}` },
    title: 'The Mill',
    sections: ['preamble', 'chapter One', 'chapter Two'],
    words: ['Ann Example, in November.', 'A.', 'B.'],
  },
  {
    name: 'who wrote it is no text where a byline says so, above the title or below it',
    files: { 'a.md': `*by Ann Lee*\n\n# The Mill\n\nA **ghost** story.\n\n${chapters}` },
    title: 'The Mill',
    authors: ['Ann Lee'],
    sections: ['preamble', 'chapter One', 'chapter Two'],
    words: ['A ghost story.', 'A.', 'B.'],
  },
  {
    name: 'a byline that metadata contradicts stays',
    files: { 'a.md': `---\ntitle: The Mill\nauthor: Bea\n---\nby Ann Lee\n\nby Bea\n\n${chapters}` },
    title: 'The Mill',
    authors: ['Bea'],
    sections: ['preamble', 'chapter One', 'chapter Two'],
    words: ['by Ann Lee', 'A.', 'B.'],
  },
  {
    name: 'where book.yaml speaks of the book, lines are text',
    files: { 'book.yaml': 'title: The Mill', 'a.md': `by Ann Lee\n\nRating: Teen\n\n${chapters}` },
    title: 'The Mill',
    sections: ['preamble', 'chapter One', 'chapter Two'],
    words: ['by Ann Lee / Rating: Teen', 'A.', 'B.'],
  },
  {
    name: 'labelled lines are facts and sections of their own',
    files: {
      'a.md': `# The Mill\n\nBy: Ann Lee\nRating: Teen\n\n**Summary:** A mill.\n\nDisclaimer: Not mine.\n\nA/N: Thanks.\n\nMore thanks.\n\n${chapters}`,
    },
    title: 'The Mill',
    authors: ['Ann Lee'],
    sections: ['summary', 'disclaimer', 'preface', 'chapter One', 'chapter Two'],
    words: ['Summary: A mill.', 'Disclaimer: Not mine.', 'A/N: Thanks. / More thanks.', 'A.', 'B.'],
  },
  {
    name: 'a title with a byline needs no heading',
    files: { 'a.md': 'The Mill\\\nby Ann Lee\n\nIt rained.\n\nA lot.' },
    title: 'The Mill',
    authors: ['Ann Lee'],
    sections: ['chapter'],
    words: ['It rained. / A lot.'],
  },
  {
    name: 'a story that begins at once has no front matter',
    files: { 'a.md': 'It rained.\n\nby night\n\nA lot.' },
    title: 'The Old House',
    sections: ['chapter'],
    words: ['It rained. / by night / A lot.'],
  },
  {
    name: 'the title of a folder is the only heading of its level',
    files: { '1.md': '# The Mill\n\n## One\n\nA.', '2.md': '## Two\n\nB.' },
    title: 'The Mill',
    sections: ['chapter One', 'chapter Two'],
    words: ['A.', 'B.'],
  },
  {
    name: 'lines above the heading of a later file stand below it',
    files: { '1.md': '# One\n\nA.', '2.md': 'A/N: Sorry.\n\n# Two\n\nB.', '3.md': '> Said.\n\n# Three\n\nC.' },
    title: 'The Old House',
    sections: ['chapter One', 'chapter Two', 'chapter Three'],
    words: ['A.', 'A/N: Sorry. / B.', 'Said. / C.'],
  },
  {
    name: 'pages of story above a second chapter are the first',
    files: { 'a.md': `${'It rained. '.repeat(300)}\n\n# Chapter Two\n\nB.` },
    title: 'Chapter Two',
    sections: ['chapter', 'chapter Chapter Two'],
    words: ['It rained. '.repeat(300).trim(), 'B.'],
  },
  {
    name: 'a file of a known kind has no front matter',
    files: { 'preface.md': 'Rating: Teen\n\n# Words\n\nA.', 'z.md': '# One\n\nB.' },
    title: 'The Old House',
    sections: ['preface', 'chapter One'],
    words: ['Rating: Teen / Words / A.', 'B.'],
  },
  {
    name: 'a number alone is the heading of a chapter, and no title',
    files: { 'a.md': '# 1.\n\nA.' },
    title: 'The Old House',
    sections: ['chapter 1.'],
    words: ['A.'],
  },
];

for (const { name, files, title, authors = [], sections, words: told } of cases)
  test(name, async () => {
    const { book } = await read(files);
    assert.equal(book.metadata.title, title);
    assert.deepEqual(
      book.metadata.contributors.map((each) => each.name),
      authors,
    );
    assert.deepEqual(outline(book.sections), sections);
    assert.deepEqual(words(book.sections), told);
  });

test('the contents call an author’s note by its label, and facts are told', async () => {
  const { book, problems } = await read({ 'a.md': `# T\n\nA/N: Thanks.\n\nby Ann\n\n${chapters}` });
  assert.equal(book.sections[0]?.title, 'A/N');
  assert.deepEqual(
    problems.map(({ reason }) => reason),
    ['Lines above the first chapter are read as what book.yaml would say: author.'],
  );
});
