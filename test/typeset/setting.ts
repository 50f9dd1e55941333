/**
 * Sets a line of text, for the tests of the rules.
 */
import type { HouseStyle, Typography } from '../../scripts/book/house-styles.ts';
import { createPassageTypesetter } from '../../scripts/typeset/apply-rules.ts';
import { applyEdits } from '../../scripts/typeset/text/edits.ts';
import { collectPassages, type Passage } from '../../scripts/typeset/text/passages.ts';

const typography = (style: HouseStyle, rules: Typography['rules']): Typography => ({ style, elisions: [], rules });

/** The paragraph as the press sets it; U+2028 is a hard line break, U+FFFC something that is no text. */
export function setParagraph(
  text: string,
  lang: string,
  {
    style = 'chicago',
    rules = {},
    book = [text],
  }: { style?: HouseStyle; rules?: Typography['rules']; book?: readonly string[] } = {},
): string {
  const passages: Passage[] = [];
  for (const value of book) collectPassages({ type: 'paragraph', children: [{ type: 'text', value }] }, lang, passages);
  const compose = createPassageTypesetter(passages, typography(style, rules));
  return applyEdits(text, compose({ text, lang, block: 'paragraph', literal: undefined }).edits);
}
