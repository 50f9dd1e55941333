import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { docx } from '../../tools/docx.ts';
import { makeFolder } from '../../tools/folder.ts';
import { importFile } from '../../tools/import-file.ts';

const p = (words: string, properties = '', more = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${words}</w:t></w:r>${more}</w:p>`;
const empty = (properties = '', more = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${more}</w:p>`;
const border = (...sides: readonly string[]): string =>
  `<w:pBdr>${sides.map((side) => `<w:${side} w:val="single" w:sz="6"/>`).join('')}</w:pBdr>`;
const drawn =
  '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:positionH><wp:posOffset>12</wp:posOffset></wp:positionH><a:prstGeom prst="line"/></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:line/></w:pict></mc:Fallback></mc:AlternateContent></w:r>';
const ruled = '<w:r><w:pict><v:rect o:hr="t"/></w:pict></w:r>';
const jc = (side: string): string => `<w:jc w:val="${side}"/>`;
const indent = '<w:ind w:left="720"/>';

async function bring(body: string, core?: string) {
  const file = join(makeFolder(), 'story.docx');
  writeFileSync(file, docx(body, { files: { ...(core && { 'docProps/core.xml': core }) } }));
  const { value, problems } = await importFile(file);
  if (!value) throw new Error(JSON.stringify(problems));
  return { files: value.manuscript.files, book: value.manuscript.bookFile?.text, problems };
}

const cases: readonly (readonly [string, string, string])[] = [
  ['a line drawn in a paragraph of its own', p('A') + empty('', drawn) + p('B'), 'A\n\n* * *\n\nB\n'],
  ['a rule of older files', p('A') + empty('', ruled) + p('B'), 'A\n\n* * *\n\nB\n'],
  ['the border of an empty paragraph', p('A') + empty(border('top')) + p('B'), 'A\n\n* * *\n\nB\n'],
  ['a border that typing --- put below a paragraph', p('A', border('bottom')) + p('B'), 'A\n\n* * *\n\nB\n'],
  ['a border that two share', p('A', border('bottom')) + p('B', border('bottom')) + p('C'), 'A\n\nB\n\n* * *\n\nC\n'],
  ['a frame, which is no rule', p('A', border('top', 'left', 'bottom', 'right')) + p('B'), 'A\n\nB\n'],
  ['a border that is switched off', p('A', '<w:pBdr><w:bottom w:val="nil"/></w:pBdr>') + p('B'), 'A\n\nB\n'],
  ['an indented paragraph among others', p('A') + p('Dear B', indent) + p('C'), 'A\n\n> Dear B\n\nC\n'],
  [
    'a large first letter in a frame',
    p('A') + p('D', '<w:framePr w:dropCap="drop" w:lines="3"/>') + p('ark.') + p('B'),
    'A\n\nDark.\n\nB\n',
  ],
  [
    'small capitals',
    '<w:p><w:r><w:rPr><w:smallCaps/></w:rPr><w:t>Keep out</w:t></w:r><w:r><w:rPr><w:smallCaps w:val="0"/></w:rPr><w:t>, said B.</w:t></w:r></w:p>',
    '[Keep out]{.smallcaps}, said B.\n',
  ],
  [
    'lines in the middle and at the right',
    p('A', jc('center')) + p('B', jc('right')) + p('C', jc('both')),
    '-> A <-\n\n-> B ->\n\nC\n',
  ],
  [
    'lines that run from right to left',
    p('A') + p('B') + p('א', '<w:bidi/><w:jc w:val="right"/>'),
    'A\n\nB\n\n::: {dir=rtl}\nא\n:::\n',
  ],
  [
    'a document that runs from right to left',
    p('א', '<w:bidi/>') + p('ב', `<w:bidi/>${jc('center')}`),
    'א\n\n-> ב <-\n',
  ],
  ['an empty paragraph where others have none', p('A') + p('B') + empty() + p('C'), 'A\n\nB\n\n* * *\n\nC\n'],
  ['empty paragraphs everywhere', p('A') + empty() + p('B') + empty() + p('C'), 'A\n\nB\n\nC\n'],
  [
    'an empty paragraph beside what is set apart',
    p('A') + p('B') + empty() + p('C', indent) + empty() + p('D'),
    'A\n\nB\n\n> C\n\nD\n',
  ],
  ['a document indented as a whole', p('A', indent) + p('B', indent), 'A\n\nB\n'],
];

for (const [what, body, expected] of cases)
  test(`Word: ${what}`, async () => {
    const { files } = await bring(body);
    assert.equal(files[0]?.text, expected);
  });

test('Word: a line drawn beside words is told, for nobody knows on which side of them it stands', async () => {
  const { files, problems } = await bring(p('A', '', drawn) + p('B'));
  assert.equal(files[0]?.text, 'A\n\nB\n');
  assert.deepEqual(
    problems.map(({ rule, severity }) => `${severity} ${rule}`),
    ['hint import-left-out'],
  );
});

test('Word: a name that only the word processor gave is no title', async () => {
  const core = (title: string) =>
    `<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>${title}</dc:title><dc:creator>Ann;Bea</dc:creator></cp:coreProperties>`;
  assert.equal((await bring(p('A'), core('Untitled 1'))).book, 'authors: [Ann, Bea]\n');
  assert.equal((await bring(p('A'), core('The Lamp'))).book, 'title: The Lamp\nauthors: [Ann, Bea]\n');
});

const styled = (style: string, words: string) => p(words, `<w:pStyle w:val="${style}"/>`);
const stylesOf = (...all: readonly string[]) =>
  `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${all.join('')}</w:styles>`;
const large = (words: string) => `<w:p><w:r><w:rPr><w:b/><w:sz w:val="32"/></w:rPr><w:t>${words}</w:t></w:r></w:p>`;

test('Word: headings are those of any style with a level, and lines of a list of contents are left out', async () => {
  const file = join(makeFolder(), 'story.docx');
  const styles = stylesOf(
    '<w:style w:styleId="Base"><w:name w:val="Base"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>',
    '<w:style w:styleId="Kap"><w:name w:val="Kapitelkopf"/><w:basedOn w:val="Base"/></w:style>',
    '<w:style w:styleId="Verz1"><w:name w:val="toc 1"/></w:style>',
  );
  const body =
    styled('Verz1', 'Dark 1') + styled('Kap', 'Dark') + p('A') + p('Light', '<w:outlineLvl w:val="0"/>') + p('B');
  writeFileSync(file, docx(body, { files: { 'word/styles.xml': styles } }));
  const { value, problems } = await importFile(file);
  assert.deepEqual(
    value?.manuscript.files.map(({ text }) => text),
    ['# Dark\n\nA\n', '# Light\n\nB\n'],
  );
  assert.match(problems.map(({ reason }) => reason).join(), /lines of a list of contents; the press makes one: 1/);
});

test('Word: large lines in bold that part the text several times are headings where no style says which are', async () => {
  const { files } = await bring(
    large('Dark') + p('A long line.') + large('Light') + p('Another.') + large('Dusk') + p('More.'),
  );
  assert.deepEqual(
    files.map(({ text }) => text),
    ['# Dark\n\nA long line.\n', '# Light\n\nAnother.\n', '# Dusk\n\nMore.\n'],
  );
  const few = await bring(large('Dark') + p('A long line.'));
  assert.equal(few.files.length, 1);
});

test('Word: a program’s word for nobody is no author, and its own language yields to the words’', async () => {
  const core =
    '<cp:coreProperties xmlns:cp="x" xmlns:dc="y"><dc:creator>Пользователь Windows</dc:creator><dc:language>en-US</dc:language></cp:coreProperties>';
  const words =
    'Es war einmal ein König, der hatte eine Tochter, die war so schön, dass alle Leute im Land von ihr sprachen. ';
  const { book } = await bring(p(words.repeat(4)) + p(words.repeat(3)), core);
  assert.equal(book, 'lang: de\n');
});

test('Word: the line below “Chapter 1:” is its title', async () => {
  const bold = (words: string) => `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>${words}</w:t></w:r></w:p>`;
  const { files } = await bring(
    bold('Chapter 1:') + bold('The Dark') + p('A.') + bold('Chapter 2:') + bold('The Light') + p('B.'),
  );
  assert.deepEqual(
    files.map(({ text }) => text),
    ['# Chapter 1: The Dark\n\nA.\n', '# Chapter 2: The Light\n\nB.\n'],
  );
});

test('Word: “Lee, Ann” in the properties is Ann Lee, and a heading in italics says no more than its words', async () => {
  const core = '<cp:coreProperties xmlns:cp="x" xmlns:dc="y"><dc:creator>Lee, Ann</dc:creator></cp:coreProperties>';
  const italic = '<w:p><w:r><w:rPr><w:i/></w:rPr><w:t>Prologue</w:t></w:r></w:p>';
  const { book, files } = await bring(italic + p('A.'), core);
  assert.equal(book, 'author: Ann Lee\n');
  assert.equal(files[0]?.text, '# Prologue\n\nA.\n');
});

test('Word: lines of a poem, each a paragraph, are verse; as short lines of a conversation are none', async () => {
  const poem = [
    'The lamp was lit upon the hill',
    'and all the boats came in,',
    'their sails were grey,',
    'the water still',
  ];
  const more = ['as glass, and just as thin.'];
  const { files } = await bring([...poem, ...more].map((line) => p(line)).join(''));
  assert.match(files[0]?.text ?? '', /:::verse\nThe lamp was lit upon the hill\nand all the boats came in,\n/);
  const talk = [
    '“Who is there?”',
    '“A friend,” she said.',
    '“Which friend?”',
    'She thought about it.',
    '“The other one.”',
  ];
  assert.doesNotMatch((await bring(talk.map((line) => p(line)).join(''))).files[0]?.text ?? '', /:::verse/);
});

const link = (target: string, words: string): string =>
  `<w:p><w:hyperlink ${target}><w:r><w:t>${words}</w:t></w:r></w:hyperlink></w:p>`;
const sentence = 'The lamp stood on the sill all night, and whoever came over the hill could see it from far away. ';

test('Word: paragraphs of links are words of the document, and no menu', async () => {
  const names = ['North', 'South', 'East', 'West', 'Up', 'Down', 'In', 'Out'];
  const file = join(makeFolder(), 'story.docx');
  const targets = Object.fromEntries(
    names.map((name, at) => [`r${at}`, ['hyperlink', `https://example.org/the-way-${name}`]] as const),
  );
  const links = names.map((name, at) => link(`r:id="r${at}"`, `The way ${name.toLowerCase()} and on`)).join('');
  writeFileSync(file, docx(`${p(sentence.repeat(8))}${links}${p(sentence.repeat(2))}`, { targets }));
  const { value, problems } = await importFile(file);
  assert.match(value?.manuscript.files[0]?.text ?? '', /\[The way out and on\]\(https:/);
  assert.deepEqual(
    problems.filter(({ rule }) => rule === 'words-lost' || rule === 'import-left-out'),
    [],
  );
});

test('Word: a list of contents that was typed with links is left out, and said', async () => {
  const names = ['Dark', 'Light', 'Dusk'];
  const chapters = names.map(
    (name, at) =>
      `<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:bookmarkStart w:id="${at}" w:name="b${at}"/><w:r><w:t>${name}</w:t></w:r></w:p>${p(sentence)}`,
  );
  const list = names.map((name, at) => link(`w:anchor="b${at}"`, `On ${name.toLowerCase()}`));
  const { files, problems } = await bring([p('Table of Contents'), ...list, ...chapters].join(''));
  assert.deepEqual(
    files.map(({ text }) => text.split('\n')[0]),
    names.map((name) => `# ${name}`),
  );
  assert.match(problems.map(({ reason }) => reason).join(), /Left out: a list of contents; the press makes one/);
});

test('Word: an empty paragraph in the style of a title is none', async () => {
  const file = join(makeFolder(), 'story.docx');
  const styles = stylesOf('<w:style w:styleId="T"><w:name w:val="Title"/></w:style>');
  const title = (inside: string) => `<w:p><w:pPr><w:pStyle w:val="T"/></w:pPr>${inside}</w:p>`;
  const words = '<w:r><w:t>The Mill</w:t></w:r>';
  const anchor = '<w:bookmarkStart w:id="1" w:name="top"/><w:bookmarkEnd w:id="1"/>';
  const body = title(anchor) + title(words) + p('A.') + p('B.') + link('w:anchor="top"', 'Up');
  writeFileSync(file, docx(body, { files: { 'word/styles.xml': styles } }));
  const { value, problems } = await importFile(file);
  assert.equal(value?.manuscript.bookFile?.text, 'title: The Mill\n');
  assert.doesNotMatch(problems.map(({ reason }) => reason).join(), /“” taken/);
});

test('Word: titles with a label part a collection, and are no title of the whole', async () => {
  const poem = (title: string, author: string) =>
    p(`Title: ${title}`) + p(`Author: ${author}`) + p(`The words of ${title.toLowerCase()} are these.`);
  const { files, book, problems } = await bring(
    poem('Rain', 'Ann Lee') + poem('Snow', 'Bo Lind') + poem('Hail', 'Cy Poe'),
  );
  assert.deepEqual(
    files.map(({ text }) => text),
    [
      '# Rain\n\nAuthor: Ann Lee\n\nThe words of rain are these.\n',
      '# Snow\n\nAuthor: Bo Lind\n\nThe words of snow are these.\n',
      '# Hail\n\nAuthor: Cy Poe\n\nThe words of hail are these.\n',
    ],
  );
  assert.equal(book, '');
  assert.match(problems.map(({ reason }) => reason).join(), /“Rain” taken as a chapter’s heading/);
});

const boldLine = (words: string): string =>
  `<w:p><w:r><w:rPr><w:rStyle w:val="S"/></w:rPr><w:t>${words}</w:t></w:r></w:p>`;
const boldStyles = stylesOf(
  '<w:style w:type="character" w:styleId="S"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>',
);

test('Word: lines in bold alone, each above a long paragraph, are headings, and said', async () => {
  const file = join(makeFolder(), 'story.docx');
  const text = p(sentence.repeat(2));
  const body = ['The Lamp', 'A Road', 'Who Came'].map((words) => boldLine(words) + text + text).join('');
  writeFileSync(file, docx(text + text + body, { files: { 'word/styles.xml': boldStyles } }));
  const { value, problems } = await importFile(file);
  assert.deepEqual(
    value?.manuscript.files.map(({ text }) => text.split('\n')[0]),
    [sentence.repeat(2).trim(), '# The Lamp', '# A Road', '# Who Came'],
  );
  assert.match(problems.map(({ reason }) => reason).join(), /“A Road” taken as a chapter’s heading/);
});

for (const [what, lines] of [
  ['names before short lines of a conversation', ['Ann', 'Bo', 'Cy'].map((name) => boldLine(name) + p('I saw it.'))],
  ['the same words again and again', ['Note', 'Note', 'Note'].map((name) => boldLine(name) + p(sentence.repeat(2)))],
  ['sentences', ['It fell.', 'It broke.', 'It was gone.'].map((name) => boldLine(name) + p(sentence.repeat(2)))],
] as const)
  test(`Word: ${what} in bold are no headings`, async () => {
    const file = join(makeFolder(), 'story.docx');
    const body = p(sentence) + p(sentence) + lines.map((each) => each + p(sentence)).join('');
    writeFileSync(file, docx(body, { files: { 'word/styles.xml': boldStyles } }));
    const { value } = await importFile(file);
    assert.equal(value?.manuscript.files.length, 1);
    assert.doesNotMatch(value?.manuscript.files[0]?.text ?? '', /^#/m);
  });

test('Word: a poem between paragraphs of prose is verse, its stanzas parted by empty lines', async () => {
  const poem = ['The boats came in', 'with grey sails,', 'and nobody spoke', 'of the long way'];
  const { files } = await bring(
    [sentence.repeat(2), sentence.repeat(3), ...poem, '', ...poem, sentence.repeat(2), sentence]
      .map((line) => (line === '' ? empty() : p(line)))
      .join(''),
  );
  const stanza = poem.join('\n');
  assert.ok(files[0]?.text.includes(`\n:::verse\n${stanza}\n\n${stanza}\n:::\n`), files[0]?.text);
  const list = ['Rope', 'Bread', 'Salt', 'Wool', 'Oil', 'Nails'];
  const other = await bring([sentence.repeat(2), ...list, sentence, sentence].map((line) => p(line)).join(''));
  assert.doesNotMatch(other.files[0]?.text ?? '', /:::verse/);
});

test('Word: many gaps with little between them are pauses, and no ends of scenes', async () => {
  const part = p('She ran.') + p('He fell.') + p('They lay there.') + empty() + p('And then.');
  const { files } = await bring(part.repeat(25));
  assert.doesNotMatch(files[0]?.text ?? '', /\* \* \*/);
  const scene = p(sentence.repeat(4)) + p(sentence.repeat(4)) + p(sentence) + empty() + p(sentence);
  assert.equal((await bring(scene.repeat(25))).files[0]?.text.match(/^\* \* \*$/gm)?.length, 25);
});
