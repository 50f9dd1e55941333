/** The words of a book, as evidence: how often each stands whole, and how often after an apostrophe. */
export interface Words {
  /** How often the word stands whole. */
  whole(word: string): number;
  /** How often it follows a mark. */
  led(word: string): number;
  /** How often it follows a mark in the midst of a clause (“and 'tis”), where quotations seldom begin. */
  marked(word: string): number;
}

interface Counts {
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
  };
}

// What a space parts, marks and all: the second half of “don’t” is no word.
const tokens = /['‘’\p{L}\p{N}]+/gu;
const wholeToken = /^\p{L}+/u;
const ledToken = /^['‘’]+(\p{L}+)/u;

function count(texts: Iterable<string>): Counts {
  // Spellings are counted first and read afterwards: a book has fifty times as many words as spellings.
  const spellings = new Map<string, number>();
  const led = new Map<string, number>();
  const marked = new Map<string, number>();
  for (const text of texts) {
    tokens.lastIndex = 0;
    for (let match = tokens.exec(text); match; match = tokens.exec(text)) {
      const [token] = match;
      spellings.set(token, (spellings.get(token) ?? 0) + 1);
      const word = ledToken.exec(token)?.[1]?.toLowerCase();
      if (word === undefined) continue;
      add(led, word, 1);
      if (/[\p{L}\p{N}] $/u.test(text.slice(Math.max(0, match.index - 3), match.index))) add(marked, word, 1);
    }
  }
  const whole = new Map<string, number>();
  for (const [spelling, times] of spellings) {
    const word = wholeToken.exec(spelling)?.[0].toLowerCase();
    if (word !== undefined) add(whole, word, times);
  }
  return { whole, led, marked };
}

function add(counts: Map<string, number>, word: string, times: number): void {
  counts.set(word, (counts.get(word) ?? 0) + times);
}
