import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numberOfWord, romanOfNumber, wordOfNumber } from '../../scripts/book/number-words.ts';
import { sortByNumber } from '../../scripts/book/sort-by-number.ts';

const numbers: readonly (readonly [word: string, number: number | undefined])[] = [
  ['one', 1],
  ['twentieth', 20],
  ['twenty-one', 21],
  ['ninety-ninth', 99],
  ['xiv', 14],
  ['mcmxc', 1990],
  ['12', 12],
  ['fünfzehn', 15],
  ['iiii', undefined],
  ['door', undefined],
  ['constructor', undefined],
];

for (const [word, number] of numbers)
  test(`${word} is ${number ?? 'no number'}`, () => assert.equal(numberOfWord(word), number));

/** Numbers in words, as each language says them. */
const said: readonly (readonly [lang: string, numbers: Readonly<Record<number, string>>])[] = [
  ['en-GB', { 1: 'one', 12: 'twelve', 20: 'twenty', 21: 'twenty-one', 40: 'forty', 99: 'ninety-nine' }],
  ['de', { 1: 'eins', 16: 'sechzehn', 21: 'einundzwanzig', 37: 'siebenunddreißig', 60: 'sechzig' }],
  [
    'fr',
    {
      21: 'vingt et un',
      22: 'vingt-deux',
      70: 'soixante-dix',
      71: 'soixante et onze',
      80: 'quatre-vingts',
      81: 'quatre-vingt-un',
      91: 'quatre-vingt-onze',
      99: 'quatre-vingt-dix-neuf',
    },
  ],
  ['es-MX', { 16: 'dieciséis', 21: 'veintiuno', 22: 'veintidós', 26: 'veintiséis', 31: 'treinta y uno' }],
  ['it', { 21: 'ventuno', 23: 'ventitré', 28: 'ventotto', 33: 'trentatré', 90: 'novanta' }],
  ['pt-BR', { 16: 'dezesseis', 21: 'vinte e um' }],
  ['pt-PT', { 16: 'dezasseis', 17: 'dezassete', 19: 'dezanove', 18: 'dezoito' }],
  ['nl', { 21: 'eenentwintig', 22: 'tweeëntwintig', 83: 'drieëntachtig' }],
];

for (const [lang, numbersOf] of said)
  test(`numbers are said in ${lang}`, () => {
    const actual = Object.keys(numbersOf).map((number) => wordOfNumber(Number(number), lang));
    assert.deepEqual(actual, Object.values(numbersOf));
    const all = Array.from({ length: 99 }, (_, at) => wordOfNumber(at + 1, lang));
    assert.equal(new Set(all).size, 99);
  });

test('what has no word is undefined; Roman numerals are those that are read', () => {
  assert.deepEqual(
    [wordOfNumber(100, 'en'), wordOfNumber(1, 'fi'), wordOfNumber(1, 'constructor')],
    [undefined, undefined, undefined],
  );
  for (let number = 1; number < 4000; number += 37)
    assert.equal(numberOfWord(romanOfNumber(number).toLowerCase()), number);
});

/** Names in the order they must get. */
const orders: readonly (readonly string[])[] = [
  ['Chapter one.md', 'Chapter two.md', 'Chapter three.md', 'Chapter four.md'],
  ['chapter-nine-the-lamp.md', 'chapter-ten.md', 'chapter-eleven.md', 'chapter-twelve.md'],
  ['Chapter I.md', 'Chapter II.md', 'Chapter III.md', 'Chapter IV.md', 'Chapter V.md'],
  ['one.md', 'two.md', 'three.md'],
  ['Kapitel eins.md', 'Kapitel zwei.md', 'Kapitel drei.md', 'Kapitel vier.md'],
  ['The First Day.md', 'The Second Day.md', 'The Third Day.md'],
  ['part one/chapter one.md', 'part one/chapter two.md', 'part two/chapter three.md', 'part three/chapter four.md'],
  ['chapter twenty.md', 'chapter twenty-one.md', 'chapter twenty-two.md'],
];

for (const order of orders)
  test(`${order.join(', ')} come in this order`, () => {
    assert.deepEqual(sortByNumber([...order].sort()), order);
  });

/** Names that are no row of numbers keep their own order. */
const untouched: readonly (readonly string[])[] = [
  ['one-fine-day.md', 'six-feet-under.md', 'third-man.md'],
  ['appendix-a.md', 'appendix-c.md', 'appendix-d.md'],
  ['chapter-1.md', 'chapter-2.md'],
  ['one.md'],
  ['one.md', 'one-again.md'],
];

for (const paths of untouched)
  test(`${paths.join(', ')} stay as they are`, () => assert.equal(sortByNumber(paths), paths));
