import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numberOfWord } from '../../scripts/book/number-words.ts';
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
