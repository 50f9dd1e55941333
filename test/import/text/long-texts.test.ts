/** Books as archives keep them: headers and licences, lists of contents, headings of every kind. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { usualLimits } from '../../../scripts/book/limits.ts';
import { importLoaded, proveImported } from '../../../scripts/pipeline/import.ts';

const line = 'The rain came down upon the roof of the mill, and the two brothers sat by the fire';
const prose = `${line}\n${line}\nuntil the clock in the hall had struck eleven.`;

/** The keys, and each file’s name with its first heading. Words are compared on the way. */
async function filesOf(text: string) {
  const { value: imported } = await importLoaded(
    { name: 'story.txt', bytes: Buffer.from(text), beside: () => undefined },
    usualLimits,
  );
  assert.ok(imported);
  const { value, problems } = await proveImported(imported, usualLimits);
  assert.deepEqual(problems, []);
  const { files = [], facts = {} } = { ...value?.manuscript, facts: imported.manuscript.facts };
  return {
    facts,
    files,
    headings: files.map((file) => `${file.path} ${/^# (.*)$/m.exec(file.text)?.[1] ?? ''}`.trim()),
  };
}

const chapters = (...headings: readonly string[]) =>
  headings.map((each) => `${each}\n\n${prose}\n\n${prose}\n`).join('\n\n\n');

test('a stop after a number, a title in the next line or paragraph', async () => {
  for (const [typed, printed] of [
    ['CHAPTER I.', 'CHAPTER I.'],
    ['CHAP. I.', 'CHAP. I.'],
    ['Chapter 1, The Mill', 'Chapter 1, The Mill'],
    ['ACT I', 'ACT I'],
    ['CHAPTER I.\nTHE FIRE.', 'CHAPTER I: THE FIRE.'],
    ['CHAPTER I.\n\nTHE FIRE.', 'CHAPTER I: THE FIRE.'],
    ['I.\n\nThe Fire', 'I: The Fire'],
    ['第一章', '第一章'],
  ] as const) {
    const second = typed
      .replace(/\bI\b/, 'II')
      .replace('1', '2')
      .replace('一', '二')
      .replace('FIRE', 'COAT')
      .replace('Fire', 'Coat');
    const { headings } = await filesOf(`THE MILL\n\nby Ann Example\n\n\n${chapters(typed, second)}`);
    assert.equal(headings.length, 2, typed);
    assert.equal(headings[0], `chapter-1.md ${printed}`);
  }
});

test('a long title that was wrapped goes on; a picture’s place is no title', async () => {
  const title = (number: string) =>
    `Chapter ${number}. Which tells of the first of the journeys that the good\nknight made from home, and of the mill`;
  const { headings } = await filesOf(`THE MILL\n\n${chapters(title('I'), title('II'))}`);
  assert.equal(headings[0], `chapter-1.md ${title('I').replace('\n', ' ')}`);
  const pictured = await filesOf(
    `THE MILL\n\n${chapters('CHAPTER I.\n\n[Illustration]', 'CHAPTER II.\n\n[Illustration]')}`,
  );
  assert.deepEqual(pictured.headings, ['chapter-1.md CHAPTER I.', 'chapter-2.md CHAPTER II.']);
});

test('prose below a bare number is no title', async () => {
  const { headings } = await filesOf(
    `THE MILL\n\nCHAPTER I.\n\n"Come in."\n\n${prose}\n\nCHAPTER II.\n\nHe came.\n\n${prose}\n\n${prose}`,
  );
  assert.deepEqual(headings, ['chapter-1.md CHAPTER I.', 'chapter-2.md CHAPTER II.']);
});

test('letters from A to Z are no numerals', async () => {
  const { headings } = await filesOf(`THE INDEX\n\n${chapters(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ')}`);
  assert.deepEqual(
    headings.filter((each) => / (?:I|V|X|L)$/.test(each)),
    [],
  );
});

test('a list of contents is no chapters, and confirms those without a number', async () => {
  const list = 'CONTENTS\n\n   The Fire . . . . . 1\n   The Coat . . . . . 13\n   The Door . . . . . 28';
  const { headings } = await filesOf(
    `The Mill\n\nby Ann Example\n\n${list}\n\n\n${chapters('The Fire', 'The Coat', 'The Door')}`,
  );
  assert.deepEqual(headings, ['chapter-1.md The Fire', 'chapter-2.md The Coat', 'chapter-3.md The Door']); // the book has a list of its own
  const other = await filesOf(`The Mill\n\nby Ann Example\n\n${list}\n\n\n${chapters('Chapter 1', 'Chapter 2')}`);
  assert.match(other.files[0]?.text ?? '', /CONTENTS/);
});

test('the thirtieth chapter is no row of crosses, and signs count past ten', async () => {
  const numerals = ['XXVIII', 'XXIX', 'XXX', 'XXXI'];
  const { headings } = await filesOf(`The Mill\n\n${chapters(...numerals)}`);
  assert.deepEqual(
    headings,
    numerals.map((each, at) => `chapter-${at + 1}.md ${each}`),
  );
  const signs = ['九', '十', '十一', '十二'];
  const { headings: signed } = await filesOf(`磨坊\n\n${chapters(...signs)}`);
  assert.deepEqual(
    signed,
    signs.map((each, at) => `chapter-${at + 1}.md ${each}`),
  );
});

test('a word that counts on heads chapters, whatever it is; a book’s number before a chapter’s is no part', async () => {
  for (const headings of [
    ['Letter 1', 'Letter 2', 'Letter 3'],
    ['Ensimmäinen runo', 'Toinen runo', 'Kolmas runo'],
    [
      'Libro Primero: Capítulo I: Del mar',
      'Libro Primero: Capítulo II: Del río',
      'Libro Segundo: Capítulo I: Del lago',
    ],
  ]) {
    const found = await filesOf(`The Mill\n\n${chapters(...headings)}`);
    assert.deepEqual(
      found.headings,
      headings.map((each, at) => `chapter-${at + 1}.md ${each}`),
    );
  }
});

test('a name above a title in capitals is the author; so is one below “von”; facts may stand between hyphens', async () => {
  const story = chapters('Chapter 1', 'Chapter 2');
  for (const [above, title, author] of [
    ['Ann Example\n\nTHE OLD MILL', 'THE OLD MILL', 'Ann Example'],
    ['Ann Example\n\nPan Tadeusz\nczyli ostatni zajazd', 'Pan Tadeusz', 'Ann Example'],
    ['DIE MÜHLE\n\nVON\n\nANN EXAMPLE', 'DIE MÜHLE', 'ANN EXAMPLE'],
    ['---\ntitle: The Mill\nauthor: Ann Example\n---', 'The Mill', 'Ann Example'],
  ]) {
    const { facts } = await filesOf(`${above}\n\n${story}`);
    assert.equal(facts.title, title);
    assert.equal(facts.author, author);
  }
});

test('sentences below nearly every number are titles', async () => {
  const titled = ['I', 'II', 'III', 'IV', 'V', 'VI'].map(
    (each) => `CHAPTER ${each}.\n\nHow somebody came to the mill, and was\nsent away.`,
  );
  const { headings } = await filesOf(`The Mill\n\n${chapters(...titled)}`);
  assert.equal(headings[0], 'chapter-1.md CHAPTER I: How somebody came to the mill, and was sent away.');
});

test('of Project Gutenberg’s frame its end alone may be left', async () => {
  const { facts, headings } = await filesOf(
    `${chapters('CHAPTER I', 'CHAPTER II')}\n\nEnd of the Project Gutenberg EBook of The Mill, by Ann Example\n\nFULL LICENSE\n`,
  );
  assert.equal(facts.title, 'The Mill');
  assert.deepEqual(headings, ['chapter-1.md CHAPTER I', 'chapter-2.md CHAPTER II', 'colophon.md']);
});

const gutenberg = (story: string) => `The Project Gutenberg EBook of The Mill, by Ann Example

Title: The Mill
       by the River

Author: Ann Example

Translator: Ben Example

Language: French

*** START OF THIS PROJECT GUTENBERG EBOOK THE MILL ***

Produced by Some People

THE MILL BY THE RIVER

By

ANN EXAMPLE


${story}

*** END OF THIS PROJECT GUTENBERG EBOOK THE MILL ***

Updated editions will replace the previous one.
`;

test('Project Gutenberg’s labelled lines win, and its licence is a page at the end', async () => {
  const { facts, headings, files } = await filesOf(gutenberg(chapters('CHAPTER I', 'CHAPTER II')));
  assert.deepEqual(facts, {
    title: 'The Mill by the River',
    author: 'Ann Example',
    contributors: [{ name: 'Ben Example', role: 'translator' }],
    lang: 'fr',
  });
  assert.deepEqual(headings, ['chapter-1.md CHAPTER I', 'chapter-2.md CHAPTER II', 'colophon.md']);
  assert.match(
    files[2]?.text ?? '',
    /^The Project Gutenberg EBook[\s\S]*Produced by Some People[\s\S]*previous one\.\n$/,
  );
  assert.doesNotMatch(files[1]?.text ?? '', /END OF|Updated/);
});

test('stars are italics where no underscores are, or where two stars are bold', async () => {
  const bodyOf = async (words: string) =>
    (await filesOf(`The Mill\n\n${prose}\n\n${words}\n\n${prose}`)).files[0]?.text ?? '';
  assert.match(await bodyOf('He *thought* so.'), /He \*thought\* so/);
  assert.match(await bodyOf('He *thought* so, **now**, and _then_.'), /He \*thought\* so, \*\*now\*\*, and \*then\*/);
  assert.match(await bodyOf('He *thought* so, and _then_.'), /He \*\*thought\*\* so, and \*then\*/);
});

test('a wrapped line that begins like a heading ends no sentence', async () => {
  const text = `${line} of\nChapter 3. He closed it, and the rain came down upon the mill again,\nand then he wrote the\nepilogue.`;
  const { headings, files } = await filesOf(`The Mill\n\n${prose}\n\n${text}\n\n${prose}`);
  assert.equal(headings.length, 1);
  assert.match(files[0]?.text ?? '', /of\nChapter 3\. He/);
});

test('a Japanese story keeps how its words are read', async () => {
  const words =
    '一晩中雨が降り、朝には道はもう通れなくなっていた。アリスに心臓《ハート》がありませんから、と老人は言って空を見上げ、何も言わなかった。';
  const { facts, files } = await filesOf(`家\n\n${words}\n\n${words}\n`);
  assert.equal(facts.lang, 'ja');
  assert.match(files[0]?.text ?? '', /心臓《ハート》/);
});

test('emphasis goes on in the next line of a paragraph', async () => {
  const { files } = await filesOf(
    `THE MILL\n\n${chapters('CHAPTER I.')}\n${prose}\n${line} as she read of the _Lone\nStar_, and was glad.\n`,
  );
  assert.match(files.at(-1)?.text ?? '', /read of the \*Lone\\?\nStar\*, and was glad/);
});

test('numbers in brackets count chapters where many paragraphs stand between them, as between pages they do not', async () => {
  const chapter = (number: number, size: number) => `[ ${number} ]\n\n${`${prose}\n\n`.repeat(size)}`;
  const text = (size: number) => [2, 3, 4, 5].map((number) => chapter(number, size)).join('');
  assert.equal((await filesOf(text(14))).headings.length, 4);
  assert.equal((await filesOf(text(2))).headings.length, 1);
});

test('below “I. The Stair” numerals alone part a chapter, and numerals between dashes alone stand above chapters', async () => {
  const inner = (...numerals: readonly string[]) => numerals.map((each) => `${each}\n\n${prose}\n\n`).join('');
  const stories = ['I. THE STAIR', 'II. THE DOOR', 'III. THE LAMP', 'IV. THE WELL']
    .map((title) => `${title}\n\n${title.startsWith('I.') ? inner('I.', 'II.') : `${prose}\n\n`}`)
    .join('');
  assert.deepEqual(
    (await filesOf(stories)).headings.map((each) => each.split(' ')[1]),
    ['I.', 'II.', 'III.', 'IV.'],
  );
  const parts = ['— I —', '— II —', '— III —'].map(
    (part) => `${part}\n\n${chapters('Chapter 1', 'Chapter 2').replaceAll(line, `${line}\n${line}`)}\n\n`,
  );
  const { files } = await filesOf(parts.join(''));
  assert.equal(files.filter(({ path }) => path.startsWith('part-')).length, 3);
});

test('cantos are chapters, though the first has lost its heading', async () => {
  const { headings } = await filesOf(`${prose}\n\n${chapters('Canto Segundo', 'Canto Terceiro', 'Canto Quarto')}`);
  assert.deepEqual(headings.slice(1), [
    'chapter-1.md Canto Segundo',
    'chapter-2.md Canto Terceiro',
    'chapter-3.md Canto Quarto',
  ]);
});

test('a heading may go on after a comma', async () => {
  const typed = (number: string) => `Capitulo ${number}. Donde se ponen los versos,\ncon otros sucesos`;
  const { headings } = await filesOf(chapters(typed('I'), typed('II'), typed('III')));
  assert.deepEqual(headings[1], `chapter-2.md ${typed('II').replace('\n', ' ')}`);
});

test('short lines that all wider gaps stand above are headings where there are no others', async () => {
  const names = ['Nacht.', 'Vor dem Tor', 'Studierzimmer', 'Garten', 'Am Brunnen', 'Zwinger'];
  const { headings } = await filesOf(
    `${prose}\n\n${prose}\n\n\n\n${names.map((name) => `${name}\n\n${prose}\n\n${prose}`).join('\n\n\n\n')}`,
  );
  assert.deepEqual(
    headings.slice(-6).map((each) => each.replace(/^\S+ /, '')),
    names,
  );
});

test('two books of Project Gutenberg in one file, each in its frame, and an end whose author stands in the next line', async () => {
  const book = (name: string) =>
    `The Project Gutenberg EBook of ${name}, by Ann Example\n\nTitle: ${name}\n\nAuthor: Ann Example\n\n*** START OF THIS PROJECT GUTENBERG EBOOK ${name} ***\n\n${chapters('CHAPTER I.', 'CHAPTER II.')}\n*** END OF THIS PROJECT GUTENBERG EBOOK ${name} ***\n\nLicence.\n\n`;
  const { headings } = await filesOf(book('The Mill') + book('The Well'));
  assert.equal(headings.filter((each) => each.includes('CHAPTER')).length, 4);
  const { facts } = await filesOf(
    `${chapters('CHAPTER I.', 'CHAPTER II.')}\nEnd of the Project Gutenberg EBook of The Mill, by\nAnn Example\n\nLicence.\n`,
  );
  assert.deepEqual([facts.title, facts.author], ['The Mill', 'Ann Example']);
});

test('“I - The Singer.” heads a chapter; a rule as wide as a page parts scenes', async () => {
  const { files, headings } = await filesOf(
    `${chapters('I - El cantor.', 'II - El gaucho.', 'III - La pampa.')}\n${'-'.repeat(80)}\n\n${prose}\n`,
  );
  assert.deepEqual(headings.at(-1), 'chapter-3.md III - La pampa.');
  assert.match(files.at(-1)?.text ?? '', /^\* \* \*$/m);
});
