/** A tie: a space at which no line ends. */
import type { Edit } from '../text/edits.ts';

/** Ties what stands on either side of a space with one of another kind; answers with nothing where none stands at `at`, or one that is tied. */
export function tie(text: string, at: number, space = '\u00A0'): readonly Edit[] {
  const character = text.charAt(at);
  return character === ' ' || character === '\n' || character === '\t' ? [{ start: at, end: at + 1, text: space }] : [];
}
