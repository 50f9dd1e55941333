/**
 * Hebrew's own marks: gershayim in an acronym (צה״ל), geresh after a letter (ג׳ירפה, ר׳).
 * In: a text with typewriter marks. Out: edits that take from the quotation marks what are none.
 */
import { isLiteral, type Setter } from '../text/copy.ts';
import type { Edit } from '../text/edits.ts';

/** Letters that are written together with the word behind them, so that a quotation may begin after them: ה"ארץ". */
const prefixed = /^[והבכלמש]{1,3}$/;

/** Typed geresh and gershayim of a text, as edits. */
export const setHebrewMarks: Setter = (copy) => {
  const { text } = copy;
  if (!/^(?:he|yi|iw)\b/i.test(copy.lang) || !/[\u05D0-\u05EA]["']/.test(text) || !copy.follows('quotes')) return [];
  const edits: Edit[] = [];
  let quoted = false;
  for (let at = text.search(/["']/); at >= 0 && at < text.length; at = nextMark(text, at + 1)) {
    if (isLiteral(copy, at, at + 1)) continue;
    const mark = text.charAt(at);
    const after = lettersFrom(text, at + 1, 1);
    const before = lettersFrom(text, at - 1, -1);
    if (mark === '"') {
      if (before > 0 && after > 0 && isAcronym(text, at, before, after))
        edits.push({ start: at, end: at + 1, text: '״' });
    } else if (before > 0 && (after > 0 || !quoted)) edits.push({ start: at, end: at + 1, text: '׳' });
    else quoted = before === 0 && after > 0;
  }
  return edits;
};

function nextMark(text: string, from: number): number {
  for (let at = from; at < text.length; at++) if (text.charAt(at) === '"' || text.charAt(at) === "'") return at;
  return -1;
}

/** How many Hebrew letters stand from `from` on, in the direction of `step`. */
function lettersFrom(text: string, from: number, step: -1 | 1): number {
  let count = 0;
  for (let at = from; isHebrew(text, at); at += step) count++;
  return count;
}

function isHebrew(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 0x5d0 && code <= 0x5ea) || (code >= 0x5b0 && code <= 0x5c7);
}

/** Whether a mark between letters makes an acronym of them; a quotation is what else it could begin. */
function isAcronym(text: string, at: number, before: number, after: number): boolean {
  if (after === 1 || !prefixed.test(text.slice(at - before, at))) return true;
  const next = text.indexOf('"', at + 1);
  return next < 0 || (isHebrew(text, next - 1) && isHebrew(text, next + 1));
}
