/** Walks a PNG file to its end (PNG 1.2): every chunk and its checksum, then every row of pixels. */
import { concatBytes } from '../book/bytes.ts';
import type { Limits } from '../book/limits.ts';
import { crc32 } from '../zip/crc32.ts';
import { inflated } from '../zip/zlib.ts';
import { type Fault, isFault, type ProbeResult, sizeProblem } from './probe-result.ts';

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

interface Header {
  readonly width: number;
  readonly height: number;
  readonly type: number;
  /** Of a pixel. */
  readonly bits: number;
  readonly isInterlaced: boolean;
}

interface Chunk {
  readonly name: string;
  readonly body: Uint8Array;
}

/** Reads a PNG picture. */
export function readPng(bytes: Uint8Array, limits: Limits): ProbeResult {
  if (signature.some((byte, at) => bytes[at] !== byte))
    return { corrupt: 'signature, as a transfer as text leaves it' };
  let header: Header | undefined;
  const seen = new Set<string>();
  let last = '';
  const data: Uint8Array[] = [];
  for (const chunk of chunksOf(bytes)) {
    if ('corrupt' in chunk) return chunk;
    const { name, body } = chunk;
    const fault = header && misplaced(chunk, { header, seen, last });
    if (fault) return fault;
    if (!header) {
      const read = readHeader(chunk, limits);
      if (isFault(read)) return read;
      header = read;
    }
    if (name === 'IDAT') data.push(body);
    seen.add(name);
    last = name;
  }
  if (!header) return { corrupt: 'IEND chunk before the header' };
  if (header.type === 3 && !seen.has('PLTE')) return { corrupt: 'lack of a palette' };
  const { width, height } = header;
  return pixelFault(data, rowsOf(header)) ?? { width, height };
}

/** What is wrong with a chunk after the header, by those before it. */
function misplaced(
  { name, body: { length } }: Chunk,
  {
    header: { type },
    seen,
    last,
  }: { readonly header: Header; readonly seen: ReadonlySet<string>; readonly last: string },
): Fault | undefined {
  if (name === 'IHDR') return { corrupt: 'second header' };
  if (name === 'IDAT') return seen.has(name) && last !== name ? { corrupt: 'pixels in two places' } : undefined;
  if (name !== 'PLTE')
    return /^[A-Z]/.test(name) && name !== 'IEND' ? { corrupt: `critical chunk ${name}` } : undefined;
  // Up to 256 colours, once, where a picture may have a palette (§4.1.2).
  const isSound = length > 0 && length <= 768 && length % 3 === 0 && type !== 0 && type !== 4;
  return isSound && !seen.has('PLTE') && !seen.has('IDAT') ? undefined : { corrupt: 'palette' };
}

/** The chunks up to the end of the picture (§3.2); the last is a fault where it does not get there. */
function* chunksOf(bytes: Uint8Array): Generator<Chunk | { readonly corrupt: string }, void> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8, name = ''; name !== 'IEND'; ) {
    if (at + 12 > bytes.length) return yield { corrupt: `end of file at byte ${bytes.length}` };
    const length = view.getUint32(at);
    const body = at + 8;
    name = String.fromCharCode(...bytes.subarray(at + 4, body));
    const isName = /^[A-Za-z]{4}$/.test(name);
    if (length > bytes.length - at - 12)
      return yield { corrupt: `end of file in the ${isName ? name : 'next'} chunk at byte ${at}` };
    if (!isName) return yield { corrupt: `chunk name at byte ${at + 4}` };
    if (view.getUint32(body + length) !== crc32(bytes.subarray(at + 4, body + length)))
      return yield { corrupt: `checksum of the ${name} chunk at byte ${at}` };
    yield { name, body: bytes.subarray(body, body + length) };
    at = body + length + 4;
  }
}

function readHeader({ name, body }: Chunk, limits: Limits): Header | Fault {
  if (name !== 'IHDR' || body.length !== 13) return { corrupt: `${name} chunk before the header` };
  const view = new DataView(body.buffer, body.byteOffset);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [depth = 0, type = 9, compression, filter, interlace = 9] = body.subarray(8);
  if (!depths[type]?.includes(depth) || compression !== 0 || filter !== 0 || interlace > 1)
    return { corrupt: 'header' };
  const bits = depth * (samples[type] ?? 1);
  return sizeProblem(width, height, limits) ?? { width, height, type, bits, isInterlaced: interlace === 1 };
}

/** What is wrong with the pixels. They are unpacked piece by piece: a wall of them takes a third of a gigabyte, which its decoder needs. */
function pixelFault(data: readonly Uint8Array[], rows: readonly Rows[]): Fault | undefined {
  const expected = rows.reduce((sum, [count, length]) => sum + count * length, 0);
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
  return length < expected ? { corrupt: `end of the pixels after ${length} of ${expected} bytes` } : undefined;
}

type Rows = readonly [count: number, length: number];

/** Where each row begins, by its byte that says which filter it has. */
function* rowStarts(rows: readonly Rows[]): Generator<number, void> {
  let at = 0;
  for (const [count, length] of rows) for (let row = 0; row < count; row++, at += length) yield at;
}

/** For each pass: how many rows it has, and how many bytes a row. */
function rowsOf({ width, height, bits, isInterlaced }: Header): readonly Rows[] {
  const row = (columns: number): number => 1 + Math.ceil((columns * bits) / 8);
  if (!isInterlaced) return [[height, row(width)]];
  return passes.flatMap(([x, y, stepX, stepY]) => {
    const columns = Math.ceil((width - x) / stepX);
    const count = Math.ceil((height - y) / stepY);
    return columns > 0 && count > 0 ? [[count, row(columns)] as const] : [];
  });
}
