import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countWords } from '../../../scripts/typeset/quotes/words.ts';

test('counts words that stand whole, that follow a mark, and that follow one within a clause', () => {
  const words = countWords(() => ["Don't tell 'em. 'Em and them; tell 'em: dogs' 12th rock'n'roll", '‘tell Été été']);
  const counts = (word: string) => [words.whole(word), words.led(word), words.marked(word)];
  assert.deepEqual(counts('em'), [0, 2, 2]);
  assert.deepEqual(counts('Em'), [0, 3, 2], 'a word with a capital may begin a sentence: the small one counts with it');
  assert.deepEqual(counts('tell'), [2, 1, 0]);
  assert.deepEqual(counts('t'), [0, 0, 0]);
  assert.deepEqual(counts('th'), [0, 0, 0]);
  assert.deepEqual(counts('dogs'), [0, 0, 0], 'a mark may have closed behind it');
  assert.deepEqual(counts('Été'), [2, 0, 0]);
});

test('a mark in the midst of a clause that nothing could close teaches that its word is elided', () => {
  const words = countWords(() => [
    "He 'lowed ter go; she 'lowed he did, and so he went away. Dey all come roun' de house, en walk roun' en roun' it.",
    "They call it the 'bloofer lady.' She went roun' it; 'mence' en 'mence', he 'mence' ter wuk, en 'mence' ter sing, en 'mence' agin.",
  ]);
  assert.deepEqual([words.taught('lowed'), words.taught('bloofer')], [2, 0]);
  assert.ok(words.losesEnd('roun') && words.losesEnd('mence') && !words.losesEnd('lady'));
  assert.equal(words.taught('mence'), words.marked('mence'), 'what closes behind them is their own lost end');
});

test('a word between two marks is counted by itself, and one that speech never closes teaches', () => {
  const words = countWords(() => [
    "A 'bluff' man, he 'termine' ter go.",
    "Mis' Polly saw Mis' Becky an' Mis' Ann.",
    '"Pull, boys. \'Guess we are late." "Stop. \'Never,\' he said."',
  ]);
  const counts = (word: string) => [words.framed(word), words.marked(word), words.taught(word), words.cut(word)];
  assert.deepEqual(['bluff', 'termine', 'Guess', 'Never', 'Mis'].map(counts), [
    [1, 0, 0, 0],
    [1, 0, 0, 0],
    [0, 1, 1, 0],
    [0, 0, 0, 0],
    [0, 0, 0, 3],
  ]);
});

test('a phrase that is quoted again and again loses nothing', () => {
  const words = countWords(() => Array.from({ length: 6 }, () => "They sweated on at 'fancy starch' till midnight."));
  assert.deepEqual([words.losesEnd('starch'), words.taught('fancy')], [false, 0]);
});

test('apostrophes inside a word are its own, contractions are not', () => {
  const words = countWords(() => ["Aunt 'Liz'beth's here, 'ca'se 'e's come. That's Liz'beth's."]);
  assert.deepEqual([words.led("Liz'beth"), words.led("ca'se"), words.led('e')], [1, 1, 1]);
  assert.deepEqual([words.whole("Liz'beth"), words.whole('That')], [1, 1]);
});
