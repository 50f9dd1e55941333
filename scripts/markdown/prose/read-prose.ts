/**
 * What an author of prose means by lines that have another meaning in CommonMark, or none.
 * In: a text, and whether its language opens speech with a dash. Out: how its lines are read, and what was guessed.
 * Looks at lines only, in time that grows with the text; the parser and `shape-tree.ts` do the rest.
 */
import { findGaps } from './gaps.ts';
import { findIndented, findIndentedStarts } from './indents.ts';
import { linesOf, markBases } from './lines.ts';
import { findUnlisted } from './lists.ts';
import { findLineParagraphs } from './paragraph-lines.ts';
import type { Findings, ProseLines } from './prose-lines.ts';
import { findFences, findMarks } from './typed-breaks.ts';

/** Reads the lines of a text. */
export function readProse(text: string, { speaks }: { readonly speaks: boolean }): ProseLines {
  const lines = linesOf(text);
  const found: Findings = {
    breaks: new Set(),
    words: new Set(),
    verse: new Set(),
    unlisted: new Set(),
    starts: new Set(),
    gaps: new Set(),
    indents: [],
    guesses: [],
  };
  markBases(lines, found.unlisted);
  const hasCode = findFences(lines, found);
  findUnlisted(lines, speaks, found);
  if (hasCode || found.unlisted.size > 0) markBases(lines, found.unlisted);
  findMarks(lines, found);
  findIndented(text, lines, hasCode, found);
  findIndentedStarts(lines, found);
  findLineParagraphs(lines, found);
  findGaps(lines, found);
  return found;
}

/** A text in which the spaces before lines of verse are such as Markdown keeps. Every offset stays. */
export function keepIndents(text: string, { indents }: ProseLines): string {
  let kept = '';
  let done = 0;
  for (const { start, end } of indents) {
    const spaces = text.slice(start, end).replaceAll(' ', '\u00A0').replaceAll('\t', '\u2003');
    kept += text.slice(done, start) + spaces;
    done = end;
  }
  return done === 0 ? text : kept + text.slice(done);
}
