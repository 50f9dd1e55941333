import assert from 'node:assert/strict';
import { test } from 'node:test';
import { licenceOf } from '../../scripts/book/licences.ts';

test('a Creative Commons licence is known by its short name and by its address, and none is made of other words', () => {
  const cases = [
    ['CC BY 4.0', 'Creative Commons Attribution 4.0 International', 'https://creativecommons.org/licenses/by/4.0/'],
    [
      'cc-by-nc-sa',
      'Creative Commons Attribution-NonCommercial-ShareAlike 4.0 International',
      'https://creativecommons.org/licenses/by-nc-sa/4.0/',
    ],
    [
      'https://creativecommons.org/licenses/by-nd/3.0/',
      'Creative Commons Attribution-NoDerivatives 3.0',
      'https://creativecommons.org/licenses/by-nd/3.0/',
    ],
    ['CC0', 'Creative Commons CC0 1.0 Universal', 'https://creativecommons.org/publicdomain/zero/1.0/'],
  ] as const;
  for (const [words, name, href] of cases) assert.deepEqual(licenceOf(words), { name, href }, words);
  for (const words of ['All rights reserved', 'MIT', 'CC', 'CC BY 4.0, but ask me'])
    assert.equal(licenceOf(words), undefined);
});
