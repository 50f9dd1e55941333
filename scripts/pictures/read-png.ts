/** Walks a PNG file to its end (PNG 1.2): every chunk and its checksum, then every row of pixels. */

import { concatBytes } from '../book/bytes.ts';
import type { Limits } from '../book/limits.ts';
import { crc32 } from '../zip/crc32.ts';
import { inflated } from '../zip/zlib.ts';
import { type ProbeResult, sizeProblem } from './probe-result.ts';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Bit depths by colour type (§4.1.1), and how many samples a pixel has. */
const depths: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};
const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** Bytes after the last row that some programs write and all readers skip. */
const slack = 65_536;
/** Adam7 (§2.6): first column and row, and steps, of each pass. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Reads a PNG picture. */
export function readPng(bytes: Uint8Array, limits: Limits): ProbeResult {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (signature.some((byte, at) => bytes[at] !== byte))
    return { corrupt: 'signature, as a transfer as text leaves it' };
  let header:
    | {
        readonly width: number;
        readonly height: number;
        readonly bits: number;
        readonly interlaced: boolean;
        readonly type: number;
      }
    | undefined;
  let palette = false;
  let dataEnded = false;
  const data: Uint8Array[] = [];
  for (let at = 8; ; ) {
    if (at + 12 > bytes.length) return { corrupt: `end of file at byte ${bytes.length}` };
    const length = view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (length > bytes.length - at - 12)
      return { corrupt: `end of file in the ${/^[A-Za-z]{4}$/.test(name) ? name : 'next'} chunk at byte ${at}` };
    const body = at + 8;
    if (!/^[A-Za-z]{4}$/.test(name)) return { corrupt: `chunk name at byte ${at + 4}` };
    if (view.getUint32(body + length) !== crc32(bytes.subarray(at + 4, body + length)))
      return { corrupt: `checksum of the ${name} chunk at byte ${at}` };
    if (!header) {
      if (name !== 'IHDR' || length !== 13) return { corrupt: `${name} chunk before the header` };
      const [width, height] = [view.getUint32(body), view.getUint32(body + 4)];
      const [depth = 0, type = 9, compression, filter, interlace = 9] = bytes.subarray(body + 8, body + 13);
      if (!depths[type]?.includes(depth) || compression !== 0 || filter !== 0 || interlace > 1)
        return { corrupt: 'header' };
      const wrong = sizeProblem(width, height, limits);
      if (wrong) return wrong;
      header = { width, height, bits: depth * (samples[type] ?? 1), interlaced: interlace === 1, type };
    } else if (name === 'IHDR') return { corrupt: 'second header' };
    else if (name === 'PLTE') {
      if (
        length === 0 ||
        length % 3 ||
        length > 768 ||
        palette ||
        data.length ||
        header.type === 0 ||
        header.type === 4
      )
        return { corrupt: 'palette' };
      palette = true;
    } else if (name === 'IDAT') {
      if (dataEnded) return { corrupt: 'pixels in two places' };
      data.push(bytes.subarray(body, body + length));
    } else if (name === 'IEND') break;
    else if (/^[A-Z]/.test(name)) return { corrupt: `critical chunk ${name}` };
    if (data.length && name !== 'IDAT') dataEnded = true;
    at = body + length + 4;
  }
  if (header.type === 3 && !palette) return { corrupt: 'lack of a palette' };
  const rows = rowsOf(header);
  const expected = rows.reduce((sum, [count, length]) => sum + count * length, 0);
  // Row by row: a wall of pixels takes a third of a gigabyte, which its decoder needs.
  const starts = rowStarts(rows);
  let row = starts.next();
  let length = 0;
  try {
    for (const piece of inflated(concatBytes(data), expected + slack)) {
      for (; !row.done && row.value < length + piece.length; row = starts.next())
        if ((piece[row.value - length] ?? 9) > 4) return { corrupt: 'kind of row among the pixels' };
      length += piece.length;
    }
  } catch {
    return { corrupt: 'pixel data that cannot be unpacked' };
  }
  if (length < expected) return { corrupt: `end of the pixels after ${length} of ${expected} bytes` };
  return { width: header.width, height: header.height };
}

/** Where each row begins, by its byte that says which filter it has. */
function* rowStarts(rows: readonly (readonly [count: number, length: number])[]): Generator<number, void> {
  let at = 0;
  for (const [count, length] of rows) for (let row = 0; row < count; row++, at += length) yield at;
}

/** For each pass: how many rows it has, and how many bytes a row. */
function rowsOf({
  width,
  height,
  bits,
  interlaced,
}: {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly interlaced: boolean;
}): (readonly [number, number])[] {
  const row = (columns: number): number => 1 + Math.ceil((columns * bits) / 8);
  if (!interlaced) return [[height, row(width)]];
  return passes.flatMap(([x, y, stepX, stepY]) => {
    const columns = Math.ceil((width - x) / stepX);
    const count = Math.ceil((height - y) / stepY);
    return columns > 0 && count > 0 ? [[count, row(columns)] as const] : [];
  });
}
