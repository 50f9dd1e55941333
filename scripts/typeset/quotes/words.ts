import { kindAt } from '../text/characters.ts';

/**
 * The words of a book, as evidence: how often each stands whole, and how often with an apostrophe at either end.
 * A book that drops letters drops the same ones again and again, so what is sure in some places tells of the others.
 */
export interface Words {
  /** How often the word stands with no mark at either end. */
  whole(word: string): number;
  /** How often it follows a mark. */
  led(word: string): number;
  /** How often it follows a mark in the midst of a clause (“and 'tis”), where quotations seldom begin, or in speech where none closes. */
  marked(word: string): number;
  /** How often that is so where nothing behind it could close a quotation: what such a mark is, is sure. */
  taught(word: string): number;
  /** How often it stands within a clause between two marks, though it does not often lose its end: “a 'bluff' man”, “he 'termine' to go”. */
  framed(word: string): number;
  /** How often a mark follows it, with nothing else between it and the next word: “roun' de house”. */
  trailed(word: string): number;
  /** How often it has lost its end and nothing else, as far as marks tell. */
  cut(word: string): number;
  /** Whether a mark follows it so often that one behind it is no closing one. */
  losesEnd(word: string): boolean;
  /** What a function says of a word and what follows it, which is asked once. */
  once(name: string, find: () => Use): Use;
}

/** What a word behind a mark says by itself: how it stands to elision and to the book, and features. */
export interface Use {
  readonly list: string;
  readonly known: string;
  readonly restored: string;
  readonly features: readonly string[];
}

interface Counts {
  readonly whole: ReadonlyMap<string, number>;
  readonly led: ReadonlyMap<string, number>;
  readonly marked: ReadonlyMap<string, number>;
  readonly taught: ReadonlyMap<string, number>;
  readonly framed: ReadonlyMap<string, number>;
  readonly trailed: ReadonlyMap<string, number>;
  readonly cut: ReadonlyMap<string, number>;
  readonly losesEnd: (word: string) => boolean;
}

/** Counts the words of a book's texts when first asked: most books never ask. */
export function countWords(texts: () => Iterable<string>): Words {
  let counts: Counts | undefined;
  const found = new Map<string, Use>();
  const counted = () => (counts ??= count(texts()));
  return {
    whole: (word) => sumOf(counted().whole, word),
    led: (word) => sumOf(counted().led, word),
    marked: (word) => sumOf(counted().marked, word),
    taught: (word) => sumOf(counted().taught, word),
    framed: (word) => sumOf(counted().framed, word),
    trailed: (word) => sumOf(counted().trailed, word),
    cut: (word) => sumOf(counted().cut, word),
    losesEnd: (word) => counted().losesEnd(word),
    once: (name, find) => {
      const known = found.get(name) ?? find();
      found.set(name, known);
      return known;
    },
  };
}

/** How often a word stands; one with a capital may begin a sentence, so its small spelling counts with it. */
function sumOf(counts: ReadonlyMap<string, number>, word: string): number {
  const small = word.toLowerCase();
  return (counts.get(small) ?? 0) + (small === word ? 0 : (counts.get(word) ?? 0));
}

// What a space parts, marks and all: the second half of “don’t” is no word.
const tokens = /['‘’\p{L}\p{N}]+/gu;
const wholeToken = /^\p{L}[\p{L}'’]*/u;
const ledTokens = /(?<!['‘’\p{L}\p{N}])['‘’]+(\p{L}[\p{L}'’]*)['‘’\p{L}\p{N}]*/gu;
const trailedToken = /\p{L}['’]$/u;
/** A mark before a word, as where a short quotation has begun. */
const openMark = /(?<![\p{L}\p{N}])['‘](?=\p{L})/u;
const contraction = /['’](?:s|d|ll|re|ve|m|t)$/;

/** How far ahead the end of speech is looked for. */
const horizon = 2000;

/** The word that a run of letters and apostrophes stands for: “don't” is “don”, “'Liz'beth's” is “Liz'beth”. */
export function stemOf(token: string): string {
  const word = token.replace(/['’]+$/, '');
  return word.includes("'") || word.includes('’') ? word.replace(contraction, '') : word;
}

/** A word that a mark stands before, and the text in which a quotation that begins with it would close. */
interface Led {
  readonly word: string;
  readonly text: string;
  readonly isInClause: boolean;
  /** Whether a mark touches it at its end, too. */
  readonly isFramed: boolean;
}

function count(texts: Iterable<string>): Counts {
  // Spellings are counted first and read afterwards: a book has fifty times as many words as spellings.
  const spellings = new Map<string, { times: number }>(); // in an object: to count on, nothing is looked up twice
  const led = new Map<string, number>();
  const marked = new Map<string, number>();
  const trailed = new Map<string, number>();
  const unsure: Led[] = [];
  for (const text of texts) {
    for (const token of text.match(tokens) ?? []) {
      const known = spellings.get(token);
      if (known) known.times++;
      else spellings.set(token, { times: 1 });
    }
    addTrailed(text, trailed);
    for (const { 0: token, 1: found = '', index } of text.matchAll(ledTokens)) {
      const word = stemOf(found);
      add(led, word, 1);
      const end = index + token.length;
      const isInClause = /[\p{L}\p{N}]['’]? $/u.test(text.slice(Math.max(0, index - 4), index));
      const until = isInClause ? end + 30 : spokenUntil(text, end);
      const isFramed = /['’]$/.test(token);
      if (until > 0) unsure.push({ word, text: text.slice(index + 1, until), isInClause, isFramed });
    }
  }
  const cut = new Map(trailed);
  const whole = wholeWords(spellings, trailed);
  const losesEnd = (word: string): boolean => {
    const times = sumOf(trailed, word);
    return times > 2 && times * 4 >= sumOf(whole, word);
  };
  const taught = new Map<string, number>();
  const framed = new Map<string, number>();
  for (const { word, text, isInClause, isFramed } of unsure) {
    if (isFramed && !losesEnd(word)) {
      add(framed, word, 1);
      continue;
    }
    const isSure = !closesSoon(text, losesEnd);
    if (isSure) add(taught, word, 1);
    if (isSure || isInClause) add(marked, word, 1);
  }
  return { whole, led, marked, taught, framed, trailed, cut, losesEnd };
}

/** Counts the words that a mark stands behind, and no letter. */
function addTrailed(text: string, trailed: Map<string, number>): void {
  for (const { index: at } of text.matchAll(/['’]/g)) {
    if (kindAt(text, at - 1) !== 'word' || isToken(text, at + 1)) continue;
    let start = at;
    while (isToken(text, start - 1)) start--;
    if (!openMark.test(text.slice(Math.max(0, start - 40), start + 1))) add(trailed, stemOf(text.slice(start, at)), 1);
  }
}

/** Where speech in double marks ends that goes on at `at`; below nought if the next such mark opens, or is far. */
function spokenUntil(text: string, at: number): number {
  const shut = text.slice(at, at + horizon).indexOf('"');
  const kind = kindAt(text, at + shut - 1);
  return shut >= 0 && (kind === 'stop' || kind === 'dash' || kind === 'word') ? at + shut : -1;
}

/** Whether a character belongs to a word or to the marks at it. */
const isToken = (text: string, at: number): boolean => kindAt(text, at) === 'word' || /['‘’]/.test(text.charAt(at));

/** The words with no mark at either end; those between two marks go to the trailed ones where they are cut rather than quoted. */
function wholeWords(
  spellings: ReadonlyMap<string, { readonly times: number }>,
  trailed: Map<string, number>,
): ReadonlyMap<string, number> {
  const whole = new Map<string, number>();
  const framed = new Map<string, number>();
  for (const [spelling, { times }] of spellings) {
    const found = wholeToken.exec(spelling)?.[0];
    const isTrailed = trailedToken.test(spelling);
    if (isTrailed && found === undefined) add(framed, stemOf(spelling.replace(/^['‘’]+/, '')), times);
    else if (!isTrailed && found !== undefined) add(whole, stemOf(found), times);
  }
  // A word that is quoted again and again also stands without the marks.
  for (const [word, times] of framed)
    if (trailed.has(word) || (times > 4 && (whole.get(word) ?? 0) * 5 <= times)) add(trailed, word, times);
  return whole;
}

const closers = () => /([\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*|)[^\s'’\p{L}\p{N}]?['’](?!\p{L})/gu;

/** Whether a text has what could close a quotation: a mark behind a stop, or behind a word that does not lose its end. */
function closesSoon(text: string, losesEnd: (word: string) => boolean): boolean {
  for (const { 0: all, 1: word = '' } of text.matchAll(closers())) {
    if (all.length < 2) continue; // a mark by itself opens
    if (word === '' || all.length > word.length + 1 || !losesEnd(stemOf(word))) return true;
  }
  return false;
}

function add(counts: Map<string, number>, word: string, times: number): void {
  counts.set(word, (counts.get(word) ?? 0) + times);
}
