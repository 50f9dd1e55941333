/**
 * Writes a ZIP (APPNOTE 6.3.10) as OCF 3.3 §4.3 wants it: no folders, no extra fields, names in UTF-8, one date for all.
 * In: files in the order they are to stand. Out: the same bytes on every machine.
 */
import { concatBytes, encodeUtf8 } from '../book/bytes.ts';
import { crc32 } from './crc32.ts';
import { deflate } from './zlib.ts';

export interface ZipFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Whether it is kept as it is: because it must be, or because it is compressed already. */
  readonly stored: boolean;
}

/** What a ZIP without the extensions of ZIP64 can count: files, and bytes. */
export const zipCapacity = { files: 0xffff, bytes: 0xffffffff } as const;

/** Version 2.0: DEFLATE. */
const version = 20;
const namesInUtf8 = 0x0800;
const deflated = 8;
/** 1980-01-01 at noon, in the format of MS-DOS: the calendar begins there. Books are known as ours by it, so it stays. */
export const zipDate = { time: 0x6000, day: 0x0021 } as const;

/** A header: its signature “PK…” and numbers, each with its width in bytes. */
function header(signature: number, fields: readonly (readonly [width: 2 | 4, value: number])[]): Uint8Array {
  const bytes = new Uint8Array(fields.reduce((sum, [width]) => sum + width, 4));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  let at = 4;
  for (const [width, value] of fields) {
    if (width === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += width;
  }
  return bytes;
}

/** Writes a ZIP; undefined where it would not fit `zipCapacity`. */
export function zip(files: readonly ZipFile[]): Uint8Array<ArrayBuffer> | undefined {
  if (files.length > zipCapacity.files) return undefined;
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes, stored } of files) {
    const path = encodeUtf8(name);
    const packed = stored ? { bytes, sum: crc32(bytes) } : deflate(bytes);
    const about = [
      [2, version],
      [2, path.length === name.length ? 0 : namesInUtf8],
      [2, stored ? 0 : deflated],
      [2, zipDate.time],
      [2, zipDate.day],
      [4, packed.sum],
      [4, packed.bytes.length],
      [4, bytes.length],
      [2, path.length],
      [2, 0], // nothing extra
    ] as const;
    parts.push(header(0x04034b50, about), path, packed.bytes);
    // No comment, the first disk, no attributes.
    const place = [
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, offset],
    ] as const;
    directory.push(header(0x02014b50, [[2, version], ...about, ...place]), path);
    offset += 30 + path.length + packed.bytes.length;
    if (offset > zipCapacity.bytes) return undefined;
  }
  const entries = concatBytes(directory);
  const end = header(0x06054b50, [
    [2, 0],
    [2, 0],
    [2, files.length],
    [2, files.length],
    [4, entries.length],
    [4, offset],
    [2, 0],
  ]);
  return offset + entries.length + end.length > zipCapacity.bytes ? undefined : concatBytes([...parts, entries, end]);
}
