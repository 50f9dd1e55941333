/** The letters of an ordinal become its indicators: “1.o” and “2a” are “1.º” and “2ª” in Spanish. */
import { isLiteral, type Setter } from '../text/copy.ts';
import type { Edit } from '../text/edits.ts';

const ordinal = () => /(?<![\p{L}\p{N}\p{M}.…,:/_]-?)\d{1,3}\.?[oa](?![\p{L}\p{N}\p{M}_])/gu;

/** Typed ordinals of a text, as edits. */
export const setOrdinals: Setter = (copy) => {
  const { text, locale } = copy;
  if (!locale.ordinals || !/\d\.?[oa]/.test(text) || !copy.follows('ordinals')) return [];
  const edits: Edit[] = [];
  for (const { index, 0: whole } of text.matchAll(ordinal())) {
    const end = index + whole.length;
    const indicator = locale.ordinals[text.charAt(end - 1)];
    if (indicator && !isLiteral(copy, end - 1, end)) edits.push({ start: end - 1, end, text: indicator });
  }
  return edits;
};
