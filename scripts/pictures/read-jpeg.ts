/** Walks a JPEG file from marker to marker to its end (ITU-T T.81 annex B). */
import type { Limits } from '../book/limits.ts';
import { type ProbeResult, sizeProblem } from './probe-result.ts';

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
const isTable = (marker: number): boolean => marker === 0xc4 || marker === 0xdb;

/** Reads a JPEG picture: baseline, extended or progressive, with Huffman coding, 8 bits a sample. */
export function readJpeg(bytes: Uint8Array, limits: Limits): ProbeResult {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let size: { readonly width: number; readonly height: number } | undefined;
  let components = 0;
  let quantized = false;
  let scans = 0;
  const cut = (): ProbeResult => ({ corrupt: `end of file at byte ${bytes.length}` });
  for (let at = 2; ; ) {
    if (bytes[at] !== 0xff) return at >= bytes.length ? cut() : { corrupt: `byte ${at}, where a marker should stand` };
    while (bytes[at] === 0xff) at++; // fill bytes (§B.1.1.2)
    const marker = bytes[at++];
    if (marker === undefined) return cut();
    if (marker === 0xd9) break;
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) continue;
    if (marker < 0xc0 || marker === 0xd8) return { corrupt: `marker at byte ${at - 1}` };
    if (at + 2 > bytes.length) return cut();
    const length = view.getUint16(at);
    if (length < 2) return { corrupt: `segment length at byte ${at}` };
    if (at + length > bytes.length) return cut();
    if (marker === 0xdb) quantized = true;
    const frame = frames[marker];
    if (frame) return { refused: frame, hint: 'Save it again as an ordinary JPEG.' };
    if (marker >= 0xc0 && marker <= 0xc2) {
      if (size) return { corrupt: 'second frame' };
      components = bytes[at + 7] ?? 0;
      if (length < 8 + 3 * components) return { corrupt: 'frame header' };
      if (bytes[at + 2] !== 8)
        return {
          refused: `JPEG with ${bytes[at + 2]} bits a sample`,
          hint: 'Save it again as an ordinary JPEG, with 8 bits.',
        };
      if (![1, 3, 4].includes(components)) return { corrupt: `${components} colours` };
      const [height, width] = [view.getUint16(at + 3), view.getUint16(at + 5)];
      const wrong = sizeProblem(width, height, limits);
      if (wrong) return wrong;
      size = { width, height };
    }
    at += length;
    if (marker !== 0xda) continue;
    if (!size || !quantized) return { corrupt: 'scan before its frame and tables' };
    scans++;
    const from = at;
    // The scan's own bytes: up to a marker that is no restart and no stuffed zero.
    for (;;) {
      at = bytes.indexOf(0xff, at);
      if (at < 0) return cut();
      const next = bytes[at + 1];
      if (next === undefined) return cut();
      if (next === 0xff) at++;
      else if (next === 0 || (next >= 0xd0 && next <= 0xd7)) at += 2;
      else break;
    }
    if (at === from) return { corrupt: 'empty scan' };
    if (!isTable(bytes[at + 1] ?? 0) && bytes[at + 1] !== 0xd9 && (bytes[at + 1] ?? 0) < 0xc0)
      return { corrupt: `marker at byte ${at}` };
  }
  if (!size || scans === 0) return { corrupt: 'end of the picture before its pixels' };
  return size;
}
