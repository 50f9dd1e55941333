/**
 * Breaks a text into balanced lines, at the largest size at which it fits a box.
 * In: a text and a box, in pixels. Out: lines and their size.
 */
import type { Measures } from '../codecs/open-type.ts';

/** The box for a text, and how it may fill it. */
export interface TextBox {
  readonly width: number;
  readonly height: number;
  /** Sizes in pixels; the largest that fits is taken. */
  readonly largest: number;
  readonly smallest: number;
  /** From line to line, in ems. */
  readonly leading: number;
  /** Put between letters, in ems. */
  readonly spacing?: number | undefined;
  /** Whether it is set in small capitals, which are wider than small letters. */
  readonly smallCaps?: boolean | undefined;
}

export interface FittedText {
  readonly size: number;
  readonly lines: readonly string[];
  /** From the first line to the last, in pixels: (lines − 1) × leading × size. */
  readonly depth: number;
}

/** A piece that no line divides, and its width in ems. */
interface Piece {
  readonly text: string;
  readonly width: number;
  /** Whether a space parts it from the piece before. */
  readonly apart: boolean;
}

const step = 0.94;
const sparing = 0.82;
const wholesome = 0.6;
/** Chinese and Japanese put no spaces between words: a line may end after any sign, kana and full stops among them. */
const ideograph = /[\u2E80-\u30FF\u3105-\u312F\u31F0-\u9FFF\uF900-\uFAFF\uFF00-\uFF60]/;
/** But for closing marks and small kana, which do not begin a line, and opening ones, which do not end one (JIS X 4051). */
const betweenIdeographs =
  /[（〈《「『【〔“‘(]{0,9}(?:[\u2E80-\u30FF\u3105-\u312F\u31F0-\u9FFF\uF900-\uFAFF\uFF00-\uFF60]|[^\u2E80-\u30FF\u3105-\u312F\u31F0-\u9FFF\uF900-\uFAFF\uFF00-\uFF60（“‘(]{1,1000})[、。，．・：；？！…‥—ー々ゝゞぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ）〉》」』】〕”’)\],.!?;:～]{0,9}|[（〈《「『【〔“‘(]{1,9}/gu;

/** Small capitals, measured by the small letters they stand for. */
const widened = 1.2;

/**
 * Fits a text into a box. Compounds are divided at their hyphens where that allows much larger letters; a word too long for
 * the smallest size is divided anywhere, as the last resort.
 */
export function fitText(text: string, typeface: Measures, box: TextBox): FittedText {
  const { spacing = 0, smallCaps = false } = box;
  const ems = (word: string): number => {
    let sum = 0;
    for (const sign of word) {
      const advance = typeface.advance(sign.codePointAt(0) ?? 0) ?? 0;
      sum += advance * (smallCaps && /\p{Ll}/u.test(sign) ? widened : 1) + (/\p{M}/u.test(sign) ? 0 : spacing);
    }
    return sum;
  };
  const set = (part: RegExp): FittedText => fill(piecesOf(text, part, ems, box.width / box.smallest), ems(' '), box);
  const whole = set(ideograph.test(text) ? betweenIdeographs : /.{1,1000}/gsu);
  if (!/[-–—/]/.test(text)) return whole;
  const divided = set(/[^-–—/]{0,1000}[-–—/]{1,100}|[^-–—/]{1,1000}/gu);
  return whole.size >= wholesome * divided.size ? whole : divided;
}

function fill(pieces: readonly Piece[], space: number, box: TextBox): FittedText {
  if (pieces.length === 0) return { size: box.smallest, lines: [], depth: 0 };
  const at = (size: number): number => linesNeeded(pieces, box.width / size, space);
  const sizes: number[] = [];
  for (let size = box.largest; size > box.smallest; size *= step) sizes.push(Math.round(size));
  sizes.push(box.smallest);
  const fits = (size: number): boolean => (at(size) - 1) * box.leading * size + size <= box.height;
  const largest = sizes.find(fits) ?? box.smallest;
  // Somewhat smaller letters, where they save a line: a title in fewer lines is read faster.
  const size = sizes.find((each) => each >= sparing * largest && at(each) < at(largest) && fits(each)) ?? largest;
  const lines = balanced(pieces, at(size), box.width / size, space);
  const most = Math.max(1, 1 + Math.floor((box.height - size) / (box.leading * size)));
  const kept = lines.length > most ? [...lines.slice(0, most - 1), `${lines[most - 1] ?? ''}…`] : lines;
  return { size, lines: kept, depth: (kept.length - 1) * box.leading * size };
}

function piecesOf(text: string, part: RegExp, ems: (word: string) => number, widest: number): readonly Piece[] {
  return text.split(' ').flatMap((word) =>
    (word.match(part) ?? []).flatMap((each, index) => {
      const whole = { text: each, width: ems(each), apart: index === 0 };
      return whole.width <= widest ? [whole] : divided(each, ems, widest, index === 0);
    }),
  );
}

function divided(word: string, ems: (word: string) => number, widest: number, apart: boolean): readonly Piece[] {
  const parts: Piece[] = [];
  let text = '';
  for (const sign of word) {
    if (text !== '' && !/\p{M}/u.test(sign) && ems(text + sign) > widest) {
      parts.push({ text, width: ems(text), apart: apart && parts.length === 0 });
      text = '';
    }
    text += sign;
  }
  return [...parts, { text, width: ems(text), apart: apart && parts.length === 0 }];
}

/** How many lines a text takes when each is filled; without end where a piece is wider than a line. */
function linesNeeded(pieces: readonly Piece[], measure: number, space: number): number {
  let count = 1;
  let width = 0;
  for (const piece of pieces) {
    if (piece.width > measure) return Number.POSITIVE_INFINITY;
    const wider = width + (width > 0 && piece.apart ? space : 0) + piece.width;
    if (width > 0 && wider > measure) {
      count++;
      width = piece.width;
    } else width = wider;
  }
  return count;
}

/** The lines that can begin with a piece: where each ends, its width, and how badly it ends. */
function* linesFrom(pieces: readonly Piece[], from: number, measure: number, space: number) {
  let width = 0;
  for (const [at, piece] of pieces.slice(from).entries()) {
    width += piece.width + (at > 0 && piece.apart ? space : 0);
    if (width > measure && at > 0) return;
    const end = from + at + 1;
    const following = pieces[end];
    yield { end, width, badness: following ? badnessOf(piece.text, following) : 0 };
  }
}

/** How badly a line ends before a piece: in a little word, inside a compound, or in the midst of what Japanese kana show to be one word. */
function badnessOf(text: string, { text: next, apart }: Piece): number {
  if (ideograph.test(text) && !apart)
    return /[\u3041-\u309F、。]$/.test(text) && !/^[\u3041-\u309F]/.test(next) ? 0 : 0.3;
  const little = text.length <= 3 ? (text.length < 3 ? 0.4 : 0.15) : 0;
  return little + (apart ? 0 : 0.3);
}

/** The `count` lines whose widths differ least, none ending in a little word or inside a compound where that can be helped. */
function balanced(pieces: readonly Piece[], count: number, measure: number, space: number): readonly string[] {
  const total = pieces.reduce((sum, piece, index) => sum + piece.width + (index > 0 && piece.apart ? space : 0), 0);
  const ideal = total / count;
  // costs[end]: the least cost of setting the first `end` pieces in so many lines; begins[line][end]: where the last of them begins.
  let costs: readonly number[] = [0, ...pieces.map(() => Number.POSITIVE_INFINITY)];
  const begins: number[][] = [];
  for (let line = 1; line <= count; line++) {
    const next = costs.map(() => Number.POSITIVE_INFINITY);
    const begin = costs.map(() => 0);
    for (const [from, before] of costs.entries()) {
      if (before === Number.POSITIVE_INFINITY) continue;
      for (const { end, width, badness } of linesFrom(pieces, from, measure, space)) {
        const cost = before + (width - ideal) ** 2 + badness * ideal * ideal;
        if (cost >= (next[end] ?? 0)) continue;
        next[end] = cost;
        begin[end] = from;
      }
    }
    costs = next;
    begins.push(begin);
  }
  const lines: string[] = [];
  for (let line = count, end = pieces.length; line > 0; line--) {
    const from = begins[line - 1]?.[end] ?? 0;
    const words = pieces.slice(from, end);
    lines.unshift(words.map(({ text, apart }, index) => (index > 0 && apart ? ` ${text}` : text)).join(''));
    end = from;
  }
  return lines.filter((line) => line !== '');
}
