/** Dashes typed as hyphens become the dash of the language, spaced as it spaces it. */
import type { Dash } from '../languages/languages.ts';
import { kindAt } from '../text/characters.ts';
import { type Copy, isLiteral } from '../text/copy.ts';
import type { Edit } from '../text/edits.ts';
import { lineBreak } from '../text/passages.ts';
import { speechDashes } from './dialogue-dashes.ts';
import { interruptionAt } from './interruptions.ts';
import { pairedDashes, type TypedDash } from './paired-dashes.ts';
import { closesAt, closingMark, openingMark, opensBefore } from './quote-edges.ts';
import { isBlank, withoutBlanks } from './whitespace.ts';

const typed = /(?<![-–—])(?:-{2,6}|[-–])(?![-–—])/g;
const typedOrSet = /(?<![-–—])(?:-{2,6}|[-–—])(?![-–—])/g;

/** Typed dashes of a text, as edits; the spaces beside one are edits of their own, since they may lie in other nodes. */
export function setDashes(copy: Copy): readonly Edit[] {
  const { text } = copy;
  const { dash } = copy.locale;
  // Where the space before a dash is special, or a dash has an inner side, set dashes want a look too.
  const looks = dash.paired === true || dash.before === '\u00A0';
  if (!copy.follows('dashes') || !(looks ? /[-–—]/ : /[-–]/).test(text)) return [];
  const speech = new Set(speechDashes(copy).map(({ start }) => start));
  const found = [...text.matchAll(looks ? typedOrSet : typed)]
    .filter(({ index, 0: whole }) => !speech.has(index) && !isLiteral(copy, index, index + whole.length))
    .map(({ index, 0: whole }) => withSpaces(copy, index, whole.length));
  const breaksOff = copy.follows('interruptions')
    ? ({ start, at, length }: TypedDash) =>
        length === 1 && start === at && text.charAt(at) === '-' && interruptionAt(copy, at)?.stands === 'dash'
    : () => false;
  if (dash.paired) return pairedDashes(copy, found, speech.size > 0, breaksOff);
  return found.flatMap((each) => {
    if (isPrice(copy, each)) return [{ start: each.at, end: each.at + each.length, text: '–' }];
    const isDash =
      isSetDash(text, each) ||
      (isPause(text, each) && !isQuotedHyphen(copy, each)) ||
      (speech.size > 0 && isTurn(text, each)) ||
      breaksOff(each);
    return isDash ? dashEdits(copy, dash, each) : [];
  });
}

/** Whether a hyphen is all that is quoted: “press '-' to go on”. */
const isQuotedHyphen = (copy: Copy, { start, length, end }: TypedDash): boolean =>
  length === 1 && end === start + 1 && openingMark(copy, start - 1) && closingMark(copy, end);

/** No pence, in languages that write them so: “5,– Euro”, “Fr. 5.–”. */
function isPrice({ text, lang, locale }: Copy, { at, length }: TypedDash): boolean {
  if (length > 2 || locale.dash.before === '' || kindAt(text, at + length) === 'word') return false;
  const before = text.slice(Math.max(0, at - 16), at);
  return (
    /\d,$/.test(before) || (/\d\.$/.test(before) && (/-ch$/i.test(lang) || /(?:Fr|CHF|€)\.? ?[\d’'. ]+$/.test(before)))
  );
}

/** Where a paragraph is speech: whether a hyphen that touches the next word begins what is said, or who says it: “-Да, -сказал он.” */
function isTurn(text: string, { start, at, length, end }: TypedDash): boolean {
  if (length > 1 || end > at + 1 || kindAt(text, end) !== 'word' || isDigit(text, end)) return false;
  return at > start ? true : /[.,!?…]/.test(text.charAt(at - 1));
}

/** A word that is only half told: “D---”, “Lord C---”, “F--- you”; “I---” and “g---” break off. */
const halfTold = () => /(?<![\p{L}\p{N}])[B-HJ-NP-Zf]$/u;
/** Words that are not printed whole, by what is left of them: s--t, f--king, D--n. */
const unprinted =
  /^(?:s_t|sh_t|f_k(?:ing?|ed|ers?|s)?|d_(?:n|d|l|ned)|b_(?:h|ch|tch|y|d)(?:es)?|h_l|c_t|p_s|g_d|bl_dy)$/;

/** Whether two hyphens or three stand for the letters that a word leaves out. */
function isHalfTold(text: string, at: number, length: number): boolean {
  const before = /[\p{L}]{1,2}$/u.exec(text.slice(Math.max(0, at - 3), at))?.[0] ?? '';
  if (before === '' || kindAt(text, at - before.length - 1) === 'word') return false;
  const after = /^\p{L}*/u.exec(text.slice(at + length, at + length + 6))?.[0] ?? '';
  if (after !== '') return unprinted.test(`${before}_${after}`.toLowerCase());
  return length === 3 && halfTold().test(text.slice(Math.max(0, at - 2), at));
}

function withSpaces(copy: Copy, at: number, length: number): TypedDash {
  const { text, locale } = copy;
  let start = at;
  while (isBlank(text, start - 1)) start--;
  let end = at + length;
  while (isBlank(text, end)) end++;
  // The gap inside a quotation is no space that belongs to the dash.
  if (locale.gap && openingMark(copy, start - 1)) start = at;
  if (locale.gap && closingMark(copy, end)) end = at + length;
  return { start, at, length, end };
}

function isSetDash(text: string, { start, at, end }: TypedDash): boolean {
  return text.charAt(at) === '—' && at > start && end > at + 1;
}

/** A dash without space around it; dashes in a row with space between them stand for words that are not told, and keep it. */
function closedEdits(text: string, { glyph }: Dash, { start, at, length, end }: TypedDash): readonly Edit[] {
  const dash = { start: at, end: at + length, text: glyph };
  const isInRow =
    (at > start && kindAt(text, start - 1) === 'dash') || (end > at + length && kindAt(text, end) === 'dash');
  return isInRow ? [dash] : [...withoutBlanks(start, at), dash, ...withoutBlanks(at + length, end)];
}

function dashEdits(copy: Copy, dash: Dash, { start, at, length, end }: TypedDash): readonly Edit[] {
  const { text } = copy;
  const whole = { start: at, end: at + length };
  // Two hyphens or three are a dash; four and six stand for a word that is not told.
  if (length > 3 && dash.glyph !== '——') return [{ ...whole, text: length < 6 ? '⸺' : '⸻' }];
  if (length > 1 && isHalfTold(text, at, length)) return [{ ...whole, text: '⸺' }];
  if (dash.before === '' && dash.after === '') return closedEdits(text, dash, { start, at, length, end });
  if (isDigit(text, at - 1) && isDigit(text, at + length)) return [{ ...whole, text: '–' }];
  const edits: Edit[] = [];
  if (text.slice(at, at + length) !== dash.glyph) {
    const closes = closesAt(copy, end);
    // Where somebody breaks off, the dash must not be parted from the last word.
    const before = at > start || opensBefore(copy, start) ? '' : closes ? '\u00A0' : dash.before;
    const after = end > at + length || closes ? '' : dash.after;
    edits.push({ ...whole, text: before + dash.glyph + after });
  }
  // Behind a mark that nothing stands before, the space is inside a quotation, where it is another rule's.
  const opens = !copy.locale.gap && kindAt(text, start - 1) === 'quote' && kindAt(text, start - 2) === 'space';
  const ties = dash.before === '\u00A0' && at > start && start > 0 && !opens;
  if (ties && text.slice(start, at) !== dash.before)
    edits.push({ start, end: start + 1, text: dash.before }, ...withoutBlanks(start + 1, at));
  return edits;
}

/** Whether a single hyphen or en dash stands for a pause: space on both sides, or on one and a quotation's edge on the other. */
function isPause(text: string, { start, at, length, end }: TypedDash): boolean {
  if (length > 1) return true;
  if (text.charAt(at) === '—') return false;
  const spaceBefore = at > start;
  const spaceAfter = end > at + 1;
  const left = kindAt(text, start - 1);
  const right = kindAt(text, end);
  if (spaceBefore && spaceAfter) return !(isDigit(text, start - 1) && isDigit(text, end));
  if (spaceBefore) return right === 'quote' || right === 'stop' || isEdge(text, end);
  if (spaceAfter) return left === 'quote' || left === 'opener' || (start === at && isEdge(text, at - 1));
  return left === 'quote' && (right === 'quote' || right === 'stop');
}

/** Whether the text or a line of it ends there. */
function isEdge(text: string, at: number): boolean {
  return at < 0 || at >= text.length || text.charAt(at) === lineBreak;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}
