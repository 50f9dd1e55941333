/**
 * Asks about what shouts: runs of ?!?!, and words in capitals. Nothing is changed: some writers mean it.
 * In: located passages in reading order. Out: one hint a file for each, at the first.
 */
import { type Problem, problem } from '../../report/problem.ts';
import type { Locate, LocatedPassage } from './located-passage.ts';

const runOfMarks = /[?!‽]{3,}|\?!\?|!\?!/g;
/** A word of five capitals or more, or several words of two and more: shorter ones alone are initials and names. */
const capitals =
  /(?<![\p{L}\p{N}])(?:\p{Lu}[\p{Lu}’']{4,40}|\p{Lu}{2,20}(?:[ ,]{1,2}\p{Lu}[\p{Lu}’']{1,20}){1,30})(?![\p{L}\p{N}])/gu;

/** Hints at emphatic marks and words in capitals, outside headings. */
export function emphasisQueries(locatedPassages: readonly LocatedPassage[], locate: Locate): readonly Problem[] {
  const marks = new Map<
    string,
    { times: number; readonly what: string; readonly located: LocatedPassage; readonly at: number }
  >();
  const words: typeof marks = new Map();
  for (const located of locatedPassages) {
    const { passage, path } = located;
    if (passage.block !== 'paragraph') continue;
    for (const [pattern, met] of [
      [runOfMarks, marks],
      [capitals, words],
    ] as const) {
      for (const match of passage.text.matchAll(pattern)) {
        const known = met.get(path);
        if (known) known.times++;
        else met.set(path, { times: 1, what: match[0], located, at: match.index });
      }
    }
  }
  const more = (times: number) => (times > 1 ? ` (and ${times - 1} more in this file)` : '');
  return [
    ...[...marks.values()].map(({ times, what, located, at }) =>
      problem(
        'marks-emphatic',
        locate(located, at),
        `Unexpected run of marks “${what.slice(0, 20)}”, expected one or two${more(times)}`,
      ),
    ),
    ...[...words.values()].map(({ times, what, located, at }) =>
      problem(
        'words-in-capitals',
        locate(located, at),
        `Unexpected words in capitals “${what.slice(0, 30)}”, expected emphasis or small capitals${more(times)}`,
        'For emphasis type *word*; for small capitals <span class="small-caps">Word</span>.',
      ),
    ),
  ];
}
