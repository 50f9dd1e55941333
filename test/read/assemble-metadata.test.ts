import assert from 'node:assert/strict';
import { test } from 'node:test';
import { directionOfLanguage } from '../../scripts/book/language-names.ts';
import { readBook } from '../../scripts/read/read.ts';
import { manuscriptOf, noPlugins, read, tell } from '../tools/manuscript.ts';

const chapter = '# One\n\nWords.\n\n# Two\n\nMore.\n';

test('the first file’s block may carry the book’s metadata', async () => {
  const { book, problems } = await read({
    'a.md': `---\ntitle: The Door\nauthor: Ann Lee\nlang: en-GB\ntags: [doors]\n---\n${chapter}`,
    'b.md': chapter,
  });
  const { title, contributors, lang, tags } = book.metadata;
  assert.deepEqual(
    { title, contributors, lang, tags },
    {
      title: 'The Door',
      contributors: [{ name: 'Ann Lee', role: 'author', fileAs: undefined }],
      lang: 'en-GB',
      tags: ['doors'],
    },
  );
  assert.deepEqual(problems, []);
});

test('a later file’s title and language are its section’s', async () => {
  const { book, problems } = await read({
    'book.yaml': 'title: The Door\nlang: en',
    '1.md': 'Words.\n',
    '2.md': '---\ntitle: La Porte\nlang: fr\n---\nMots.\n',
  });
  assert.equal(book.metadata.title, 'The Door');
  assert.deepEqual(
    book.sections.map(({ title, lang }) => [title, lang]),
    [
      [undefined, undefined],
      ['La Porte', 'fr'],
    ],
  );
  assert.deepEqual(problems, []);
});

test('beside book.yaml the first file’s title is its section’s, not the book’s', async () => {
  const { book, problems } = await read({
    'book.yaml': 'title: The Door',
    '1.md': '---\ntitle: Opening\n---\nWords.\n',
  });
  assert.equal(book.metadata.title, 'The Door');
  assert.equal(book.sections[0]?.title, 'Opening');
  assert.deepEqual(problems, []);
});

/** Manuscripts, the title they must get, and the hints on the way. */
const titles: readonly (readonly [
  name: string,
  files: Readonly<Record<string, string>>,
  title: string,
  told: readonly string[],
])[] = [
  ['from book.yaml', { 'book.yaml': 'title: A', 'a.md': '# B\n\nWords.\n' }, 'A', []],
  ['from the sole file’s sole heading', { 'a.md': '# The “Door”\n\nWords.\n' }, 'The “Door”', []],
  ['from the sole heading over chapters', { 'a.md': '# The Door\n\n## One\n\nA.\n' }, 'The Door', []],
  [
    'from the folder’s name where there are several headings',
    { 'a.md': chapter },
    'The Old House',
    ['a.md title-guessed'],
  ],
  [
    'from the folder’s name where there are several files',
    { 'a.md': '# A\n', 'b.md': '# B\n' },
    'The Old House',
    ['a.md title-guessed'],
  ],
  [
    'from the folder’s name with book.yaml',
    { 'book.yaml': 'lang: en', 'a.md': chapter },
    'The Old House',
    ['book.yaml title-guessed'],
  ],
];

for (const [name, files, title, told] of titles) {
  test(`the title comes ${name}`, async () => {
    const { book, problems } = await read(files);
    assert.equal(book.metadata.title, title);
    assert.deepEqual(problems.map(tell), told);
  });
}

test('a title of one’s own is kept beside another heading that opens the text', async () => {
  const { book } = await read({ 'a.md': '---\ntitle: The Door\n---\n# A Fragment\n\n## One\n\nA.\n' });
  const headings = JSON.stringify(book.sections.map(({ heading }) => heading));
  assert.match(headings, /A Fragment/);
});

/** Metadata and SOURCE_DATE_EPOCH, and the second that dcterms:modified must have. */
const dates: readonly (readonly [string, number | undefined, string])[] = [
  ['modified: 2026-03-04', undefined, '2026-03-04T00:00:00Z'],
  ['modified: 2026-03-04', 1_000_000_000, '2026-03-04T00:00:00Z'],
  ['modified: 2026-03-04T23:30:00-02:00', undefined, '2026-03-05T01:30:00Z'],
  ['modified: 2026-03-04T10:00:00.75Z', undefined, '2026-03-04T10:00:00Z'],
  ['modified: 2026', undefined, '2026-01-01T00:00:00Z'],
  ['date: 2020', 1_000_000_000, '2001-09-09T01:46:40Z'],
  ['date: 2020-05\nupdated: 2021-06-07', undefined, '2021-06-07T00:00:00Z'],
  ['published: 2022-01-01\nupdated: 2021-06-07', undefined, '2022-01-01T00:00:00Z'],
  ['title: T', undefined, '2000-01-01T00:00:00Z'],
];

for (const [yaml, sourceDate, modified] of dates) {
  test(`${JSON.stringify(yaml)}${sourceDate ? ' with SOURCE_DATE_EPOCH' : ''} was modified at ${modified}`, async () => {
    const manuscript = manuscriptOf({ 'book.yaml': yaml, 'a.md': 'Words.\n' });
    const { value } = await readBook(manuscript, { sourceDate, loadPlugins: noPlugins });
    assert.equal(value?.metadata.modified, modified);
  });
}

test('a book without an identifier gets one that only title, people and language decide', async () => {
  const of = async (yaml: string, text = 'Words.\n') =>
    (await read({ 'book.yaml': yaml, 'a.md': text })).book.metadata.identifier;
  const first = await of('title: T\nauthor: A');
  assert.match(first, /^urn:uuid:[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  assert.equal(await of('title: T\nauthor: A\npublisher: P\ndate: 2020', 'Other words.\n'), first);
  assert.notEqual(await of('title: U\nauthor: A'), first);
  assert.notEqual(await of('title: T\nauthor: B'), first);
  assert.notEqual(await of('title: T\nauthor: A\nlang: fr'), first);
  assert.equal(await of('title: T\nidentifier: urn:isbn:9780000000002'), 'urn:isbn:9780000000002');
});

test('volumes that differ by their place in the series, or by their subtitle, have an identifier each', async () => {
  const volumes = ['', 'series: {name: L, position: 1}', 'series: {name: L, position: 2}', 'subtitle: Volume Two'];
  const identifiers = volumes.map(
    async (yaml) =>
      (await read({ 'book.yaml': `title: T\nauthor: A\n${yaml}`, 'a.md': 'Words.\n' })).book.metadata.identifier,
  );
  assert.equal(new Set(await Promise.all(identifiers)).size, volumes.length);
});

/** Keys, and the identifiers of the book: the main one first. */
const names: readonly (readonly [yaml: string, identifiers: readonly string[], source?: string])[] = [
  ['isbn: 978-0-306-40615-7', ['urn:isbn:9780306406157']],
  ['identifier: https://example.org/1\nisbn: 9780306406157', ['https://example.org/1', 'urn:isbn:9780306406157']],
  ['identifier: [978-0-306-40615-7, "doi:10.1000/1"]', ['urn:isbn:9780306406157', 'doi:10.1000/1']],
  ['isbn: {epub: 978-0-306-40615-7, print: 0-306-40615-2}', ['urn:isbn:9780306406157'], 'urn:isbn:0306406152'],
  ['uuid: 0F8FAD5B-D9CB-469F-A165-70867728950E', ['urn:uuid:0f8fad5b-d9cb-469f-a165-70867728950e']],
];

for (const [yaml, identifiers, source] of names) {
  test(`${JSON.stringify(yaml)} gives ${identifiers.join(' and ')}`, async () => {
    const { metadata } = (await read({ 'book.yaml': `title: T\n${yaml}`, 'a.md': 'Words.\n' })).book;
    assert.deepEqual([metadata.identifier, ...(metadata.otherIdentifiers ?? [])], identifiers);
    assert.equal(metadata.source, source);
  });
}

test('a book may have several languages, the main one first', async () => {
  const { metadata } = (await read({ 'book.yaml': 'title: T\nlang: [ar, fr]', 'a.md': 'Words.\n' })).book;
  assert.deepEqual([metadata.lang, metadata.otherLangs, metadata.dir], ['ar', ['fr'], 'rtl']);
});

test('authors, others and their roles come in the order they are given', async () => {
  const { book } = await read({
    'book.yaml':
      'title: T\nauthor: Ann\nauthors: [{name: Bea Ott, file-as: "Ott, Bea"}]\ncontributors:\n  - Cas\n  - {name: Dee, role: translator}\n',
    'a.md': 'Words.\n',
  });
  assert.deepEqual(book.metadata.contributors, [
    { name: 'Ann', role: 'author', fileAs: undefined },
    { name: 'Bea Ott', role: 'author', fileAs: 'Ott, Bea' },
    { name: 'Cas', role: 'contributor', fileAs: undefined },
    { name: 'Dee', role: 'translator', fileAs: undefined },
  ]);
});

test('the direction follows language and script, and dir: overrides it', async () => {
  for (const lang of ['ar', 'he-IL', 'fa', 'ur-PK', 'yi', 'az-Arab'])
    assert.equal(directionOfLanguage(lang), 'rtl', lang);
  for (const lang of ['en', 'ja', 'ar-Latn', 'tr', 'arn', 'hebrew'])
    assert.equal(directionOfLanguage(lang), 'ltr', lang);
  const { book } = await read({ 'book.yaml': 'title: T\nlang: ar\ndir: ltr', 'a.md': 'Words.\n' });
  assert.equal(book.metadata.dir, 'ltr');
});

test('a manuscript without a word gives no book and says so', async () => {
  for (const text of ['', '\n \n', '---\ntitle: T\n---\n', '[a]: https://example.org\n']) {
    const { value, problems } = await readBook(manuscriptOf({ 'a.md': text }), { loadPlugins: noPlugins });
    assert.equal(value, undefined, JSON.stringify(text));
    assert.ok(problems.some(({ rule }) => rule === 'manuscript-empty'));
  }
});
