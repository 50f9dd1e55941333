import { testTable } from '../set-text.ts';

testTable(
  [
    ['"', '”'],
    ['" "', '” ”'],
    ['"So"', '“So”'],
  ],
  { block: 'cell' },
);
testTable([
  ['2 lbs. of " at 6d.', '2\u00A0lbs. of ” at 6d.'],
  ['said " hello " twice', 'said “ hello ” twice'],
  ['Apples  2 lb.\n"  3 lb.\n" " 4', 'Apples 2\u00A0lb.\n” 3\u00A0lb.\n” ” 4'],
  ['He said\n" no "\nto me', 'He said\n“ no ”\nto me'],
]);
