import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setText, testTable } from '../set-text.ts';

testTable([
  ['1939-1945', '1939–1945'],
  ['in 1914-18, and 1885-9', 'in 1914–18, and 1885–9'],
  ['in 2003-13 and 1903-11', 'in 2003–13 and 1903–11'],
  ['1939 - 1945', '1939–1945'],
  ['1939--1945', '1939–1945'],
  ['pp. 3-4', 'pp.\u00A03–4'],
  ['7-6. False odds.', '7–6. False odds.'],
  ['stood at 21-17 and 100-1', 'stood at 21–17 and 100–1'],
  ['3-4 October', '3–4 October'],
  ['John 3:16-17, open 9:30-5:30', 'John 3:16–17, open 9:30–5:30'],
  ['1.5-2.5 miles', '1.5–2.5 miles'],
  ['IV-IV. III-V, I-V', 'IV–IV. III–V, I–V'],
  ['a 3-4-year-old', 'a 3–4-year-old'],
  ['a 1-1 draw, 0-60', 'a 1–1 draw, 0–60'],
  ['pp. 117-119, 123-145 and 3, 4-5', 'pp.\u00A0117–119, 123–145 and 3, 4–5'],
  ['12:30-13:45, 12.5-13.25', '12:30–13:45, 12.5–13.25'],
  ['a 2x3-4 and a 3-4x5', 'a 2×3–4 and a 3–4×5'],
  ['nº 2-3, no.4-5, 3-4p.m. and 3-4pm', 'nº 2–3, no.4–5, 3–4p.m. and 3–4pm'],
  ['so--I-IV, from X-V on', 'so—I–IV, from X–V on'],
  ["from '05-'06 or '98-'02", 'from ’05–’06 or ’98–’02'],
  ['1939 -1945, 1939- 1945, in 1914-’18', '1939–1945, 1939–1945, in 1914–’18'],
  // No spans
  ['1.5-2 and 3-4.5', '1.5-2 and 3-4.5'],
  ['34-1945, 145-123, 1945-1939, 1945-45, 5-05', '34-1945, 145-123, 1945-1939, 1945-45, 5-05'],
  ['a 727-800, seat A1-2, 3-4th', 'a 727-800, seat A1-2, 3-4th'],
  ['pp. 1,4-5 and 3-4,500', 'pp.\u00A01,4-5 and 3-4,500'],
  ['3-4=1, 3-4 =1, x_1-2 and a/1-2', '3-4=1, 3-4 =1, x_1-2 and a/1-2'],
  ['A.I-V, a-I-V, I-V-X, VX-IV', 'A.I-V, a-I-V, I-V-X, VX-IV'],
  ['call 555-0199 or 1-800-555-0199', 'call 555-0199 or 1-800-555-0199'],
  ['2026-11-24 and 2026-11', '2026-11-24 and 2026-11'],
  ['in 2003-11, 2003-04 and 2010-12', 'in 2003-11, 2003-04 and 2010-12'],
  ['ISBN 978-0-14-143951-8', 'ISBN 978-0-14-143951-8'],
  ['an X-15, a 7-Eleven, an AK-47', 'an X-15, a 7-Eleven, an AK-47'],
  ['a 4-year term, a 747-400', 'a 4-year term, a 747-400'],
  ['24-7, 9-11, 20-20, 10-4', '24-7, 9-11, 20-20, 10-4'],
  ['5-3=2, 5-3 = 2', '5-3=2, 5-3 = 2'],
  ['12345-6789', '12345-6789'],
  ['.30-06 and 1.2.3-4', '.30-06 and 1.2.3-4'],
  ['I-I thought so', 'I-I thought so'],
  ['C-C-come', 'C-C-come'],
  ['5 - 3, 3- 4, 3 -4', '5 - 3, 3- 4, 3 -4'],
  ['1945 - 1939, 3039 - 4045, 1945 - 3046', '1945 - 1939, 3039 - 4045, 1945 - 3046'],
  ['1914-’189 and X-V’s', '1914-’189 and X-V’s'],
]);
testTable([['1939-1945', '1939\u2060–\u20601945']], { style: 'standard-ebooks' });

test('a hyphen stays where an author escaped it, or wants no spans', () => {
  assert.equal(setText('1939-1945', { literal: [4] }), '1939-1945');
  assert.equal(setText('1939-1945, 3-4', { literal: [4] }), '1939-1945, 3–4');
  assert.equal(setText('1939 - 1945', { literal: [5] }), '1939 - 1945');
  assert.equal(setText('1939-1945', { rules: { ranges: false } }), '1939-1945');
});
