/** Walks a JPEG file from marker to marker to its end (ITU-T T.81 annex B). */
import type { Limits } from '../book/limits.ts';
import { isFault, type ProbeResult, sizeProblem } from './probe-result.ts';

const frames: Readonly<Record<number, string>> = {
  0xc3: 'lossless JPEG',
  0xc5: 'hierarchical JPEG',
  0xc6: 'hierarchical JPEG',
  0xc7: 'hierarchical JPEG',
  0xc9: 'arithmetic-coded JPEG',
  0xca: 'arithmetic-coded JPEG',
  0xcb: 'lossless JPEG',
  0xcd: 'hierarchical JPEG',
  0xce: 'hierarchical JPEG',
  0xcf: 'hierarchical JPEG',
};
const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;

/** A marker that is followed by a segment. */
interface Segment {
  readonly marker: number;
  /** From its length on. */
  readonly bytes: Uint8Array;
}

/** Reads a JPEG picture: baseline, extended or progressive, with Huffman coding, 8 bits a sample. */
export function readJpeg(bytes: Uint8Array, limits: Limits): ProbeResult {
  let size: ProbeResult | undefined;
  let isQuantized = false;
  let scans = 0;
  for (const segment of segmentsOf(bytes)) {
    if ('corrupt' in segment) return segment;
    const { marker } = segment;
    const kind = frames[marker];
    if (kind) return { refused: kind, hint: 'Save it again as an ordinary JPEG.' };
    if (marker === 0xdb) isQuantized = true;
    if (marker >= 0xc0 && marker <= 0xc2) {
      size = size ? { corrupt: 'second frame' } : readFrame(segment.bytes, limits);
      if (isFault(size)) return size;
    }
    if (marker !== 0xda) continue;
    if (!size || !isQuantized) return { corrupt: 'scan before its frame and tables' };
    scans++;
  }
  return size && scans > 0 ? size : { corrupt: 'end of the picture before its pixels' };
}

/** The size that a frame header says (§B.2.2). */
function readFrame(header: Uint8Array, limits: Limits): ProbeResult {
  const [, , bits, high = 0, low = 0, far = 0, near = 0, components = 0] = header;
  if (header.length < 8 + 3 * components) return { corrupt: 'frame header' };
  if (bits !== 8)
    return { refused: `JPEG with ${bits} bits a sample`, hint: 'Save it again as an ordinary JPEG, with 8 bits.' };
  if (![1, 3, 4].includes(components)) return { corrupt: `${components} colours` };
  const [height, width] = [high * 256 + low, far * 256 + near];
  return sizeProblem(width, height, limits) ?? { width, height };
}

/** The segments up to the end of the picture; the last is a fault where it does not get there. */
function* segmentsOf(bytes: Uint8Array): Generator<Segment | Corrupt, void> {
  for (let at = 2; ; ) {
    const found = markerAt(bytes, at);
    if ('corrupt' in found) return yield found;
    const { marker } = found;
    if (marker === 0xd9) return;
    at = found.end;
    if (marker === 0x01 || isRestart(marker)) continue;
    const segment = segmentAt(bytes, at, marker);
    yield segment;
    if ('corrupt' in segment) return;
    at += segment.bytes.length;
    if (marker !== 0xda) continue;
    const end = scanEnd(bytes, at);
    if (typeof end !== 'number') return yield end;
    at = end;
  }
}

type Corrupt = { readonly corrupt: string };
const cut = (bytes: Uint8Array): Corrupt => ({ corrupt: `end of file at byte ${bytes.length}` });

/** A marker, with bytes that fill up the space before it (§B.1.1.2), and where what it marks begins. */
function markerAt(bytes: Uint8Array, from: number): { readonly marker: number; readonly end: number } | Corrupt {
  let at = from;
  while (bytes[at] === 0xff) at++;
  const marker = bytes[at];
  if (marker === undefined) return cut(bytes);
  return at > from ? { marker, end: at + 1 } : { corrupt: `byte ${at}, where a marker should stand` };
}

function segmentAt(bytes: Uint8Array, at: number, marker: number): Segment | Corrupt {
  if (marker < 0xc0 || marker === 0xd8) return { corrupt: `marker at byte ${at - 1}` };
  const [high = 0, low] = bytes.subarray(at);
  if (low === undefined) return cut(bytes);
  const length = high * 256 + low;
  if (length < 2) return { corrupt: `segment length at byte ${at}` };
  return at + length > bytes.length ? cut(bytes) : { marker, bytes: bytes.subarray(at, at + length) };
}

/** Where the pixels of a scan end: at a marker that is no restart and no stuffed zero. */
function scanEnd(bytes: Uint8Array, from: number): number | Corrupt {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next === 0xff) at++;
    else if (next === 0 || isRestart(next)) at += 2;
    else if (at === from) return { corrupt: 'empty scan' };
    else return next < 0xc0 ? { corrupt: `marker at byte ${at}` } : at;
  }
  return cut(bytes);
}
