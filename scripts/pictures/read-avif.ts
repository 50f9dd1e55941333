/** Reads of an AVIF file how large it is, before anything is decoded (ISO/IEC 23008-12: `meta`, `iprp`, `ipco`, `ispe`). */
import type { Limits } from '../book/limits.ts';
import { type ConvertibleResult, sizeProblem } from './probe-result.ts';

interface Box {
  readonly name: string;
  readonly from: number;
  readonly end: number;
}

const mostBoxes = 10_000;

/** Reads an AVIF picture, still or animated; of an animated one the first picture. */
export function readAvif(bytes: Uint8Array, limits: Limits): ConvertibleResult {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const top = boxesOf(view, 0, bytes.length);
  if (typeof top === 'number') return { corrupt: `end of file in the box at byte ${top}` };
  const inside = (boxes: readonly Box[], name: string, skip = 0): readonly Box[] => {
    const box = boxes.find((each) => each.name === name);
    const found = box ? boxesOf(view, box.from + skip, box.end) : [];
    return typeof found === 'number' ? [] : found;
  };
  const properties = inside(inside(inside(top, 'meta', 4), 'iprp'), 'ipco');
  // Of a picture in tiles the largest is the whole.
  const sizes = properties
    .filter(({ name, from, end }) => name === 'ispe' && end - from >= 12)
    .map(({ from }) => [view.getUint32(from + 4), view.getUint32(from + 8)] as const)
    .sort(([w1, h1], [w2, h2]) => w2 * h2 - w1 * h1);
  const [width, height] = sizes[0] ?? [0, 0];
  const wrong = sizes[0] ? sizeProblem(width, height, limits) : { corrupt: 'end of the picture before its size' };
  if (wrong) return wrong;
  const brand = String.fromCharCode(...bytes.subarray(8, 12));
  return { width, height, isAnimated: brand === 'avis', isLossless: false, bytes };
}

/** The boxes between two offsets; the offset of one that reaches too far. */
function boxesOf(view: DataView, start: number, end: number): readonly Box[] | number {
  const boxes: Box[] = [];
  for (let at = start; at + 8 <= end && boxes.length < mostBoxes; ) {
    const short = view.getUint32(at);
    const name = String.fromCharCode(...[4, 5, 6, 7].map((byte) => view.getUint8(at + byte)));
    const isLong = short === 1;
    if (isLong && at + 16 > end) return at;
    const length = isLong ? Number(view.getBigUint64(at + 8)) : short === 0 ? end - at : short;
    const header = isLong ? 16 : 8;
    if (length < header || at + length > end) return at;
    boxes.push({ name, from: at + header, end: at + length });
    at += length;
  }
  return boxes;
}
