/**
 * Reads a stranger's ZIP (APPNOTE 6.3.10) without trusting it. In: its bytes. Out: its entries, each inflated only when
 * asked for, never beyond the size it declares. Writes nothing.
 */
import { decodeLatin1 } from '../book/bytes.ts';
import { type LimitName, type Limits, printLimit } from '../book/limits.ts';
import { crc32 } from './crc32.ts';
import { inflate } from './zlib.ts';

export interface ZipEntry {
  readonly path: string;
  readonly isLink: boolean;
  readonly size: number;
  /** Bytes, as they lie in the ZIP. */
  readonly packedSize: number;
  /** Its bytes, or why they cannot be had. */
  read(): { readonly bytes: Uint8Array } | { readonly reason: string };
}

export type ZipRead =
  | { readonly entries: readonly ZipEntry[] }
  | {
      readonly reason: string;
      /** The limit that it passes. */
      readonly tooLarge?: LimitName;
      /** Whether all its files can be read, but it holds more than them. */
      readonly isInexact?: boolean;
    };

/** Reads the directory of a ZIP; folders are left out. */
export function readZip(zip: Uint8Array, limits: Limits): ZipRead {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = findEnd(view);
  if (end === undefined) return { reason: 'is cut short, or no ZIP: its directory is not there' };
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === 0xffffffff) return { reason: 'is a ZIP64, which is larger than any book' };
  if (count > limits['archive-files'])
    return {
      reason: `has more than ${printLimit('archive-files', limits['archive-files'])} files`,
      tooLarge: 'archive-files',
    };
  const entries: ZipEntry[] = [];
  const seen = new Set<string>();
  let whole = 0;
  for (let left = count; left > 0; left--) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return { reason: 'has a damaged directory' };
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const next = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) return { reason: 'has a damaged directory' };
    const path = nameOf(zip.subarray(at + 46, nameEnd), (view.getUint16(at + 8, true) & 0x800) !== 0);
    if (path === undefined) return { reason: 'has a file whose name is no UTF-8' };
    if (seen.has(path)) return { reason: `has “${path.slice(0, 100)}” twice` };
    seen.add(path);
    const entry = readEntry(zip, view, at, { path, limits });
    whole += entry.size;
    if (whole > limits.archive)
      return { reason: `unpacks to more than ${printLimit('archive', limits.archive)}`, tooLarge: 'archive' };
    if (!path.endsWith('/') || entry.size > 0) entries.push(entry);
    at = next;
  }
  return { entries };
}

function readEntry(
  zip: Uint8Array,
  view: DataView,
  at: number,
  { path, limits }: { readonly path: string; readonly limits: Limits },
): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const sum = view.getUint32(at + 16, true);
  const packedSize = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const offset = view.getUint32(at + 42, true);
  return {
    path,
    size,
    packedSize,
    isLink: view.getUint32(at + 38, true) >>> 28 === 0xa, // S_IFLNK, where a Unix wrote it
    read: () => {
      if (flags & 1) return { reason: 'is encrypted' };
      if (size > limits['archive-file'])
        return {
          reason: `unpacks to more than ${printLimit('archive-file', limits['archive-file'])} (--limit archive-file)`,
        };
      if (offset + 30 > zip.length || view.getUint32(offset, true) !== 0x04034b50) return { reason: 'is damaged' };
      const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
      if (start + packedSize > zip.length) return { reason: 'is cut short' };
      const packed = zip.subarray(start, start + packedSize);
      let bytes = packed;
      if (method === 8) {
        try {
          bytes = inflate(packed, size, { raw: true });
        } catch {
          return { reason: 'is damaged, or larger than it says' };
        }
      } else if (method !== 0) return { reason: 'is packed in a way that is not known' };
      if (bytes.length !== size || crc32(bytes) !== sum) return { reason: 'is damaged' };
      return { bytes };
    },
  };
}

/** The end record stands in the last 64 kB, before a comment. */
export function findEnd(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  return undefined;
}

/** UTF-8, as its flag says or by its form; older packers wrote in their machine's code page, and said nothing. */
function nameOf(bytes: Uint8Array, isMarked: boolean): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return isMarked ? undefined : decodeLatin1(bytes);
  }
}
