/**
 * Reads quotation marks by turns, for languages where they touch the words around them: what stands beside a mark tells nothing there.
 * In: the marks of a block. Out: readings, one opening, one closing.
 */
import { type Reading, type State, states } from './grammar.ts';
import type { Mark } from './quote-marks.ts';
import type { Reached } from './viterbi.ts';

const latin = /[\p{Script=Latin}\p{N}]/u;

/** Reads marks by turns, each key by itself; a mark inside a Latin word is an apostrophe. */
export function alternateQuotes(text: string, marks: readonly Mark[]): Reached {
  const open = { '"': false, "'": false };
  const after: State[] = [];
  const readings = marks.map(({ at, key, fixed }): Reading => {
    const inWord = key === "'" && latin.test(text.charAt(at - 1)) && latin.test(text.charAt(at + 1));
    if (!inWord) open[key] = fixed ? fixed === 'open' : !open[key];
    after.push(open['"'] ? (open["'"] ? 'DS' : 'D') : open["'"] ? 'S' : '');
    return inWord ? 'apostrophe' : open[key] ? 'open' : 'close';
  });
  return {
    readings,
    states: after.map((state) => states.indexOf(state)),
    faults: marks.map(() => 'none'),
    open: after.at(-1) ?? '',
    margins: () => marks.map(() => Number.POSITIVE_INFINITY),
  };
}
