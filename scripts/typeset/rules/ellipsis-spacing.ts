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
  const glyphs = new Map(made.map((edit) => [edit.start, edit]));
  const edits: Edit[] = [];
  let last = { end: -1, opened: false };
  const space = (start: number, end: number, set: string): void => {
    if (text.slice(start, end) !== set && !isLiteral(copy, start, end)) edits.push({ start, end, text: set });
  };
  for (const { 0: whole, index } of text.matchAll(typed)) {
    const end = index + whole.length;
    const start = whole.startsWith('…') ? index : glyphAfter(index, end);
    if (start === undefined) continue;
    let from = start;
    while (white.test(text.charAt(from - 1))) from--;
    let to = end;
    while (white.test(text.charAt(to))) to++;
    const before = glyphs.get(from - 1)?.text ?? text.charAt(from - 1);
    const first = from === 0 || before === '\u2028';
    const goesOn = from === last.end;
    last = { end, opened: goesOn ? last.opened : isOpening(before, locale) };
    if (!first && !goesOn && !last.opened) space(from, start, bound);
    const next = glyphs.get(to)?.text ?? text.charAt(to);
    if (next.startsWith('…')) continue;
    if (/^[.,;!?]/.test(next)) space(end, to, hair);
    else if (next === '' || closing.has(kindAt(text, to))) continue;
    else if (last.opened) space(end, to, '\u00A0');
    else if (to === end && kindAt(text, to) === 'word') space(end, to, ' ');
  }
  return edits;

  function glyphAfter(place: number, limit: number): number | undefined {
    for (let at = place; at < limit; at++) if (glyphs.get(at)?.text.startsWith('…')) return at;
    return undefined;
  }
}

function isOpening(glyph: string, { outer, inner }: Locale): boolean {
  return [outer, inner].some(([open, close]) => glyph === open && open !== close) || glyph === '(' || glyph === '[';
}
