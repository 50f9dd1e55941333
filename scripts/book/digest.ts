/** What bytes are known by. In: bytes or text. Out: a checksum, the same wherever it is made. */
import { type Algorithm, createHash } from '#hash';
import { encodeUtf8 } from './bytes.ts';

/** The checksum of bytes, or of text as UTF-8. */
export function digest(algorithm: Algorithm, data: Uint8Array | string): Uint8Array {
  const hash = createHash(algorithm);
  hash.update(typeof data === 'string' ? encodeUtf8(data) : data);
  return hash.digest();
}

const digits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Bytes in hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += digits[byte];
  return text;
}

/** SHA-256 in hexadecimal. */
export const sha256 = (data: Uint8Array | string): string => toHex(digest('sha256', data));

/** SHA-512 in hexadecimal. */
export const sha512 = (data: Uint8Array | string): string => toHex(digest('sha512', data));
