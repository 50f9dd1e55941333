import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBookKeys } from '../../scripts/metadata/keys.ts';
import { printProblems } from '../../scripts/report/print.ts';
import type { RuleName } from '../../scripts/report/rules.ts';
import { read, tell } from '../tools/manuscript.ts';

interface Fault {
  readonly yaml: string;
  readonly rule: RuleName;
  /** Line and column. */
  readonly at: string;
  readonly hint?: string;
}

const noSuchKey = 'docs/metadata.md lists the keys.';
const aKeyALine = 'Give each key a line: the key, a colon, a space, and the value in quotation marks.';

const faults: readonly Fault[] = [
  {
    yaml: 'quotes: single',
    rule: 'metadata-key',
    at: '1:1',
    hint: 'Write it below “typography:”, indented by two spaces.',
  },
  { yaml: 'titel: A', rule: 'metadata-key', at: '1:1', hint: 'Did you mean “title”?' },
  { yaml: 'title: A\n\nauthr: B', rule: 'metadata-key', at: '3:1', hint: 'Did you mean “author”?' },
  { yaml: 'colour-of-the-sky: blue', rule: 'metadata-key', at: '1:1', hint: noSuchKey },
  { yaml: '__proto__: x', rule: 'metadata-key', at: '1:1', hint: noSuchKey },
  { yaml: 'constructor: x', rule: 'metadata-key', at: '1:1', hint: noSuchKey },
  { yaml: 'title: A\ntitle: B', rule: 'metadata-twice', at: '2:1' },
  { yaml: 'title: [A, B]', rule: 'metadata-value', at: '1:8' },
  {
    yaml: 'lang: english language',
    rule: 'language-tag',
    at: '1:7',
    hint: 'It is left out; the text’s words tell the language, where they do.',
  },
  { yaml: 'lang: englsh', rule: 'language-tag', at: '1:7', hint: 'Did you mean “en”?' },
  { yaml: 'lang: Portugese', rule: 'language-tag', at: '1:7', hint: 'Did you mean “pt”?' },
  { yaml: 'plugins: [./a.mjs]', rule: 'metadata-value', at: '1:10' },
  { yaml: 'lang: en_US', rule: 'language-form', at: '1:7', hint: 'Write “lang: en-US”.' },
  { yaml: 'lang: 日本語', rule: 'language-form', at: '1:7', hint: 'Write “lang: ja”.' },
  { yaml: 'language: english', rule: 'language-form', at: '1:11', hint: 'Write “lang: en”.' },
  { yaml: 'lang: [en, Français]', rule: 'language-form', at: '1:7', hint: 'Write “lang: [en, fr]”.' },
  { yaml: 'date: 5/1/2026', rule: 'date-form', at: '1:7' },
  { yaml: 'date: 2026-02-30', rule: 'date-form', at: '1:7' },
  { yaml: 'updated: yesterday', rule: 'date-form', at: '1:10' },
  { yaml: 'dir: sideways', rule: 'metadata-value', at: '1:6' },
  { yaml: 'autolinks: perhaps', rule: 'metadata-value', at: '1:12' },
  { yaml: 'authors:\n  - Ann\n  - name: Bea\n    role: pilot', rule: 'metadata-value', at: '4:11' },
  { yaml: 'series:\n  name: S\n  position: third', rule: 'metadata-value', at: '3:13' },
  { yaml: 'design: {opening: dropcap}', rule: 'metadata-value', at: '1:19' },
  { yaml: 'design: {opning: drop-cap}', rule: 'metadata-value', at: '1:18', hint: 'Did you mean “opening”?' },
  { yaml: 'series:\n  name: S\n  positon: 3', rule: 'metadata-value', at: '3:12', hint: 'Did you mean “position”?' },
  { yaml: 'order: chapter.md', rule: 'metadata-value', at: '1:8' },
  { yaml: 'title: [A: B: C]', rule: 'yaml-syntax', at: '1:12', hint: aKeyALine },
  { yaml: 'title: "A\n  b\nlang: en', rule: 'yaml-syntax', at: '3:9', hint: aKeyALine },
  { yaml: '- title\n- author', rule: 'yaml-syntax', at: '1:1', hint: 'Write lines like “title: The Door”.' },
  { yaml: 'just words', rule: 'yaml-syntax', at: '1:1', hint: 'Write lines like “title: The Door”.' },
  { yaml: 'title: &a A', rule: 'yaml-limit', at: '1:11' },
  { yaml: 'a: &x 1\ntitle: *x', rule: 'yaml-limit', at: '2:8' },
  { yaml: '<<: {title: A}', rule: 'yaml-limit', at: '1:1' },
  { yaml: 'title: !!binary aGk=', rule: 'yaml-limit', at: '1:17' },
  {
    yaml: `title: ${'x'.repeat(200_000)}`,
    rule: 'yaml-limit',
    at: '1:1',
    hint: 'Where this is meant, allow more with --limit metadata=393216',
  },
  { yaml: `title: ${'['.repeat(20)}${']'.repeat(20)}`, rule: 'yaml-limit', at: '1:17' },
];

for (const { yaml, rule, at, hint } of faults) {
  test(`finds ${rule} in ${JSON.stringify(yaml.slice(0, 40))}`, () => {
    const { problems } = readBookKeys(yaml, 'book.yaml');
    const found = problems.find((each) => tell(each) === `book.yaml:${at} ${rule}`);
    assert.ok(found, `found only ${problems.map(tell).join(', ')}`);
    assert.equal(found.hint, hint);
  });
}

test('a fault in a metadata block is on the file’s own line', async () => {
  const { problems } = await read({ 'a.md': 'Words.\n', 'b.md': '---\ntitle: A\nkind: chpter\n---\nWords.\n' });
  const [first] = problems.filter(({ rule }) => rule === 'kind-unknown');
  assert.equal(first && tell(first), 'b.md:3:7 kind-unknown');
  assert.equal(first?.hint, 'Did you mean “chapter”?');
});

test('keys of the book above later files are told, in print as one, and left alone', async () => {
  const { book, problems } = await read({
    'book.yaml': 'title: T',
    'a.md': '---\npublisher: P\ntitle: A\n---\nWords.\n',
    'b.md': '---\npublisher: Q\ntags: [x]\n---\nWords.\n',
  });
  const places = ['a.md:2:1', 'b.md:2:1', 'b.md:3:1'];
  assert.deepEqual(
    problems.map(tell),
    places.map((place) => `${place} metadata-unused`),
  );
  assert.match(printProblems(problems, new Map()), /“publisher” above a chapter .*\(and 2 more, in 2 files: “tags”\)/);
  assert.deepEqual([book.metadata.publisher, book.sections[0]?.title], [undefined, 'A']);
});

test('many faults are all told, each once', () => {
  const { problems } = readBookKeys('titel: A\nlang: en GB\ndate: soon\n', 'book.yaml');
  assert.deepEqual(problems.map(tell), [
    'book.yaml:1:1 metadata-key',
    'book.yaml:2:7 language-tag',
    'book.yaml:3:7 date-form',
  ]);
});

/** What an author may type, and what it means. */
const accepted: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ['title: 1984', { title: '1984' }],
  ['title: true', { title: 'true' }],
  ['title: 007', { title: '007' }],
  ['title: "null"', { title: 'null' }],
  ['title: ~\nlang: en', { lang: 'en' }],
  ['title:   A  ', { title: 'A' }],
  ['tags: one, two ,, three', { tags: ['one', 'two', 'three'] }],
  ['tags: [one, "two, three"]', { tags: ['one', 'two, three'] }],
  ['autolinks: yes', { autolinks: true }],
  ['autolinks: false', { autolinks: false }],
  ['series: The Doors', { series: { name: 'The Doors', position: undefined } }],
  ['series: {name: D, position: 2.5}', { series: { name: 'D', position: '2.5' } }],
  ['date: 2024-02-29', { date: '2024-02-29' }],
  ['date: 2026-11-23T09:30:00+02:00', { date: '2026-11-23T09:30:00+02:00' }],
  ['description: |\n  One\n  two', { description: 'One\ntwo' }],
  ['# nothing but a comment', {}],
  ['', {}],
];

for (const [yaml, values] of accepted) {
  test(`understands ${JSON.stringify(yaml)}`, () => {
    const read = readBookKeys(yaml, 'book.yaml');
    assert.deepEqual({ ...read.values }, values);
    assert.deepEqual(read.problems, []);
  });
}

test('an escape for a character that XML forbids is replaced, with a warning at its value', () => {
  const { values, problems } = readBookKeys('title: "a\\u0001b"\ntags: ["\\uFFFE"]\n', 'book.yaml');
  assert.equal(values.title, 'a\uFFFDb');
  assert.deepEqual(values.tags, ['\uFFFD']);
  assert.deepEqual(problems.map(tell), ['book.yaml:1:8 character-replaced', 'book.yaml:2:8 character-replaced']);
});

/** Slips, what they are taken for, and where each is told. */
const slips: readonly (readonly [yaml: string, values: Readonly<Record<string, unknown>>, told: readonly string[]])[] =
  [
    [
      "title: Part One: The Cat's Door\nsubtitle: so:",
      { title: "Part One: The Cat's Door", subtitle: 'so:' },
      ['1:8', '2:11'],
    ],
    ['title: “The Door”\ndescription: ‘Quiet’', { title: 'The Door', description: 'Quiet' }, ['1:8', '2:14']],
    ['---\ntitle: A\nsubtitle: ""\n---\n', { title: 'A' }, []],
    ['title: „Die Tür“', { title: 'Die Tür' }, ['1:8']],
    ['title: The “Door” and “House”', { title: 'The “Door” and “House”' }, []],
    ['tags: [“a, b”, c]', { tags: ['a, b', 'c'] }, ['1:7']],
    ['authors:\n  - “Ann Lee”', { authors: [{ name: 'Ann Lee', role: undefined, 'file-as': undefined }] }, ['2:5']],
    ['title: "Foo" bar', { title: '"Foo" bar' }, ['1:8']],
    ['title: "He said "no""', { title: 'He said "no"' }, ['1:8']],
    ['title: "Foo', { title: 'Foo' }, ['1:8']],
    ["title: 'Tis the Season", { title: "'Tis the Season" }, ['1:8']],
    ["title: 'It's Me'", { title: "It's Me" }, ['1:8']],
    ['title: "Foo" and "Bar"', { title: '"Foo" and "Bar"' }, ['1:8']],
    ['title:The Door\nlang: en', { title: 'The Door', lang: 'en' }, ['1:7']],
    ['title:\u00a0The Door\nlang: en', { title: 'The Door', lang: 'en' }, ['1:7']],
    ['title: Story #2\nlang: en # a remark', { title: 'Story #2', lang: 'en' }, ['1:8']],
    ['title: @home', { title: '@home' }, ['1:8']],
    ['title: [Redacted] House', { title: '[Redacted] House' }, ['1:8']],
    ['title: A\n\tlang: en', { title: 'A', lang: 'en' }, ['2:1']],
    ['title: A\n lang: en', { title: 'A', lang: 'en' }, ['2:1']],
    ['series:\n\tname: L\n\tposition: 2', { series: { name: 'L', position: '2' } }, ['2:1', '3:1']],
    ['description: One line\nand another.\nlang: en', { description: 'One line and another.', lang: 'en' }, ['2:1']],
    ['description: |\n  “One”\n  title: x #2', { description: '“One”\ntitle: x #2' }, []],
    ['description: "One\n  two: three"', { description: 'One two: three' }, []],
  ];

for (const [yaml, values, told] of slips) {
  test(`takes ${JSON.stringify(yaml)} as it is meant`, () => {
    const { values: found, problems } = readBookKeys(yaml, 'book.yaml');
    assert.deepEqual({ ...found }, values);
    assert.deepEqual(
      problems.map(tell),
      told.map((at) => `book.yaml:${at} metadata-form`),
    );
  });
}

test('a slip whose meaning is not clear stays a fault, told without the parser’s words', () => {
  const { problems } = readBookKeys('title: a\n  b: c\n', 'book.yaml');
  assert.deepEqual(problems.map(tell), ['book.yaml:1:8 yaml-syntax']);
  assert.equal(problems[0]?.reason, 'The metadata cannot be read from here on.');
});

/** Keys of other tools, and ours. */
const foreign: readonly (readonly [yaml: string, values: Readonly<Record<string, unknown>>])[] = [
  ['language: en_GB\nsummary: S', { lang: 'en-GB', description: 'S' }],
  ['lang: English', { lang: 'en' }],
  ['lang: [en, fr]', { lang: ['en', 'fr'] }],
  ['cover_image: a.jpg', { cover: 'a.jpg' }],
  ['Cover-Image: a.jpg', { cover: 'a.jpg' }],
  ['cover: "[[a.jpg]]"', { cover: 'a.jpg' }],
  ['date: 24 November 2026', { date: '2026-11-24' }],
  ['date: 2026/1/5', { date: '2026-01-05' }],
  ['date: 2026-01-05 10:00:00 +0100', { date: '2026-01-05T10:00:00+01:00' }],
  ['lastmod: 2026-01-05 10:00', { updated: '2026-01-05' }],
  ['tags: [a, "#b"]\ncategories: b, c\nkeywords: [d]', { tags: ['a', 'b', 'c', 'd'] }],
  ['identifier: 978-0-306-40615-7', { identifier: 'urn:isbn:9780306406157' }],
  ['identifier: ISBN 0-306-40615-2', { identifier: 'urn:isbn:0306406152' }],
  ['identifier: 1234567890', { identifier: '1234567890' }],
  [
    'identifier:\n- scheme: ISBN-13\n  text: 978-0-306-40615-7\n- scheme: DOI\n  text: doi:10.1000/1',
    { identifier: ['urn:isbn:9780306406157', 'doi:10.1000/1'] },
  ],
  ['series: The Shelf #2.5', { series: { name: 'The Shelf', position: '2.5' } }],
  ['belongs-to-collection: The Shelf\ngroup-position: 2', { series: { name: 'The Shelf', position: '2' } }],
  ['title:\n- type: main\n  text: Salt\n- type: subtitle\n  text: A Life', { title: 'Salt', subtitle: 'A Life' }],
  [
    'creator:\n- role: author\n  text: Ann\n- role: translator\n  text: Cee Dee\n  file-as: Dee, Cee\neditor: Bo',
    {
      authors: [{ name: 'Ann', role: undefined, 'file-as': undefined }],
      contributors: [
        { name: 'Cee Dee', role: 'translator', 'file-as': 'Dee, Cee' },
        { name: 'Bo', role: 'editor' },
      ],
    },
  ],
  ['url: https://example.org/1', { source: 'https://example.org/1' }],
  ['url: /posts/1\nlayout: page\nslug: x\npermalink: /x\naliases: [y]\ncssclasses: z\ntitle: T', { title: 'T' }],
];

for (const [yaml, values] of foreign) {
  test(`knows what other tools mean by ${JSON.stringify(yaml)}`, () => {
    const { values: found, problems } = readBookKeys(yaml, 'book.yaml');
    const plain = JSON.parse(JSON.stringify(found));
    assert.deepEqual(plain, JSON.parse(JSON.stringify(values)));
    const told = problems.filter(({ rule }) => rule !== 'metadata-form' && rule !== 'language-form');
    assert.deepEqual(told, []);
  });
}

test('a language that is no tag is told with what the book takes it as, unless it is one already', () => {
  const told = (lang: string) => readBookKeys(`lang: ${lang}`, 'book.yaml').problems.map(({ reason }) => reason);
  assert.deepEqual(told('en_US'), ['“lang” is “en_US”; the book takes it as en-US.']);
  assert.deepEqual(told('[en, 日本語]'), ['“lang” is “en, 日本語”; the book takes it as en, ja.']);
  for (const tag of ['en-US', 'EN', '[en, fr]', 'zh-Hant', '" en "']) assert.deepEqual(told(tag), []);
});

/** Keys of which something is lost, a hint for each. */
const lost: readonly (readonly [yaml: string, told: readonly string[], words: RegExp])[] = [
  [
    'geometry: a4\nmainfont: X',
    ['book.yaml:1:1 metadata-unused', 'book.yaml:2:1 metadata-unused'],
    /“geometry”.*printed pages/,
  ],
  ['bibliography: x.bib', ['book.yaml:1:1 metadata-unused'], /“bibliography”.*citations/],
  ['summary: A\ndescription: B', ['book.yaml:1:1 metadata-unused'], /“summary”/],
  ['author:\n- name: Ann\n  email: a@b.c', ['book.yaml:1:1 metadata-unused'], /Ann: email/],
  ['lastmod: yesterday', ['book.yaml:1:1 metadata-unused'], /“lastmod”.*no form/],
  ['identifier: 978-0-306-40615-8', ['book.yaml:1:13 isbn-check'], /978-0-306-40615-8 has a wrong check digit/],
  ['isbn: {epub: 978-0-306-40615-7, kobo: 978-0-306-40615-0}', ['book.yaml:1:39 isbn-check'], /40615-0/],
];

for (const [yaml, told, words] of lost) {
  test(`says what is lost of ${JSON.stringify(yaml)}`, () => {
    const { problems } = readBookKeys(yaml, 'book.yaml');
    assert.deepEqual(problems.map(tell), told);
    assert.match(problems[0]?.reason ?? '', words);
  });
}
