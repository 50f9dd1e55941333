import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countWords } from '../../../scripts/typeset/quotes/words.ts';

test('counts words that stand whole, that follow a mark, and that follow one within a clause', () => {
  const words = countWords(() => ["Don't tell 'em. 'Em and them; tell 'em: dogs' 12th rock'n'roll", '‘tell ÉTÉ été']);
  const counts = (word: string) => [words.whole(word), words.led(word), words.marked(word)];
  assert.deepEqual(counts('em'), [0, 3, 2]);
  assert.deepEqual(counts('tell'), [2, 1, 0]);
  assert.deepEqual(counts('don'), [1, 0, 0]);
  assert.deepEqual(counts('t'), [0, 0, 0]);
  assert.deepEqual(counts('th'), [0, 0, 0]);
  assert.deepEqual(counts('dogs'), [1, 0, 0]);
  assert.deepEqual(counts('été'), [2, 0, 0]);
});

test('a mark in the midst of a clause that nothing could close teaches that its word is elided', () => {
  const words = countWords(() => [
    "He 'lowed ter go; she 'lowed he did, and so he went away. Den dey 'mence' en 'mence', en walk roun' en 'roun' de house.",
    "They call it the 'bloofer lady.' She went roun' it.",
  ]);
  assert.deepEqual([words.taught('lowed'), words.taught('bloofer')], [2, 0]);
  assert.deepEqual([words.framed('mence'), words.framed('roun'), words.taught('roun')], [2, 0, 1]);
});
