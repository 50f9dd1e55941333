/**
 * The words of a book, as evidence: how often each stands whole, and how often after an apostrophe.
 */
export interface Words {
  /** How often the word stands whole. */
  whole(word: string): number;
  /** How often it follows a mark in the midst of a clause (“and 'tis”), where quotations seldom begin. */
  marked(word: string): number;
}

// A mark counts as a word's own after a letter and a space; the second half of “don’t” is no word.
const wordPattern = /(?<![\p{L}\p{N}]['‘’]?)(?:(?<=[\p{L}\p{N}] ['‘’])|(?<!['‘’]))\p{L}+/gu;

/** Counts the words of a book's texts when first asked: most books never ask. */
export function countWords(texts: () => Iterable<string>): Words {
  let counts: { readonly whole: Map<string, number>; readonly marked: Map<string, number> } | undefined;
  const counted = () => {
    if (counts) return counts;
    const whole = new Map<string, number>();
    const marked = new Map<string, number>();
    for (const text of texts()) {
      for (const match of text.matchAll(wordPattern)) {
        const word = match[0].toLowerCase();
        const map = /['‘’]/.test(text.charAt(match.index - 1)) ? marked : whole;
        map.set(word, (map.get(word) ?? 0) + 1);
      }
    }
    counts = { whole, marked };
    return counts;
  };
  return {
    whole: (word) => counted().whole.get(word) ?? 0,
    marked: (word) => counted().marked.get(word) ?? 0,
  };
}
