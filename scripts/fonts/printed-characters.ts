/**
 * Which characters a book prints. In: content documents. Out: each character beyond ASCII, how often it is printed, and
 * where first; and how much text there is. (ASCII is what every typeface has.)
 */
import type { ContentDocument } from '../book/publication.ts';
import type { Place } from '../report/problem.ts';

/** How often a character is printed, and the author’s line that prints it first, where that is known. */
export interface Printed {
  count: number;
  readonly place: Place | undefined;
}

export interface PrintedText {
  readonly characters: ReadonlyMap<string, Readonly<Printed>>;
  /** In UTF-16 code units, blanks among them. */
  readonly length: number;
}

/** Reads the text of documents, not their tags. Blanks and format marks are left out: they have no shape. */
export function printedText(documents: readonly ContentDocument[]): PrintedText {
  const characters = new Map<string, Printed>();
  let length = 0;
  for (const { body, places } of documents) {
    const text = textOf(body);
    length += text.length;
    let line = 0;
    for (const [character] of text.matchAll(/[^\0-\x7F]|\n/gu)) {
      if (character === '\n') line++;
      else {
        const known = characters.get(character);
        if (known) known.count++;
        else characters.set(character, { count: 1, place: places[line] });
      }
    }
  }
  for (const character of characters.keys())
    if (/[\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(character)) characters.delete(character);
  return { characters, length };
}

/** The text of printed markup, line by line as it was (`render/xhtml.ts`; templates write references for what they escape). */
function textOf(markup: string): string {
  return markup
    .replace(/<[^<>]*>/g, '')
    .replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (_, hex: string | undefined, decimal: string | undefined) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0x20 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
    });
}
