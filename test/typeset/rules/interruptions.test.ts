import assert from 'node:assert/strict';
import { test } from 'node:test';
import { queriesOf } from '../queries/asking.ts';
import { testTable } from '../set-text.ts';

testTable([
  ['"What the f-" he began.', '“What the f—” he began.'],
  ['"But I thought-"', '“But I thought—”'],
  ['"I was going to-" She stopped. "-never mind, then."', '“I was going to—” She stopped. “—never mind, then.”'],
  ['"You wouldn\'t dare-!"', '“You wouldn’t dare—!”'],
  ["'-and that's when I left,' he finished.", '‘—and that’s when I left,’ he finished.'],
  ["'But I thought-' he said.", '‘But I thought—’ he said.'],
  ['"But-" he began.', '“But—” he began.'],
  ['But I thought-', 'But I thought—'],
  // Within a sentence
  ['"It\'s not- it\'s not what it looks like. I- I know."', '“It’s not—it’s not what it looks like. I—I know.”'],
  ['He turned- she was gone.', 'He turned—she was gone.'],
  ['two- or three-day trips, -o-O-o- in a line', 'two- or three-day trips, -o-O-o- in a line'],
  // Parts of words, and letters with a sign
  ['"pre-" and "post-war"', '“pre-” and “post-war”'],
  ['the pre- and post-war years', 'the pre- and post-war years'],
  ['the suffix "-ing" and the prefix "Un-"', 'the suffix “-ing” and the prefix “Un-”'],
  ['"I got a B-" and "Type O-"', '“I got a B-” and “Type O-”'],
  ['"I-I don\'t know."', '“I-I don’t know.”'],
  [`Press '-' or "-" to go on.`, 'Press ‘-’ or “-” to go on.'],
  // Words that are half told
  ['"F--- you," he said.', '“F⸺ you,” he said.'],
  ['D--- it all! Lord C---, the earl', 'D⸺ it all! Lord C⸺, the earl'],
  ['Oh s--t, f--king d--n it!', 'Oh s⸺t, f⸺king d⸺n it!'],
  ['"I---" "Oh my g--" I--I am; a--b', '“I—” “Oh my g—” I—I am; a—b'],
]);

testTable([['"But I thought-"', '“But I thought-”']], { rules: { interruptions: false } });
testTable(
  [
    ['"Aber ich dachte-"', '„Aber ich dachte\u00A0–“'],
    ['"Ich- ich war es." Ein- und Ausgang', '„Ich\u00A0– ich war es.“ Ein- und Ausgang'],
  ],
  { lang: 'de' },
);
testTable([['"Espera-" gritó.', '«Espera—» gritó.']], { lang: 'es' });

test('a hyphen that could be a dash is asked about, and one that could not is not', async () => {
  assert.deepEqual(await queriesOf('He muttered "un-" twice. "But-" he began. "But I thought-"'), [
    '1:16 typography-doubt “un-” is set with a hyphen, as of a part of a word; it could be a dash, where somebody breaks off.',
    '1:30 typography-doubt “But-” is set with a dash, where somebody breaks off; it could be a hyphen, as of a part of a word.',
  ]);
  assert.equal((await queriesOf('He turned- she was gone.')).length, 1);
  assert.deepEqual(await queriesOf('"pre-" and "post-war"; the pre- and post-war years; I- I know'), []);
  assert.deepEqual(await queriesOf('He muttered "un\\-" twice.'), []);
});
