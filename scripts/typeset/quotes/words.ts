/** The words of a book, as evidence: how often each stands whole, and how often after an apostrophe. */
export interface Words {
  /** How often the word stands whole. */
  whole(word: string): number;
  /** How often it follows a mark. */
  led(word: string): number;
  /** How often it follows a mark in the midst of a clause (“and 'tis”), where quotations seldom begin. */
  marked(word: string): number;
  /** How often that is so where nothing behind it could close a short quotation: what such a mark is, is sure. */
  taught(word: string): number;
  /** How often it stands there in small letters between two marks: “'mence'” has lost both ends, or is quoted. */
  framed(word: string): number;
}

interface Counts {
  readonly taught: ReadonlyMap<string, number>;
  readonly framed: ReadonlyMap<string, number>;
  readonly whole: ReadonlyMap<string, number>;
  readonly led: ReadonlyMap<string, number>;
  readonly marked: ReadonlyMap<string, number>;
}

/** Counts the words of a book's texts when first asked: most books never ask. */
export function countWords(texts: () => Iterable<string>): Words {
  let counts: Counts | undefined;
  const counted = () => (counts ??= count(texts()));
  return {
    whole: (word) => counted().whole.get(word) ?? 0,
    led: (word) => counted().led.get(word) ?? 0,
    marked: (word) => counted().marked.get(word) ?? 0,
    taught: (word) => counted().taught.get(word) ?? 0,
    framed: (word) => counted().framed.get(word) ?? 0,
  };
}

// What a space parts, marks and all: the second half of “don’t” is no word.
const tokens = /['‘’\p{L}\p{N}]+/gu;
const wholeToken = /^\p{L}+/u;
const ledTokens = /(?<!['‘’\p{L}\p{N}])['‘’]+(\p{L}+)['‘’\p{L}\p{N}]*/gu;
/** A word that has lost its end: “roun'”. With a mark before it, too, it is hardly a quotation: “'roun'”. */
const trailedToken = /^(\p{L}+)['’]$/u;

/** What could close a short quotation: “the 'bloofer lady'”. */
const closerSoon = /[^\s'’]['’](?!\p{L})/u;

function count(texts: Iterable<string>): Counts {
  // Spellings are counted first and read afterwards: a book has fifty times as many words as spellings.
  const spellings = new Map<string, number>();
  const led = new Map<string, number>();
  const marked = new Map<string, number>();
  const taught = new Map<string, number>();
  const framed = new Map<string, number>();
  for (const text of texts) {
    for (const token of text.match(tokens) ?? []) add(spellings, token, 1);
    for (const { 0: token, 1: letters = '', index } of text.matchAll(ledTokens)) {
      const word = letters.toLowerCase();
      add(led, word, 1);
      if (/[\p{L}\p{N}] $/u.test(text.slice(Math.max(0, index - 3), index))) {
        add(marked, word, 1);
        const end = index + token.length;
        if (!/['’]$/.test(token)) add(taught, word, closerSoon.test(text.slice(end, end + 30)) ? 0 : 1);
        else if (/^.\p{Ll}/u.test(token)) add(framed, word, 1);
      }
    }
  }
  return { whole: wholeWords(spellings), led, marked, ...settled(taught, framed, spellings) };
}

function wholeWords(spellings: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const whole = new Map<string, number>();
  for (const [spelling, times] of spellings) {
    const word = wholeToken.exec(spelling)?.[0].toLowerCase();
    if (word !== undefined) add(whole, word, times);
  }
  return whole;
}

/** Words that lose their end without a mark before them, too, teach also where they have one. */
function settled(taught: Map<string, number>, framed: Map<string, number>, spellings: ReadonlyMap<string, number>) {
  if (framed.size === 0) return { taught, framed };
  for (const [spelling, times] of spellings) {
    const word = times > 1 ? trailedToken.exec(spelling)?.[1]?.toLowerCase() : undefined;
    const enclosed = word === undefined ? undefined : framed.get(word);
    if (word === undefined || enclosed === undefined) continue;
    add(taught, word, enclosed);
    framed.delete(word);
  }
  return { taught, framed };
}

function add(counts: Map<string, number>, word: string, times: number): void {
  counts.set(word, (counts.get(word) ?? 0) + times);
}
