/** Characters that a web page’s text kept as HTML writes them: `&#234;`, `&nbsp;`. In: a text. Out: the same with the characters. */
import { decodeNamedCharacterReference } from 'decode-named-character-reference';

const entity = /&(?:#(\d{2,6})|#x([\da-f]{2,5})|([a-z][a-z\d]{1,30}));/gi;

/** The text with the characters, and what stood for them. */
export function withoutEntities(text: string): { readonly text: string; readonly found: readonly string[] } {
  const found: string[] = [];
  const decoded = text.replace(entity, (typed: string, digits?: string, hex?: string, name?: string) => {
    const code = digits === undefined ? Number.parseInt(hex ?? '', 16) : Number(digits);
    const character = name === undefined ? characterOf(code) : decodeNamedCharacterReference(name);
    if (character === false || character === undefined) return typed;
    found.push(typed);
    return character;
  });
  return { text: decoded, found };
}

/** None for control characters, halves of characters, and what is none. */
const characterOf = (code: number): string | undefined =>
  (code < 0xa0 && code > 0x7e) || code < 0x20 || (code >= 0xd800 && code < 0xe000) || code > 0x10ffff
    ? undefined
    : String.fromCodePoint(code);
