/**
 * Tells the language of a story whose author does not say it, from its letters and words. In: texts. Out: a language, and how sure it is.
 * Pieces from the whole story vote, so that a song or a letter in another language does not decide for it.
 */
import { isNamedLanguage, nameOfLanguage } from '../book/language-names.ts';
import { lookUp } from '../book/look-up.ts';
import { countEastAsian } from '../book/word-list.ts';
import { guessed, type Place, type Problem, problem } from '../report/problem.ts';

interface DetectedLanguage {
  /** BCP 47; none where the words leave a doubt. */
  readonly tag: string | undefined;
  /** From 0 to 1. */
  readonly confidence: number;
}

/** What a book has where nobody says anything. */
export const usualLanguage = 'en';

/** So many pieces are looked at, of so many letters each. */
const most = { pieces: 24, letters: 240 };
/** In fewer letters no language is told; one of another alphabet says as much as two, a sign of Chinese, Japanese or Korean as three. */
const leastLetters = 70;
/** In fewer a doubt is not told: names and noises make no book. */
const leastDoubt = 1000;
/** In so many it is told where the detector leaves no doubt. */
const leastSure = { letters: 45, accuracy: 0.7 };
/** Of a piece’s own likelihood, as the detector measures it: below are names and noises. */
const leastAccuracy = 0.15;
/** So much of the pieces must be of one language. */
const leastShare = 0.75;

/** The language of texts; nothing where they have too few words to tell one by. */
export async function detectLanguage(texts: readonly string[]): Promise<DetectedLanguage | undefined> {
  const pieces = piecesOf(texts);
  const letters = pieces.reduce((sum, piece) => sum + weightOf(piece), 0);
  if (letters < leastSure.letters) return languageOfAlphabet(pieces.join(' '));
  if (isEnglish(pieces)) return { tag: usualLanguage, confidence: 1 };
  const least = letters < leastLetters ? leastSure.accuracy : leastAccuracy;
  const { detectAll } = await import('tinyld'); // half a megabyte
  const votes = new Map<string, number>();
  for (const piece of pieces) {
    const [first] = detectAll(piece);
    // Languages without a name here are Klingon and others that only noises are taken for.
    if (first && isNamedLanguage(first.lang) && first.accuracy >= least)
      votes.set(first.lang, (votes.get(first.lang) ?? 0) + 1);
  }
  const [found, count] = [...votes].reduce((best, each) => (each[1] > best[1] ? each : best), [usualLanguage, 0]);
  // What is no language (code, tables, names) has no vote; in more than half it leaves a doubt.
  const voted = [...votes.values()].reduce((sum, each) => sum + each, 0);
  const share = count / Math.max(1, voted);
  const whole = pieces.join(' ');
  if (share < leastShare || count * 2 < pieces.length)
    return languageOfAlphabet(whole) ?? (letters < leastDoubt ? undefined : unsure);
  const tag = lookUp(variants, found)?.(whole) ?? found;
  return { tag, confidence: Math.round(share * 95) / 100 };
}

/** Whether texts have so few letters of the script that a language is written in that they are in another one. */
export function isOtherScript(tag: string, texts: readonly string[]): boolean {
  const pattern = scriptOf(tag);
  const letters = texts.join(' ').replace(/\P{L}+/gu, '');
  if (pattern === undefined || letters.length < leastLetters) return false;
  return letters.length - letters.replace(pattern, '').length < letters.length / 20;
}

/** A letter of the script of a language. */
function scriptOf(tag: string): RegExp | undefined {
  try {
    const { script = '' } = new Intl.Locale(tag).maximize();
    const all = { Jpan: ['Hira', 'Kana', 'Hani'], Kore: ['Hang', 'Hani'], Hans: ['Hani'], Hant: ['Hani'] };
    const names = script in all ? all[script as keyof typeof all] : [script];
    return new RegExp(`[${names.map((name) => `\\p{sc=${name}}`).join('')}]`, 'gu');
  } catch {
    return undefined; // no language, or one without a script
  }
}

const unsure: DetectedLanguage = { tag: undefined, confidence: 0.4 };

/** What an author is told of it: nothing where it is the usual one. */
export function languageHints({ tag, confidence }: DetectedLanguage, place: Place): readonly Problem[] {
  if (tag === usualLanguage) return [];
  const name = tag && nameOfLanguage(tag.replace(/-Latn$/, ''));
  const reason = name
    ? `The text is in ${name} by its words, so the book is set as ${name} (“lang: ${tag}”).`
    : 'The words do not tell the language, so the book is set as English.';
  const way = 'If it is in another language, say so: “lang: …” in book.yaml.';
  return [guessed(confidence, problem('language-guessed', place, reason, way))];
}

/** Pieces at equal distances, without marks, addresses and code; few words are one piece. */
function piecesOf(all: readonly string[]): readonly string[] {
  const isShort = all.reduce((sum, { length }) => sum + length, 0) < most.letters * 2;
  const texts = isShort ? [all.join('\n')] : all;
  const total = texts.reduce((sum, { length }) => sum + length, 0);
  const step = Math.max(most.letters * 3, Math.ceil(total / most.pieces));
  const slices = texts.flatMap((text) =>
    Array.from({ length: Math.ceil(text.length / step) }, (_, at) =>
      text.slice(at * step, at * step + most.letters * 3),
    ),
  );
  const every = Math.ceil(slices.length / (most.pieces * 2)); // of many short files not each has one
  return slices
    .flatMap((slice, at) => (at % every === 0 ? wordsOf(slice) : []))
    .filter((piece) => weightOf(piece) >= 20);
}

const wordsOf = (text: string): string =>
  text
    .replace(/^---\n.*?\n---$/ms, ' ')
    .replace(/`[^`]*`|<[^<>]*>|\b(?:https?:|www\.)\S+|\]\([^()\s]*\)/g, ' ')
    .replace(/[^\p{L}\p{M}\s'’.,;:!?。、，-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, most.letters)
    .trim();

function weightOf(piece: string): number {
  const letters = countOf(piece, /\p{L}/gu);
  if (/^[\0-\u00B4\u00B6-\u024F\u2000-\u206F]*$/.test(piece)) return letters; // of the Latin alphabet
  return letters + countOf(piece, /(?!\p{sc=Latin})\p{L}/gu) + countEastAsian(piece);
}

/** English is known by its commonest words, without the detector: no other language has so many of them. */
function isEnglish(pieces: readonly string[]): boolean {
  const words = pieces.flatMap((piece) => piece.toLowerCase().match(/[\p{L}'’]+/gu) ?? []);
  const own = words.filter((word) => /^(?:the|and|of|to|that|with|his|her|you|for|not|but|they|said)$/.test(word));
  return own.length > words.length * 0.1;
}

/** Alphabets in which only one language is usually written: they tell it where words are too few, or none that the detector knows. */
const ownAlphabets: Readonly<Record<string, RegExp>> = {
  am: /\p{sc=Ethiopic}/gu,
  bn: /\p{sc=Bengali}/gu,
  el: /\p{sc=Greek}/gu,
  he: /\p{sc=Hebrew}/gu,
  hy: /\p{sc=Armenian}/gu,
  ja: /[\p{sc=Hira}\p{sc=Kana}]/gu,
  gu: /\p{sc=Gujarati}/gu,
  ka: /\p{sc=Georgian}/gu,
  km: /\p{sc=Khmer}/gu,
  kn: /\p{sc=Kannada}/gu,
  ko: /\p{sc=Hang}/gu,
  lo: /\p{sc=Lao}/gu,
  ml: /\p{sc=Malayalam}/gu,
  my: /\p{sc=Myanmar}/gu,
  or: /\p{sc=Oriya}/gu,
  pa: /\p{sc=Gurmukhi}/gu,
  si: /\p{sc=Sinhala}/gu,
  ta: /\p{sc=Tamil}/gu,
  te: /\p{sc=Telugu}/gu,
  th: /\p{sc=Thai}/gu,
};

function languageOfAlphabet(text: string): DetectedLanguage | undefined {
  const letters = countOf(text, /(?!\p{sc=Han})\p{L}/gu); // kanji stand beside kana
  const found = Object.entries(ownAlphabets).find(([, own]) => countOf(text, own) > letters * 0.9);
  return found && { tag: found[0], confidence: 0.8 };
}

/** Languages that the detector does not part from their neighbours. */
const variants: Readonly<Record<string, (text: string) => string>> = {
  zh: (text) =>
    countOf(text, /[這個們說來時會國對過後還]/g) > countOf(text, /[这个们说来时会国对过后还]/g) ? 'zh-Hant' : 'zh',
  // Nepali has “छ” and “हरू” where Hindi has “है” and “में”.
  hi: (text) => (countOf(text, /छ|हरू/g) > countOf(text, /है|में/g) ? 'ne' : 'hi'),
  // “Dijete” in Croatian is “dete” in Serbian.
  sr: (text) =>
    /\p{sc=Cyrillic}/u.test(text) ? 'sr' : countOf(text, /ije|dje|mje|vje/g) * 150 > text.length ? 'hr' : 'sr-Latn',
};
const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
