/** What stands further off tells what a mark is: a bracket that breaks off speech, a word that joins, what an owner would own. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testTable } from '../set-text.ts';
import { setParagraph } from '../setting.ts';

testTable([
  // Speech goes on behind an aside.
  [
    "'Leave the lamp' (she wiped her hands) 'beside the door, and wait.'",
    '‘Leave the lamp’ (she wiped her hands) ‘beside the door, and wait.’',
  ],
  [
    "'Leave the lamp'--she wiped her hands--'beside the door, and wait.'",
    '‘Leave the lamp’—she wiped her hands—‘beside the door, and wait.’',
  ],
  // What is quoted beside what is quoted.
  ["\"Say 'left' or 'right' and we turn.\"", '“Say ‘left’ or ‘right’ and we turn.”'],
  // Nothing is owned by regulars who are something.
  ['"Those \'regulars\' are at the bar again."', '“Those ‘regulars’ are at the bar again.”'],
  ["\"A 'muddle', then, and a 'bother.'\"", '“A ‘muddle’, then, and a ‘bother.’⟨nnb⟩”'],
  // An s behind a name that is not told.
  ["I knew Lord B----'s sister and the M.P.'s wife.", 'I knew Lord B⸺’s sister and the M.P.’s wife.'],
  ["They printed '20,000 copies sold' on it.", 'They printed ‘20,000 copies sold’ on it.'],
  ["Hats of the 'twenties; the 'Forties, too.", 'Hats of the ’twenties; the ’Forties, too.'],
  ['"... and so on, and so on," she read.', '“… and so on, and so on,” she read.'],
  ["\"'E could see 'em, 'e said.\"", '“⟨nnb⟩’E could see ’em, ’e said.”'],
]);

test('speech within speech does not hide which key begins the paragraphs', () => {
  const last = "'Indeed, I did.";
  const paragraph = '\'He said, "Go on," and then, "Wait," and then, "Come here," and I went.';
  assert.equal(setParagraph(last, 'en', { book: [...Array(6).fill(paragraph), last] }), '‘Indeed, I did.');
});
