/**
 * Texts of a story as its files hold them. In: bytes. Out: text without a byte order mark, its line ends `\n`; and bytes again,
 * with the mark and the line ends that the file had.
 */
import { decodeLatin1, encodeUtf8 } from '../../book/bytes.ts';
import { decodeForeign, decodeText } from '../../book/decode.ts';
import { sha256 } from '../../book/digest.ts';

const names = /\.(?:md|markdown|mdown|txt|text|css|ya?ml|ejs|xml)$/i;

/** The text of a file that may be edited as such; undefined of any other, and where its bytes are no text. */
export function textOf(path: string, bytes: Uint8Array): string | undefined {
  if (!names.test(path)) return undefined;
  const decode = /\.te?xt$/i.test(path) ? decodeForeign : decodeText;
  return decode(bytes, path).value;
}

/** The bytes of a text that takes the place of others: in UTF-8, with the mark and the line ends of those. */
export function bytesOf(text: string, old: Uint8Array | undefined): Uint8Array {
  const start = old ? decodeLatin1(old.subarray(0, 1 << 16)) : '';
  const hasMark = start.startsWith('\xEF\xBB\xBF');
  const lines = /\r\n/.test(start) ? text.replace(/\r?\n/g, '\r\n') : text;
  return encodeUtf8(hasMark && !lines.startsWith('\uFEFF') ? `\uFEFF${lines}` : lines);
}

const known = new WeakMap<Uint8Array, string>();

/** SHA-256 of a file, in hexadecimal; of the same array only once. */
export function fingerprintOf(bytes: Uint8Array): string {
  const digest = known.get(bytes) ?? sha256(bytes);
  known.set(bytes, digest);
  return digest;
}
