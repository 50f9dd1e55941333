/**
 * Which pair of marks each quotation gets in a book that wants one pair outermost: ‘British “quotation”’, “American ‘quotation’”.
 * In: the marks of a block as read. Out: for each the key whose pair it prints, whichever it was typed with.
 */
import type { Locale } from '../languages/languages.ts';
import { kindAt } from '../text/characters.ts';
import { type Key, type Primary, type Reading, states } from './grammar.ts';
import type { Mark } from './quote-marks.ts';
import type { Choice } from './viterbi.ts';

const never = Number.NEGATIVE_INFINITY;

/** Whether a language quotes with both pairs of English, and so with either of them outermost. */
export function hasBothPairs({ outer, inner, dense }: Locale): boolean {
  return !dense && [...outer, ...inner].join('') === '“”‘’';
}

/**
 * How plausible the readings of a mark are where pairs may be swapped. A closing ’ and an apostrophe print one glyph otherwise, so
 * the weights were learned without being told which is which.
 */
export function closerScores(text: string, mark: Mark, scores: Choice['scores'], next: string): Choice['scores'] {
  const { key, leftKind, rightKind, joinedLeft } = mark;
  const [open, close, apostrophe] = scores;
  if (key === '"' || rightKind === 'word') return scores;
  // No word is cut behind a stop: “Don’t!’”
  if ((leftKind === 'stop' || leftKind === 'dash') && close !== never)
    return [rightKind === 'space' ? never : open, close, never];
  if (joinedLeft || leftKind !== 'word') return scores;
  return [open, close + closes(text, mark, next), apostrophe];
}

/** What speaks for a mark behind a word to close a quotation, or against it. */
function closes(text: string, { at, left, right }: Mark, next: string): number {
  const word = text.slice(Math.max(0, left - 4), left + 1);
  if (cutWords().test(word)) return -6;
  // “mares’-tails” is one word; of two marks behind “the Joneses’’” the second closes.
  if (text.charAt(at + 1) === "'" && word.endsWith('s')) return -6;
  if (text.charAt(right) === '-' && kindAt(text, right + 1) === 'word') return -3;
  // Speech that goes on in the next paragraph does not end in “the colliers’ wives”.
  const isShort = opensNearby().test(text.slice(Math.max(0, left - 50), left));
  return goesOn(text, next) && !isShort && !spokenBefore.test(text.slice(right, right + 8)) ? -3 : 0;
}

/** Words that have lost their end, and none that a quotation ends with. */
const cutWords = () => /(?<!\p{L}['’]?)(?:an?|ha|o|ol|t|th|wi)$/iu;

/** What may open a short quotation. */
const opensNearby = () => /[^\p{L}\p{N}.,;:!?'’]['‘]/u;

/** What follows somebody’s words rather than a possessive. */
const spokenBefore = /^(?:[;:]|\s(?:he|I|said|she|they|we|you)\b)/;

/** Whether a block begins with a single mark as the next one does: what it opens may go on there. */
const goesOn = (text: string, next: string): boolean => /^['‘]/.test(text) && next.startsWith('S');

/** What a block’s end takes away where pairs may be swapped: what opens in it closes in it, unless it goes on. */
export function closingEnds(ends: readonly number[], next: string): readonly number[] {
  return ends.map((weight, i) => {
    const state = states[i] ?? '';
    return state.endsWith('S') && !next.startsWith(state) ? weight - 4 : weight;
  });
}

/** By whose pair each mark of a block is printed, and the keys of the quotations that are open at its end. */
export interface PrintedKeys {
  readonly keys: readonly Key[];
  readonly open: readonly Key[];
}

/**
 * The keys by whose pairs marks are printed: quotations of the first and the third level get the `outermost`. `before` are those that
 * the block before left open: verse within speech does not open it again.
 */
export function printedKeys(
  text: string,
  marks: readonly Mark[],
  readings: readonly Reading[],
  outermost: Primary,
  before: readonly Key[] = [],
): PrintedKeys {
  const atLevel = (level: number): Key => ((level % 2 === 0) === (outermost === 'double') ? '"' : "'");
  // What a mark of the same kind begins anew is not open before it.
  const isResumed = marks[0]?.left === -1 && readings[0] === 'open' && marks[0].key === before[0];
  const open = isResumed ? [] : before.map((typed, level) => ({ typed, printed: atLevel(level) }));
  const keys = marks.map((mark, i) => {
    const { key } = mark;
    const reading = readings[i];
    const level = open.findLastIndex(({ typed }) => typed === key);
    if (reading === 'apostrophe') return key;
    if (reading === 'open') {
      // A paragraph's line may open again what is open: it is no quotation in itself.
      if (level < 0 || level < open.length - 1) open.push({ typed: key, printed: atLevel(open.length) });
      return open.at(-1)?.printed ?? key;
    }
    if (level < 0) return isSign(text, mark) ? key : atLevel(open.length);
    const [closed] = open.splice(level);
    return closed?.printed ?? key;
  });
  return { keys, open: open.map(({ typed }) => typed) };
}

/** A curly mark that closes nothing may stand for inches, or be a ditto mark; straight ones are read before. */
const isSign = (text: string, { fixed, left, leftKind }: Mark): boolean =>
  fixed !== undefined && (leftKind === 'space' || /\d/.test(text.charAt(left)));
