/**
 * What stands in a PNG beside its pixels, chunk by chunk. In: a PNG that was found whole. Out: the same without what says
 * where it was taken, or with the colours' meaning of another; never another pixel.
 */
import { concatBytes, decodeLatin1 } from '../book/bytes.ts';
import { inflate } from '../zip/zlib.ts';
import { placeInXmp, readExif } from './read-exif.ts';

interface Chunk {
  readonly name: string;
  /** With its length and checksum. */
  readonly bytes: Uint8Array;
}

/** How much of a compressed packet is read. */
const mostInflated = 1_000_000;

function chunksOf(png: Uint8Array): readonly Chunk[] {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const chunks: Chunk[] = [];
  for (let at = 8; at + 12 <= png.length; ) {
    const end = at + 12 + view.getUint32(at);
    chunks.push({ name: String.fromCharCode(...png.subarray(at + 4, at + 8)), bytes: png.subarray(at, end) });
    if (chunks.at(-1)?.name === 'IEND') break;
    at = end;
  }
  return chunks;
}

/** The PNG without what says where it was taken; undefined where nothing does. */
export function pngWithoutPlace(png: Uint8Array): Uint8Array | undefined {
  const chunks = chunksOf(png);
  const kept = chunks.filter((chunk) => !tellsPlace(chunk));
  return kept.length < chunks.length ? concatBytes([png.subarray(0, 8), ...kept.map(({ bytes }) => bytes)]) : undefined;
}

function tellsPlace({ name, bytes }: Chunk): boolean {
  const body = bytes.subarray(8, -4);
  if (name === 'eXIf') return readExif(body).tellsPlace;
  if (name !== 'tEXt' && name !== 'zTXt' && name !== 'iTXt') return false;
  const keyword = decodeLatin1(body.subarray(0, Math.max(0, body.indexOf(0))));
  // Exif as some programs write it out in figures.
  if (/^Raw profile type (?:exif|APP1|xmp)$/i.test(keyword)) return true;
  if (name === 'tEXt') return placeInXmp(body);
  const isPacked = name === 'zTXt' || body[keyword.length + 1] === 1;
  if (!isPacked) return placeInXmp(body);
  // The packed text begins after the keyword, and in iTXt after two flags, a language and a translation.
  let from = keyword.length + 2;
  if (name === 'iTXt') for (let part = 0; part < 2; part++) from = body.indexOf(0, from + (part === 0 ? 1 : 0)) + 1;
  try {
    return placeInXmp(inflate(body.subarray(from), mostInflated));
  } catch {
    return true; // nobody can say what it holds
  }
}

/** A newly made PNG in colour, with what says how its colours are meant, from the one it was made from. */
export function withColourChunks(made: Uint8Array, from: Uint8Array): Uint8Array {
  const isGrey = (from[25] ?? 0) % 4 === 0; // colour types 0 and 4; a grey profile fits no colours
  const meant = chunksOf(from).filter(
    ({ name }) => ['gAMA', 'cHRM', 'sRGB', 'pHYs'].includes(name) || (name === 'iCCP' && !isGrey),
  );
  const [header, ...rest] = chunksOf(made).filter(({ name }) => !['gAMA', 'cHRM', 'sRGB', 'iCCP'].includes(name));
  return concatBytes([
    made.subarray(0, 8),
    ...(header ? [header.bytes] : []),
    ...meant.map(({ bytes }) => bytes),
    ...rest.map(({ bytes }) => bytes),
  ]);
}
