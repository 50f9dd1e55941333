import { testTable } from '../set-text.ts';

testTable([
  ['1939-1945', '1939–1945'],
  ['in 1914-18, and 1885-9', 'in 1914–18, and 1885–9'],
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
  // No spans
  ['call 555-0199 or 1-800-555-0199', 'call 555-0199 or 1-800-555-0199'],
  ['2026-11-24 and 2026-11', '2026-11-24 and 2026-11'],
  ['ISBN 978-0-14-143951-8', 'ISBN 978-0-14-143951-8'],
  ['an X-15, a 7-Eleven, an AK-47', 'an X-15, a 7-Eleven, an AK-47'],
  ['a 4-year term, a 747-400', 'a 4-year term, a 747-400'],
  ['24-7, 9-11, 20-20, 10-4', '24-7, 9-11, 20-20, 10-4'],
  ['5-3=2, 5-3 = 2', '5-3=2, 5-3 = 2'],
  ['12345-6789', '12345-6789'],
  ['.30-06 and 1.2.3-4', '.30-06 and 1.2.3-4'],
  ['I-I thought so', 'I-I thought so'],
  ['C-C-come', 'C-C-come'],
  ['5 - 3', '5 - 3'],
]);
testTable([['1939-1945', '1939\u2060–\u20601945']], { style: 'standard-ebooks' });
