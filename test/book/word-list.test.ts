import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparableWords, widthOf } from '../../scripts/book/word-list.ts';

test('a character of Chinese, Japanese or Korean says as much as three letters', () => {
  for (const [text, width] of Object.entries({ rain: 4, 雨: 3, あめ: 6, アメ: 6, 비가: 6, 'a 雨': 5, дождь: 5 }))
    assert.equal(widthOf(text), width, text);
});

test('texts without spaces are compared character by character', () => {
  assert.deepEqual(comparableWords('雨の橋 by night'), ['雨', 'の', '橋', 'by', 'night']);
});
