/**
 * Asks about marks that could well be read another way.
 * In: located passages. Out: a hint at each such mark, with both readings and how to settle it.
 */
import { type Choice, type Place, type Problem, problem } from '../../report/problem.ts';
import type { Locale } from '../languages/languages.ts';
import { localeOf } from '../languages/locales.ts';
import type { Key, Reading } from '../quotes/grammar.ts';
import { findMarks, markShapes } from '../quotes/quote-marks.ts';
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
      const place = locate(located, at);
      const doubt = problem(
        'typography-doubt',
        place,
        `“${around}” is set with ${told(key, reading, locale)}; it could be ${told(key, other, locale)}.`,
        hintFor(key, around.slice(1)),
      );
      const choices = choicesOf({ text: passage.text, at, key, place, locale }, [reading, other]);
      return [choices ? { ...doubt, choices } : doubt];
    }),
  );
}

interface Doubted {
  readonly text: string;
  readonly at: number;
  readonly key: Key;
  readonly place: Place;
  readonly locale: Locale;
}

/** What settles a doubt for each reading; none where the mark’s own place is not known, or no mark tells the readings apart. */
function choicesOf({ text, at, key, place, locale }: Doubted, readings: readonly Reading[]): Choice[] | undefined {
  const { path, start } = place;
  if (start?.offset === undefined) return undefined;
  const glyphs = readings.map((reading) => glyphOf(key, reading, locale));
  const areTold = glyphs.every((glyph) => findMarks(glyph, undefined, markShapes(locale))[0]?.fixed !== undefined);
  if (!areTold || new Set(glyphs).size < glyphs.length) return undefined;
  const end = { line: start.line, column: start.column + 1, offset: start.offset + 1 };
  const word = text.slice(at + 1, wordEnd(text, at + 1));
  const before = word === '' ? (/[\p{L}\p{N}\p{M}]{1,20}$/u.exec(text.slice(0, at))?.[0] ?? '') : '';
  return readings.map((reading, i) => {
    const glyph = glyphs[i] ?? '';
    return {
      shown: before + glyph + word.slice(0, 19),
      meaning:
        reading === 'apostrophe' ? 'an apostrophe' : reading === 'open' ? 'opens a quotation' : 'closes a quotation',
      replace: { place: { path, start, end }, old: text.charAt(at), text: glyph },
      ...(reading === 'apostrophe' && isElision(key, word) && { elision: `’${word.toLowerCase()}` }),
    };
  });
}

/** Whether what follows the mark could be a word that always loses its first letters. */
const isElision = (key: Key, word: string): boolean => key === "'" && /^\p{L}+$/u.test(word);

function told(key: Key, reading: Reading, locale: Locale): string {
  const glyph = glyphOf(key, reading, locale);
  if (reading === 'apostrophe') return `${glyph}, an apostrophe`;
  return `${glyph}, which ${reading === 'open' ? 'opens' : 'closes'} a quotation`;
}

function hintFor(key: Key, word: string): string {
  const named = isElision(key, word);
  return `Type the curly mark itself to settle it${named ? `, or list “’${word}” under typography.elisions if it always loses letters` : ''}.`;
}
