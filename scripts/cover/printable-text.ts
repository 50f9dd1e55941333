/**
 * What of a book's metadata can stand on a cover. In: text of any length, and a typeface. Out: the text to set, without
 * anything the typeface cannot print; undefined where that would change a word.
 */
import type { Measures } from '../codecs/open-type.ts';

/**
 * Signs that a text can do without: arrows, dingbats, emoji. By their codes, because each version of Node knows more
 * characters than the one before, and a cover is the same on all.
 */
const isOrnament = (code: number): boolean =>
  (code >= 0x2190 && code <= 0x2bff) || (code >= 0x1f000 && code <= 0x1faff);

/** In Arabic script they tell which letters are joined. */
const isJoiner = (code: number): boolean => code === 0x200c || code === 0x200d;

/** What prints nothing: soft hyphens, joiners, marks of direction, selectors of variants. */
const isUnseen = (code: number): boolean =>
  code === 0xad ||
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2060 && code <= 0x206f) ||
  (code >= 0xfe00 && code <= 0xfe0f) ||
  (code >= 0xd800 && code <= 0xdfff) || // half a character
  code === 0xfeff ||
  code >= 0xe0000;

/** Whether the first letter of a text belongs to a script that runs from right to left. */
export const isRightToLeft = (text: string): boolean => /^\P{L}*[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u.test(text);

/** More than this nobody reads on a cover; the rest is left to the title page. */
export const longestText = 240;

/** The text as far as the typeface can set it, at most `longest` characters of it; an ellipsis stands for the rest. */
export function printableText(given: string, typeface: Measures, longest = longestText): string | undefined {
  // Enough for `longest` characters with all their marks: a title may be a megabyte long.
  const enough = longest * 8;
  const text = given.slice(0, enough).normalize('NFC');
  let kept = '';
  let count = 0;
  let marks = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    if (isUnseen(code) && !(isJoiner(code) && /[\u0600-\u077F]$/.test(kept))) continue;
    const blank = blankOf(sign, code);
    if (blank !== '') {
      if (!/[ \u00A0]$/.test(kept)) kept += blank;
      continue;
    }
    const isMark = /\p{M}/u.test(sign);
    marks = isMark ? marks + 1 : 0;
    const isPrinted = typeface.advance(code) !== undefined && marks <= 3;
    if (!isPrinted && !isOrnament(code)) return undefined;
    if (!isPrinted) continue;
    if (!isMark && ++count > longest) return cut(kept);
    kept += sign;
  }
  return given.length > enough ? cut(kept) : kept.trim();
}

/** What a blank is on a cover, where a no-break space holds words together too; nothing of what is no blank. */
function blankOf(sign: string, code: number): '' | ' ' | '\u00A0' {
  if (code === 0xa0 || code === 0x202f) return '\u00A0';
  return /\s/.test(sign) || code < 0x20 ? ' ' : '';
}

/** Ends a text after its last whole word. */
function cut(text: string): string {
  const space = text.trimEnd().lastIndexOf(' ');
  return `${(space > text.length / 2 ? text.slice(0, space) : text).replace(/[\s.,;:–—-]{1,20}$/, '')}…`;
}
