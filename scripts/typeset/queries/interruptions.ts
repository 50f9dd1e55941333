/**
 * Asks about hyphens at the edge of speech that could mean the other thing: “un-”, a part of a word, or “But-”, where somebody breaks off.
 * In: located passages. Out: a hint at each such hyphen, with both ways to settle it.
 */
import { type Problem, problem } from '../../report/problem.ts';
import { localeOf } from '../languages/locales.ts';
import { readingsOf } from '../quotes/quotes.ts';
import { interruptionAt, wordBefore } from '../rules/interruptions.ts';
import { wordEnd } from '../text/characters.ts';
import type { Locate, LocatedPassage } from './located-passage.ts';

/** A hyphen with a word on one side and none on the other. */
const edge = () => /-(?:(?<![\p{L}\p{N}\s-]-)(?=\p{L})|(?<=\p{L}-)(?![\p{L}\p{N}-]|$))/gu;

/** What in ASCII may be one: most hyphens stand inside a word, or are a dash. */
const mayBeEdge = /(?:^|[^A-Za-z\d\s-])-[^\s-]|-[^A-Za-z\d-]/;

/** A hint at each hyphen that may be a dash, and at each dash that may be a hyphen. */
export function interruptionQueries(locatedPassages: readonly LocatedPassage[], locate: Locate): readonly Problem[] {
  return locatedPassages.flatMap((located): readonly Problem[] => {
    const { passage, composed } = located;
    const { text, lang, block, literal } = passage;
    if (!mayBeEdge.test(text)) return [];
    const locale = localeOf(lang);
    const copy = { text, lang, block, locale, ...(composed.read && { reading: readingsOf(composed.read) }) };
    return [...text.matchAll(edge())].flatMap(({ index: at }) => {
      const meant = literal?.has(at) ? undefined : interruptionAt(copy, at);
      if (!meant || meant.isSure) return [];
      const place = locate(located, at);
      const { path, start } = place;
      const around = wordBefore(text, at) + text.slice(at, wordEnd(text, at + 1));
      const dash = locale.dash.glyph;
      const isDash = meant.stands === 'dash';
      const doubt = problem(
        'typography-doubt',
        place,
        `“${around}” is set with ${isDash ? 'a dash, where somebody breaks off; it could be a hyphen, as of a part of a word' : 'a hyphen, as of a part of a word; it could be a dash, where somebody breaks off'}.`,
        'Type -- for a dash, or \\- for a hyphen, to settle it.',
      );
      if (start?.offset === undefined) return [doubt];
      const end = { line: start.line, column: start.column + 1, offset: start.offset + 1 };
      const choice = (typed: string, glyph: string, meaning: string) => ({
        shown: around.replace('-', glyph),
        meaning,
        replace: { place: { path, start, end }, old: '-', text: typed },
      });
      const ways = [
        choice(dash, dash, 'a dash: somebody breaks off'),
        choice('\\-', '-', 'a hyphen: a part of a word'),
      ];
      return [{ ...doubt, choices: isDash ? ways : ways.reverse() }];
    });
  });
}
