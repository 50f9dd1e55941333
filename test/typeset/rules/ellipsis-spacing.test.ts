import { testTable } from '../set-text.ts';

const bound = '\u2060\u200A\u2060';

testTable(
  [
    ['Well... no.', `Well${bound}… no.`],
    ['Well ... no.', `Well${bound}… no.`],
    ['Well . . . no.', `Well${bound}… no.`],
    ['Well...no.', `Well${bound}… no.`],
    ['Well…', `Well${bound}…`],
    ['... and so on', '… and so on'],
    ['No.... Yes.', `No.${bound}… Yes.`],
    ['What...?', `What${bound}…\u200A?`],
    ['What ... , then', `What${bound}…\u200A, then`],
    ['"... well..."', `“…\u00A0well${bound}…”`],
    ['"...well," he said', '“…\u00A0well,” he said'],
    ['so--... what', `so\u2060—${bound}… what`],
  ],
  { style: 'standard-ebooks' },
);
testTable([['Well... no.', 'Well… no.']]);
