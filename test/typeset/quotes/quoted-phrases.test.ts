/** Phrases in single marks that end without a stop, as authors of today type them: no word of them has lost its first letters. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setParagraph } from '../setting.ts';

const lines = [
  "She gave him her best 'don't you dare' look and left.",
  "He did the 'innocent until proven guilty in a court of law' speech again.",
  "They had the 'who does the dishes tonight and why is it never you' talk.",
  "It was a 'fancy restaurant' by his standards.",
  "The so-called 'friend of the family' had vanished with the silver.",
  "He used the 'sleeping on the couch because my back hurts so much' excuse.",
  "This is one of those 'rescued by the villain and falling in love' fics.",
  "All of the 'counting sheep will help you sleep at night' advice was useless.",
  "She rolled her eyes at the 'every man for himself and devil take the hindmost' attitude.",
  "I hate the 'ended up in bed by accident' trope.",
];

for (const line of lines)
  test(`quotes in: ${line}`, () => {
    const expected = line
      .replace(/(?<= )'/, '‘')
      .replace(/'(?= (?:look|speech|talk|restaurant|by|of|had|excuse|fics|advice|attitude|trope))/, '’')
      .replace("don't", 'don’t');
    assert.equal(setParagraph(line, 'en', { book: lines }), expected);
  });
