import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setText, testTable } from '../set-text.ts';

testTable(
  [
    ['"', '”'],
    ['" "', '” ”'],
    ['"So"', '“So”'],
    ["'", '’'],
    ["' '", '’ ’'],
    ["'So'", '‘So’'],
  ],
  { block: 'cell' },
);
testTable([
  ['2 lbs. of " at 6d.', '2\u00A0lbs. of ” at 6d.'],
  ['said " hello " twice', 'said “ hello ” twice'],
  ['Apples  2 lb.\n"  3 lb.\n" " 4', 'Apples 2\u00A0lb.\n” 3\u00A0lb.\n” ” 4'],
  ['He said\n" no "\nto me', 'He said\n“ no ”\nto me'],
]);

test('leaves a ditto mark as typed that is escaped', () => {
  assert.equal(setText('2 lbs. of " at 6d.', { literal: [10] }), '2\u00A0lbs. of " at 6d.');
});

test('takes a mark alone for ditto in a cell only', () => {
  assert.notEqual(setText('" "'), '” ”');
});
