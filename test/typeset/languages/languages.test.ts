import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { languages } from '../../../scripts/typeset/languages/languages.ts';
import { setParagraph } from '../setting.ts';

const tags = Object.keys(languages);
const seen = (text: string) => text.replaceAll('\u00A0', '·').replaceAll('\u202F', '‧').replaceAll('\u2028', '⏎');

/** What may stand in a text that a press gets, marks above all. */
const piece = fc.constantFrom(
  ...`a b w i s l t n d я в ה ד 你 A É ’ ‘ “ ” " " " ' ' ' « » ‹ › „ ‚ - -- --- ---- – — …`.split(' '),
  ...`. .. ... , ; : ! ? % € ( ) ¿ ¡ 1 2a 10 3.o 。 「 」 / &`.split(' '),
  ...[' ', ' ', ' ', ' ', '\n', '\u00A0', '\u202F', '\u2028', '\uFFFC', '  '],
);
const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));

test('setting twice is setting once, in every language', () => {
  fc.assert(
    fc.property(text, fc.constantFrom(...tags), (typed, lang) => {
      const once = setParagraph(typed, lang);
      assert.equal(seen(setParagraph(once, lang)), seen(once), `${lang}: ${JSON.stringify(typed)}`);
    }),
    { numRuns: Number(process.env['RUNS'] ?? 3000), seed: Number(process.env['SEED'] ?? 1) },
  );
});

/** The text without white space, quotation marks, primes, dashes and dots. */
const bare = (text: string) => text.replace(/[\s"'′″“”‘’„‚«»‹›「」『』׳״—–⸺⸻.…。-]/gu, '');

test('letters, figures and other marks stay as they are, in every language', () => {
  fc.assert(
    fc.property(text, fc.constantFrom(...tags), (typed, lang) => {
      assert.equal(bare(setParagraph(typed, lang, { rules: { ordinals: false } })), bare(typed));
    }),
    { numRuns: 3000, seed: 2 },
  );
});
