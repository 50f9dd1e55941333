import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBlockKeys, readBookKeys } from '../../scripts/read/keys.ts';
import type { RuleName } from '../../scripts/report/rules.ts';
import { tell } from '../tools/manuscript.ts';

interface Fault {
  readonly yaml: string;
  readonly rule: RuleName;
  /** Line and column. */
  readonly at: string;
  readonly hint?: string;
}

const faults: readonly Fault[] = [
  { yaml: 'titel: A', rule: 'metadata-key', at: '1:1', hint: 'Did you mean “title”?' },
  { yaml: 'title: A\n\nauthr: B', rule: 'metadata-key', at: '3:1', hint: 'Did you mean “author”?' },
  { yaml: 'colour-of-the-sky: blue', rule: 'metadata-key', at: '1:1' },
  { yaml: '__proto__: x', rule: 'metadata-key', at: '1:1' },
  { yaml: 'constructor: x', rule: 'metadata-key', at: '1:1' },
  { yaml: 'title: A\ntitle: B', rule: 'metadata-twice', at: '2:1' },
  { yaml: 'title: [A, B]', rule: 'metadata-value', at: '1:8' },
  { yaml: 'title: ""', rule: 'metadata-value', at: '1:8' },
  {
    yaml: 'lang: english language',
    rule: 'language-tag',
    at: '1:7',
    hint: 'It is left out; a book without a language is taken as English.',
  },
  { yaml: 'title: A\nlang: en_GB', rule: 'language-tag', at: '2:7', hint: 'Did you mean “en-GB”?' },
  { yaml: 'date: 2026/1/5', rule: 'date-form', at: '1:7', hint: 'Did you mean “2026-01-05”?' },
  { yaml: 'date: 2026-02-30', rule: 'date-form', at: '1:7' },
  { yaml: 'updated: yesterday', rule: 'date-form', at: '1:10' },
  { yaml: 'dir: sideways', rule: 'metadata-value', at: '1:6' },
  { yaml: 'autolinks: perhaps', rule: 'metadata-value', at: '1:12' },
  { yaml: 'authors:\n  - Ann\n  - name: Bea\n    role: pilot', rule: 'metadata-value', at: '4:11' },
  { yaml: 'series:\n  name: S\n  position: third', rule: 'metadata-value', at: '3:13' },
  { yaml: 'order: chapter.md', rule: 'metadata-value', at: '1:8' },
  { yaml: 'title: "A', rule: 'yaml-syntax', at: '1:10' },
  { yaml: 'title: A\n\tauthor: B', rule: 'yaml-syntax', at: '2:1' },
  { yaml: 'title: [A: B: C]', rule: 'yaml-syntax', at: '1:12' },
  { yaml: '- title\n- author', rule: 'yaml-syntax', at: '1:1' },
  { yaml: 'just words', rule: 'yaml-syntax', at: '1:1' },
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

test('a fault in a metadata block is on the file’s own line', () => {
  const { problems } = readBlockKeys('title: A\nkind: chpter\n', 'a.md', { first: false });
  assert.deepEqual(problems.map(tell), ['a.md:3:7 kind-unknown']);
  assert.equal(problems[0]?.hint, 'Did you mean “chapter”?');
});

test('a book’s key in a later file is warned of, and left alone', () => {
  const { values, problems } = readBlockKeys('publisher: P\ntitle: A\n', 'b.md', { first: false });
  assert.deepEqual(problems.map(tell), ['b.md:2:1 metadata-key']);
  assert.match(problems[0]?.reason ?? '', /book key “publisher” in a later file/);
  assert.deepEqual(values, { title: 'A' });
});

test('many faults are all told, each once', () => {
  const { problems } = readBookKeys('titel: A\nlang: en_GB\ndate: soon\n', 'book.yaml');
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

test('a colon in a value without quotation marks is text', () => {
  const { values, problems } = readBookKeys(
    "title: Part One: The Cat's Door\nauthor: Ann\nsubtitle: so:\n",
    'book.yaml',
  );
  assert.deepEqual([values.title, values.subtitle], ["Part One: The Cat's Door", 'so:']);
  assert.deepEqual(problems.map(tell), ['book.yaml:1:8 metadata-form', 'book.yaml:3:11 metadata-form']);
  assert.deepEqual(readBookKeys('title: a\n  b: c\n', 'book.yaml').problems.map(tell), ['book.yaml:1:8 yaml-syntax']);
});
