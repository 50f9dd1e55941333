/**
 * Copy: what the trade calls a text that is to be set, with all that a rule may know of it.
 * A setter is one rule of the craft: it names the changes it wants to a text and knows nothing of the others.
 */
import type { HouseStyle, TypographyRule } from '../../book/house-styles.ts';
import type { Locale } from '../languages/languages.ts';
import type { Reading } from '../quotes/grammar.ts';
import type { Edit } from './edits.ts';
import type { Passage } from './passages.ts';

export interface Copy {
  readonly text: string;
  /** BCP 47. */
  readonly lang: string;
  readonly locale: Locale;
  /** What it is the text of; `line` for one that stands in no block, such as a title in the metadata. */
  readonly block: Passage['block'] | 'line';
  /** Offsets of characters that stay as the author typed them. */
  readonly literal: ReadonlySet<number> | undefined;
  /** What the typewriter's mark at an offset was read as; not for the rules that come before reading. */
  readonly reading?: (at: number) => Reading | undefined;
  /** The house whose style it is set in, where houses do one thing in two ways. */
  readonly style: HouseStyle;
  /** Whether the book follows a rule. */
  follows(rule: TypographyRule): boolean;
}

/** Names the changes of one rule, or of a few that belong together, in a text as typed or as already set. */
export type Setter = (copy: Copy) => readonly Edit[];

/** A setter that works on what the others have made: it sees their changes besides the text. */
export type Finisher = (copy: Copy, made: readonly Edit[]) => readonly Edit[];

/** Whether a text is in a language, in any country’s form of it. */
export function isIn({ lang }: Pick<Copy, 'lang'>, language: string): boolean {
  const tag = lang.toLowerCase();
  return tag === language || tag.startsWith(`${language}-`);
}

/** Whether any character of a span stays as typed. */
export function isLiteral({ literal }: Pick<Copy, 'literal'>, start: number, end: number): boolean {
  if (!literal) return false;
  for (let at = start; at < end; at++) if (literal.has(at)) return true;
  return false;
}
