/** Walks a GIF file from block to block to its trailer (GIF89a). */
import { concatBytes } from '../book/bytes.ts';
import type { Limits } from '../book/limits.ts';
import { type ProbeResult, sizeProblem } from './probe-result.ts';

const trailer = 0x3b;

/** Reads a GIF picture, still or animated. */
export function readGif(bytes: Uint8Array, limits: Limits): ProbeResult {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const cut = (): ProbeResult => ({ corrupt: `end of file at byte ${bytes.length}` });
  if (bytes.length < 13) return cut();
  const version = String.fromCharCode(...bytes.subarray(0, 6));
  if (version !== 'GIF87a' && version !== 'GIF89a') return { corrupt: 'version of GIF' };
  const [width, height] = [view.getUint16(6, true), view.getUint16(8, true)];
  const wrong = sizeProblem(width, height, limits);
  if (wrong) return wrong;
  const colours = (flags: number): number => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);
  let at = 13 + colours(bytes[10] ?? 0);
  /** Steps over data sub-blocks (§15); answers their length, or -1 where the file ends. */
  const blocks = (): number => {
    for (let total = 0; ; ) {
      const length = bytes[at];
      if (length === undefined) return -1;
      at += 1 + length;
      if (length === 0) return total;
      total += length;
    }
  };
  let pictures = 0;
  for (;;) {
    const kind = bytes[at];
    if (kind === undefined) {
      if (pictures === 0 || at > bytes.length) return cut();
      // All of it is there but the last byte, which some programs forget.
      return { width, height, bytes: concatBytes([bytes, Uint8Array.of(trailer)]) };
    }
    at++;
    if (kind === trailer) break;
    if (kind === 0x21) {
      at++;
      if (blocks() < 0) return cut();
    } else if (kind === 0x2c) {
      if (at + 9 > bytes.length) return cut();
      const flags = bytes[at + 8] ?? 0;
      const [w, h] = [view.getUint16(at + 4, true), view.getUint16(at + 6, true)];
      if (w < 1 || h < 1) return { corrupt: `picture of ${w} × ${h} pixels` };
      if (!colours(flags) && !colours(bytes[10] ?? 0)) return { corrupt: 'lack of colours' };
      at += 9 + colours(flags);
      const bits = bytes[at++];
      if (bits === undefined) return cut();
      if (bits < 2 || bits > 8) return { corrupt: `code size at byte ${at - 1}` };
      const length = blocks();
      if (length < 0) return cut();
      if (length === 0) return { corrupt: 'picture without pixels' };
      pictures++;
    } else return { corrupt: `block at byte ${at - 1}` };
  }
  return pictures ? { width, height } : { corrupt: 'end of the file before any pixels' };
}
