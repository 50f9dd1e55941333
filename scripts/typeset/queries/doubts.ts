/**
 * Asks about marks that could well be read another way.
 * In: located passages. Out: a hint at each such mark, with both readings and how to settle it.
 */
import { type Problem, problem } from '../../report/problem.ts';
import type { Locale } from '../languages/languages.ts';
import { localeOf } from '../languages/locales.ts';
import type { Key, Reading } from '../quotes/grammar.ts';
import { glyphOf } from '../quotes/quotes.ts';
import { wordEnd } from '../text/characters.ts';
import type { Locate, LocatedPassage } from './located-passage.ts';

/**
 * Below this margin a reading is told as doubtful, in nats: how much more plausible the best way through the block is
 * than the best one that prints another glyph. Chosen on novels that the weights had not seen (bench/typography).
 */
export const doubtful = 3.7;

/** The doubtful marks of a located passage, by their index. */
function doubtsOf({ composed: { read } }: LocatedPassage): readonly number[] {
  if (!read?.marks.some(({ fixed }) => !fixed)) return [];
  const margins = read.reached.margins();
  return read.marks.flatMap(({ fixed }, mark) =>
    fixed || (margins[mark] ?? Number.POSITIVE_INFINITY) >= doubtful ? [] : [mark],
  );
}

/** A hint at each doubtful mark. */
export function doubtQueries(locatedPassages: readonly LocatedPassage[], locate: Locate): readonly Problem[] {
  return locatedPassages.flatMap((located) =>
    doubtsOf(located).flatMap((mark) => {
      const { passage, composed } = located;
      const at = composed.read?.marks[mark]?.at;
      const key = composed.read?.marks[mark]?.key;
      const reading = composed.read?.reached.readings[mark];
      if (at === undefined || !key || !reading) return [];
      const locale = localeOf(passage.lang);
      const around = passage.text.slice(at, Math.min(wordEnd(passage.text, at + 1), at + 20));
      const beforeWord = around.length > 1;
      const other: Reading = reading !== 'open' ? 'open' : key === "'" && beforeWord ? 'apostrophe' : 'close';
      return [
        problem(
          'typography-doubt',
          locate(located, at),
          `“${around}” is set with ${told(key, reading, locale)}; it could be ${told(key, other, locale)}.`,
          hintFor(key, around.slice(1)),
        ),
      ];
    }),
  );
}

function told(key: Key, reading: Reading, locale: Locale): string {
  const glyph = glyphOf(key, reading, locale);
  if (reading === 'apostrophe') return `${glyph}, an apostrophe`;
  return `${glyph}, which ${reading === 'open' ? 'opens' : 'closes'} a quotation`;
}

function hintFor(key: Key, word: string): string {
  const named = key === "'" && /^\p{L}+$/u.test(word);
  return `Type the curly mark itself to settle it${named ? `, or list “’${word}” under typography.elisions if it always loses letters` : ''}.`;
}
