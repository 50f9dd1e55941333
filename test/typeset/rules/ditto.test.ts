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
]);
