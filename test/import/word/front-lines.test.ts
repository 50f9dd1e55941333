import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { docx } from '../../tools/docx.ts';
import { makeFolder } from '../../tools/folder.ts';
import { importFile } from '../../tools/import-file.ts';

const line = (words: string, size = 0, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${size ? `<w:sz w:val="${size}"/>` : ''}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;
const middle = '<w:jc w:val="center"/>';
const heading = (level: number, words: string) => line(words, 0, `<w:pStyle w:val="H${level}"/>`);
const chapters = heading(1, 'Dark') + line('It was dark.') + heading(1, 'Light') + line('It was light.');
const style = (id: string, name: string) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
const styles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${style('T', 'Title')}${[1, 2, 3].map((level) => style(`H${level}`, `heading ${level}`)).join('')}</w:styles>`;

const cases: readonly (readonly [string, string, string, readonly string[]])[] = [
  [
    'the largest line is the title, a large one below it the subtitle',
    line('THE MILL', 48, middle) + line('A tale', 28, middle) + line('For all', 0, middle) + chapters,
    'title: THE MILL\nsubtitle: A tale\n',
    ['preamble.md', 'chapter-1.md', 'chapter-2.md'],
  ],
  [
    'lines in the style of a title are one title, and a name after “by”',
    ['The Old ', 'Mill', 'By', 'Ann Lee'].map((words) => line(words, 0, '<w:pStyle w:val="T"/>')).join('') + chapters,
    'title: The Old Mill\nauthor: Ann Lee\n',
    ['chapter-1.md', 'chapter-2.md'],
  ],
  [
    'a heading with a byline below it is the title',
    heading(2, 'The Mill') + line('By ann_lee') + chapters,
    'title: The Mill\nauthor: "ann_lee"\n',
    ['chapter-1.md', 'chapter-2.md'],
  ],
  [
    'a name in a smaller heading above the title is the author',
    heading(3, 'Ann Lee') +
      heading(1, 'The Mill') +
      line('It stood.') +
      heading(2, 'Dark') +
      line('A.') +
      heading(2, 'Light') +
      line('B.'),
    'title: The Mill\nauthor: Ann Lee\n',
    ['chapter-1.md', 'chapter-2.md', 'chapter-3.md'],
  ],
  [
    'a preface is no title, however large',
    line('Preface', 48) + line('It stood.') + chapters,
    '',
    ['chapter-1.md', 'chapter-2.md', 'preface.md'],
  ],
  [
    'a line alone above the first chapter is the title',
    line('The Mill') + chapters,
    'title: The Mill\n',
    ['chapter-1.md', 'chapter-2.md'],
  ],
  [
    'a label above the first chapter is no chapter',
    `${heading(1, 'Text:')}${line('Chapter 1')}${line('It stood.')}`,
    '',
    ['chapter-1.md'],
  ],
  ['a number is no title', `${heading(1, '1.')}${line('It stood.')}`, '', ['chapter-1.md']],
  [
    'lines of one size are no title',
    line('Roses are red,', 48) +
      line('violets are blue.', 48) +
      line('Text.') +
      line('He wrote it on the wall.', 48) +
      chapters,
    '',
    ['chapter-1.md', 'chapter-2.md', 'preamble.md'],
  ],
];

for (const [what, body, facts, files] of cases)
  test(`Word: ${what}`, async () => {
    const file = join(makeFolder(), 'story.docx');
    writeFileSync(file, docx(body, { files: { 'word/styles.xml': styles } }));
    const { value, problems } = await importFile(file);
    assert.ok(value, JSON.stringify(problems));
    assert.equal((value.manuscript.bookFile?.text ?? '').replace(/order:.*/s, ''), facts);
    assert.deepEqual(value.manuscript.files.map(({ path }) => path).sort(), [...files].sort());
  });

test('Word: a list of contents that was typed is left out, and told', async () => {
  const file = join(makeFolder(), 'story.docx');
  const list = [line('Contents'), line('Page 1 Dark'), line('Light ….. 3'), line('Dusk')].join('');
  const dusk = heading(1, 'Dusk') + line('It was late.');
  writeFileSync(file, docx(list + chapters + dusk, { files: { 'word/styles.xml': styles } }));
  const { value, problems } = await importFile(file);
  assert.deepEqual(
    value?.manuscript.files.map(({ text }) => text),
    ['# Dark\n\nIt was dark.\n', '# Light\n\nIt was light.\n', '# Dusk\n\nIt was late.\n'],
  );
  assert.match(problems.map(({ reason }) => reason).join(), /lines of a list of contents; the press makes one: 4/);
});

test('Word: lines that a typed list of contents names are headings where the document has none; names of a printed book’s pages are no title', async () => {
  const file = join(makeFolder(), 'story.docx');
  const bold = (words: string) => line(words).replace('<w:rPr>', '<w:rPr><w:b/>');
  const tale = (words: string) => line(words, 0, middle) + line('The rain came down upon the mill. '.repeat(6));
  const list = ['Contents', 'The Big Well 3', 'Stones', 'The Ford', 'Sand'].map((words) => line(words)).join('');
  const body =
    bold('Half title page') +
    list +
    tale('The big Well') +
    tale('Stones') +
    line('Stones') +
    tale('The Ford') +
    tale('Sand');
  writeFileSync(file, docx(body, { files: { 'word/styles.xml': styles } }));
  const { value } = await importFile(file);
  const texts = value?.manuscript.files.map(({ text }) => text) ?? [];
  assert.deepEqual(
    texts.flatMap((text) => text.match(/^# .*/gm) ?? []).filter((words) => !words.includes('page')),
    ['# The big Well', '# Stones', '# The Ford', '# Sand'],
  );
  assert.doesNotMatch(value?.manuscript.bookFile?.text ?? '', /^title:/m);
});

const coreOf = (creator: string): string =>
  `<cp:coreProperties xmlns:cp="x" xmlns:dc="y"><dc:creator>${creator}</dc:creator></cp:coreProperties>`;

for (const [what, page] of [
  ['as large as the title', line('The Mill', 48, middle) + line('Ann Lee', 48, middle)],
  ['larger than the title', line('The Mill', 30, middle) + line('Ann Lee', 48, middle)],
] as const)
  test(`Word: the name that the properties say, ${what} above it, is the author`, async () => {
    const file = join(makeFolder(), 'story.docx');
    const files = { 'word/styles.xml': styles, 'docProps/core.xml': coreOf('Ann Lee') };
    writeFileSync(file, docx(page + chapters, { files }));
    const { value } = await importFile(file);
    assert.equal(value?.manuscript.bookFile?.text, 'title: The Mill\nauthor: Ann Lee\n');
  });

test('Word: entries of a typed list without the numbers of their chapters, and chapters in quotation marks', async () => {
  const file = join(makeFolder(), 'story.docx');
  const list = ['Inhaltsverzeichnis:', 'Dunkel', 'Hell', 'Tau'].map((words) => line(words)).join('');
  const text = line('Der Regen fiel auf die Mühle. '.repeat(6));
  const body = ['“1.Dunkel“', '„2. Hell“', '"3.Tau"'].map((words) => line(words) + text).join('');
  writeFileSync(file, docx(list + text + body, { files: { 'word/styles.xml': styles } }));
  const { value } = await importFile(file);
  assert.deepEqual(
    value?.manuscript.files.flatMap(({ text }) => text.match(/^# .*/gm) ?? []),
    ['# “1.Dunkel“', '# „2. Hell“', '# "3.Tau"'],
  );
});

test('Word: the style of a heading of contents takes no words with it that say something else', async () => {
  const file = join(makeFolder(), 'story.docx');
  const own = styles.replace('</w:styles>', `${style('C', 'Contents Heading')}${style('C1', 'toc 1')}</w:styles>`);
  const contents = (words: string, id = 'C') => line(words, 0, `<w:pStyle w:val="${id}"/>`);
  const body = contents('The Old Mill') + contents('Table of Contents') + contents('Dark 1', 'C1') + chapters;
  writeFileSync(file, docx(body, { files: { 'word/styles.xml': own } }));
  const { value, problems } = await importFile(file);
  const said = JSON.stringify([value?.manuscript.bookFile?.text, value?.manuscript.files.map(({ text }) => text)]);
  assert.match(said, /The Old Mill/);
  assert.doesNotMatch(said, /Table of Contents|Dark 1/);
  assert.match(problems.map(({ reason }) => reason).join(), /lines of a list of contents; the press makes one: 2/);
});
