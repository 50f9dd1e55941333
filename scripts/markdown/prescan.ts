/**
 * Looks a text over before it is parsed, in one pass that an ordinary book hardly feels.
 * In: a text. Out: the first line that nests too deep, and whether the parser must be watched for work that grows with
 * the square of a text. What may be a mark is counted as one.
 */
import { type Limits, usualLimits } from '../book/limits.ts';
import type { Point } from '../report/problem.ts';
import { stepsPerCharacter } from './quota.ts';
import { lead } from './syntax/spans.ts';

interface Prescan {
  /** Where quotations and lists nest deeper than the stages after the parser can follow. */
  readonly tooDeep?: Point | undefined;
  /** Whether the text might exceed the parser's limits: then it is parsed under a meter. */
  readonly dense: boolean;
}

/** From this depth of lists and quotations each line costs as much as many. */
const deep = 40;

/** About how many tokens the parser makes of a line that begins with a letter, of another, and of a mark in it. */
const tokens = { line: 3, markedLine: 12, mark: 8 } as const;

/** What begins containers beside quotations and lists: notes, divs, definitions. */
const otherContainers = [']:', ':::', '\n: ', '\n:\t', '\n~ ', '\n~\t'];

/** All that may begin something inside a block: micromark makes a token at each that begins nothing. */
const pairingMarks = [...'*_[]<`~&|!^=%${｜《'];

/** Surveys a text; `autolinks` tells that bare addresses have a meaning too. */
export function prescan(
  text: string,
  autolinks: boolean,
  limits: Pick<Limits, 'nesting' | 'marks'> = usualLimits,
): Prescan {
  const { tooDeep, deepestSeen, longestBlock, ...lines } = measureLines(text, limits.nesting);
  if (tooDeep) return { tooDeep, dense: true };
  if (deepestSeen > deep) return { dense: true };
  const markedLines = lines.markedLines + timesOf(otherContainers, text);
  const expected = tokens.line * lines.count + tokens.markedLine * markedLines;
  const free = stepsPerCharacter * text.length;
  if ((tokens.markedLine * markedLines ** 2) / 2 > free) return { dense: true };
  // The parser looks for the fellow of a mark as far as the end of its block, so marks × length is the most it can cost.
  const manyMarks = Math.min(free / longestBlock, (limits.marks / 2 - expected) / tokens.mark);
  const marksHere = [...pairingMarks, ...(autolinks ? ['.', '@', ':'] : text.includes(lead) ? [':'] : [])];
  return { dense: manyMarks < 0 || timesOf(marksHere, text, manyMarks) > manyMarks };
}

interface Measures {
  readonly tooDeep?: Point;
  readonly deepestSeen: number;
  readonly longestBlock: number;
  readonly count: number;
  /** Lines that begin with the mark of a container. */
  readonly markedLines: number;
}

/** Goes through the lines of a text, down to the first that nests too deep. */
function measureLines(text: string, most: number): Measures {
  let depth = 0;
  let deepestSeen = 0;
  let blankBefore = true;
  let blockStart = 0;
  let longestBlock = 0;
  let count = 0;
  let markedLines = 0;
  for (let start = 0, line = 1; start < text.length; line++) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    const first = text.charCodeAt(start);
    count++;
    if (end === start || (first <= 0x3e && isBlank(text, start, end))) {
      longestBlock = Math.max(longestBlock, start - blockStart);
      blankBefore = true;
      blockStart = end + 1;
    } else {
      const { columns, levels, at } =
        first > 0x3e && first !== 0x5b ? noPrefix : readPrefix(text, start, end, depth, most);
      // Each level needs a column of white space or a mark of its own on every line, but for lazy lines (CommonMark §5.1).
      const here = Math.min(depth, columns) + levels;
      if (levels > 0) markedLines++;
      depth = blankBefore ? here : Math.max(depth, here);
      blankBefore = false;
      deepestSeen = Math.max(deepestSeen, depth);
      if (depth > most) {
        const tooDeep = { line, column: at - start + 1, offset: at };
        return { tooDeep, deepestSeen, longestBlock, count, markedLines };
      }
    }
    start = end + 1;
  }
  longestBlock = Math.max(longestBlock, text.length - blockStart, 1);
  return { deepestSeen, longestBlock, count, markedLines };
}

/** How often any of these stands in a text; no more are counted than are asked for, and one. */
function timesOf(marks: readonly string[], text: string, most = Number.POSITIVE_INFINITY): number {
  let times = 0;
  for (const mark of marks)
    for (let at = text.indexOf(mark); at >= 0 && times <= most; at = text.indexOf(mark, at + mark.length)) times++;
  return times;
}

interface Prefix {
  /** Columns of white space; a tab is counted as its most, four. */
  readonly columns: number;
  /** Levels that the marks of this line open or continue: a quotation is one, a list two (the list and its item). */
  readonly levels: number;
  /** Where the last mark stands that need be looked at. */
  readonly at: number;
}

const noPrefix: Prefix = { columns: 0, levels: 0, at: 0 };

/** Reads the white space, `>`, bullets, ordinals and marks of notes that a line starts with. */
function readPrefix(text: string, start: number, end: number, depth: number, most: number): Prefix {
  let columns = 0;
  let levels = 0;
  let last = start;
  let ruleFrom: number | undefined;
  for (let at = start; at < end && Math.min(depth, columns) + levels <= most; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x20) columns++;
    else if (code === 0x09) columns += 4;
    else if (code === 0x3e) {
      levels++;
      last = at;
    } else if (code === 0x5b) {
      const after = endOfLabel(text, at, end);
      if (after < 0) break;
      levels++;
      last = at;
      at = after - 1;
    } else {
      const after = endOfMarker(text, at, code);
      if (after < 0) break;
      ruleFrom ??= startOfRule(text, start, end);
      if (at >= ruleFrom) break;
      levels += 2;
      last = at;
      at = after - 1;
    }
  }
  return { columns, levels, at: last };
}

/** The place after the mark of a note, `[^1]:`, which holds other containers as a quotation does; -1 where there is none. */
function endOfLabel(text: string, at: number, end: number): number {
  if (text.charCodeAt(at + 1) !== 0x5e) return -1;
  const close = text.slice(at, Math.min(end, at + longestLabel)).indexOf(']:');
  return close < 0 ? -1 : at + close + 2;
}

/** A label is no longer (CommonMark §4.7). */
const longestLabel = 1000;

/** The place after a bullet or ordinal (CommonMark §5.2) with white space behind it; -1 where there is none. */
function endOfMarker(text: string, at: number, code: number): number {
  let next = at;
  if (code === 0x2a || code === 0x2b || code === 0x2d) next = at + 1;
  else {
    while (next - at < 9 && isDigit(text.charCodeAt(next))) next++;
    const delimiter = text.charCodeAt(next);
    if (next === at || (delimiter !== 0x2e && delimiter !== 0x29)) return -1;
    next++;
  }
  const then = text.charCodeAt(next);
  return next >= text.length || then === 0x20 || then === 0x09 || then === 0x0a ? next : -1;
}

/** Where the run of one mark and white space begins that may end a line as a thematic break (CommonMark §4.1). */
function startOfRule(text: string, start: number, end: number): number {
  let from = end;
  let mark: number | undefined;
  let count = 0;
  for (let at = end - 1; at >= start; at--) {
    const code = text.charCodeAt(at);
    if (code === 0x20 || code === 0x09) continue;
    if (mark === undefined && (code === 0x2a || code === 0x2d || code === 0x5f)) mark = code;
    if (code !== mark) break;
    count++;
    from = at;
  }
  return count >= 3 ? from : end;
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x09 && code !== 0x0d) return false;
  }
  return true;
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
