/**
 * Indented lines: paragraphs and poems in a story, code in a manual. In: a text, its lines, and whether it has other code.
 * Out: which lines are words, which are verse, which begin paragraphs, and what is in doubt.
 */
import { kindOf, type Line } from './lines.ts';
import type { Findings } from './prose-lines.ts';
import { beginsSentence, endsSentence, isSentence, isSpoken, looksLikeCode } from './sentences.ts';

type Nature = 'prose' | 'code' | 'unclear';

/** Finds them; asides and the bases of lines must be known. */
export function findIndented(text: string, lines: readonly Line[], hasFences: boolean, found: Findings): void {
  const pieces = piecesOf(lines, found);
  const natures = pieces.map(({ rows, more }) => natureOf([...rows, ...more].map(({ text }) => text)));
  const isProse = natures.includes('prose');
  const hasCode = hasFences || natures.includes('code');
  for (const [at, { rows, more }] of pieces.entries()) {
    const nature = natures[at];
    const [first] = rows;
    if (!first || nature === 'code') continue;
    const isVerse = more.length === 0 && areVerse(rows);
    // With code elsewhere an indented line that is no sentence is more of it.
    const isWords =
      nature === 'prose' || (!hasCode && (isVerse || beginsSentence(first.text) || (isProse && first.base === 0)));
    if (!isWords) {
      if (!hasCode) found.guesses.push({ habit: 'indented-code-doubt', line: first.number });
      continue;
    }
    const isSure = nature === 'prose' || isProse || isVerse;
    const habit = !isSure ? 'indented-doubt' : isVerse ? 'indented-verse' : 'indented-words';
    found.guesses.push({ habit, line: first.number });
    for (const { number } of rows) found.words.add(number);
    if (isVerse) keepSteps(text, rows, first, found);
  }
}

/** Notes a stanza, and how far in each of its lines stands. */
function keepSteps(text: string, rows: readonly Line[], first: Line, found: Findings): void {
  found.verse.add(first.number);
  const margin = rows.reduce((least, { indent }) => Math.min(least, indent), first.indent);
  for (const { start, from: end, indent } of rows) {
    // A tab is one character, and the book's step is as wide.
    const more = text.charAt(end - 1) === '\t' ? (indent - margin) / 4 : indent - margin;
    if (more > 0) found.indents.push({ start: Math.max(start, end - Math.ceil(more)), end });
  }
}

interface Piece {
  readonly rows: readonly Line[];
  /** The line that stands right below them, not set in. */
  readonly more: readonly Line[];
}

/** Runs of lines that CommonMark takes for code, parted at blank lines: not those that go on a paragraph. */
function piecesOf(lines: readonly Line[], found: Findings): readonly Piece[] {
  const pieces: { rows: Line[]; more: Line[] }[] = [];
  let isOpen = false;
  let inParagraph = false;
  for (const line of lines) {
    const kind = kindOf(line);
    const isIndented = kind !== 'blank' && kind !== 'aside' && line.indent - line.base >= 4;
    if (isIndented && !inParagraph) {
      if (isOpen) pieces.at(-1)?.rows.push(line);
      else pieces.push({ rows: [line], more: [] });
      isOpen = true;
      continue;
    }
    if (isOpen && kind === 'text') pieces.at(-1)?.more.push(line);
    isOpen = false;
    inParagraph =
      kind !== 'blank' && kind !== 'aside' && kind !== 'heading' && kind !== 'rule' && !found.breaks.has(line.number);
  }
  return pieces;
}

function natureOf(lines: readonly string[]): Nature {
  if (lines.some(looksLikeCode)) return 'code';
  const words = lines.join(' ');
  if (lines.some(isSentence) || (beginsSentence(words) && endsSentence(words) && /\s/.test(words))) return 'prose';
  return 'unclear';
}

/** Short lines that each begin as a verse does, or that are shorter than anybody wraps prose; not sentences one and all. */
function areVerse(piece: readonly Line[]): boolean {
  if (piece.length < 2 || piece.some(({ text }) => text.length > 65)) return false;
  const begun = piece.filter(({ text }) => beginsSentence(text)).length;
  const isNarrow = piece.length > 2 && piece.every(({ text }) => text.length <= 40);
  return (isNarrow || begun * 3 >= piece.length * 2) && !piece.slice(0, -1).every(({ text }) => endsSentence(text));
}

/** Lines that are set in below the end of a sentence: each begins a paragraph, though no blank line says so. */
export function findIndentedStarts(lines: readonly Line[], found: Findings): void {
  let above: Line | undefined;
  let isVerse = false;
  for (const line of lines) {
    const isText = kindOf(line) === 'text' && !found.breaks.has(line.number);
    if (above && isText && !isVerse && above.quotes === line.quotes && line.indent - line.base >= 2) {
      const isDeeper = line.indent > above.indent || found.words.has(line.number);
      if ((isDeeper || above.indent === line.indent) && endsSentence(above.text) && opens(line.text))
        found.starts.add(line.number);
    }
    if (!isText) isVerse = false;
    if (found.verse.has(line.number)) isVerse = true;
    above = isText ? line : undefined;
  }
}

const opens = (text: string): boolean => beginsSentence(text) || isSpoken(text);
