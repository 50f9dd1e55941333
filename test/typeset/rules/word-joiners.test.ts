import { testTable } from '../set-text.ts';

testTable(
  [
    ['Wait--what? Wait -- what? Wait—what?', 'Wait\u2060—what? Wait\u2060—what? Wait\u2060—what?'],
    ['—So', '—So'],
    [`"--and so on," he said.`, '“—and so on,” he said.'],
    [`"So--" he said.`, '“So\u2060—” he said.'],
    ['Lord B---- of ----shire', 'Lord B\u2060⸺ of ⸺\u2060shire'],
    ['3-4 October, 1939–45', '3\u2060–\u20604 October, 1939\u2060–\u206045'],
    ['in 18--', 'in 18\u2060—'],
  ],
  { style: 'standard-ebooks' },
);
testTable([['Wait--what?', 'Wait—what?']]);
