/**
 * English words without their first letters, where only the word tells that the mark before it is an apostrophe: the
 * one behind “dogs” could close a quotation that it opens.
 */
import { testTable } from '../set-text.ts';

const elided = [
  ...[
    'tis',
    'twas',
    'twere',
    'twill',
    'twould',
    'twixt',
    'tween',
    'em',
    'im',
    'un',
    'bout',
    'cos',
    'coz',
    'cuz',
    'til',
  ],
  ...[
    'neath',
    'gainst',
    'mongst',
    'nother',
    'nuff',
    'ome',
    'ouse',
    'orse',
    'appen',
    'ave',
    'ead',
    'eart',
    'elp',
    'orrible',
  ],
  ...[
    'cept',
    'scuse',
    'spect',
    'spose',
    'fraid',
    'fess',
    'lectric',
    'zactly',
    'xactly',
    'taters',
    'baccy',
    'copter',
    'merican',
  ],
];

/** These are words, or names, without the mark: at the beginning of a sentence they are taken for those. */
const rarer = ['ere', 'pon', 'specially', 'midst'];

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

testTable([
  ...elided.map(
    (word) => [`'${capital(word)} the dogs' bed it lay.`, `’${capital(word)} the dogs’ bed it lay.`] as const,
  ),
  ...rarer.map((word) => [`It lay ('${word} the dogs' bed).`, `It lay (’${word} the dogs’ bed).`] as const),
  ["'Under the dogs' bed it lay.", '‘Under the dogs’ bed it lay.'],
  ["It lay ('under the dogs' bed).", 'It lay (‘under the dogs’ bed).'],
]);
