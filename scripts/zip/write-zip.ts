/**
 * Writes a ZIP (APPNOTE 6.3.10) as OCF 3.3 §4.3 wants it: no folders, no extra fields, names in UTF-8, one date for all.
 * In: files in the order they are to stand. Out: the same bytes on every machine. Refuses to know: what is in them.
 */
import { crc32 } from './crc32.ts';
import { deflate } from './deflate.ts';

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

/** Writes a ZIP; undefined where it would not fit `zipCapacity`. */
export function zip(files: readonly ZipFile[]): Buffer<ArrayBuffer> | undefined {
  if (files.length > zipCapacity.files) return undefined;
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes, stored } of files) {
    const path = Buffer.from(name);
    const packed = stored ? { bytes, sum: crc32(bytes) } : deflate(bytes);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(version, 0);
    about.writeUInt16LE(path.length === name.length ? 0 : namesInUtf8, 2);
    about.writeUInt16LE(stored ? 0 : deflated, 4);
    about.writeUInt16LE(zipDate.time, 6);
    about.writeUInt16LE(zipDate.day, 8);
    about.writeUInt32LE(packed.sum, 10);
    about.writeUInt32LE(packed.bytes.length, 14);
    about.writeUInt32LE(bytes.length, 18);
    about.writeUInt16LE(path.length, 22);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), about, path, packed.bytes);
    const place = Buffer.alloc(14); // no comment, first disk, no attributes
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), about, place, path);
    offset += 30 + path.length + packed.bytes.length;
    if (offset > zipCapacity.bytes) return undefined;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  const size = offset + entries.length + end.length;
  return size > zipCapacity.bytes ? undefined : Buffer.concat([...parts, entries, end], size);
}
