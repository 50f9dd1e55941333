import type { Primary } from './grammar.ts';
import type { Lexicon } from './lexicon.ts';
import type { Words } from './words.ts';

/** What is known beyond the passage itself. */
export interface Evidence {
  readonly primary: Primary;
  /** The words of the book. */
  readonly book: Words;
  /** The words of the language. */
  readonly lexicon: Lexicon;
}
