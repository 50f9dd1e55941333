import assert from 'node:assert/strict';
import { test } from 'node:test';
import { longestText, printableText } from '../../scripts/cover/printable-text.ts';
import { titleFace } from './cases.ts';

const typeface = await titleFace('classic');

for (const [given, expected] of [
  ['The Salt Road', 'The Salt Road'],
  ['  The \n\t Salt  Road ', 'The Salt Road'],
  ['No\u00A0break', 'No\u00A0break'],
  ['Moon 🌙 Road', 'Moon Road'],
  ['👩‍👩‍👧‍👦', ''],
  ['soft\u00ADhyphen and\u200B a joiner', 'softhyphen and a joiner'],
  ['\u202Eturned\u202C', 'turned'],
  ['e\u0301t\u00E9', 'été'],
  ['Мастер', 'Мастер'],
  ['夜の汽車', undefined],
  ['The 夜 Train', undefined],
  ['שלום', undefined],
  ['a\u0301\u0302\u0303\u0304\u0305', undefined],
  ['\uD800', ''],
  ['\u0001', ''],
] as const)
  test(`${JSON.stringify(given)} is set as ${JSON.stringify(expected)}`, () => {
    assert.equal(printableText(given, typeface), expected);
  });

test('a title without end is cut after a word, with an ellipsis', () => {
  const text = printableText('word '.repeat(100_000), typeface) ?? '';
  assert.ok(text.replaceAll(' ', '').length <= longestText + 1);
  assert.match(text, /word…$/);
  assert.equal(printableText('x'.repeat(1_000_000), typeface)?.length, longestText + 1);
  assert.equal(printableText('one two three', typeface, 7), 'one two…');
});
