/**
 * Marks after a number that mean feet and inches, or minutes and seconds of arc.
 * In: copy. Out: edits, which take these marks away from the reader of quotation marks; where a mark could end a
 * quotation, it is left to end it.
 */
import { kindAt } from '../text/characters.ts';
import { type Copy, isLiteral } from '../text/copy.ts';
import type { Edit } from '../text/edits.ts';

const hint = /[\d½⅓⅔¼¾⅛⅜⅝⅞]['"]/;
/** Degrees, then minutes, then perhaps seconds: 40° 26' 46". */
const arc = /\d[°º][ \u00A0]?\d{1,2}(?:\.\d{1,4})?'(?:[ \u00A0]?\d{1,2}(?:\.\d{1,4})?")?/g;
/** Feet, then inches: 6'2, 5' 10" and 5' 7.5". A number that itself follows an apostrophe is a year. */
const feet = () =>
  /(?<![\d'’]|\d[.,])\d{1,3}'(?:\d{1,2}(?![\p{L}\d'’])|[ \u00A0]\d{1,2}(?:\.\d|[ -]?\d\/\d|[½⅓⅔¼¾⅛⅜⅝⅞])?")/gu;
/** Feet alone, where no quotation could close: 6' tall, 8' x 10', "barely 5'," she said. */
const length = /(?<![\d'’]|\d[.,])\d{1,3}'(?=[x×]\d|(?![\p{L}\d'’]|[.,;:!?…)\]]*$))/gu;
const secondLength = /(?<=\d['′] ?[x×] ?\d{1,3})'/g;
/** A number of inches ends here: alone, after feet, after another length; one of four digits is a year. */
const inches = () =>
  /(?:(?<![\p{L}\d$£€#'’/-]|\d[.,:])\d{1,3}(?:\.\d{1,3}|[ -]?\d\/\d{1,2})?|['′][ \u00A0]?\d{1,2}(?:\.\d)?|\d["″'′]? ?[x×] ?\d{1,3}|[½⅓⅔¼¾⅛⅜⅝⅞])$/u;

/** Feet, and the number of inches behind them. */
const followsFeet = /\d['′][ \u00A0]?\d{1,2}(?:\.\d)?$/;

/** Primes of a text, as edits. */
export function setPrimes(copy: Copy): readonly Edit[] {
  const { text } = copy;
  if (!hint.test(text) || !copy.follows('primes')) return [];
  const found = new Set<number>();
  for (const match of text.matchAll(arc)) addMarks(match[0], match.index, found);
  for (const { 0: whole, index } of text.matchAll(feet())) found.add(index + whole.indexOf("'"));
  if (!opensSingly(text)) {
    for (const { 0: whole, index } of text.matchAll(length)) found.add(index + whole.length - 1);
    for (const { index } of text.matchAll(secondLength)) found.add(index);
  }
  addInches(copy, found);
  const edits: Edit[] = [];
  for (const at of found) {
    if (!isLiteral(copy, at, at + 1)) edits.push({ start: at, end: at + 1, text: text.charAt(at) === '"' ? '″' : '′' });
  }
  return edits;
}

function addMarks(words: string, start: number, found: Set<number>): void {
  for (const { index } of words.matchAll(/['"]/g)) found.add(start + index);
}

/** Whether a single mark may open a quotation somewhere in the text, which one after a number may then close. */
function opensSingly(text: string): boolean {
  return /(?<![\p{L}\p{N}])['‘](?=\p{L})/u.test(text);
}

/** Adds the double marks that mean inches: none that could close what is open. */
function addInches(copy: Copy, found: Set<number>): void {
  const { text } = copy;
  const marks = [...text.matchAll(/["“”„]/g)].map(({ index }) => index).filter((at) => !isLiteral(copy, at, at + 1));
  let depth = 0;
  marks.forEach((at, i) => {
    if (found.has(at)) return;
    const lean = leanOf(text, at);
    if (lean === 'close' && mayBeInches(text, at)) {
      const next = marks[i + 1];
      // With a quotation open, a mark means inches only where another is left to close it.
      const free =
        depth === 0
          ? followsFeet.test(text.slice(Math.max(0, at - 12), at)) || !/^[.,;:!?…)\]]*$/.test(text.slice(at + 1))
          : depth === 1 && next !== undefined && leanOf(text, next) === 'close';
      if (free) {
        found.add(at);
        return;
      }
    }
    if (lean === 'open' || (lean === 'either' && depth === 0)) depth++;
    else depth = Math.max(0, depth - 1);
  });
}

function mayBeInches(text: string, at: number): boolean {
  return text.charAt(at) === '"' && inches().test(text.slice(Math.max(0, at - 12), at));
}

/** What the neighbours of a double mark make of it. */
function leanOf(text: string, at: number): 'open' | 'close' | 'either' {
  const character = text.charAt(at);
  if (character === '„') return 'open';
  if (character === '”') return 'close';
  const left = kindAt(text, at - 1);
  const right = kindAt(text, at + 1);
  const outside = left === 'space' || left === 'opener' || left === 'dash';
  if (outside && right !== 'space' && right !== 'stop') return 'open';
  if (!outside && (right === 'space' || right === 'stop' || right === 'dash' || right === 'quote')) return 'close';
  return /^[x×] ?\d/.test(text.slice(at + 1, at + 4)) ? 'close' : 'either';
}
