/** What stands before a mark tells whether a quotation can begin there: one that has just closed, one that is still open, or none. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testTable } from '../set-text.ts';
import { setParagraph } from '../setting.ts';

testTable([
  [
    "'Tha' young rascal!' he called down at her. 'Layin' that on a robin! I'll have none o' that.'",
    '‘Tha’ young rascal!’ he called down at her. ‘Layin’ that on a robin! I’ll have none o’ that.’',
  ],
  [
    "'There's a man yonder, under t' wall,' he blubbered, 'an' I dare not pass 'em.'",
    '‘There’s a man yonder, under t’ wall,’ he blubbered, ‘an’ I dare not pass ’em.’',
  ],
  ["\"I'd never 'a' thought it, and you wouldn' 'a' come.\"", '“I’d never ’a’ thought it, and you wouldn’ ’a’ come.”'],
  [
    "\"He calls it a 'Tux.'! We call it a 'monkey jacket,' here.\"",
    '“He calls it a ‘Tux.’! We call it a ‘monkey jacket,’ here.”',
  ],
  ['"\'--on the first of September, in the rain--\'"', '“⟨nnb⟩‘—on the first of September, in the rain—’⟨nnb⟩”'],
  ["That was in June, '89--a wet one.", 'That was in June, ’89—a wet one.'],
]);

test('a word that speech in double marks never closes has lost what stood before it', () => {
  const unsure = '"Pull harder, boys. \'Guess we\'re late, and the tide is going out on us."';
  const book = [
    unsure,
    '"\'Guess I know. We\'ll see."',
    '"Hold on. \'Guess you\'ll keep with us till spring."',
    '"Well, \'guess so."',
  ];
  assert.match(setParagraph(unsure, 'en', { book }), / ’Guess we’re late/);
});
