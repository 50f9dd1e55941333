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

/** Of each header how many bytes its numbers have, the signature “PK…” first: before a file, in the directory, at the end (§4.3.7, 12, 16). */
const widths = {
  file: [4, 2, 2, 2, 2, 2, 4, 4, 4, 2, 2],
  entry: [4, 2, 2, 2, 2, 2, 2, 4, 4, 4, 2, 2, 2, 2, 2, 4, 4],
  end: [4, 2, 2, 2, 2, 4, 4, 2],
} as const;
const lengths = { file: 30, entry: 46, end: 22 } as const;

function header(kind: keyof typeof widths, values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(lengths[kind]);
  let at = 0;
  widths[kind].forEach((width, field) => {
    let value = values[field] ?? 0; // what is not said is nothing
    for (const end = at + width; at < end; value >>>= 8) bytes[at++] = value;
  });
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
    const flags = path.length === name.length ? 0 : namesInUtf8;
    const how = [version, flags, stored ? 0 : deflated, zipDate.time, zipDate.day];
    const about = [...how, packed.sum, packed.bytes.length, bytes.length, path.length, 0]; // nothing extra
    parts.push(header('file', [0x04034b50, ...about]), path, packed.bytes);
    // No comment, the first disk, no attributes.
    directory.push(header('entry', [0x02014b50, version, ...about, 0, 0, 0, 0, offset]), path);
    offset += lengths.file + path.length + packed.bytes.length;
    if (offset > zipCapacity.bytes) return undefined;
  }
  const entries = concatBytes(directory);
  const end = header('end', [0x06054b50, 0, 0, files.length, files.length, entries.length, offset]);
  return offset + entries.length + end.length > zipCapacity.bytes ? undefined : concatBytes([...parts, entries, end]);
}
