/**
 * Which letter of a printed text is which of the text it was made from. Typography changes marks and spaces, references and
 * escapes are no letters: letters and digits stay in their order, but for a few. In: two texts. Out: pairs of indexes.
 */
import { firstAtLeast } from '../../book/text-lines.ts';

/** Two texts, and the indexes of letters that are the same in both, ascending. */
export interface Aligned {
  readonly texts: readonly [string, string];
  readonly pairs: readonly [readonly number[], readonly number[]];
  /** How many of the second text’s letters have one in the first, from 0 to 1. */
  readonly share: number;
}

const letter = /[\p{L}\p{N}]/u;
const letters = /[\p{L}\p{N}]/gu;
/** References of HTML, whose letters are none of the text’s. */
const references = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi;
/** So far beside each other letters are looked for where some are in one text alone. */
const farthest = 120;

/** Finds the letters that two texts share; references in the first are passed over. */
export function alignLetters(typed: string, printed: string): Aligned {
  const blank = typed.includes('&') ? typed.replace(references, (each) => ' '.repeat(each.length)) : typed;
  const one = [...blank.matchAll(letters)];
  const other = [...printed.matchAll(letters)];
  const from: number[] = [];
  const to: number[] = [];
  const isSame = (i: number, j: number): boolean => one[i]?.[0] === other[j]?.[0];
  const agrees = (i: number, j: number): boolean =>
    i < one.length && j < other.length && isSame(i, j) && isSame(i + 1, j + 1) && isSame(i + 2, j + 2);
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    if (isSame(i, j)) {
      from.push(one[i]?.index ?? 0);
      to.push(other[j]?.index ?? 0);
      i++;
      j++;
      continue;
    }
    const step = stepToAgreement((a, b) => agrees(i + a, j + b));
    if (!step) break;
    i += step[0];
    j += step[1];
  }
  return { texts: [typed, printed], pairs: [from, to], share: other.length === 0 ? 1 : to.length / other.length };
}

function stepToAgreement(agrees: (a: number, b: number) => boolean): readonly [number, number] | undefined {
  for (let far = 1; far <= farthest; far++) for (let a = 0; a <= far; a++) if (agrees(a, far - a)) return [a, far - a];
  return undefined;
}

/** Where an index of one text, of a range’s start or end, is in the other: a mark stays beside the word that it stood beside. */
export function across({ texts, pairs }: Aligned, at: number, side: 0 | 1, of: 'start' | 'end' = 'start'): number {
  const own = pairs[side];
  const other = pairs[1 - side] ?? [];
  const text = texts[side];
  const target = texts[1 - side] ?? '';
  const next = firstAtLeast(own, at);
  const there = other[next];
  if (own[next] === at && there !== undefined) return there;
  const gap = { start: endOf(text, own[next - 1]), end: own[next] ?? text.length };
  const landing = { start: endOf(target, other[next - 1]), end: there ?? target.length };
  if (of === 'end' && at === gap.start) return landing.start;
  const words = target.slice(landing.start, landing.end);
  // What follows up to the next word belongs to that, if nothing stands between.
  if (there !== undefined && !/\s/.test(text.slice(at, gap.end))) {
    const spaces = words.search(/\s\S*$/);
    return Math.max(landing.start + spaces + 1, landing.end - marksIn(text.slice(at, gap.end)));
  }
  const space = words.search(/\s/);
  return Math.min(landing.start + marksIn(text.slice(gap.start, at)), space < 0 ? landing.end : landing.start + space);
}

/** How many marks stand between words: a reference is one, and a backslash before a mark none. */
const marksIn = (gap: string): number =>
  gap
    .replace(references, '&')
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '')
    .replace(/\s/g, '').length;

const endOf = (text: string, at: number | undefined): number =>
  at === undefined ? 0 : at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

/** The end of the word that an index of a text is in or before. */
export function endOfWord(text: string, at: number): number {
  let end = at;
  while (end < text.length && end < at + 4 && !letter.test(text.charAt(end)) && !/\s/.test(text.charAt(end))) end++;
  const word = /^[\p{L}\p{N}\p{M}]+(?:[’'‑-][\p{L}\p{N}\p{M}]+)*/u.exec(text.slice(end, end + 80))?.[0] ?? '';
  return Math.max(end + word.length, Math.min(at + 1, text.length));
}
