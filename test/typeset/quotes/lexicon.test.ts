import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lexiconOf } from '../../../scripts/typeset/quotes/lexicon.ts';

describe('ordinary words of English', () => {
  const { ordinary } = lexiconOf('en');

  it('knows words wherever they stand in the list', () => {
    for (const word of ['abandon', 'abandoned', 'printer', 'the', 'typed', 'unfortunately', 'young', 'zoological'])
      assert.ok(ordinary(word), word);
  });

  it('knows no beginnings, ends or neighbours of them', () => {
    for (const word of ['', 'a', 'abandone', 'rinter', 'typedd', 'unfortunatel', 'zzz', 'don’t', 'ab:'])
      assert.ok(!ordinary(word), word);
  });
});
