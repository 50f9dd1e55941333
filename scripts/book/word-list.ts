/** The words of a text: letters and digits; what stands between them is typography. */
export const wordList = (text: string): readonly string[] => text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** The same for who compares texts: Chinese and Japanese, which have no spaces between words, character by character. */
export const comparableWords = (text: string): readonly string[] =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)
    ? (text
        .normalize('NFC')
        .match(
          /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]\p{M}*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}])+/gu,
        ) ?? [])
    : wordList(text);

/** How many characters of Chinese, Japanese and Korean a text has: each says as much as some letters. */
export const countEastAsian = (text: string): number =>
  text.match(/[\p{sc=Han}\p{sc=Kana}\p{sc=Hira}\p{sc=Hang}]/gu)?.length ?? 0;

/** How much a text says, in letters: such a character is as wide as three of them, and says as much. */
export const widthOf = (text: string): number => text.length + countEastAsian(text) * 2;

/** How often texts have each word. */
export function wordCounts(texts: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of wordList(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
