/** Walks a WebP file from chunk to chunk (RFC 9649). */
import { concatBytes, encodeLatin1 } from '../book/bytes.ts';
import type { Limits } from '../book/limits.ts';
import { type ConvertibleResult, sizeProblem } from './probe-result.ts';

const text = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));

interface Chunk {
  readonly name: string;
  readonly from: number;
  readonly length: number;
}

/** Reads a WebP picture, still or animated; of an animated one the first picture. */
export function readWebp(bytes: Uint8Array, limits: Limits): ConvertibleResult {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 20) return { corrupt: `end of file at byte ${bytes.length}` };
  const end = 8 + view.getUint32(4, true);
  if (end > bytes.length) return { corrupt: `end of file at byte ${bytes.length}` };
  const chunks = chunksOf(bytes, 12, end);
  const frame = chunks.find(({ name }) => name === 'ANMF');
  const inner = frame ? chunksOf(bytes, frame.from + 16, frame.from + frame.length) : chunks;
  const picture = inner.find(({ name }) => name === 'VP8 ' || name === 'VP8L');
  const size = picture && sizeOf(view, picture);
  if (!picture || !size) return { corrupt: 'end of the picture before its pixels' };
  const [width, height] = size;
  const wrong = sizeProblem(width, height, limits);
  if (wrong) return wrong;
  const exif = chunks.find(({ name }) => name === 'EXIF');
  return {
    width,
    height,
    isAnimated: frame !== undefined,
    isLossless: picture.name === 'VP8L',
    bytes: frame ? still(bytes, inner, size) : bytes,
    exif: exif && bytes.subarray(exif.from, exif.from + exif.length),
  };
}

function chunksOf(bytes: Uint8Array, from: number, end: number): readonly Chunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  for (let at = from; at + 8 <= end; ) {
    const length = view.getUint32(at + 4, true);
    if (at + 8 + length > end) break;
    chunks.push({ name: text(bytes, at), from: at + 8, length });
    at += 8 + length + (length & 1);
  }
  return chunks;
}

/** Width and height as the pixels' own header has them. */
function sizeOf(view: DataView, { name, from, length }: Chunk): readonly [number, number] | undefined {
  if (length < 10) return undefined;
  if (name === 'VP8 ') return [view.getUint16(from + 6, true) & 0x3fff, view.getUint16(from + 8, true) & 0x3fff];
  const bits = view.getUint32(from + 1, true);
  return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
}

/** A still WebP of the chunks of an animation's frame. */
function still(bytes: Uint8Array, chunks: readonly Chunk[], [width, height]: readonly [number, number]): Uint8Array {
  const kept = chunks.filter(({ name }) => ['ALPH', 'VP8 ', 'VP8L'].includes(name));
  const header = new Uint8Array(10);
  const view = new DataView(header.buffer);
  view.setUint32(0, 0x10, true); // it may be transparent
  view.setUint16(4, (width - 1) & 0xffff, true); // a side has 24 bits
  view.setUint8(6, (width - 1) >> 16);
  view.setUint16(7, (height - 1) & 0xffff, true);
  view.setUint8(9, (height - 1) >> 16);
  const parts = kept.map(({ from, length }) => {
    const whole = bytes.subarray(from - 8, from + length);
    return length & 1 ? concatBytes([whole, new Uint8Array(1)]) : whole;
  });
  return chunk('RIFF', concatBytes([encodeLatin1('WEBP'), chunk('VP8X', header), ...parts]));
}

function chunk(name: string, body: Uint8Array): Uint8Array {
  const size = new Uint8Array(4);
  new DataView(size.buffer).setUint32(0, body.length, true);
  return concatBytes([encodeLatin1(name), size, body]);
}
