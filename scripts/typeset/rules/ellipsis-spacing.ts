/**
 * An ellipsis is set off as Standard Ebooks sets it off: from the word before by a hair space at which no line ends,
 * from the one behind by a space, from a stop behind by a hair space.
 */
import type { Locale } from '../languages/languages.ts';
import { type Kind, kindAt } from '../text/characters.ts';
import { type Copy, isLiteral } from '../text/copy.ts';
import type { Edit } from '../text/edits.ts';

const hair = '\u200A';
const bound = `\u2060${hair}\u2060`;
const typed = /\.(?:[ \t]*\.){2,}|…+/g;
/** Nothing stands between an ellipsis and one of these. */
const closing: ReadonlySet<Kind> = new Set(['quote', 'stop', 'dash']);
const white = /[ \n\t\u00A0\u200A\u202F\u2060]/;

/** The space around ellipses, as edits; `made` says where one comes to stand. */
export function setEllipsisSpacing(copy: Copy, made: readonly Edit[]): readonly Edit[] {
  const { text, locale } = copy;
  if (!/…|\.[ \t.]/.test(text) || !copy.follows('ellipsis-spacing')) return [];
  const glyphs = new Map(made.map((edit) => [edit.start, edit.text]));
  const glyphAt = (at: number): string => glyphs.get(at) ?? text.charAt(at);
  const edits: Edit[] = [];
  let last = { end: -1, opened: false };
  const space = (start: number, end: number, set: string | undefined): void => {
    if (set !== undefined && text.slice(start, end) !== set && !isLiteral(copy, start, end))
      edits.push({ start, end, text: set });
  };
  for (const { 0: whole, index } of text.matchAll(typed)) {
    const end = index + whole.length;
    let start = index;
    while (start < end && !glyphAt(start).startsWith('…')) start++;
    if (start === end) continue; // these stay stops
    let from = start;
    while (white.test(text.charAt(from - 1))) from--;
    let to = end;
    while (white.test(text.charAt(to))) to++;
    const before = glyphAt(from - 1);
    const isFirst = from === 0 || before === '\u2028';
    const goesOn = from === last.end;
    last = { end, opened: goesOn ? last.opened : isOpening(before, locale) };
    if (!isFirst && !goesOn && !last.opened) space(from, start, bound);
    space(end, to, spaceBehind(glyphAt(to), kindAt(text, to), last.opened, to === end));
  }
  return edits;
}

/** The space between an ellipsis and what is behind it; none where it stays as it is. */
function spaceBehind(next: string, kind: Kind, opened: boolean, touches: boolean): string | undefined {
  if (next === '' || next.startsWith('…')) return undefined;
  if (/^[.,;!?]/.test(next)) return hair;
  if (closing.has(kind)) return undefined;
  if (opened) return '\u00A0';
  return touches && kind === 'word' ? ' ' : undefined;
}

function isOpening(glyph: string, { outer, inner }: Locale): boolean {
  return [outer, inner].some(([open, close]) => glyph === open && open !== close) || glyph === '(' || glyph === '[';
}
