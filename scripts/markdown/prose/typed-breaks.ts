/**
 * Scene breaks typed in ways that have another meaning in CommonMark: tildes, an underline below a sentence, a mark alone.
 * In: lines. Out: which are breaks, which lines are code, and what is in doubt.
 */
import { kindOf, type Line } from './lines.ts';
import type { Findings } from './prose-lines.ts';
import { areProse, looksLikeCode, titleLikeness } from './sentences.ts';

const fence = /^(?:(`{3,})[^`]*|(~{3,})(.*))$/;

/** Finds fences that hold code, and marks their lines; tildes between scenes are breaks. Answers whether there is code. */
export function findFences(lines: readonly Line[], found: Findings): boolean {
  let hasCode = false;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line || !/^[`~]/.test(line.text) || line.isAside || line.indent - line.base >= 4) continue;
    const [, ticks, tildes, info = ''] = fence.exec(line.text) ?? [];
    const mark = ticks ?? tildes;
    if (mark === undefined) continue;
    if (tildes !== undefined && isBreak(lines, at, tildes, info.trim(), found)) continue;
    hasCode = true;
    const end = endOfFence(lines, at, mark);
    for (let each = at; each <= Math.min(end, lines.length - 1); each++) {
      const inside = lines[each];
      if (inside) inside.isAside = true;
    }
    at = end;
  }
  return hasCode;
}

/** The index of the line that closes a fence, or of the last line that it reaches. */
function endOfFence(lines: readonly Line[], at: number, mark: string): number {
  const quotes = lines[at]?.quotes ?? 0;
  const closes = (text: string) =>
    text.startsWith(mark) && text.length === text.lastIndexOf(mark.charAt(0)) + 1 && !/[^`~]/.test(text);
  for (let each = at + 1; each < lines.length; each++) {
    const line = lines[each];
    if (!line || line.quotes < quotes) return each - 1;
    if (closes(line.text) && line.indent - line.base < 4) return each;
  }
  return lines.length - 1;
}

function isBreak(lines: readonly Line[], at: number, mark: string, info: string, found: Findings): boolean {
  const line = lines[at];
  if (!line) return false;
  const { number } = line;
  if (info !== '') {
    if (!/~{2,}$|^[~*\-=•·#+]/.test(info)) return false;
    // “~~~ * ~~~” is an ornament, and “~~~ The End ~~~” are words.
    if (/[\p{L}\p{N}]/u.test(info)) found.words.add(number);
    else addBreak(found, number, mark);
    return true;
  }
  const end = endOfFence(lines, at, mark);
  const closed = end > at && /^~{3,}$/.test(lines[end]?.text ?? '');
  const inside = lines.slice(at + 1, closed ? end : end + 1).map(({ text }) => text);
  const isProse = areProse(inside);
  const isTight = inside[0] !== '' && (!closed || inside.at(-1) !== '');
  const isCode = closed ? isTight || !isProse : inside.some(looksLikeCode) && !isProse;
  if (isCode && inside.some((text) => text !== '')) {
    if (isProse) found.guesses.push({ habit: 'fence-doubt', line: number, mark });
    return false;
  }
  addBreak(found, number, mark);
  return true;
}

function addBreak(found: Findings, line: number, mark: string): void {
  found.breaks.add(line);
  found.guesses.push({ habit: 'scene-break', line, mark });
}

/** A mark that is a break between lines of a paragraph too. */
const ornament = /^(?:[*~=+•·⁂❦◆◇★☆✦]\s*){1,40}$/u;

/** What any mark begins with. */
const marks: ReadonlySet<string> = new Set('#-*~=+•·⁂❦◆◇★☆✦');

/** Finds marks alone on a line, and underlines below what is no title. */
export function findMarks(lines: readonly Line[], found: Findings): void {
  const first = lines.findIndex(({ text }) => text !== '');
  for (const [at, line] of lines.entries()) {
    const { text, number } = line;
    if (!marks.has(text.charAt(0)) || text.length > 80 || line.isAside) continue;
    if (found.breaks.has(number) || line.indent - line.base >= 4) continue;
    if (isMark(lines, at, line, found) && (at > first || !text.startsWith('#'))) addBreak(found, number, text);
  }
}

/** Whether the only characters of a line are a break. */
function isMark(lines: readonly Line[], at: number, line: Line, found: Findings): boolean {
  const { text } = line;
  if (/^#{1,6}(?:\s+#+)?$/.test(text)) return true;
  const above = besides(lines, at, -1);
  const isBelowText = above !== undefined && kindOf(above) === 'text';
  if (isBelowText && /^(?:-+|=+)$/.test(text)) return isSentenceAbove(lines, at, found);
  if (/^[*+-](?:\s[*+-]){0,1}$/.test(text)) return !isEmptyItem(lines, at);
  return isBelowText && ornament.test(text) && kindOf(line) !== 'rule';
}

/** The line before or after, where it stands in the same quotation. */
function besides(lines: readonly Line[], at: number, by: -1 | 1): Line | undefined {
  const line = lines[at + by];
  return line && line.text !== '' && line.quotes === lines[at]?.quotes ? line : undefined;
}

/** Whether what stands above an underline is prose and no heading. */
function isSentenceAbove(lines: readonly Line[], at: number, found: Findings): boolean {
  const typed: string[] = [];
  let from = at - 1;
  // More lines than three are no title.
  for (; from >= 0 && typed.length < 4; from--) {
    const line = lines[from];
    if (!line || kindOf(line) !== 'text' || line.quotes !== lines[at]?.quotes || found.breaks.has(line.number)) break;
    typed.unshift(line.text);
  }
  const holder = lines[from];
  const [only = '', ...more] = typed;
  // An underline below an item of a list is a break or words to CommonMark.
  if (holder && kindOf(holder) === 'item') return false;
  const likeness = more.length > 2 ? undefined : titleLikeness([only, ...more].join(' '));
  if (likeness === 'perhaps') found.guesses.push({ habit: 'underline-doubt', line: at, mark: lines[at]?.text });
  return likeness === undefined;
}

/** Whether a mark alone is an item of a list around it that has no words yet, or has them in the next line. */
function isEmptyItem(lines: readonly Line[], at: number): boolean {
  const line = lines[at];
  const next = lines[at + 1];
  if (next && next.text !== '' && next.indent >= (line?.indent ?? 0) + 2 && next.quotes === line?.quotes) return true;
  return ([-1, 1] as const).some((by) => {
    const near = besides(lines, at, by);
    return near !== undefined && kindOf(near) === 'item' && near.text.charAt(0) === line?.text.charAt(0);
  });
}
