/** Walks a GIF file from block to block to its trailer (GIF89a). */
import { concatBytes } from '../book/bytes.ts';
import type { Limits } from '../book/limits.ts';
import { type ProbeResult, sizeProblem } from './probe-result.ts';

const trailer = 0x3b;

const colourBytes = (flags = 0): number => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);
const cut = (bytes: Uint8Array) => ({ corrupt: `end of file at byte ${bytes.length}` });

/** Reads a GIF picture, still or animated. */
export function readGif(bytes: Uint8Array, limits: Limits): ProbeResult {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 13) return cut(bytes);
  const version = String.fromCharCode(...bytes.subarray(0, 6));
  if (version !== 'GIF87a' && version !== 'GIF89a') return { corrupt: 'version of GIF' };
  const [width, height] = [view.getUint16(6, true), view.getUint16(8, true)];
  const wrong = sizeProblem(width, height, limits);
  if (wrong) return wrong;
  const shared = colourBytes(bytes[10]);
  let pictures = 0;
  for (let at = 13 + shared; at < bytes.length; ) {
    const kind = bytes[at];
    if (kind === trailer) return pictures > 0 ? { width, height } : { corrupt: 'end of the file before any pixels' };
    if (kind !== 0x21 && kind !== 0x2c) return { corrupt: `block at byte ${at}` };
    const end = kind === 0x2c ? pictureEnd(view, at + 1, shared > 0) : (subBlocks(bytes, at + 2)?.end ?? cut(bytes));
    if (typeof end !== 'number') return end;
    if (kind === 0x2c) pictures++;
    at = end;
  }
  // All of it is there but the last byte, which some programs forget.
  return pictures > 0 ? { width, height, bytes: concatBytes([bytes, Uint8Array.of(trailer)]) } : cut(bytes);
}

/** Where a picture ends, from its descriptor on (§20–22). */
function pictureEnd(view: DataView, at: number, isColoured: boolean): number | { readonly corrupt: string } {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  if (at + 9 > bytes.length) return cut(bytes);
  const own = colourBytes(bytes[at + 8]);
  const [w, h] = [view.getUint16(at + 4, true), view.getUint16(at + 6, true)];
  if (w < 1 || h < 1) return { corrupt: `picture of ${w} × ${h} pixels` };
  if (!own && !isColoured) return { corrupt: 'lack of colours' };
  const start = at + 9 + own;
  const bits = bytes[start];
  if (bits === undefined) return cut(bytes);
  if (bits < 2 || bits > 8) return { corrupt: `code size at byte ${start}` };
  const data = subBlocks(bytes, start + 1);
  if (!data) return cut(bytes);
  return data.length > 0 ? data.end : { corrupt: 'picture without pixels' };
}

/** Where data sub-blocks end (§15), and how many bytes they hold; undefined where the file ends first. */
function subBlocks(bytes: Uint8Array, from: number): { readonly end: number; readonly length: number } | undefined {
  let length = 0;
  for (let at = from; at < bytes.length; ) {
    const size = bytes[at] ?? 0;
    at += 1 + size;
    length += size;
    if (size === 0) return { end: at, length };
  }
  return undefined;
}
