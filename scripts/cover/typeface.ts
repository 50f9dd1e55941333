/**
 * Reads of a TrueType file what fitting words needs: which characters it has, and how wide they are
 * (OpenType 1.9: `cmap` formats 4 and 12, `hhea`, `hmtx`, `head`). A whole font library takes 0.15 s to start for that.
 * In: a file's bytes. Out: a Typeface. Refuses to know: outlines and kerning, which the rasteriser sees to.
 */
export interface Typeface {
  /** The advance of a character in ems; undefined where the typeface has no glyph for it. */
  readonly advance: (code: number) => number | undefined;
}

/** A segment of the character map: codes `from` to `to` are the glyphs that `glyph` tells. */
interface Segment {
  readonly from: number;
  readonly to: number;
  readonly glyph: (code: number) => number;
}

/** Reads a typeface; undefined where the bytes are not one. */
export function readTypeface(bytes: Uint8Array): Typeface | undefined {
  try {
    return typeface(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    if (error instanceof RangeError) return undefined; // an offset outside the file
    throw error;
  }
}

function typeface(view: DataView): Typeface | undefined {
  const tables = new Map<string, number>();
  for (let index = 0; index < view.getUint16(4); index++) {
    const at = 12 + 16 * index;
    tables.set(String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte))), view.getUint32(at + 8));
  }
  const [cmap, hhea, hmtx, head] = ['cmap', 'hhea', 'hmtx', 'head'].map((name) => tables.get(name));
  if (cmap === undefined || hhea === undefined || hmtx === undefined || head === undefined) return undefined;
  const em = view.getUint16(head + 18);
  const measured = view.getUint16(hhea + 34);
  const segments = segmentsOf(view, cmap);
  const advance = (code: number): number | undefined => {
    const glyph = segments.find(({ from, to }) => code >= from && code <= to)?.glyph(code) ?? 0;
    return glyph === 0 ? undefined : view.getUint16(hmtx + 4 * Math.min(glyph, measured - 1)) / em;
  };
  return { advance };
}

function segmentsOf(view: DataView, cmap: number): readonly Segment[] {
  let best: number | undefined;
  for (let index = 0; index < view.getUint16(cmap + 2); index++) {
    const at = cmap + view.getUint32(cmap + 8 + 8 * index);
    const format = view.getUint16(at);
    if (format === 12) return groups(view, at);
    if (format === 4) best = at;
  }
  return best === undefined ? [] : ranges(view, best);
}

/** Format 12. */
function groups(view: DataView, at: number): readonly Segment[] {
  return Array.from({ length: view.getUint32(at + 12) }, (_, index) => {
    const group = at + 16 + 12 * index;
    const [from, to, first] = [view.getUint32(group), view.getUint32(group + 4), view.getUint32(group + 8)];
    return { from, to, glyph: (code) => first + code - from };
  });
}

/** Format 4. */
function ranges(view: DataView, at: number): readonly Segment[] {
  const count = view.getUint16(at + 6) / 2;
  return Array.from({ length: count }, (_, index) => {
    const to = view.getUint16(at + 14 + 2 * index);
    const from = view.getUint16(at + 16 + 2 * count + 2 * index);
    const delta = view.getUint16(at + 16 + 4 * count + 2 * index);
    const place = at + 16 + 6 * count + 2 * index;
    const offset = view.getUint16(place);
    const glyph = (code: number): number => {
      const found = offset === 0 ? code : view.getUint16(place + offset + 2 * (code - from));
      return found === 0 ? 0 : (found + delta) & 0xffff;
    };
    return { from, to, glyph };
  });
}
