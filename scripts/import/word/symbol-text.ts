/** Characters of fonts that hold pictures in place of letters (Symbol, Wingdings). In: font and code. Out: the Unicode character. */

/** The Unicode character at a place of a font, where the font is one of those. */
export type SymbolAt = (font: string, code: number) => { readonly string: string } | undefined;

/** The character of a `w:sym` (ECMA-376 Part 1 §17.3.3.30); undefined where its font is not known and its code means nothing without it. */
export function symbolOf(font: string, hex: string, symbolAt: SymbolAt): string | undefined {
  const code = Number.parseInt(hex, 16);
  if (!Number.isInteger(code) || code > 0x10ffff) return undefined;
  const known = symbolAt(font, inFont(code));
  if (known) return known.string;
  return /^[\p{Cc}\p{Co}\p{Cn}\p{Cs}]$/u.test(String.fromCodePoint(code)) ? undefined : String.fromCodePoint(code);
}

/** Text as its font shows it. */
export function textIn(font: string, text: string, symbolAt: SymbolAt): string {
  if (!/^(?:symbol|(?:web|wing)dings|zapf)/i.test(font)) return text;
  return Array.from(text, (each) => symbolAt(font, inFont(each.codePointAt(0) ?? 0))?.string ?? each).join('');
}

/** Such fonts have their characters at U+F020 to U+F0FF, and answer to the codes without F0 too. */
const inFont = (code: number): number => (code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code);
