/**
 * Tells what a file is by its first bytes, never by its name.
 * To know another format, add a row: what it begins with, and what an author can do.
 */
import { decodeLatin1 } from '../book/bytes.ts';

type Format =
  | { readonly reader: 'jpeg' | 'png' | 'gif' | 'svg' }
  /** No book holds it, but the press can make another of it. */
  | { readonly converter: 'webp' | 'avif'; readonly name: string }
  | { readonly name: string; readonly hint: string };

interface Signature {
  /** Text of bytes (Latin-1) at an offset. */
  readonly starts: string;
  readonly at?: number;
  readonly format: Format;
}

/** What to do about a picture of a kind that no book holds. */
export const photo = 'Convert it to JPEG if it is a photograph, or to PNG if it is a drawing.';
const drawing = 'Convert it to PNG or SVG.';
const other = (name: string, hint = photo): Format => ({ name, hint });

const signatures: readonly Signature[] = [
  { starts: '\xFF\xD8', format: { reader: 'jpeg' } },
  { starts: '\x89PNG', format: { reader: 'png' } },
  { starts: 'GIF', format: { reader: 'gif' } },
  { starts: 'WEBP', at: 8, format: { converter: 'webp', name: 'WebP' } },
  { starts: 'ftypavif', at: 4, format: { converter: 'avif', name: 'AVIF' } },
  { starts: 'ftypavis', at: 4, format: { converter: 'avif', name: 'AVIF' } },
  { starts: 'ftyphei', at: 4, format: other('HEIC') },
  { starts: 'ftyphev', at: 4, format: other('HEIC') },
  { starts: 'ftypmif1', at: 4, format: other('HEIF') },
  { starts: 'ftypmsf1', at: 4, format: other('HEIF') },
  { starts: 'ftyp', at: 4, format: other('a film (MP4)', 'Show a still of it, as JPEG.') },
  { starts: '\xFF\x0A', format: other('JPEG XL') },
  { starts: 'JXL ', at: 4, format: other('JPEG XL') },
  { starts: 'jP  ', at: 4, format: other('JPEG 2000') },
  { starts: '\xFF\x4F\xFF\x51', format: other('JPEG 2000') },
  { starts: 'II*\0', format: other('TIFF') },
  { starts: 'MM\0*', format: other('TIFF') },
  { starts: 'II+\0', format: other('TIFF') },
  { starts: 'MM\0+', format: other('TIFF') },
  { starts: 'BM', format: other('BMP', 'Convert it to PNG.') },
  { starts: '\0\0\x01\0', format: other('an icon (ICO)', 'Convert it to PNG.') },
  { starts: '\0\0\x02\0', format: other('a cursor (CUR)', 'Convert it to PNG.') },
  { starts: 'icns', format: other('an icon (ICNS)', 'Convert it to PNG.') },
  { starts: '8BPS', format: other('a Photoshop file (PSD)') },
  { starts: 'gimp xcf', format: other('a GIMP file (XCF)') },
  { starts: 'qoif', format: other('QOI', 'Convert it to PNG.') },
  { starts: 'AT&TFORM', format: other('DjVu') },
  { starts: '%PDF', format: other('PDF', drawing) },
  { starts: '%!PS', format: other('PostScript', drawing) },
  { starts: '\xC5\xD0\xD3\xC6', format: other('EPS', drawing) },
  { starts: '\x1F\x8B', format: other('gzip', 'If it is an SVGZ drawing, unpack it to SVG.') },
  { starts: 'PK', format: other('a ZIP archive') },
  { starts: '\xFF\xFE', format: other('text in UTF-16', 'If it is an SVG drawing, save it as UTF-8.') },
  { starts: '\xFE\xFF', format: other('text in UTF-16', 'If it is an SVG drawing, save it as UTF-8.') },
];

/** The format that bytes are in; nothing if they are no picture that we know of. */
export function formatOf(bytes: Uint8Array): Format | undefined {
  const head = decodeLatin1(bytes.subarray(0, 64));
  const signature = signatures.find(({ starts, at = 0 }) => head.startsWith(starts, at));
  if (signature) return signature.format;
  const text = decodeLatin1(bytes.subarray(0, 8192));
  const start = text.replace(/^\xEF\xBB\xBF/, '').trimStart();
  if (!start.startsWith('<')) return undefined;
  const root = /<(?![!?])([\w:-]+)/.exec(start)?.[1]?.toLowerCase();
  if (/^<\?xml\b/.test(start) || root === 'svg' || root?.endsWith(':svg') || /^<!doctype\s+svg\b/i.test(start))
    return { reader: 'svg' };
  return other('HTML', 'This is a web page, not a picture: save the picture itself.');
}
