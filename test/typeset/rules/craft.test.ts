/**
 * What holds of every text, whatever the rules: set twice is set once, and no word is changed.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Setting, setText, shown } from '../set-text.ts';

const words = [
  'so',
  'Mr',
  'St',
  'Smith',
  'No',
  'I',
  'IV',
  'V',
  'x',
  'pm',
  'p',
  'm',
  'mm',
  'ft',
  'F',
  'deg',
  'AD',
  'tis',
];
const digits = ['0', '1', '2', '4', '5', '12', '46', '99', '1939', '1945'];
const marks = [
  '.',
  '.',
  '...',
  '…',
  ',',
  ';',
  '?',
  '!',
  ':',
  '-',
  '--',
  '---',
  '–',
  '—',
  "'",
  '"',
  '“',
  '”',
  '‘',
  '’',
  '/',
];
const others = ['(', ')', '°', 'º', '&', '½', '′', '″', '×', '−', '\uFFFC', '\u2028'];
const spaces = [' ', ' ', ' ', '  ', '\n', '\t', '\u00A0', '\u200A', '\u2060'];
const texts = fc
  .array(fc.constantFrom(...words, ...digits, ...digits, ...marks, ...marks, ...others, ...spaces, ...spaces), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));

const settings: readonly Setting[] = (['chicago', 'oxford', 'standard-ebooks'] as const).flatMap((style) => [
  { style },
  { style, block: 'heading' as const },
  { style, block: 'cell' as const },
]);

/** The letters and digits of a text, with what a rule may rewrite in one form. */
function lettersOf(text: string): string {
  return text
    .replaceAll(/[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]/g, (glyph) => glyph.normalize('NFKD'))
    .replaceAll(/deg|[º˚°]/g, '')
    .replaceAll('×', 'x')
    .replaceAll(/[ap]\W*m/gi, (half) => half.toLowerCase())
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

for (const setting of settings) {
  // Where pairs are swapped, marks strewn about are read anew: quotes/swap-pairs.test.ts has texts.
  const isSwapped = setting.style === 'oxford';
  test(`sets nothing anew that is set (${setting.style}, ${setting.block ?? 'paragraph'})`, () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = setText(isSwapped ? text.replace(/["'“”‘’]/g, '') : text, setting);
        assert.equal(shown(setText(once, setting)), shown(once));
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 2000), seed: Number(process.env['FUZZ_SEED'] ?? 12) },
    );
  });

  test(`changes no word (${setting.style}, ${setting.block ?? 'paragraph'})`, () => {
    fc.assert(
      fc.property(texts, (text) => assert.equal(lettersOf(setText(text, setting)), lettersOf(text))),
      { numRuns: 1000, seed: 7 },
    );
  });
}
