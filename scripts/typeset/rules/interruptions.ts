/**
 * A hyphen at the edge of speech, where somebody breaks off (“But I thought-”) or cuts in (“-and that’s when…”).
 * In: a text whose quotation marks have been read. Out: where such hyphens stand, and what speaks against a dash.
 */
import { kindAt, wordEnd } from '../text/characters.ts';
import { type Copy, isIn } from '../text/copy.ts';
import { closingMark, openingMark } from './quote-edges.ts';
import { isBlank } from './whitespace.ts';

type Words = Pick<Copy, 'text' | 'lang' | 'locale' | 'reading' | 'block'>;

/** A hyphen that means an interruption, the part of a word (“un-”), or what could as well be the other. */
export interface Interruption {
  readonly stands: 'dash' | 'hyphen';
  readonly isSure: boolean;
}

/** How far a quotation is followed to its other end: one of a single word is no longer. */
const reach = 40;
/** What is said of a part of a word. */
const named = /\b(?:prefix|suffix|ending|particle|hyphen|syllable|letters?|words?|form|an?)(?:es|s)?,?[ \u00A0]$/i;
const counted = /^,?[ \u00A0](?:and|or|means?|is|was|as in|at the (?:end|beginning|front))\b/i;

/** Marks at school and groups of blood: “a B-”. */
const graded = /\b(?:an?|type|grade|group) (?:AB|[A-FO])$/iu;

/** The letters before `at`. */
export const wordBefore = (text: string, at: number): string =>
  /[\p{L}\p{M}]{1,20}$/u.exec(text.slice(Math.max(0, at - 20), at))?.[0] ?? '';

/** What the hyphen at `at` means, if it stands at an edge of speech. */
export function interruptionAt(copy: Words, at: number): Interruption | undefined {
  const { text } = copy;
  if (openingMark(copy, at - 1) && kindAt(text, at + 1) === 'word') return judge(copy, at + 1, endOf(copy, at + 1), at);
  if (kindAt(text, at - 1) !== 'word') return undefined;
  const isGraded = () => graded.test(text.slice(Math.max(0, at - 9), at));
  if (isBlank(text, at + 1)) return isGraded() ? { stands: 'hyphen', isSure: true } : withinSentence(copy, at);
  const end = skipStops(text, at + 1);
  const closes = closingMark(copy, end);
  if (!closes && end < text.length) return undefined;
  if (isGraded()) return { stands: 'hyphen', isSure: true };
  if (closes) return judge(copy, startOf(copy, at), at, at);
  // A thought has no marks: *But I thought-*
  const isThought = copy.block === 'paragraph' && / .* .*\p{Ll}-[!?]*$/u.test(text);
  return isThought ? { stands: 'dash', isSure: false } : undefined;
}

/** What goes on behind a hyphen with a space: “pre- and post-war”. */
const shared = /^(?:and|&|or|nor|to|but|than|through|versus|vs)\b/;

/** A hyphen behind a word and before a space: “It’s not- it’s…” in English, and in all languages where a word is begun again. */
function withinSentence({ text, lang }: Words, at: number): Interruption | undefined {
  let end = at + 1;
  while (isBlank(text, end)) end++;
  const word = wordBefore(text, at);
  const again = text.slice(end, wordEnd(text, end));
  // -o-O-o- is drawn.
  if (word === '' || again === '' || /(?:^|\s)-(?!-)\S*$/.test(text.slice(Math.max(0, at - 20), at))) return undefined;
  if (again.toLowerCase().startsWith(word.toLowerCase()) && !shared.test(again))
    return { stands: 'dash', isSure: true };
  return isIn({ lang }, 'en') && !shared.test(again) ? { stands: 'dash', isSure: false } : undefined;
}

/** `from` and `to` are the ends of what is said, without the hyphen; where one is not found, much is said. */
function judge({ text }: Words, from: number | undefined, to: number | undefined, at: number): Interruption {
  if (from === undefined || to === undefined) return { stands: 'dash', isSure: true };
  const words = text.slice(from, to);
  if (/\s/.test(words.trim())) return { stands: 'dash', isSure: true };
  const outside = text.slice(Math.max(0, Math.min(from, at) - 16), Math.max(0, Math.min(from, at) - 1));
  const isNamed = named.test(outside) || counted.test(text.slice(Math.max(to, at + 1) + 1));
  if (isNamed || /^(?:[A-HJ-NP-Z]|\d+)$/.test(words)) return { stands: 'hyphen', isSure: true };
  const isPart = words === words.toLowerCase();
  return { stands: isPart ? 'hyphen' : 'dash', isSure: false };
}

function skipStops(text: string, from: number): number {
  let end = from;
  while (end < from + 4 && '!?.…'.includes(text.charAt(end)) && end < text.length) end++;
  return end;
}

function startOf(copy: Words, at: number): number | undefined {
  for (let from = at; from > 0 && from > at - reach; from--) if (openingMark(copy, from - 1)) return from;
  return undefined;
}

function endOf(copy: Words, at: number): number | undefined {
  for (let to = at; to < copy.text.length && to < at + reach; to++) if (closingMark(copy, to)) return to;
  return undefined;
}
