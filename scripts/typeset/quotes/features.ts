/**
 * What speaks for each reading of a mark, as named features; what each is worth was learned from proofread novels.
 * In: a mark and the words of its book. Out: names, reading by reading.
 */
import { kindAt, wordEnd } from '../text/characters.ts';
import type { Primary, Reading } from './grammar.ts';
import type { Lexicon } from './lexicon.ts';
import type { Mark } from './quote-marks.ts';
import type { Words } from './words.ts';

/** Takes note that a feature speaks for a reading, or against it. */
export type Note = (reading: Reading, feature: string) => void;

/** What is known beyond the passage itself. */
export interface Evidence {
  readonly primary: Primary;
  /** The words of the book. */
  readonly book: Words;
  /** The words of the language. */
  readonly lexicon: Lexicon;
}

/** How the characters beside it let a mark be taken: this decides which evidence is weighed. */
export type Stance = 'double' | 'mid' | 'lead' | 'trail' | 'other';

export function stanceOf({ key, leftKind, rightKind, joinedLeft, joinedRight }: Mark): Stance {
  if (key === '"') return 'double';
  const touchesLeft = leftKind === 'word' && !joinedLeft;
  const touchesRight = rightKind === 'word' && !joinedRight;
  if (touchesLeft) return touchesRight ? 'mid' : 'trail';
  return touchesRight ? 'lead' : 'other';
}

/**
 * Whether a mark can be read so at all. A double mark with a word or a stop on one side and white space on the other
 * is settled by that alone, in 87,428 cases of 87,428.
 */
export function canBe(reading: Reading, { key, leftKind, rightKind, joinedRight }: Mark, stance: Stance): boolean {
  if (key === "'") {
    if (reading === 'open') return stance === 'lead' || stance === 'other';
    if (reading === 'close') return rightKind === 'space' || (leftKind !== 'space' && leftKind !== 'opener');
    // Of several marks before a word only the last can be its apostrophe.
    return !(joinedRight && rightKind === 'word' && leftKind !== 'word');
  }
  if (reading === 'apostrophe') return false;
  const closing = rightKind === 'space' && leftKind !== 'space' && leftKind !== 'opener';
  const opening = leftKind === 'space' && rightKind !== 'space' && rightKind !== 'stop';
  return reading === 'open' ? !closing : !opening;
}

/** Names everything that speaks for a reading of the mark. */
export function weigh(text: string, mark: Mark, stance: Stance, evidence: Evidence, note: Note): void {
  if (stance === 'mid') {
    note('close', 'mid');
    return;
  }
  const sides = `${sideOf(text, mark.left, mark.leftKind)} ${mark.joinedLeft ? '+' : ''}_${mark.joinedRight ? '+' : ''} ${sideOf(text, mark.right, mark.rightKind)}`;
  if (stance === 'lead') weighLead(text, mark, evidence, note);
  else if (stance === 'trail') weighTrail(text, mark, sides, evidence, note);
  else for (const reading of ['open', 'close', 'apostrophe'] as const) note(reading, `${stance}, ${reading}: ${sides}`);
}

function sideOf(text: string, at: number, kind: string): string {
  if (kind !== 'space') return kind;
  return at < 0 || at >= text.length || text.charAt(at) === '\u2028' ? 'edge' : 'space';
}

type Say = (feature: string) => void;
type Size = 'Capital' | 'small';

const sizeOf = (typed: string): Size => (typed.charAt(0) === typed.charAt(0).toLowerCase() ? 'small' : 'Capital');

function weighLead(text: string, mark: Mark, evidence: Evidence, note: Note): void {
  const { left, leftKind, right, joinedLeft } = mark;
  const { primary } = evidence;
  const end = wordEnd(text, right);
  const typed = text.slice(right, end);
  const size = sizeOf(typed);
  const say: Say = (feature) => note('apostrophe', `lead: ${feature}`);

  note('close', `lead: ${sideOf(text, left, leftKind)} ${joinedLeft ? '+' : ''}`);
  say('always');
  const previous = previousOf(text, left, leftKind);
  say(`after ${joinedLeft ? 'quote, ' : ''}${previous}`);
  say(`${primary} after ${joinedLeft ? 'quote, ' : ''}${previous}`);
  say(`${size} after ${previous}`);
  say(`${primary} ${size} after ${previous}`);
  const kind = kindAt(text, end);
  const next = kind !== 'quote' ? kind : kindAt(text, end + 1) === 'word' ? 'inner mark' : 'mark';
  const closer = closerAhead(text, end);
  say(`closer ${closer}`);
  say(`${primary} closer ${closer}`);
  if (/^\p{N}/u.test(typed)) {
    say(next !== 'mark' && isYear(typed, { text, left, end, previous, closer }) ? 'year' : 'number');
    return;
  }
  weighForm(typed, { size, next, closer, lexicon: evidence.lexicon }, say);
  weighUse(typed.toLowerCase(), { size, closer, evidence }, say);
}

/** Whether a number of two figures is a year: the summer of '69, '68-'72, '90s kids, or '92 where no quotation closes. */
function isYear(
  typed: string,
  { text, left, end, previous, closer }: { text: string; left: number; end: number; previous: string; closer: string },
): boolean {
  if (!/^\d\ds?$/.test(typed)) return false;
  if (typed.endsWith('0s') || previous === 'word' || previous === 'opener') return true;
  if (previous === 'hyphen' || previous === 'dash')
    return /['’]\d\d[-–]{1,2}$/.test(text.slice(Math.max(0, left - 4), left + 1));
  return (
    closer === 'none' && /^ (?:was|were|is|had|has|saw|brought|began|ended|gave|came)\b/.test(text.slice(end, end + 9))
  );
}

/** What the letters of a word behind a mark say. */
function weighForm(
  typed: string,
  { size, next, closer, lexicon }: { size: Size; next: string; closer: string; lexicon: Lexicon },
  say: Say,
): void {
  const word = typed.toLowerCase();
  const list = lexicon.standing(word);
  say(`word ${word}`);
  say(`list ${list} ${size}`);
  say(`list ${list} ${size}, closer ${closer}`);
  say(`length ${Math.min(typed.length, 4)}`);
  say(`then ${next}`);
  if (typed.length === 1) say(`one letter ${word} then ${next}`);
  else if (next === 'mark') say(`long then mark, list ${list}`);
}

/** What it says how often the book has a word: whole, behind a mark, or not at all. */
function weighUse(
  word: string,
  { size, closer, evidence }: { size: Size; closer: string; evidence: Evidence },
  say: Say,
): void {
  const { primary, book, lexicon } = evidence;
  const whole = book.whole(word);
  const known = whole > 4 ? 'often' : whole > 0 ? 'seldom' : lexicon.ordinary(word) ? 'elsewhere' : 'nowhere';
  const isWord = (each: string) => book.whole(each) > 0 || lexicon.ordinary(each);
  say(`known ${known} ${size}`);
  say(`${primary} known ${known} ${size}`);
  say(`known ${known}, closer ${closer}`);
  const restored = lexicon.learned ? restoredBy(word, isWord) : 'none';
  say(`known ${known}, restored ${restored}`);
  const led = book.led(word);
  const often = led > 9 ? 'always' : led > 4 ? 'often' : led > 2 ? 'some' : led;
  const compared = whole === 0 ? 'never whole' : whole < led ? 'seldom whole' : 'whole';
  say(`led ${often}, ${compared}`);
  say(`${primary} led ${often}, ${compared}`);
  const marked = book.marked(word);
  const times = marked > 5 ? 'often' : marked > 2 ? 'some' : marked;
  say(`marked ${times}, known ${known}`);
  say(`marked ${times}`);
  say(`taught ${taughtBy(book, word, { isRestored: restored !== 'none', isOrdinary: known === 'elsewhere' })} ${size}`);
}

/** Whether the book's sure places say that a word is elided: where it stands after a mark in the midst of clauses, and often so. */
function taughtBy(
  book: Words,
  word: string,
  { isRestored, isOrdinary }: { readonly isRestored: boolean; readonly isOrdinary: boolean },
): 'always' | 'often' | 'once' | 'never' {
  if (word.length < 2) return 'never';
  const framed = book.framed(word);
  // A word that is quoted again and again also stands without the marks.
  const isCut = framed > (isRestored ? 1 : 4) && book.whole(word) * 5 <= framed;
  const taught = book.taught(word) + (isCut ? framed : 0);
  const led = book.led(word);
  if (taught > 2 && taught * 10 >= led) return 'always';
  // An ordinary word is rather quoted than cut once or twice: “the 'arranged marriage and all that' stories”.
  if (isOrdinary) return 'never';
  if (taught > 1 && taught * 5 >= led) return 'often';
  if (taught === 1 && led < 4 && book.whole(word) === 0) return 'once';
  return 'never';
}

/** Letters that go missing before a word, the usual ones first. */
const prefixes = 'h a e be com re in i o ex ad ap at as al im un con de dis sus to po per pre th w'.split(' ');

/** What makes a word whole again when put before it. */
function restoredBy(word: string, isWord: (word: string) => boolean): string {
  // 'urtin' has lost letters at both ends.
  const full = word.endsWith('in') ? `${word}g` : word;
  const prefix = prefixes.find((each) => isWord(each + word) || (full !== word && isWord(each + full)));
  return prefix === undefined ? 'none' : prefix === 'h' ? 'h' : prefix.length === 1 ? 'letter' : 'syllable';
}

/** What the first mark of the same key ahead looks like that could close a quotation. */
function closerAhead(text: string, from: number): 'none' | 'word' | 'stop' {
  for (let at = text.indexOf("'", from); at >= 0; at = text.indexOf("'", at + 1)) {
    const left = kindAt(text, at - 1);
    const right = kindAt(text, at + 1);
    if (right === 'word') {
      if (left !== 'word') return 'none'; // another word that a mark comes before
      continue;
    }
    if (left === 'word') return 'word';
    if (left !== 'space') return 'stop';
  }
  return 'none';
}

function previousOf(text: string, left: number, kind: string): string {
  if (kind === 'dash') return text.charAt(left) === '-' && kindAt(text, left - 1) === 'word' ? 'hyphen' : 'dash';
  if (kind !== 'space') return kind;
  let at = left;
  while (at >= 0 && kindAt(text, at) === 'space') at--;
  if (at < 0) return 'nothing';
  const character = text.charAt(at);
  if (character === ',') return 'comma';
  if (character === ':' || character === ';') return 'colon';
  const before = kindAt(text, at);
  return before === 'quote' && kindAt(text, at - 1) === 'stop' ? 'speech' : before;
}

function weighTrail(text: string, mark: Mark, sides: string, { book, lexicon }: Evidence, note: Note): void {
  let start = mark.left;
  while (kindAt(text, start - 1) === 'word') start--;
  const word = text.slice(start, mark.left + 1).toLowerCase();
  note('close', `trail: ${sides}`);
  const say = (feature: string) => note('apostrophe', `trail: ${feature}`);
  say('always');
  say(`word ${word}`);
  const ending = word.endsWith('in') ? 'in' : word.endsWith('s') ? 's' : '-';
  say(`ends in ${ending}`);
  const known = book.whole(word) > 0 ? 'here' : lexicon.ordinary(word) ? 'elsewhere' : 'nowhere';
  say(`${known}, ends in ${ending}`);
  let at = mark.right;
  while (at < text.length && kindAt(text, at) === 'space') at++;
  const kind = kindAt(text, at);
  note('close', `trail: then ${at >= text.length ? 'nothing' : kind === 'word' ? sizeOf(text.charAt(at)) : kind}`);
}
