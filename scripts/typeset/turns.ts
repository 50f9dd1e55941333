/**
 * Reads quotation marks by turns, for languages where they touch the words around them: what stands beside a mark tells nothing there.
 * In: the marks of a block. Out: readings, one opening, one closing. Refuses to know: evidence.
 */
import type { Reading } from './grammar.ts';
import type { Mark } from './marks.ts';
import type { Reached } from './search.ts';

const latin = /[\p{Script=Latin}\p{N}]/u;

/** Reads marks by turns, each key by itself; a mark inside a Latin word is an apostrophe. */
export function readByTurns(text: string, marks: readonly Mark[]): Reached {
  const open = { '"': false, "'": false };
  const readings = marks.map(({ at, key, fixed }): Reading => {
    if (key === "'" && latin.test(text.charAt(at - 1)) && latin.test(text.charAt(at + 1))) return 'apostrophe';
    open[key] = fixed ? fixed === 'open' : !open[key];
    return open[key] ? 'open' : 'close';
  });
  return {
    readings,
    open: `${open['"'] ? 'D' : ''}${open["'"] ? 'S' : ''}`,
    margins: () => marks.map(() => Number.POSITIVE_INFINITY),
  };
}
