/**
 * Straight marks become curly: quotation marks by the language's table, apostrophes everywhere.
 * In: a block's text and what is known of its book. Out: edits, and the marks that are in doubt.
 */
import type { Locale } from '../languages/languages.ts';
import { closingMark, leadingDash, openingMark } from '../rules/quote-edges.ts';
import { withGapAfter, withGapBefore } from '../rules/quote-spacing.ts';
import { kindAt, wordEnd } from '../text/characters.ts';
import type { Copy } from '../text/copy.ts';
import type { Edit } from '../text/edits.ts';
import type { Piece } from '../text/passages.ts';
import { alternateQuotes } from './alternate.ts';
import { plainApostrophe, plainNesting } from './default-weights.ts';
import type { Evidence } from './evidence.ts';
import { canBe, isUntaught, type Stance, stanceOf, weigh } from './features.ts';
import { beginning, type Key, type Primary, type Reading, states } from './grammar.ts';
import { quotedLetters, quotedPieces } from './letters.ts';
import type { Lexicon } from './lexicon.ts';
import { findMarks, type Mark, markShapes } from './quote-marks.ts';
import { closerScores, closingEnds, type PrintedKeys, printedKeys } from './swap-pairs.ts';
import { bestReadings, type Choice, type Nesting, type Reached } from './viterbi.ts';
import { endWeights, faultWeights, weightOf } from './weight-lookup.ts';

export interface ReadMarks {
  readonly marks: readonly Mark[];
  readonly reached: Reached;
  /** By whose pair each is printed, where the book wants one pair outermost; else by that of its own key. */
  readonly printed?: PrintedKeys | undefined;
  /** Whether a mark, by its number, is read so though little speaks for it. */
  readonly isGuess: (mark: number) => boolean;
}

const none: ReadMarks = {
  marks: [],
  reached: { readings: [], states: [], faults: [], open: '', margins: () => [] },
  isGuess: () => false,
};
const never = Number.NEGATIVE_INFINITY;

/** Reads the marks of a block's text; `next` names the marks that the next block begins with. */
export function readMarks(
  text: string,
  evidence: Evidence,
  next: string,
  literal?: ReadonlySet<number>,
  locale?: Locale,
  outermost?: Primary,
  before?: readonly Key[],
  pieces: readonly Pick<Piece, 'start'>[] = [],
): ReadMarks {
  const marks = findMarks(text, literal, locale && markShapes(locale));
  if (marks.length === 0) return none;
  if (locale?.dense) return { marks, reached: alternateQuotes(text, marks), isGuess: none.isGuess };
  const letters = quotedLetters(text);
  const emphasised = quotedPieces(text, pieces);
  const choices = marks.map((mark) => {
    const choice = choiceOf(
      text,
      { ...mark, fixed: mark.fixed ?? letters?.get(mark.at) ?? emphasised?.get(mark.at) },
      evidence,
    );
    return outermost ? { ...choice, scores: closerScores(text, mark, choice.scores, next) } : choice;
  });
  const nesting = nestingOf(evidence, next);
  const outer = evidence.primary === 'double' ? '"' : "'";
  const reached = bestReadings(choices, outermost ? { ...nesting, ends: closingEnds(nesting.ends, next) } : nesting);
  return {
    marks,
    reached,
    isGuess: (number) => {
      const mark = marks[number];
      const reading = reached.readings[number];
      if (!mark || mark.key === '"') return false;
      return reading === 'open'
        ? evidence.primary === 'double' && endsFar(marks, reached, number)
        : reading === 'apostrophe' && isUntaught(text, mark, evidence);
    },
    printed: outermost && printedKeys(text, marks, reached.readings, outermost, before?.[0] === outer ? before : []),
  };
}

/** Beyond this many characters, an end without a stop before it tells little of where a quotation begins. */
const far = 50;

/**
 * Whether the single mark that closes what a mark opens is far behind it, and could as well be an apostrophe, or there is none and the
 * quotation stands in no other. Speech is long, phrases are not.
 */
function endsFar(marks: readonly Mark[], { readings, states: open }: Reached, opening: number): boolean {
  const start = marks[opening]?.at ?? 0;
  for (let i = opening + 1; i < marks.length; i++) {
    const mark = marks[i];
    if (!mark || mark.at - start > 10 * far) return false;
    if (mark.key === "'" && readings[i] === 'close') return mark.at - start > far && stanceOf(mark) === 'trail';
  }
  return states[open[opening] ?? 0] === 'S';
}

/** The marks that a text begins with, as `readMarks` wants them of the next block. */
export function openingMarks(text: string): string {
  const start = text.slice(0, 4);
  return /["'‘’“”]/.test(start) ? beginning(findMarks(start)) : '';
}

const nestings = new Map<string, Nesting>();

function nestingOf({ primary, lexicon: { learned } }: Evidence, next: string): Nesting {
  const name = `${primary} ${learned} ${next}`;
  let nesting = nestings.get(name);
  if (!nesting) {
    nesting = learned
      ? { faults: faultWeights(primary), ends: endWeights(primary, next) }
      : plainNesting(primary, next);
    nestings.set(name, nesting);
  }
  return nesting;
}

function choiceOf(text: string, mark: Mark, evidence: Evidence): Choice {
  const { key, fixed } = mark;
  const first = mark.left < 0 || text.charAt(mark.left) === '\u2028';
  if (fixed === 'open') return { key, first, scores: [0, never, never] };
  // A curly ’ may still be an apostrophe.
  const isCurly = fixed === 'close' && text.charAt(mark.at) === '’';
  if (fixed === 'close' && !isCurly) return { key, first, scores: [never, 0, never] };
  const stance = stanceOf(mark);
  if (stance === 'mid') return { key, first, scores: [never, weightOf('mid'), 0] };
  if (isSurelyCut(text, mark, stance, evidence.lexicon)) return { key, first, scores: [never, never, 0] };
  let open = !isCurly && canBe('open', mark, stance) ? 0 : never;
  let close = canBe('close', mark, stance) ? 0 : never;
  let apostrophe = isCurly || canBe('apostrophe', mark, stance) ? 0 : never;
  if (!evidence.lexicon.learned && (stance === 'lead' || stance === 'trail')) {
    const end = wordEnd(text, mark.right);
    const word = text.slice(mark.right, end).toLowerCase();
    // A word with a mark on either side is quoted: Italian has 'no and 'no' as well.
    const isQuoted = /^[.,!?…]{0,3}'(?![\p{L}\p{N}])/u.test(text.slice(end, end + 5));
    const standing = isQuoted ? 'unknown' : evidence.lexicon.standing(word);
    apostrophe += plainApostrophe(stance, standing, /^\p{N}/u.test(word));
    return { key, first, scores: [open, close, apostrophe] };
  }
  weigh(text, mark, stance, evidence, (reading, feature) => {
    const weight = weightOf(feature);
    if (reading === 'open') open += weight;
    else if (reading === 'close') close += weight;
    else apostrophe += weight;
  });
  if (!evidence.lexicon.learned) {
    apostrophe += plainApostrophe(stance, 'unknown', false);
    // Behind a word and before a stop, only a closing mark can stand: "Он сказал: "Да"",
    if (mark.rightKind === 'stop' && (mark.leftKind === 'word' || mark.leftKind === 'stop')) open = never;
  }
  return { key, first, scores: [open, close, apostrophe] };
}

/** Whether it is known without weighing that a mark stands for letters that are left out. */
function isSurelyCut(text: string, { at, left, right }: Mark, stance: Stance, lexicon: Lexicon): boolean {
  if (stance === 'trail') return lexicon.loses?.(wordBefore(text, left)) === true;
  if (stance !== 'lead') return false;
  const word = text.slice(right, wordEnd(text, right)).toLowerCase();
  return lexicon.standing(word) === 'own' || (word === 'n' && isAnd(text, at));
}

/** Whether an n between two marks stands for “and”: rock 'n' roll. */
const isAnd = (text: string, at: number): boolean =>
  /\p{L} $/u.test(text.slice(Math.max(0, at - 3), at)) && /^'n' \p{L}/iu.test(text.slice(at, at + 6));

function wordBefore(text: string, last: number): string {
  let start = last;
  while (kindAt(text, start - 1) === 'word') start--;
  return text.slice(start, last + 1).toLowerCase();
}

/** What the mark at an offset was read as; few rules ask. */
export function readingsOf({ marks, reached }: ReadMarks): (at: number) => Reading | undefined {
  let readings: ReadonlyMap<number, Reading> | undefined;
  return (at) => {
    readings ??= new Map(marks.map((mark, i) => [mark.at, reached.readings[i] ?? 'apostrophe']));
    return readings.get(at);
  };
}

/** The edits that print a block's readings. */
export function curlEdits({ marks, reached, printed }: ReadMarks, copy: Copy): readonly Edit[] {
  const { text, locale } = copy;
  const gap = copy.follows('punctuation-spacing') ? locale.gap : undefined;
  const edits: Edit[] = [];
  marks.forEach(({ at, key: typed, fixed }, i) => {
    const reading = reached.readings[i];
    const key = printed?.keys[i] ?? typed;
    if (!reading || (fixed && key === typed)) return;
    const glyph = glyphOf(key, reading, locale);
    if (gap === undefined || key === "'" || reading === 'apostrophe')
      edits.push({ start: at, end: at + 1, text: glyph });
    else if (reading === 'open') edits.push(...withGapAfter(text, at, glyph, gap, (place) => closingMark(copy, place)));
    else
      edits.push(
        ...withGapBefore(text, at, glyph, gap, (place) => leadingDash(text, place) || openingMark(copy, place)),
      );
  });
  return edits;
}

/** What a reading prints. */
export function glyphOf(key: Key, reading: Reading, { outer, inner }: Locale): string {
  if (reading === 'apostrophe') return '’';
  return (key === '"' ? outer : inner)[reading === 'open' ? 0 : 1];
}

/** How many blocks begin with speech before they tell which key it is typed with. */
const fewest = 5;

/**
 * Which key the outermost quotations of these texts are typed with. Blocks tell it that begin with a mark; where few do, the closing marks.
 * Where somebody tells all of a book, each paragraph begins with one key, and most speech has the other.
 */
export function primaryOf(texts: Iterable<string>): Primary {
  let double = 0;
  let single = 0;
  let beginDouble = 0;
  let beginSingle = 0;
  for (const text of texts) {
    if (/^["“]/.test(text)) beginDouble++;
    else if (/^['‘]/.test(text)) beginSingle++;
    // The mark first: it is rarer than the stops.
    for (const [mark] of text.matchAll(/["'”’](?<=[.,!?…].)(?=\s|$)/g)) {
      if (mark === '"' || mark === '”') double++;
      else single++;
    }
  }
  if (beginDouble >= fewest && beginDouble > 4 * beginSingle) return 'double';
  if (beginSingle >= fewest && beginSingle > 4 * beginDouble && single > 0) return 'single';
  return single > double ? 'single' : 'double';
}
