/** Degrees: the sign that is meant, and the scale beside it. */
import { type Copy, isIn, isLiteral } from '../text/copy.ts';
import type { Edit } from '../text/edits.ts';

/** A number, what stands for its degree sign, and perhaps a scale. */
const degrees = /(\d+)([ \n\t\u00A0\u200A]*)([°º˚]|deg\b\.?)(?:([ \n\t\u00A0\u200A]*)([CF])(?![\p{L}\d]))?/gu;

/** Languages that write first as 1º, and large numbers so too. */
const withOrdinals = ['es', 'pt', 'it', 'gl', 'ca'];

/** Degree signs of a text, as edits: 20 °C in most houses; Standard Ebooks sets 20° C with a hair space. */
export function setDegrees(copy: Copy): readonly Edit[] {
  const { text } = copy;
  if (!/[°º˚]|deg\b/.test(text) || !copy.follows('degrees')) return [];
  const hair = copy.style === 'standard-ebooks';
  const edits: Edit[] = [];
  for (const { 0: whole, 1: number = '', 2: before = '', 3: sign = '', 4: between, 5: scale, index } of text.matchAll(
    degrees,
  )) {
    if (isLiteral(copy, index, index + whole.length)) continue;
    // “1º” is an ordinal, in other languages’ texts too, unless minutes of arc follow it; a turn of 90º is none.
    const mayBeOrdinal = Number(number) < 40 || withOrdinals.some((lang) => isIn(copy, lang));
    const isOrdinal = sign === 'º' && mayBeOrdinal && !/^[ \u00A0]?\d{1,2}['′]/.test(text.slice(index + whole.length));
    if (scale === undefined && (sign.startsWith('deg') || isOrdinal)) continue;
    const from = index + number.length;
    const change = (start: number, typed: string, set: string): void => {
      if (typed !== set) edits.push({ start, end: start + typed.length, text: set });
    };
    const at = from + before.length;
    if (scale === undefined) {
      change(at, sign, '°');
      continue;
    }
    // “98.6°F”, close, is a way of its own that houses keep.
    const close = sign === '°' && before === '' && between === '' && !hair;
    change(from, before, hair || close ? '' : '\u00A0');
    change(at, sign, '°');
    change(at + sign.length, between ?? '', hair ? '\u200A' : '');
  }
  return edits;
}
