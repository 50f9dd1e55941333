import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sentencesOf } from '../../scripts/editions/sentences.ts';

/** Language, and the parts that a text must fall into. */
const table: readonly (readonly [string, ...string[]])[] = [
  ['en', 'One. ', 'Two! ', 'Three? ', 'Four… ', 'Five.'],
  ['en', '“Stop!” ', 'He stopped.'],
  ['en', '“Stop!” he said. ', '“Why?”'],
  ['en', 'Mr. Pomfret and Mrs. Pike met Dr. Quoin on St. Swithin’s. ', 'It rained.'],
  ['en', 'It was Messrs. Pike and Thrupp. ', 'They paid.'],
  ['en', 'J. R. R. Tolkien wrote it. ', 'It was I. ', 'Then he left.'],
  ['en', 'It cost 3.14 pounds at 10.30, e.g. on example.org. ', 'Cheap.'],
  ['en', 'He waited… and waited. ', 'Wait… ', 'What?'],
  ['en', 'Really?! ', '(He laughed.) ', '“No,” she said.'],
  ['en', 'It ends “so.” ', '‘And so.’ ', 'And so.'],
  ['en', '\nIt begins on a new line.\n', 'Then goes on.\n'],
  ['de', '„Halt!“ ', 'Er blieb stehen. ', 'Z. B. hier bei Hr. Meier um 5 Uhr.'],
  ['fr', '« Non\u202F!\u00A0» ', 'Il partit. ', 'M. Dupont et Mme. Dupont dorment.'],
  ['es', '¿Quién? ', '¡Yo! ', 'El Sr. García.'],
  ['ja', '「行くな。」', '彼は言った。', 'そして！？', 'だから'],
  ['zh', '他说：“走吧。”', '我们走了！', '好。'],
  ['ar', 'ما هذا؟ ', 'لا أعرف۔ ', 'نعم.'],
  ['hi', 'यह एक है। ', 'यह दो है॥'],
  ['hy', 'Մեկ։ ', 'Երկու։'],
  ['el', 'Ναι. ', 'Όχι!'],
  ['en', 'No. ', 'He left.'],
  ['en', 'no end at all'],
  ['en', '. ', 'What with those, it ended.'],
  ['en', 'He left. “no” she said.'],
  ['en', 'He left. ', '(“No,” she said.)'],
  ['en', 'He called him “Mr.” ', 'Then he left.'],
  ['en', 'Is it Mr? ', 'It is.'],
  ['fr', 'Oui.\u00A0', 'Non.'],
  ['fr', 'Quoi\u00A0!\u202F? ', 'Non.'],
  ['fr', '«\u00A0Oui.\u00A0» ', 'Non.'],
];

for (const [lang, ...parts] of table) {
  test(`parts ${JSON.stringify(parts.join(''))} in ${lang}`, () => {
    assert.deepEqual(sentencesOf(parts.join(''), lang), parts);
  });
}

test('the parts of any text are the text, and none is empty', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aBé. !?…。」”“\'"(\u00A0\u202F\n—1') }), (text) => {
      const parts = sentencesOf(text, 'en');
      assert.equal(parts.join(''), text);
      assert.ok(parts.every((part) => part !== ''));
    }),
    { numRuns: 2000, seed: 4 },
  );
});

test('a long text of nothing but marks takes no longer than its length', () => {
  for (const piece of ['.', '. ', '! "', '?”', 'A. ', '. (', '。', ' ', '.\u00A0'])
    assert.equal(sentencesOf(piece.repeat(200_000), 'en').join('').length, piece.length * 200_000);
});
