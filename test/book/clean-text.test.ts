import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanText } from '../../scripts/book/clean-text.ts';
import { tell } from '../tools/manuscript.ts';

test('text without forbidden characters comes back as it went in', () => {
  const text = 'Tab\tnext line\u0085 no-break\u00A0 joiner\u200D 😀 \uFDD0 \u{10FFFF}\n';
  assert.deepEqual(cleanText(text, 'a.md'), { value: text, problems: [] });
});

/** What XML 1.0 §2.2 has no place for. */
const forbidden = [
  '\u0000',
  '\u0008',
  '\u000B',
  '\u000C',
  '\u001B',
  '\uFFFE',
  '\uFFFF',
  '\uD800',
  '\uDFFF',
  '\uDC00\uD800',
];

for (const character of forbidden) {
  test(`replaces ${JSON.stringify(character)} and tells where it stands`, () => {
    const { value, problems } = cleanText(`One\nab${character}c\n`, 'a.md');
    assert.equal(value, `One\nab${'\uFFFD'.repeat(character.length)}c\n`);
    assert.equal(problems[0] && tell(problems[0]), 'a.md:2:3 character-replaced');
  });
}

test('tells of each forbidden character once, however often it comes', () => {
  const { value, problems } = cleanText('\u0001\u0001\u0002'.repeat(1000), 'a.md');
  assert.equal(value, '\uFFFD'.repeat(3000));
  assert.deepEqual(problems.map(tell), ['a.md:1:1 character-replaced', 'a.md:1:3 character-replaced']);
});
