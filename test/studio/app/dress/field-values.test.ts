import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  changeOf,
  changeOfPeople,
  faultOf,
  fieldFor,
  helpOf,
  otherKeys,
  peopleOf,
  wordsOf,
} from '../../../../scripts/studio/app/dress/field-values.ts';
import { type Field, fieldGroups } from '../../../../scripts/studio/app/dress/fields.ts';
import type { TypedFacts } from '../../../../scripts/studio/protocol.ts';

function field(name: string): Field {
  const found = fieldGroups.flatMap(({ fields }) => fields).find(({ key }) => key.join('.') === name);
  assert.ok(found, name);
  return found;
}

const set = (key: readonly string[], value: unknown) => ({ kind: 'key', key, value });

for (const [what, name, facts, shown, typed, change] of [
  ['a title', 'title', { title: 'The Door' }, 'The Door', ' The Gate ', set(['title'], 'The Gate')],
  ['a key that is not there', 'subtitle', {}, '', 'A Tale', set(['subtitle'], 'A Tale')],
  ['a key that is emptied', 'subtitle', { subtitle: 'A Tale' }, 'A Tale', ' ', set(['subtitle'], undefined)],
  ['a list', 'tags', { tags: ['sea', 'salt'] }, 'sea, salt', 'sea,  tide,', set(['tags'], ['sea', 'tide'])],
  ['a list on one line', 'tags', { tags: 'sea, salt' }, 'sea, salt', 'sea,tide', set(['tags'], 'sea, tide')],
  ['a new list', 'tags', {}, '', 'sea', set(['tags'], ['sea'])],
  [
    'words with commas',
    'warnings',
    { warnings: ['a, b', 'c'] },
    'a, b\nc',
    'a, b\nd\n',
    set(['warnings'], ['a, b', 'd']),
  ],
  ['one language', 'lang', { lang: 'en' }, 'en', 'de', set(['lang'], 'de')],
  ['two languages', 'lang', { lang: 'en' }, 'en', 'en, fr', set(['lang'], ['en', 'fr'])],
  ['a series of one line', 'series.name', { series: 'Tides' }, 'Tides', 'Salt', set(['series'], 'Salt')],
  ['a number for it', 'series.position', { series: 'Tides' }, '', '2', set(['series', 'position'], '2')],
  [
    'a series with a number',
    'series.name',
    { series: { name: 'Tides', position: '2' } },
    'Tides',
    'Salt',
    set(['series', 'name'], 'Salt'),
  ],
  ['a series that loses all', 'series.name', { series: { name: 'Tides' } }, 'Tides', '', set(['series'], undefined)],
  ['an option of the design', 'design.opening', {}, '', 'drop-cap', set(['design', 'opening'], 'drop-cap')],
  [
    'another beside it',
    'design.hyphenation',
    { design: { opening: 'none' } },
    '',
    'no',
    set(['design', 'hyphenation'], 'no'),
  ],
  ['the last of them', 'design.number', { design: { number: 'words' } }, 'words', '', set(['design'], undefined)],
  ['a style', 'typography.style', { typography: 'oxford' }, 'oxford', 'chicago', set(['typography'], 'chicago')],
  [
    'a style beside elisions',
    'typography.style',
    { typography: { elisions: ['mence'] } },
    '',
    'oxford',
    set(['typography', 'style'], 'oxford'),
  ],
  [
    'outermost marks beside a style',
    'typography.quotes',
    { typography: 'oxford' },
    '',
    'double',
    set(['typography', 'quotes'], 'double'),
  ],
  ['yes in other words', 'colophon', { colophon: 'false' }, 'no', 'yes', set(['colophon'], 'yes')],
] as const)
  test(`${what} is shown, and written back in its form`, () => {
    const row = field(name);
    assert.equal(wordsOf(row, facts), shown);
    assert.deepEqual(changeOf(row, typed, facts), change);
    assert.equal(changeOf(row, shown, facts), undefined, 'what is not changed is not written');
  });

for (const [name, facts] of [
  ['isbn', { isbn: { epub: '1', print: '2' } }],
  ['series.name', { series: ['a', 'b'] }],
  ['lang', { lang: [['en']] }],
] as const)
  test(`${name} that says more than a field holds is left alone`, () => {
    assert.equal(wordsOf(field(name), facts), undefined);
  });

test('people keep what the form does not show', () => {
  const row = field('contributors');
  const facts = { contributors: ['Ann', { name: 'Bo', role: 'editor', 'file-as': 'Bo, B.' }] };
  const people = peopleOf(row, facts) ?? [];
  assert.deepEqual(
    people.map(({ name, role }) => [name, role]),
    [
      ['Ann', undefined],
      ['Bo', 'editor'],
    ],
  );
  assert.equal(changeOfPeople(row, people, facts), undefined);
  const renamed = people.map((each) => ({ ...each, name: `${each.name} Z.` }));
  const expected = ['Ann Z.', { name: 'Bo Z.', role: 'editor', 'file-as': 'Bo, B.' }];
  assert.deepEqual(changeOfPeople(row, [...renamed, { name: ' ' }], facts), set(['contributors'], expected));
});

test('one author is one line, two are a list, none is no key', () => {
  const row = field('author');
  assert.deepEqual(changeOfPeople(row, [{ name: 'Ann' }], {}), set(['author'], 'Ann'));
  assert.deepEqual(
    changeOfPeople(row, [{ name: 'Ann' }, { name: 'Bo' }], { author: 'Ann' }),
    set(['author'], ['Ann', 'Bo']),
  );
  assert.deepEqual(changeOfPeople(row, [{ name: 'Bo' }], { author: ['Ann', 'Bo'] }), set(['author'], ['Bo']));
  assert.deepEqual(changeOfPeople(row, [], { author: 'Ann' }), set(['author'], undefined));
});

test('authors stay under the key that they are under', () => {
  assert.deepEqual(fieldFor(field('author'), { authors: ['Ann'] }).key, ['authors']);
  assert.deepEqual(fieldFor(field('author'), { author: 'Ann' }).key, ['author']);
  assert.deepEqual(otherKeys({ authors: ['Ann'], plugins: {}, cover: 'a.jpg', title: 'T', language: 'en' }), [
    'plugins',
    'language',
  ]);
});

for (const [name, typed, facts, expected] of [
  ['date', '23.11.2026', {}, 'This should be a date like 2026, 2026-11, 2026-11-23 or 2026-11-23T09:30:00Z.'],
  ['date', '2026-11', {}, undefined],
  ['lang', 'english', {}, 'This should be a BCP 47 language tag like en, en-GB or pt-BR.'],
  ['lang', 'en, klingonish', {}, 'This should be a BCP 47 language tag like en, en-GB or pt-BR.'],
  ['chapters', 'three', {}, 'This should be chapters like 3/12 or 3/?.'],
  ['series.position', 'two', { series: 'Tides' }, 'This should be a number like 2 or 2.5.'],
  ['series.position', '2', { series: 'Tides' }, undefined],
  ['theme', 'fancy', {}, 'This should be one of classic, plain, romance, fairy-tale, thriller, playful.'],
  ['tags', 'sea, salt', {}, undefined],
] as const satisfies readonly (readonly [string, string, TypedFacts, string | undefined])[])
  test(`${name}: ${typed} is ${expected === undefined ? 'fit' : 'told in plain words'}`, () => {
    const change = changeOf(field(name), typed, facts);
    assert.ok(change);
    assert.equal(faultOf(change, facts), expected);
  });

test('the help of a field is what the table of keys says, where the form says nothing itself', () => {
  assert.equal(helpOf(field('rights')), 'Who holds which rights.');
  assert.equal(helpOf(field('series.position')), 'A number like 2, or 2.5.');
  assert.equal(helpOf(field('title')), '');
  assert.equal(helpOf(field('design.hyphenation')), 'Whether words are divided at the ends of lines.');
});
