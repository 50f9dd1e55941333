/** The words of a text: letters and digits; what stands between them is typography. */
export const wordList = (text: string): readonly string[] => text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
