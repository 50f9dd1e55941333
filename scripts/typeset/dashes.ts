/**
 * Dashes typed as hyphens become em dashes, set close.
 */

import { kindAt } from './characters.ts';
import { type Copy, isLiteral } from './copy.ts';
import type { Edit } from './edits.ts';

const typed = /(?<![-–—])(?:-{2,6}|[-–])(?![-–—])/g;

/** Typed dashes of a text, as edits; the spaces beside one are edits of their own, since they may lie in other nodes. */
export function setDashes(copy: Copy): readonly Edit[] {
  const { text } = copy;
  if (!copy.follows('dashes') || !/[-–]/.test(text)) return [];
  const edits: Edit[] = [];
  for (const match of text.matchAll(typed)) {
    const length = match[0].length;
    const at = match.index;
    if (isLiteral(copy, at, at + length)) continue;
    let start = at;
    while (isSpace(text, start - 1)) start--;
    let end = at + length;
    while (isSpace(text, end)) end++;
    if (length === 1 && !isPause(text, start, at, end)) continue;
    // Two hyphens or three are an em dash; four and six stand for a word that is not told.
    const glyph = length < 4 ? '—' : length < 6 ? '⸺' : '⸻';
    if (length < 4) for (let i = start; i < at; i++) edits.push({ start: i, end: i + 1, text: '' });
    edits.push({ start: at, end: at + length, text: glyph });
    if (length < 4) for (let i = at + length; i < end; i++) edits.push({ start: i, end: i + 1, text: '' });
  }
  return edits;
}

function isSpace(text: string, at: number): boolean {
  const character = text.charAt(at);
  return character === ' ' || character === '\n' || character === '\t' || character === '\u00A0';
}

/** Whether a single hyphen or en dash stands for a pause: space on both sides, or on one and a quotation's edge on the other. */
function isPause(text: string, start: number, at: number, end: number): boolean {
  const spaceBefore = at > start;
  const spaceAfter = end > at + 1;
  const left = kindAt(text, start - 1);
  const right = kindAt(text, end);
  if (spaceBefore && spaceAfter) return !(isDigit(text, start - 1) && isDigit(text, end));
  if (spaceBefore) return right === 'quote' || right === 'stop' || end === text.length;
  if (spaceAfter) return left === 'quote' || left === 'opener' || (start === 0 && at === 0);
  return left === 'quote' && (right === 'quote' || right === 'stop');
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}
