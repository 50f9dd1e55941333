/**
 * Covers what no dialect's marks are looked for in: code, comments, tags, escaped signs. In: Markdown. Out: a text of the same
 * length and lines in which that is filler. Linear: one pass over the lines, one over the signs of each run of lines.
 */

/** Stands for a covered character; no mark of any dialect. */
export const filler = '\u0000';

export interface Masking {
  /** Whether addresses of links are covered too. */
  readonly addresses?: boolean;
  /** Whether tags are covered too. */
  readonly tags?: boolean;
}

const fence = /^[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?(`{3,}(?=[^`]*$)|~{3,})/;
const opensContainer = /^ {0,3}(?:[-*+]|\d{1,9}[.)]|\[\^[^\]]{1,99}\]:|:|~|\(@[^)]*\))[ \t]/;

/** Covers code, comments, tags and escapes. */
export function mask(text: string, { addresses = true, tags = true }: Masking = {}): string {
  const out: string[] = [];
  let run: string[] = [];
  const flush = (): void => {
    if (run.length > 0) out.push(...maskRun(run.join('\n'), addresses, tags).split('\n'));
    run = [];
  };
  let closing: { readonly sign: string; readonly length: number } | undefined;
  let inContainer = false;
  let inCode = false;
  let commentOpen = false;
  let blankBefore = true;
  for (const line of text.split('\n')) {
    if (closing) {
      const marks = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1];
      if (marks?.startsWith(closing.sign) && marks.length >= closing.length) closing = undefined;
      out.push(covered(line));
      continue;
    }
    if (commentOpen) {
      run.push(line);
      if (line.includes('-->')) {
        commentOpen = false;
        flush();
      }
      continue;
    }
    const opened = fence.exec(line)?.[1];
    if (opened !== undefined) {
      flush();
      closing = { sign: opened.charAt(0), length: opened.length };
      out.push(covered(line));
      blankBefore = true;
      continue;
    }
    if (line.trim() === '') {
      flush();
      out.push(line);
      blankBefore = true;
      continue;
    }
    const indented = /^(?: {4}|\t)/.test(line);
    if (indented && !inContainer && (blankBefore || inCode)) {
      flush();
      inCode = true;
      out.push(covered(line));
    } else {
      inCode = false;
      if (!indented && blankBefore) inContainer = opensContainer.test(line);
      else if (!indented && opensContainer.test(line)) inContainer = true;
      run.push(line);
      const comment = line.lastIndexOf('<!--');
      commentOpen = comment !== -1 && !line.includes('-->', comment);
    }
    blankBefore = false;
  }
  flush();
  return out.join('\n');
}

const covered = (text: string): string => text.replace(/[^\n]/g, filler);

/** Covers the inside of lines that belong together; text is read from left to right, once. */
function maskRun(text: string, addresses: boolean, tags: boolean): string {
  const parts: string[] = [];
  let done = 0;
  const cover = (from: number, to: number): void => {
    parts.push(text.slice(done, from), covered(text.slice(from, to)));
    done = to;
  };
  const ticks = closingTicks(text);
  const tag = /<(?:[a-zA-Z][^<>]*|\/[a-zA-Z][^<>]*|![a-zA-Z][^<>]*|\?[^<>]*)>/y;
  let noComment = false;
  for (let at = 0; at < text.length; ) {
    const sign = text[at];
    if (sign === '\\' && /[!-/:-@[-`{-~]/.test(text[at + 1] ?? '')) {
      cover(at, at + 2);
      at += 2;
    } else if (sign === '`') {
      let end = at;
      while (text[end] === '`') end++;
      const close = ticks.get(at);
      if (close !== undefined) {
        cover(at, close);
        at = close;
      } else at = end;
    } else if (sign === '<') {
      if (!noComment && text.startsWith('<!--', at)) {
        const end = text.indexOf('-->', at + 4);
        noComment = end === -1;
        if (!noComment) {
          // One that opens a line is a block, and what follows on its last line is raw too (CommonMark §4.6).
          const isBlock = /(?:^|\n) {0,3}$/.test(text.slice(Math.max(0, at - 4), at));
          const lineEnd = isBlock ? text.indexOf('\n', end) : end + 3;
          const to = lineEnd === -1 ? text.length : lineEnd;
          cover(at, to);
          at = to;
          continue;
        }
      }
      tag.lastIndex = at;
      const found = tags ? tag.exec(text) : null;
      if (found) cover(at, at + found[0].length);
      at += found ? found[0].length : 1;
    } else if (addresses && sign === ']' && text[at + 1] === '(') {
      const end = endOfAddress(text, at + 2);
      if (end !== undefined) cover(at + 2, end);
      at = end ?? at + 2;
    } else at++;
  }
  parts.push(text.slice(done));
  return parts.join('');
}

/** For each run of backticks that opens a code span, where the span ends (CommonMark §6.1). */
function closingTicks(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  if (!text.includes('`')) return ends;
  const runs = [...text.matchAll(/`+/g)].map(({ index, 0: { length } }) => ({ index, length }));
  const next = new Map<number, number>();
  const partner: (number | undefined)[] = [];
  for (let at = runs.length - 1; at >= 0; at--) {
    const { length = 0 } = runs[at] ?? {};
    partner[at] = next.get(length);
    next.set(length, at);
  }
  for (let at = 0; at < runs.length; ) {
    const [run, close] = [runs[at], partner[at]];
    const end = close === undefined ? undefined : runs[close];
    if (run && end && close !== undefined && text[run.index - 1] !== '\\') {
      ends.set(run.index, end.index + end.length);
      at = close + 1;
    } else at++;
  }
  return ends;
}

/** Where the address and title of a link end, before its closing bracket; undefined where that is no address. */
export function endOfAddress(text: string, start: number): number | undefined {
  let depth = 0;
  let at = start;
  for (; at < text.length && at - start < 4000; at++) {
    const sign = text[at];
    if (sign === '\\') at++;
    else if (sign === '\n' && text[at + 1] === '\n') return undefined;
    else if (sign === '(') {
      if (++depth > 32) return undefined; // CommonMark §6.3
    } else if (sign === ')' && depth-- === 0) return at;
  }
  return undefined;
}
