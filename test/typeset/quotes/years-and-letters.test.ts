/** Years that have lost their century, letters that are quoted, and words that are quoted where a language elides them. */
import { testTable } from '../set-text.ts';

testTable([
  ["the years '68-'72, from '92-'95", 'the years ’68–’72, from ’92–’95'],
  ["'92 was a good year.", '’92 was a good year.'],
  ["'90s kids 'n' '80s kids", '’90s kids ’n’ ’80s kids'],
  ["'25 September, at noon.", '‘25 September, at noon.'],
  ["the letter 'A' and an 'e'", 'the letter ‘A’ and an ‘e’'],
  ['"Spell it with two \'T\'s," she said.', '“Spell it with two ‘T’s,” she said.'],
  ["The letter 'e' is missing; so are 'a' and 'n'.", 'The letter ‘e’ is missing; so are ‘a’ and ‘n’.'],
  ["The letter 'n' in rock 'n' roll", 'The letter ‘n’ in rock ’n’ roll'],
  ["'B' you awake, Tess?' he said.", '‘B’ you awake, Tess?’ he said.'],
  ["Guns 'N' Roses, rock 'n' roll", 'Guns ’N’ Roses, rock ’n’ roll'],
  ["'I's much erbleedzd,' sezee.", '‘I’s much erbleedzd,’ sezee.'],
  ["'Salem's Lot is good.", '’Salem’s Lot is good.'],
]);

testTable(
  [
    ['"Ha detto \'no\'", rispose.', '«Ha detto “no”», rispose.'],
    ["'Forse', pensò. 'No.'", '“Forse”, pensò. “No.”'],
    ["'Ndrangheta e 'sta roba.", '’Ndrangheta e ’sta roba.'],
  ],
  { lang: 'it' },
);
