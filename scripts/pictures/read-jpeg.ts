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
function* segmentsOf(bytes: Uint8Array): Generator<Segment | { readonly corrupt: string }, void> {
  const cut = { corrupt: `end of file at byte ${bytes.length}` };
  for (let at = 2; ; ) {
    if (bytes[at] !== 0xff)
      return yield at >= bytes.length ? cut : { corrupt: `byte ${at}, where a marker should stand` };
    while (bytes[at] === 0xff) at++; // fill bytes (§B.1.1.2)
    const marker = bytes[at++];
    if (marker === 0xd9) return;
    if (marker === undefined) return yield cut;
    if (marker === 0x01 || isRestart(marker)) continue;
    if (marker < 0xc0 || marker === 0xd8) return yield { corrupt: `marker at byte ${at - 1}` };
    const [high = 0, low] = bytes.subarray(at);
    if (low === undefined) return yield cut;
    const length = high * 256 + low;
    if (length < 2) return yield { corrupt: `segment length at byte ${at}` };
    if (at + length > bytes.length) return yield cut;
    yield { marker, bytes: bytes.subarray(at, at + length) };
    at += length;
    if (marker !== 0xda) continue;
    const end = scanEnd(bytes, at);
    if (end === undefined) return yield cut;
    if (end === at) return yield { corrupt: 'empty scan' };
    if ((bytes[end + 1] ?? 0) < 0xc0) return yield { corrupt: `marker at byte ${end}` };
    at = end;
  }
}

/** Where the pixels of a scan end: at a marker that is no restart and no stuffed zero. Undefined where the file ends first. */
function scanEnd(bytes: Uint8Array, from: number): number | undefined {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at)) {
    const next = bytes[at + 1];
    if (next === undefined) return undefined;
    if (next === 0xff) at++;
    else if (next === 0 || isRestart(next)) at += 2;
    else return at;
  }
  return undefined;
}
