/** A book teaches which of its words have lost letters: what is sure in some places settles what is not in others. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setParagraph } from '../setting.ts';

const taught = [
  "Dat day he wuz gwine 'tel he got ter de big road, and den he sot 'tel de moon come up.",
  "She walk 'tel she could walk no mo. He talk 'tel she sleep.",
];
const unsure = `"He say, 'Wait, 'tel I come back,' sezee."`;

test('what the book teaches settles a mark that could open a quotation', () => {
  assert.equal(setParagraph(unsure, 'en', { book: [...taught, unsure] }), '“He say, ‘Wait, ’tel I come back,’ sezee.”');
});

test('a phrase that is quoted again and again teaches nothing', () => {
  const scared = "It was the 'bloofer lady' again.";
  const book = [scared, "They saw a 'bloofer lady.' It was late.", "She was their 'bloofer lady,' no more."];
  assert.equal(setParagraph(scared, 'en', { book }), 'It was the ‘bloofer lady’ again.');
});
