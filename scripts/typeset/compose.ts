/**
 * Sets a run of passages: what is to change in each, and which marks are a close call.
 * In: passages in reading order. Out: edits and doubts, passage by passage. Refuses to know: where passages come from and go to.
 */
import type { Typography } from '../book/metadata.ts';
import { setDashes } from './dashes.ts';
import { type Edit, ordered } from './edits.ts';
import { setEllipses } from './ellipses.ts';
import type { Evidence } from './features.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import { quoteMarksOf } from './locales.ts';
import type { Passage } from './passages.ts';
import { curlEdits, openingMarks, primaryOf, type ReadMarks, readMarks } from './quotes.ts';
import { countWords } from './words.ts';

/** Sets one passage; `next` is the text of the one that follows. */
export type Compositor = (passage: Pick<Passage, 'text' | 'lang' | 'literal'>, next?: string) => Composed;

export interface Composed {
  /** In order, none overlapping another. */
  readonly edits: readonly Edit[];
  readonly read: ReadMarks | undefined;
}

const untouched: Composed = { edits: [], read: undefined };

/** Makes a compositor for a book: it has read all the passages before it sets the first. */
export function compositor(passages: readonly Passage[], typography: Pick<Typography, 'elisions'>): Compositor {
  const primary = primaryOf(passages.map(({ text }) => text));
  const book = countWords(() => passages.map(({ text }) => text));
  const lexicons = new Map<string, Lexicon>();
  const evidenceIn = (lang: string): Evidence => {
    const lexicon = lexicons.get(lang) ?? lexiconOf(lang, typography.elisions);
    lexicons.set(lang, lexicon);
    return { primary, book, lexicon };
  };
  return ({ text, lang, literal }, next = '') => {
    if (!/["'‘’“”\-–]|\.[ .]/.test(text)) return untouched;
    const read = readMarks(text, evidenceIn(lang), openingMarks(next), literal);
    const edits = ordered([
      ...curlEdits(read, quoteMarksOf(lang)),
      ...setDashes(text, literal),
      ...setEllipses(text, literal),
    ]);
    return { edits, read };
  };
}
