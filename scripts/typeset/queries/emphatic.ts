/**
 * Asks about what shouts: runs of ?!?!, and words in capitals. Nothing is changed: some writers mean it.
 * In: located passages in reading order. Out: a hint at each.
 */
import { type Problem, problem } from '../../report/problem.ts';
import type { Locate, LocatedPassage } from './located-passage.ts';

const runOfMarks = /[?!‽]{3,}|\?!\?|!\?!/g;
/** A word of five capitals or more, or several words of two and more: shorter ones alone are initials and names. */
const capitals = () =>
  /(?<![\p{L}\p{N}])(?:\p{Lu}[\p{Lu}’']{4,40}|\p{Lu}{2,20}(?:[ ,]{1,2}\p{Lu}[\p{Lu}’']{1,20}){1,30})(?![\p{L}\p{N}])/gu;

/** What both begin with, found fastest: few paragraphs have two marks, or two letters that may be capitals. */
const begins =
  /[A-Z\u00C0-\u1FFF\u2100-\uFFFF](?:[A-Z\u00C0-\u1FFF\u2100-\uFFFF]|[’'][A-Z’'\u00C0-\u1FFF\u2100-\uFFFF])|[?!‽]{2}/;

/** Hints at emphatic marks and words in capitals, outside headings. */
export function emphasisQueries(locatedPassages: readonly LocatedPassage[], locate: Locate): readonly Problem[] {
  return locatedPassages.flatMap((located) => {
    const { block, text, inCapitals } = located.passage;
    if (block !== 'paragraph' || !begins.test(text)) return [];
    const marks = [...text.matchAll(runOfMarks)].map(({ 0: what, index }) =>
      problem(
        'marks-emphatic',
        locate(located, index),
        `“${what.slice(0, 20)}” is a long run of marks; the book has it as it is.`,
        'One or two of them are enough.',
      ),
    );
    const words = (inCapitals ? [] : [...text.matchAll(capitals())]).map(({ 0: what, index }) =>
      problem(
        'words-in-capitals',
        locate(located, index),
        `“${what.slice(0, 30)}” is in capitals; the book has it as it is.`,
        'For emphasis type *word*; for small capitals [Word]{.smallcaps}.',
      ),
    );
    return [...marks, ...words];
  });
}
