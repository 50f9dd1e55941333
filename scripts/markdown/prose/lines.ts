/**
 * The lines of a text with what stands before their words. In: a text. Out: lines, and which of them the parser gives no meaning.
 * One pass that grows with the text; refuses to know what any line is taken for.
 */
import { setPieceOf } from '../../book/directives.ts';
import { findDivs } from '../syntax/fenced-divs.ts';
import { findTables } from '../syntax/tables.ts';

export interface Line {
  /** From 1. */
  readonly number: number;
  readonly start: number;
  /** Where it ends, without its line end. */
  readonly end: number;
  /** The offset of its words. */
  readonly from: number;
  /** How many quotations it stands in. */
  readonly quotes: number;
  /** Columns of white space before its words, inside the quotations. */
  readonly indent: number;
  /** Its words, without white space at the ends; empty on a blank line. */
  readonly text: string;
  /** In raw HTML, in a set piece, or in code: nothing here is prose. */
  isAside: boolean;
  /** Where the text of the list item or note begins that it stands in, in columns; 0 outside. */
  base: number;
}

const prefix = /^(?: {0,3}> ?)+/;
const white = /^[ \t\u3000]*/;

/** Parts a text into lines, at every line end that CommonMark knows (§2.1). */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  const hasReturns = text.includes('\r');
  for (let start = 0; start <= text.length; ) {
    const feed = text.indexOf('\n', start);
    let end = feed < 0 ? text.length : feed;
    const back = hasReturns ? text.slice(start, end).indexOf('\r') : -1;
    if (back >= 0) end = start + back;
    lines.push(lineOf(text, start, end, lines.length + 1));
    start = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  markSetPieces(text, lines);
  for (const [first, { last }] of findTables(text))
    for (const each of lines.slice(first - 1, last)) each.isAside = true;
  markHtml(text, lines);
  return lines;
}

/** Verse, letters and chats have lines of their own; what stands in an author's note or in another div is prose. */
function markSetPieces(text: string, lines: readonly Line[]): void {
  for (const { name, line, lastLine } of findDivs(text).divs) {
    const piece = setPieceOf(name);
    if (!piece || piece.isProse) continue;
    for (const each of lines.slice(line - 1, lastLine)) each.isAside = true;
  }
}

function lineOf(text: string, start: number, end: number, number: number): Line {
  const code = text.charCodeAt(start);
  const typed = text.slice(start, end);
  // Most lines begin with a letter, and the rest is for those that do not.
  if ((code > 0x3e && code !== 0x3000) || end === start)
    return { number, start, end, from: start, quotes: 0, indent: 0, text: typed.trimEnd(), isAside: false, base: 0 };
  const quoted = prefix.exec(typed)?.[0] ?? '';
  const inner = typed.slice(quoted.length);
  const spaces = white.exec(inner)?.[0] ?? '';
  let indent = 0;
  for (const space of spaces) indent += space === '\t' ? 4 - (indent % 4) : space === ' ' ? 1 : 2;
  return {
    number,
    start,
    end,
    from: start + quoted.length + spaces.length,
    quotes: quoted.length - quoted.replaceAll('>', '').length,
    indent,
    text: inner.trim(),
    isAside: false,
    base: 0,
  };
}

/** Raw HTML that goes on over blank lines (CommonMark §4.6): comments, and elements whose text is not prose; formulas of several lines. */
function markHtml(text: string, lines: readonly Line[]): void {
  const lastFormula = text.lastIndexOf('$$');
  let until: string | undefined;
  for (const line of lines) {
    let { text: rest } = line;
    if (until === undefined && line.indent < 4) {
      const isTag = rest.startsWith('<');
      const element = isTag && /^<(pre|script|style|textarea)(?=[\s>]|$)/i.exec(rest)?.[1]?.toLowerCase();
      if (element) until = `</${element}>`;
      else if (isTag && rest.startsWith('<!--')) until = '-->';
      else if (rest.startsWith('$$') && line.end < lastFormula) {
        until = '$$';
        rest = rest.slice(2);
      }
    }
    if (until === undefined) continue;
    line.isAside = true;
    if (rest.toLowerCase().includes(until)) until = undefined;
  }
}

/** What a line is to CommonMark, as far as prose needs to know. */
type LineKind = 'blank' | 'aside' | 'heading' | 'rule' | 'item' | 'other' | 'text';

/** What a line that is no paragraph’s begins with. */
const meaningful: ReadonlySet<string> = new Set('#-*_+0123456789[|<:`~');

const marker = /^(?:[-*+]|\d{1,9}[.)]|\[\^[^\]\s]{1,80}\]:)(?=[ \t]|$)/;

/** The same, and what begins what is said of a term. */
const holder = new RegExp(`${marker.source}|^:(?=[ \\t])`);

/** Tells a line's kind by how it begins; `other` is a table, raw HTML, a definition, a set piece. */
export function kindOf({ text, isAside }: Line): LineKind {
  if (text === '') return 'blank';
  if (isAside) return 'aside';
  if (!meaningful.has(text.charAt(0))) return 'text';
  if (/^#{1,6}(?=\s|$)/.test(text)) return 'heading';
  if (/^([-*_])(?:\s*\1){2,}$/.test(text)) return 'rule';
  if (marker.test(text)) return 'item';
  return /^(?:[|<]|:{3}|:\s|```|~~~|\[[^\]]+\]:)/.test(text) ? 'other' : 'text';
}

/** The text of a line after the marks of a list item or note. */
export const afterMarker = ({ text }: Line): string => text.replace(marker, '').trim();

/** Finds what list item, note or definition each line stands in; lines whose marks are words hold nothing. */
export function markBases(lines: readonly Line[], unlisted: ReadonlySet<number>): void {
  let open: number[] = [];
  let wasBlank = true;
  let quotes = 0;
  for (const line of lines) {
    if (line.text === '') {
      wasBlank = true;
      continue;
    }
    if (line.quotes !== quotes) open = [];
    quotes = line.quotes;
    // Without a blank line above it a paragraph's line may stand further to the left.
    const mark = meaningful.has(line.text.charAt(0)) ? holder.exec(line.text)?.[0] : undefined;
    if (wasBlank || mark !== undefined) open = open.filter((base) => line.indent >= base);
    line.base = open.at(-1) ?? 0;
    wasBlank = false;
    if (mark === undefined || line.isAside || unlisted.has(line.number) || line.indent - line.base >= 4) continue;
    const spaces = /^\s*/.exec(line.text.slice(mark.length))?.[0].length ?? 0;
    const isNote = mark.startsWith('[');
    open.push(isNote ? line.indent + 4 : line.indent + mark.length + (spaces >= 1 && spaces <= 4 ? spaces : 1));
  }
}
