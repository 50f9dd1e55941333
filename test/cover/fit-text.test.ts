import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Measures } from '../../scripts/codecs/open-type.ts';
import { fitText, type TextBox } from '../../scripts/cover/fit-text.ts';
import { monospaced, titleFace } from './cases.ts';

const box: TextBox = { width: 1000, height: 800, largest: 200, smallest: 50, leading: 1.1 };

// Every letter is half an em wide: ten letters of 200 pixels fill a line.
for (const [text, size, lines] of [
  ['Emma', 200, ['Emma']],
  ['The Salt Road', 200, ['The Salt', 'Road']],
  ['Letters Between Two Lighthouses', 177, ['Letters', 'Between Two', 'Lighthouses']],
  ['Twenty-Thousand', 130, ['Twenty-Thousand']],
  ['Nine-and-Ninety-Thousand', 200, ['Nine-and-', 'Ninety-', 'Thousand']],
  ['A\u00A0B C\u00A0D', 200, ['A\u00A0B C\u00A0D']],
] as const)
  test(`“${text}” is set in ${lines.length} lines of ${size} pixels`, () => {
    const setting = fitText(text, monospaced, box);
    assert.deepEqual([setting.size, setting.lines], [size, lines]);
  });

test('lines are balanced, and none ends in a little word or inside a compound where it can be helped', () => {
  const set = (text: string) => fitText(text, monospaced, { ...box, largest: 100 }).lines;
  assert.deepEqual(set('The Lighthouse and the Endless Sea'), ['The Lighthouse', 'and the Endless Sea']);
  assert.deepEqual(set('The History of Two-and-Forty Years'), ['The History of', 'Two-and-Forty Years']);
});

test('a word too long for the smallest size is divided, and keeps its letters', () => {
  const word = 'Donau'.repeat(40);
  const { lines, size } = fitText(word, monospaced, box);
  assert.equal(lines.join(''), word);
  assert.ok(lines.every((line) => line.length * 0.5 * size <= box.width));
});

const full: Measures = { advance: () => 1 };

test('a Japanese line ends after a particle rather than in a word, and none begins with a mark or a small sign', () => {
  const narrow = { ...box, width: 1000, largest: 140 };
  assert.deepEqual(fitText('夜の汽車と、海辺の灯台をめぐる物語', full, narrow).lines, [
    '夜の汽車と、',
    '海辺の灯台',
    'をめぐる物語',
  ]);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...'夜汽車のとっャー、。「」（“”Ab'), { maxLength: 60 }), (signs) => {
      const { lines } = fitText(signs.join(''), full, { ...narrow, height: 9000 });
      assert.equal(lines.join(''), signs.join(''));
      // More than nine marks in a row are divided.
      if (!/[っャー、。」”]{10}/.test(signs.join('')))
        for (const line of lines.slice(1)) assert.doesNotMatch(line, /^[っャー、。」”]/);
    }),
  );
});

test('what does not fit at the smallest size ends in an ellipsis', () => {
  const { lines } = fitText('word '.repeat(200).trim(), monospaced, { ...box, height: 200 });
  assert.ok(lines.length <= 3);
  assert.match(lines.at(-1) ?? '', /…$/);
});

test('no text overflows its box, whatever it is', async () => {
  const typeface = await titleFace('classic');
  const width = (line: string, size: number): number =>
    [...line].reduce((sum, sign) => sum + (typeface.advance(sign.codePointAt(0) ?? 0) ?? 0) * size, 0);
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 90 }), { maxLength: 20 }), (words) => {
      const text = words.join(' ').replace(/\s+/g, ' ').trim();
      const { lines, size, depth } = fitText(text, typeface, box);
      assert.ok(depth + size <= box.height + 1);
      // The ellipsis of a text that was cut may stand out a little.
      for (const line of lines) assert.ok(width(line.replace(/…$/, ''), size) <= box.width + size, line);
    }),
  );
});
