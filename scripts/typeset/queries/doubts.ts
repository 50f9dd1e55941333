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
 * From this likelihood on of being wrong a reading is told as doubtful: the least, in thousandths, with which at most 15 lines are told for
 * 10,000 marks in American and in British editions. Chosen, as the likelihood, on forty-five novels that the weights were learned from, each
 * set with weights learned without it.
 */
export const doubtful = 0.006;

/**
 * How likely a reading is wrong, by its margin in nats: how much more plausible the best way through the block is than
 * the best one that prints another glyph. A logistic curve.
 */
export function likelihoodOfError(margin: number): number {
  return 1 / (1 + Math.exp(0.49 + 0.82 * margin));
}

/** A mark that could be read another way. */
interface Doubt extends Doubted {
  readonly reading: Reading;
  readonly other: Reading;
  readonly around: string;
}

/** The doubtful marks of a located passage. */
function doubtsOf(located: LocatedPassage, locate: Locate): readonly Doubt[] {
  const { passage, composed } = located;
  const { read } = composed;
  if (!read?.marks.some(({ fixed }) => !fixed)) return [];
  const margins = read.reached.margins();
  const { text, lang } = passage;
  return read.marks.flatMap(({ fixed, at, key }, mark): readonly Doubt[] => {
    const reading = read.reached.readings[mark];
    const isSure = likelihoodOfError(margins[mark] ?? Number.POSITIVE_INFINITY) < doubtful && !read.isGuess(mark);
    if (fixed || !reading || isSure) return [];
    const around = text.slice(at, Math.min(wordEnd(text, at + 1), at + 20));
    const beforeWord = around.length > 1;
    const other: Reading = reading !== 'open' ? 'open' : key === "'" && beforeWord ? 'apostrophe' : 'close';
    return [{ text, at, key, place: locate(located, at), locale: localeOf(lang), reading, other, around }];
  });
}

/** A hint at each doubtful mark; one at a word that is doubtful in several places says in how many. */
export function doubtQueries(locatedPassages: readonly LocatedPassage[], locate: Locate): readonly Problem[] {
  const doubts = locatedPassages.flatMap((located) => doubtsOf(located, locate));
  const times = new Map<string, number>();
  for (const { around } of doubts) times.set(around.toLowerCase(), (times.get(around.toLowerCase()) ?? 0) + 1);
  return doubts.map((each) => {
    const { key, locale, reading, other, around } = each;
    const doubt = problem(
      'typography-doubt',
      each.place,
      `“${around}” is set with ${told(key, reading, locale)}; it could also ${otherwise(each)}`,
      hintFor(key, around.slice(1), times.get(around.toLowerCase()) ?? 1),
    );
    const choices = choicesOf(each, [reading, other]);
    return choices ? { ...doubt, choices } : doubt;
  });
}

/** What else a mark could do, with the words that it would do it to. */
function otherwise({ text, at, key, locale, other }: Doubt): string {
  const glyph = glyphOf(key, other, locale);
  if (other === 'apostrophe')
    return `be an apostrophe, where letters are left out: ${glyph}${text.slice(at + 1, wordEnd(text, at + 1))}.`;
  if (other === 'open') {
    const words = /^.{0,24}(?!\S)|^.{0,24}/u.exec(text.slice(at + 1))?.[0] ?? '';
    return `open a quotation: ${glyph}${words.replace(/[^\p{L}\p{N}]+$/u, '')}…`;
  }
  return `close a quotation: …${/(?<!\S).{0,24}$|.{0,24}$/u.exec(text.slice(0, at))?.[0] ?? ''}${glyph}.`;
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

function hintFor(key: Key, word: string, times: number): string {
  const byMark = 'Type the curly mark itself to settle it';
  if (!isElision(key, word)) return `${byMark}.`;
  if (times > 1)
    return `The word is in doubt ${times} times, and one answer settles all: list “’${word}” under typography.elisions if it always loses letters. ${byMark} in one place.`;
  return `${byMark}, or list “’${word}” under typography.elisions if it always loses letters.`;
}
