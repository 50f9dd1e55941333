/** Names that no other book has. In: words, as people write an ISBN or a UUID. Out: a URN where there is one for them. */

/** `978-0-306-40615-7` becomes `urn:isbn:9780306406157`; a bare UUID gets its `urn:uuid:`; other words stay. */
export function identifierOf(words: string): string {
  const text = words.trim();
  if (/^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(text)) return `urn:uuid:${text.toLowerCase()}`;
  const isbn = isbnIn(text);
  return isbn !== undefined && isRight(isbn) ? `urn:isbn:${isbn}` : text;
}

/** The digits of an ISBN, right or wrong, that words are; undefined where they are something else. */
export function isbnIn(words: string): string | undefined {
  const [, label, number = ''] =
    /^(urn:isbn:|isbn(?:-1[03])?:?)?\s*([\dXx][\dXx\s‐‑–-]{8,20})$/i.exec(words.trim()) ?? [];
  const digits = number.replace(/[\s‐‑–-]/g, '').toUpperCase();
  const isIsbn =
    /^97[89]\d{10}$/.test(digits) ||
    (/^\d{9}[\dX]$/.test(digits) && (label !== undefined || /[\s-]/.test(number) || isRight(digits)));
  return isIsbn ? digits : undefined;
}

/** Whether the check digit is right: ISO 2108, annex C. */
export function isRight(isbn: string): boolean {
  const digits = [...isbn].map((digit) => (digit === 'X' ? 10 : Number(digit)));
  const sum = (weight: (at: number) => number) => digits.reduce((total, digit, at) => total + digit * weight(at), 0);
  return isbn.length === 13 ? sum((at) => (at % 2 === 0 ? 1 : 3)) % 10 === 0 : sum((at) => 10 - at) % 11 === 0;
}
