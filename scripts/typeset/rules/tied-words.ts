/** Words of one letter that are not left alone at the end of a line: “w domu”, “в доме”. */
import type { Setter } from '../text/copy.ts';
import type { Edit } from '../text/edits.ts';
import { withoutBlanks } from './whitespace.ts';

/** A mark may be typed or set here, and an apostrophe be among them. */
const quotes = `"'“”‘’„‚«»‹›`;
const patterns = new Map<string, RegExp>();

function patternOf(letters: string): RegExp {
  let pattern = patterns.get(letters);
  if (!pattern) {
    pattern = new RegExp(
      `(?<![\\p{L}\\p{N}\\p{M}\\uFFFC][-${quotes}]?)[${letters}][ \\t\\n]+(?=[(${quotes}]?[\\p{L}\\p{N}\\uFFFC])`,
      'giu',
    );
    patterns.set(letters, pattern);
  }
  return pattern;
}

/** The spaces behind one-letter words, as edits that make them no-break spaces. */
export const setTiedWords: Setter = ({ text, locale, follows }) => {
  if (!locale.tied || !follows('no-break')) return [];
  const edits: Edit[] = [];
  for (const { index, 0: tied } of text.matchAll(patternOf(locale.tied)))
    edits.push({ start: index + 1, end: index + 2, text: '\u00A0' }, ...withoutBlanks(index + 2, index + tied.length));
  return edits;
};
