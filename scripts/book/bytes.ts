/** Bytes and texts, as every JavaScript has them: what Node's `Buffer` does in one word. */

const utf8 = new TextEncoder();

/** Text as UTF-8. */
export const encodeUtf8 = (text: string): Uint8Array<ArrayBuffer> => utf8.encode(text);

/** The text of bytes in UTF-8, without a byte order mark. */
export const decodeUtf8 = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

/** How many bytes a text has as UTF-8. */
export function utf8Length(text: string): number {
  let length = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    // Half a character stands for U+FFFD, of three bytes; the two halves of a pair have four together.
    const isPair = unit >= 0xd800 && unit < 0xdc00 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
    if (isPair) at++;
    length += isPair || unit >= 0x800 ? 2 : 1;
  }
  return length;
}

/** The parts one after another. */
export function concatBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Whether two files have the same bytes. */
export function equalBytes(one: Uint8Array, other: Uint8Array): boolean {
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return one.length === other.length;
}

/** A call takes some 100,000 arguments at most. */
const portion = 0x2000;

/** A character for each byte (ISO 8859-1; `TextDecoder` has Windows’ 1252 under that name). */
export function decodeLatin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += portion)
    text += String.fromCharCode.apply(undefined, bytes.subarray(at, at + portion) as unknown as number[]);
  return text;
}

/** A byte for each character, the lower eight bits of it. */
export function encodeLatin1(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** Base64 (RFC 4648 §4). */
export const encodeBase64 = (bytes: Uint8Array): string => btoa(decodeLatin1(bytes));

/** The bytes of Base64 of either alphabet (RFC 4648 §4, §5), up to its padding; what belongs to neither is passed over. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  const digits = text
    .replace(/=[\s\S]*$/, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .replace(/[^A-Za-z0-9+/]/g, '');
  return encodeLatin1(atob(digits.length % 4 === 1 ? digits.slice(0, -1) : digits));
}

/** What JSON says; undefined where it is none. */
export function parsedJson(json: string | Uint8Array | undefined): unknown {
  try {
    return JSON.parse(typeof json === 'string' ? json : decodeUtf8(json));
  } catch {
    return undefined;
  }
}
