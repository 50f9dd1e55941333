/**
 * What speaks for each reading of a mark, as named features; what each is worth was learned from proofread novels.
 * In: a mark and the words of its book. Out: names, reading by reading.
 */
import { kindAt } from '../text/characters.ts';
import type { Evidence } from './evidence.ts';
import type { Reading } from './grammar.ts';
import type { Mark } from './quote-marks.ts';
import {
  closerAhead,
  isFollowedByLinked,
  isInside,
  isLinked,
  markBehind,
  previousOf,
  type Size,
  sizeOf,
  thenOf,
  tokenEnd,
} from './surroundings.ts';
import { stemOf, type Use, type Words } from './words.ts';

/** Takes note that a feature speaks for a reading, or against it. */
export type Note = (reading: Reading, feature: string) => void;

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
 * is settled by that alone, in 87,428 cases of 87,428; so is it that no single mark behind a stop opens what a space or a stop follows.
 */
export function canBe(reading: Reading, { key, leftKind, rightKind, joinedRight }: Mark, stance: Stance): boolean {
  const closing = rightKind === 'space' && leftKind !== 'space' && leftKind !== 'opener';
  if (key === "'") {
    if (reading === 'open')
      return !closing && (stance === 'lead' || stance === 'other') && !(leftKind === 'stop' && rightKind === 'stop');
    if (reading === 'close') return rightKind === 'space' || (leftKind !== 'space' && leftKind !== 'opener');
    // Of several marks before a word only the last can be its apostrophe.
    return !(joinedRight && rightKind === 'word' && leftKind !== 'word');
  }
  if (reading === 'apostrophe') return false;
  const opening = leftKind === 'space' && rightKind !== 'space' && rightKind !== 'stop';
  return reading === 'open' ? !closing : !opening;
}

/** Names everything that speaks for a reading of the mark. */
export function weigh(text: string, mark: Mark, stance: Stance, evidence: Evidence, note: Note): void {
  if (stance === 'mid') {
    note('close', 'mid');
    return;
  }
  const sides = `${sideOf(text, mark.left, mark.leftKind)} ${mark.joinedLeft ? '+' : ''}_${mark.joinedRight ? '+' : ''} ${dotsAhead.test(text.slice(mark.right, mark.right + 4)) ? 'dots' : sideOf(text, mark.right, mark.rightKind)}`;
  if (stance === 'lead') weighLead(text, mark, evidence, note);
  else if (stance === 'trail') weighTrail(text, mark, sides, evidence, note);
  else for (const reading of ['open', 'close', 'apostrophe'] as const) note(reading, `${stance}, ${reading}: ${sides}`);
}

const dotsAhead = /^(?:\.\.|\. \.|…)/;

function sideOf(text: string, at: number, kind: string): string {
  if (kind !== 'space') return kind;
  return at < 0 || at >= text.length || text.charAt(at) === '\u2028' ? 'edge' : 'space';
}

/**
 * Whether little tells that a word behind a mark has lost letters: it is none of the known ones, the book has it there once, and no letters
 * that usually go missing make it whole, or it is whole already.
 */
export function isUntaught(text: string, mark: Mark, { book, lexicon }: Evidence): boolean {
  if (stanceOf(mark) !== 'lead') return false;
  const word = stemOf(text.slice(mark.right, tokenEnd(text, mark.right)));
  const small = word.toLowerCase();
  if (!/^\p{L}{2}/u.test(word) || lexicon.standing(small) !== 'unknown' || book.led(word) > 1) return false;
  const isWord = (each: string) => book.whole(each) > 0 || lexicon.ordinary(each);
  return isWord(small) || restoredBy(small, false, isWord) === 'none';
}

type Say = (feature: string) => void;

/** What “have” follows: “she'd 'a' got”. */
const modal =
  /(?:['’]d|\b(?:had|to|ter)|ould|ought|must|might|may|n['’]t?)(?: (?:n?ever|not|hardly|scarcely|better))?$/;

/** What a word behind a mark is told to be by the word before the mark: a thing, or something said or written. */
const pointing = /(?<![\p{L}'’])(?:an?|the|my|your|his|her|its|our|their|this|that|these|those|no|some|any|another)$/iu;
const naming =
  /(?<![\p{L}'’])(?:(?:call|pronounce|term|style|spell|name)(?:s|ed|ing)?(?: (?:it|me|him|her|us|them|you))?|sa(?:y|ys|id)|words?|phrase|reads?|marked|(?:en)?titled|(?:mean|understand)s?(?: \p{L}+,?)? by|as)$/iu;

function weighLead(text: string, mark: Mark, evidence: Evidence, note: Note): void {
  const { left, leftKind, right, joinedLeft } = mark;
  const { primary } = evidence;
  const end = tokenEnd(text, right);
  const typed = text.slice(right, end);
  const size = sizeOf(typed);
  const say: Say = (feature) => note('apostrophe', `lead: ${feature}`);
  if (typed === 's' && isSuffix(text, mark)) {
    say('suffix');
    return;
  }

  note('close', `lead: ${sideOf(text, left, leftKind)} ${joinedLeft ? '+' : ''}`);
  say('always');
  const previous = previousOf(text, left, leftKind);
  const place = `after ${joinedLeft ? 'quote, ' : ''}${previous}`;
  say(place);
  say(`${primary} ${place}`);
  say(`${size} after ${previous}`);
  say(`${primary} ${size} after ${previous}`);
  const last = compoundEnd(text, end);
  const next = nextOf(text, last);
  const closer = closerAhead(text, last, evidence);
  say(`${primary} closer ${closer}`);
  if (/^\p{N}/u.test(typed)) {
    say(next !== 'mark' && isYear(typed, { text, left, end, previous, closer }) ? 'year' : 'number');
    return;
  }
  const behind = `behind ${markBehind(text, mark.at, evidence)}`;
  say(`${primary} ${behind}`);
  say(`${primary} ${behind}, ${size} after ${previous}`);
  say(`${primary} ${behind}, closer ${closer}`);
  const near = `near ${nearOf(text, left, end, evidence.book)}`;
  say(`${primary} ${near}`);
  say(`closer ${closer}, ${near}`);
  const word = stemOf(typed);
  const { list, known, restored, features } = evidence.book.once(`${word} ${next}`, () =>
    useOf(word, size, next, evidence),
  );
  for (const feature of features) note('apostrophe', feature);
  const before = text.slice(Math.max(0, left - 24), left);
  const role = previous === 'word' ? roleOf(before) : previous;
  say(`restored ${restored}, closer ${closer}`);
  say(`list ${list}, restored ${restored}, closer ${closer}`);
  say(`${primary} list ${list} ${size}, closer ${closer}`);
  say(`list ${list}, ${role}`);
  say(`${primary} known ${known}, closer ${closer}`);
  say(`known ${known}, ${role}`);
  say(`known ${known}, ${near}`);
  // Where much is cut, words that no other book has are, too.
  say(`restored ${restored}, ${near}`);
  say(`list ${list}, known ${known}, ${near}`);
  const after = modal.test(before) ? 'modal' : previous;
  if (word.length === 1) say(`one letter ${word.toLowerCase()} after ${after}`);
  if (isLinked(text, left, evidence)) {
    say(`${primary} linked`);
    say(`linked, closer ${closer}`);
  }
  if (next === 'mark') {
    if (isFollowedByLinked(text, last)) say('then mark, then linked');
    say(`then mark after ${after}`);
    say(`then mark, ${near}`);
    say(`then mark, known ${known}, ${near}`);
    say(`then mark, then ${thenOf(text, last + 1)}`);
    say(`list ${list}, then mark, then ${thenOf(text, last + 1)}`);
  }
  if (next === 'space' && /^[^AIOaio]$/.test(word)) {
    say('no word');
    say(`no word ${size}`);
  }
}

/** Whether a mark joins an s to a name that is not told, or to initials: “Lord B--'s”, “the M.P.'s”. */
const isSuffix = (text: string, { at, left, leftKind, joinedLeft }: Mark): boolean =>
  (leftKind === 'dash' || leftKind === 'stop') && !joinedLeft && left === at - 1 && kindAt(text, at + 2) !== 'quote';

const roleOf = (before: string): string => (pointing.test(before) ? 'pointed' : naming.test(before) ? 'named' : 'word');

/** What follows a word. */
function nextOf(text: string, end: number): string {
  const kind = kindAt(text, end);
  if (kind !== 'quote') return kind;
  return isInside(text, end) ? 'inner mark' : text.charAt(end + 1) === "'" ? 'two marks' : 'mark';
}

const month = /(?:January|February|March|April|May|June|July|August|(?:Sept|Octo|Nov|Dec)em?ber),$/;

/** Whether a number of two figures is a year: the summer of '69, '68-'72, '90s kids, or '92 where no quotation closes. */
function isYear(
  typed: string,
  { text, left, end, previous, closer }: { text: string; left: number; end: number; previous: string; closer: string },
): boolean {
  if (!/^\d\ds?$/.test(typed) || /^[.,]\d/.test(text.slice(end, end + 2))) return false;
  if (
    typed.endsWith('0s') ||
    previous === 'word' ||
    previous === 'opener' ||
    month.test(text.slice(Math.max(0, left - 12), left))
  )
    return true;
  if (previous === 'hyphen' || previous.startsWith('dash'))
    return /['’]\d\d[-–]{1,2}$/.test(text.slice(Math.max(0, left - 4), left + 1));
  return (
    closer === 'none' && /^ (?:was|were|is|had|has|saw|brought|began|ended|gave|came)\b/.test(text.slice(end, end + 9))
  );
}

/** What a word behind a mark says by its letters, by what follows, and by how often the book has it: whole, behind a mark, or not at all. */
function useOf(word: string, size: Size, next: string, { primary, book, lexicon }: Evidence): Use {
  const losesEnd = book.losesEnd(word);
  // “Aun'” that has lost its end is whole, as far as its beginning goes.
  const whole = book.whole(word) + (losesEnd && next === 'mark' ? book.cut(word) : 0);
  const small = word.toLowerCase();
  const list = lexicon.standing(small);
  const taught = book.taught(word);
  // Where each mark before it could have been closed, a word that is quoted again and again is no more cut than one quoted once.
  const most = taught === 0 && book.marked(word) > 1 ? 1 : Number.POSITIVE_INFINITY;
  const led = Math.min(most, book.led(word));
  const marked = Math.min(most, book.marked(word));
  const compared = wholeBeside(whole, led);
  const known = knownAs(compared, whole, lexicon.ordinary(small));
  const isWord = (each: string) =>
    book.whole(size === 'small' ? each : capitalised(each)) > 0 || lexicon.ordinary(each);
  const restored = lexicon.learned ? restoredBy(small, next === 'mark' || losesEnd, isWord) : 'none';
  const share = shareOf(taught, marked);
  const between = `between marks ${times(book.framed(word))}`;
  const framed = [`${between}, ${compared}`, `${between}, restored ${restored}`];
  const features = [
    `word ${small}`,
    `list ${list}, known ${known}, restored ${restored}`,
    `${size} list ${list}, restored ${restored}`,
    `list ${list}, known ${known}, restored ${restored}, taught ${share}`,
    `led ${times(led)}, restored ${restored}`,
    `list ${list} ${size}`,
    `then ${next}`,
    `known ${known} ${size}`,
    `${primary} known ${known} ${size}`,
    `known ${known}, restored ${restored}`,
    `led ${times(led)}, ${compared} ${size}`,
    `${primary} led ${times(led)}, ${compared}`,
    `marked ${times(marked)}, ${compared}`,
    `taught ${times(taught)} ${size}`,
    `taught ${share}, ${compared}`,
    `taught ${share} of ${times(book.marked(word))}`,
    `taught ${share}, restored ${restored}`,
    `taught ${share}, list ${list}`,
    ...(next === 'mark' ? [`then mark, known ${known}, ${losesEnd ? 'cut' : 'kept'}`, ...framed] : []),
    ...(word.length === 1
      ? [`one letter ${small} then ${next}`, `one letter ${small} then ${next}, led ${times(led)}`]
      : []),
  ];
  return { list, known, restored, features: features.map((feature) => `lead: ${feature}`) };
}

function shareOf(part: number, all: number): string {
  if (all === 0) return 'nowhere';
  return part === 0 ? 'never' : part * 5 < all ? 'seldom' : part * 2 < all ? 'partly' : 'mostly';
}

function knownAs(compared: string, whole: number, isOrdinary: boolean): string {
  if (whole === 0) return isOrdinary ? 'elsewhere' : 'nowhere';
  return compared === 'rarely whole' || compared === 'seldom whole' ? 'rather led' : whole > 4 ? 'often' : 'seldom';
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The size of a count. */
function times(count: number): string {
  return count > 29 ? 'ever' : count > 9 ? 'always' : count > 4 ? 'often' : count > 2 ? 'some' : `${count}`;
}

/** How often a word stands whole beside how often it does not. */
function wholeBeside(whole: number, led: number): string {
  if (whole === 0) return 'never whole';
  return `${whole * 8 <= led ? 'rarely' : whole * 2 <= led ? 'seldom' : whole < led * 3 ? 'as often' : 'mostly'} whole`;
}

/** Letters that go missing before a word, the usual ones first. */
const prefixes =
  'h a e be com re in i o ex ad ap at al ac af ar an im un en em es ob op con de dis sus to po per pre pro w'.split(
    ' ',
  );
/** Letters that go missing behind one. */
const suffixes = ['d', 't', 'ed', 'k', 'f'];

/** What makes a word whole again when put before it; `isCut` says that it may have lost its end, too. */
function restoredBy(word: string, isCut: boolean, isWord: (word: string) => boolean): string {
  const forms = [word];
  if (word.endsWith('in')) forms.push(`${word}g`, word.slice(0, -2), `${word.slice(0, -2)}e`);
  // Where letters behind it are enough, as in “aun'”, none are missing before it.
  if (isCut && !suffixes.some((suffix) => isWord(word + suffix)))
    forms.push(...suffixes.map((suffix) => word + suffix));
  const prefix = prefixes.find((each) => forms.some((form) => form.length > 2 && isWord(each + form)));
  return prefix === undefined ? 'none' : prefix === 'h' ? 'h' : prefix.length === 1 ? 'letter' : 'syllable';
}

/** The end of a word that hyphens join to others; `at` is the end of its first part. */
function compoundEnd(text: string, at: number): number {
  let end = at;
  while (text.charAt(end) === '-' && kindAt(text, end + 1) === 'word') end = tokenEnd(text, end + 1);
  return end;
}

/** Whether the words beside a mark have lost letters, as a speaker drops more than one. */
function nearOf(text: string, left: number, end: number, book: Words): string {
  const count = lostWithin(text, Math.max(0, left - 60), left + 1, book) + lostWithin(text, end, end + 60, book);
  return count > 2 ? 'many' : count > 0 ? 'some' : 'none';
}

/** How many words of a stretch lose their end (“goin'”, “o'”) or are some that often lose their beginning. */
function lostWithin(text: string, from: number, to: number, book: Words): number {
  let count = 0;
  for (const { index } of text.slice(from, to).matchAll(/['’]/g)) {
    const at = from + index;
    if (kindAt(text, at - 1) === 'space') {
      if (usuallyLed.test(text.slice(at + 1, at + 8))) count++;
    } else if (smallNext.test(text.slice(at + 1, at + 3)) && book.losesEnd(lettersBefore(text, at, from))) count++;
  }
  return count;
}

const smallNext = /^ \p{Ll}/u;
const usuallyLed = /^(?:em|im|er|e|un|ud|ad|ave|is|tis|twas|bout|cause|long|n|lowed|way)(?!\p{L})/u;

function lettersBefore(text: string, end: number, from: number): string {
  let start = end;
  while (start > from && kindAt(text, start - 1) === 'word') start--;
  return text.slice(start, end);
}

function weighTrail(text: string, mark: Mark, sides: string, evidence: Evidence, note: Note): void {
  const { primary, book, lexicon } = evidence;
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
  const trailed = book.trailed(word);
  const share = `trailed ${times(trailed)}, ${wholeBeside(Math.max(0, book.whole(word) - trailed), trailed)}`;
  say(share);
  const then = `then ${thenOf(text, mark.right)}`;
  note('close', `trail: ${then}`);
  const behind = `${primary} behind ${markBehind(text, start, evidence)}`;
  note('close', `trail: ${behind}`);
  note('close', `trail: ${behind}, ${then}`);
  say(`${share}, ${then}`);
  if (ending === 's') say(`owner, ${then}`);
}
