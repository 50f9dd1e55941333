/** Makes pictures byte by byte, so that tests need no files. */
import { deflateSync } from 'node:zlib';
import { crc32 } from '../../scripts/zip/crc32.ts';

export const bytes = (...parts: readonly (string | readonly number[] | Uint8Array)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : [...part])));

const u32 = (value: number): number[] => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];

/** A PNG chunk with its checksum. */
export function chunk(name: string, data: readonly number[] | Uint8Array): Uint8Array {
  const named = bytes(name, data);
  return bytes(u32(data.length), named, u32(crc32(named)));
}

export interface PngOptions {
  readonly width?: number;
  readonly height?: number;
  readonly depth?: number;
  readonly type?: number;
  readonly interlace?: number;
  readonly raw?: Uint8Array;
  readonly extra?: readonly Uint8Array[];
}

export const signature = [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10];

/** A PNG picture, by default 3 × 2 pixels in RGB. */
export function png({
  width = 3,
  height = 2,
  depth = 8,
  type = 2,
  interlace = 0,
  raw,
  extra = [],
}: PngOptions = {}): Uint8Array {
  const row = 1 + Math.ceil((width * depth * ({ 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[type] ?? 1)) / 8);
  const header = chunk('IHDR', [...u32(width), ...u32(height), depth, type, 0, 0, interlace]);
  return bytes(
    signature,
    header,
    ...extra,
    chunk('IDAT', deflateSync(raw ?? new Uint8Array(row * height))),
    chunk('IEND', []),
  );
}

/** A segment of a JPEG file. */
export const segment = (marker: number, data: readonly number[]): number[] => [
  0xff,
  marker,
  (data.length + 2) >> 8,
  (data.length + 2) & 255,
  ...data,
];

const quantization = segment(0xdb, [0, ...new Array<number>(64).fill(1)]);
const huffman = (kind: number): number[] => segment(0xc4, [kind, 1, ...new Array<number>(15).fill(0), 0]);

/** A grey JPEG picture whose scan holds a stuffed byte and a restart. */
export function jpeg(frame = 0xc0, width = 8, height = 8): Uint8Array {
  return bytes(
    [0xff, 0xd8],
    segment(0xe0, [...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    quantization,
    segment(frame, [8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]),
    huffman(0x00),
    huffman(0x10),
    segment(0xda, [1, 1, 0, 0, 63, 0]),
    [0x3f, 0xff, 0x00, 0xff, 0xd0, 0x3f],
    [0xff, 0xd9],
  );
}

/** A GIF picture of one frame, or more. */
export function gif(frames = 1, trailer = true): Uint8Array {
  const frame = [0x2c, 0, 0, 0, 0, 2, 0, 2, 0, 0, 2, 3, 0x84, 0x11, 0x05, 0];
  return bytes(
    'GIF89a',
    [2, 0, 2, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255],
    [0x21, 0xf9, 4, 0, 0, 0, 0, 0],
    ...new Array<number[]>(frames).fill(frame),
    trailer ? [0x3b] : [],
  );
}

export const svg = (inner: string, attributes = 'width="10" height="20"'): Uint8Array =>
  new TextEncoder().encode(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inner}</svg>`,
  );
