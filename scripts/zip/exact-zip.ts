/**
 * Whether a ZIP holds its files and nothing else (APPNOTE 6.3.10 §4.3). In: a ZIP's bytes. Out: its entries, or why it is not exact: each
 * byte must belong to a file, to its headers or to the directory, and both headers of a file must say the same. What readers
 * differ about, or pass over, would not be seen by whoever compares the files.
 */
import type { Limits } from '../book/limits.ts';
import { findEnd, readZip, type ZipRead } from './read-zip.ts';

/** Times and owners, as Info-ZIP and Windows write them (APPNOTE §4.5.2, §4.6.1): the only extra fields that hide nothing. */
const plainExtras: ReadonlySet<number> = new Set([0x000a, 0x5455, 0x5855, 0x7855, 0x7875]);
const longestExtra = 36;

/** Reads a ZIP as `readZip` does, and refuses one with bytes that belong to no file. */
export function readExactZip(zip: Uint8Array, limits: Limits): ZipRead {
  const read = readZip(zip, limits);
  if ('reason' in read) return read;
  const reason = inexact(zip);
  return reason === undefined ? read : { reason, isInexact: true };
}

/** Why a ZIP whose directory can be read is not exact. */
function inexact(zip: Uint8Array): string | undefined {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const u16 = (at: number) => view.getUint16(at, true);
  const u32 = (at: number) => view.getUint32(at, true);
  const end = findEnd(view) ?? 0;
  if (end + 22 !== zip.length) return 'hides bytes after its directory';
  const directory = u32(end + 16);
  const spans: (readonly [from: number, to: number])[] = [];
  let at = directory;
  for (let left = u16(end + 10); left > 0; left--) {
    const [nameLength, extraLength, commentLength, from] = [u16(at + 28), u16(at + 30), u16(at + 32), u32(at + 42)];
    if (commentLength > 0) return 'hides a comment in its directory';
    if (from + 30 > directory || u32(from) !== 0x04034b50) return 'has a damaged directory';
    const name = zip.subarray(at + 46, at + 46 + nameLength);
    const localExtra = from + 30 + u16(from + 26);
    const data = localExtra + u16(from + 28);
    if (u16(from + 26) !== nameLength || name.some((byte, index) => zip[from + 30 + index] !== byte))
      return 'has a file with two names';
    if (!isPlain(view, at + 46 + nameLength, extraLength) || !isPlain(view, localExtra, u16(from + 28)))
      return 'hides bytes beside a file';
    const streamed = (u16(at + 8) & 8) !== 0;
    const isSame = (central: number, local: number, size: 2 | 4) =>
      size === 2 ? u16(at + central) === u16(from + local) : u32(at + central) === u32(from + local);
    // Where sizes follow the data they are 0 before it.
    const isSized = [14, 18, 22].every((field) => isSame(field + 2, field, 4) || (streamed && u32(from + field) === 0));
    if (!isSame(8, 6, 2) || !isSame(10, 8, 2) || !isSized)
      return 'has a file that its two headers describe differently';
    const to = data + u32(at + 20);
    spans.push([from, streamed ? afterDescriptor(view, to, at) : to]);
    at += 46 + nameLength + extraLength + commentLength;
  }
  if (at !== end) return 'hides bytes after its directory';
  let reached = 0;
  for (const [from, to] of spans.sort(([left], [right]) => left - right)) {
    if (from !== reached) return 'hides bytes between its files';
    reached = to;
  }
  return reached === directory ? undefined : 'hides bytes between its files';
}

function isPlain(view: DataView, from: number, length: number): boolean {
  let at = from;
  while (at + 4 <= from + length && at + 4 <= view.byteLength) {
    const size = view.getUint16(at + 2, true);
    if (!plainExtras.has(view.getUint16(at, true)) || size > longestExtra) return false;
    at += 4 + size;
  }
  return at === from + length;
}

/** Where a data descriptor (APPNOTE §4.3.9) that repeats what the directory says at `central` ends; `at` where there is none. */
function afterDescriptor(view: DataView, at: number, central: number): number {
  const repeats = (from: number) =>
    from + 12 <= view.byteLength &&
    [0, 4, 8].every((field) => view.getUint32(from + field, true) === view.getUint32(central + 16 + field, true));
  if (at + 16 <= view.byteLength && view.getUint32(at, true) === 0x08074b50 && repeats(at + 4)) return at + 16;
  return repeats(at) ? at + 12 : at;
}
