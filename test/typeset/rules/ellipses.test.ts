import { testTable } from '../set-text.ts';

testTable([
  ['Hm.... They both.....', 'Hm.… They both……'],
  ['"Umm......"', '“Umm……”'],
  // A leader
  ['Romeo........ John', 'Romeo........ John'],
  ['Romeo . . . . . . . . John', 'Romeo . . . . . . . . John'],
  ['Well . . . maybe.', 'Well… maybe.'],
]);
