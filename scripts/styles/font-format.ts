/** Tells which typeface a file holds by its bytes (OpenType 1.9 §4, WOFF 1.0 §3, WOFF 2.0 §4). In: bytes. Out: what EPUB 3.3 §3.2 calls it. */
import { decodeLatin1 } from '../book/bytes.ts';

interface FontFormat {
  readonly mediaType: string;
  readonly ending: string;
}

const truetype: FontFormat = { mediaType: 'font/ttf', ending: 'ttf' };

/** By what a file begins with. */
const formats: ReadonlyMap<string, FontFormat> = new Map([
  ['\0\x01\0\0', truetype],
  ['true', truetype],
  ['OTTO', { mediaType: 'font/otf', ending: 'otf' }],
  ['wOFF', { mediaType: 'font/woff', ending: 'woff' }],
  ['wOF2', { mediaType: 'font/woff2', ending: 'woff2' }],
]);

/** The format of a typeface; undefined for what is none, and for what was cut off. */
export function fontFormat(bytes: Uint8Array): FontFormat | undefined {
  const format = formats.get(decodeLatin1(bytes.subarray(0, 4)));
  if (!format || bytes.length < 28) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const isWhole = format.ending.startsWith('woff') ? view.getUint32(8) === bytes.length : hasTables(view);
  return isWhole ? format : undefined;
}

/** Whether the tables of an OpenType file lie in it, a character map among them. */
function hasTables(view: DataView): boolean {
  const end = 12 + 16 * view.getUint16(4);
  if (end > view.byteLength) return false;
  let hasCharacters = false;
  for (let at = 12; at < end; at += 16) {
    if (view.getUint32(at + 8) + view.getUint32(at + 12) > view.byteLength) return false;
    hasCharacters ||= view.getUint32(at) === 0x636d6170; // cmap
  }
  return hasCharacters;
}
