/**
 * Which characters a font has. In: an OpenType font’s bytes. Out: code points.
 * Reads the `cmap` (OpenType 1.9, formats 4 and 12, all that a font of today has for Unicode) and nothing else.
 */

/** The code points that a font has a glyph for; empty for what is no font. */
export function characterMap(font: Uint8Array): ReadonlySet<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const found = new Set<number>();
  const cmap = tableOffset(view, 'cmap');
  if (cmap === undefined) return found;
  for (let at = 0; at < view.getUint16(cmap + 2); at++) {
    const record = cmap + 4 + at * 8;
    const platform = view.getUint16(record);
    const encoding = view.getUint16(record + 2);
    if (platform !== 0 && !(platform === 3 && (encoding === 1 || encoding === 10))) continue; // not Unicode’s
    const subtable = cmap + view.getUint32(record + 4);
    const format = view.getUint16(subtable);
    if (format === 4) readSegments(view, subtable, found);
    if (format === 12) readGroups(view, subtable, found);
  }
  return found;
}

function tableOffset(view: DataView, wanted: string): number | undefined {
  if (view.byteLength < 12) return undefined;
  for (let at = 0; at < view.getUint16(4); at++) {
    const record = 12 + at * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(record + byte)));
    if (tag === wanted) return view.getUint32(record + 8);
  }
  return undefined;
}

/** Format 4: segments of the Basic Multilingual Plane; a glyph is a sum, or is looked up where the segment points to. */
function readSegments(view: DataView, subtable: number, found: Set<number>): void {
  const size = view.getUint16(subtable + 6);
  const ends = subtable + 14;
  const starts = ends + size + 2;
  const deltas = starts + size;
  const offsets = deltas + size;
  for (let at = 0; at < size; at += 2) {
    const start = view.getUint16(starts + at);
    const end = view.getUint16(ends + at);
    const delta = view.getUint16(deltas + at);
    const offset = view.getUint16(offsets + at);
    for (let code = start; code <= end && code < 0xffff; code++) {
      const listed = offset === 0 ? code : view.getUint16(offsets + at + offset + (code - start) * 2);
      if (offset === 0 ? (listed + delta) % 0x10000 !== 0 : listed !== 0) found.add(code);
    }
  }
}

/** Format 12: groups of any code points. */
function readGroups(view: DataView, subtable: number, found: Set<number>): void {
  for (let at = 0; at < view.getUint32(subtable + 12); at++) {
    const group = subtable + 16 + at * 12;
    const start = view.getUint32(group);
    const glyph = view.getUint32(group + 8);
    for (let code = start; code <= view.getUint32(group + 4); code++) if (glyph + (code - start) !== 0) found.add(code);
  }
}
