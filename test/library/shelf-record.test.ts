import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readShelf, type ShelfRecord, shelfLine } from '../../scripts/library/shelf-record.ts';

const record = (story: string, key: string): ShelfRecord => ({ story, key, stem: story, books: {} });

test('takes the last line of a story, and passes over what is cut short or no record', () => {
  const whole = [record('a', '1'), record('b', '1'), record('a', '2')].map(shelfLine).join('');
  const text = `${whole}{"story":"c"}\n\n[1]\n${shelfLine(record('d', '1')).slice(0, -9)}`;
  assert.deepEqual(
    [...readShelf(text).values()].map(({ story, key }) => `${story} ${key}`),
    ['a 2', 'b 1'],
  );
});
