import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setText, testTable } from '../set-text.ts';

// Below nought
testTable([
  ['it was -40 outside', 'it was −40 outside'],
  ['it fell to -5 °C.', 'it fell to −5\u00A0°C.'],
  ['-5 °C', '−5\u00A0°C'],
  ['(-1.5)', '(−1.5)'],
  ['"-5," he said', '“−5,” he said'],
  ['-5 apples', '-5 apples'],
  ['the F-14 and -15 fighters', 'the F-14 and -15 fighters'],
  ['x-5, 3-D, 5 -3', 'x-5, 3-D, 5 -3'],
  ['a -4-year thing', 'a -4-year thing'],
]);

// Times
testTable([
  ['3 x 4', '3 × 4'],
  ['1920x1080, 4x4, 2x4s', '1920×1080, 4×4, 2×4s'],
  ['2x3x4', '2×3×4'],
  ['3 m x 4 m', '3\u00A0m × 4\u00A0m'],
  ['at 4x, 0x10, 0x0, B4x5, x 4', 'at 4x, 0x10, 0x0, B4x5, x 4'],
]);

// Fractions
testTable([
  ['1/2, 3/4 and 7/8', '½, ¾ and ⅞'],
  ['1 1/2 and 365 1/4 and 1-1/2', '1½ and 365¼ and 1½'],
  ['a 1/2-inch pipe', 'a ½-inch pipe'],
  ['1/2/2026, 24/7, 9/11, 3/7', '1/2/2026, 24/7, 9/11, 3/7'],
  ['on 1/2 we left', 'on 1/2 we left'],
  ['in 3/4 time', 'in 3/4 time'],
  ['In 1940 1/2 of them', 'In 1940 ½ of them'],
  ['part 1/2 and sold at 1/6', 'part 1/2 and sold at 1/6'],
  ['5/6 of it', '⅚ of it'],
  ['A1/2, 1/2d', 'A1/2, 1/2d'],
]);

// Degrees
testTable([
  ['98.6º F', '98.6\u00A0°F'],
  ['98.6 deg F', '98.6\u00A0°F'],
  ['98.6° F, 98.6 °F, 98.6°F', '98.6\u00A0°F, 98.6\u00A0°F, 98.6°F'],
  ['a turn of 90º', 'a turn of 90°'],
  ['the 1º and 2º floors', 'the 1º and 2º floors'],
  ['45 deg north', '45 deg north'],
]);
testTable([['98.6º F, 98.6°F', '98.6°\u200AF, 98.6°\u200AF']], { style: 'standard-ebooks' });
testTable([['el 1º de mayo, 20º C', 'el 1º de mayo, 20\u00A0°C']], { lang: 'es' });

// Numero, which no house asks for
testTable([['No. 5', '№\u00A05']], { rules: { numero: true } });
testTable([['No. 5', 'No.\u00A05']]);

// Times of day
testTable(
  [
    ['at 5 pm, 5PM, 5 P.M., 5 p. m., 5:30am', 'at 5\u00A0p.m., 5\u00A0p.m., 5\u00A0p.m., 5\u00A0p.m., 5:30\u00A0a.m.'],
    ['At 5 pm. Then', 'At 5\u00A0p.m. Then'],
    ['At 5 pm?', 'At 5\u00A0p.m.?'],
    ['At 5 p.m. Then', 'At 5\u00A0p.m. Then'],
    ['15 pm, 5 pmx', '15\u00A0pm, 5 pmx'],
  ],
  { style: 'standard-ebooks' },
);
testTable([['at 5 PM, 5 p.m.', 'at 5\u00A0PM, 5\u00A0p.m.']]);

test('leaves figures as typed that are escaped', () => {
  assert.equal(setText('1/2 and 3x4', { literal: [1, 9] }), '1/2 and 3x4');
});
