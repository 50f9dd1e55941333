import { testTable } from '../set-text.ts';

testTable([
  [`"'Go,' he said. I said 'no.'"`, '“\u202F‘Go,’ he said. I said ‘no.’\u202F”'],
  [`"'Tis so," he said.`, '“\u202F’Tis so,” he said.'],
  ['“‘Go,’ he said. I said ‘no.’”', '“\u202F‘Go,’ he said. I said ‘no.’\u202F”'],
]);
testTable([[`"'Go,' he said."`, '“\u200A‘Go,’ he said.”']], { style: 'standard-ebooks' });
testTable([[`"'Go,' he said."`, '“‘Go,’ he said.”']], { rules: { 'touching-quotes': false } });
