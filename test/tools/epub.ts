/**
 * An EPUB as its ZIP tells it: entries in the order of their bytes, with method and date, for assertions.
 * Reads the central directory itself, because what unzips a book hides what some reading systems trip over.
 */
import { inflateRawSync } from 'node:zlib';
import { packZip } from './zip.ts';

export interface Entry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  /** As the ZIP has it, without a zone: `1980-01-01T00:00:00`. */
  readonly date: string;
  /** General purpose flags; bit 11 says that the name is UTF-8. */
  readonly flags: number;
  /** Length of the extra field before its bytes. */
  readonly extra: number;
  /** Where its local header stands. */
  readonly offset: number;
  readonly bytes: Uint8Array;
}

export interface Epub {
  readonly entries: readonly Entry[];
  /** The text of an entry that must be there. */
  text(name: string): string;
}

const endOfDirectory = 0x06054b50;
const directoryHeader = 0x02014b50;

/** Reads an EPUB's entries, sorted by where they stand in the file. */
export function readEpub(epub: Uint8Array): Epub {
  const view = new DataView(epub.buffer, epub.byteOffset, epub.byteLength);
  let end = epub.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== endOfDirectory) end -= 1;
  if (end < 0) throw new Error('Unexpected file without a ZIP directory, expected an EPUB');
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== directoryHeader)
      throw new Error(`Unexpected bytes at ${at}, expected a ZIP entry`);
    const nameLength = view.getUint16(at + 28, true);
    const offset = view.getUint32(at + 42, true);
    const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    const packed = epub.subarray(start, start + view.getUint32(at + 20, true));
    const method = view.getUint16(at + 10, true);
    entries.push({
      name: new TextDecoder().decode(epub.subarray(at + 46, at + 46 + nameLength)),
      method,
      date: dosDate(view.getUint16(at + 14, true), view.getUint16(at + 12, true)),
      flags: view.getUint16(at + 8, true),
      extra: view.getUint16(offset + 28, true),
      offset,
      bytes: method === 0 ? packed : inflateRawSync(packed),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  entries.sort((one, other) => one.offset - other.offset);
  return { entries, text: (name) => textOf(entries, name) };
}

/** The files of any ZIP, by name, in the order of their bytes. */
export const unpackZip = (zip: Uint8Array): ReadonlyMap<string, Uint8Array> =>
  new Map(readEpub(zip).entries.map((entry) => [entry.name, entry.bytes]));

/** Zips entries into an EPUB, `mimetype` stored and first; for books that a test breaks on purpose. */
export function makeEpub(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const { mimetype = 'application/epub+zip', ...rest } = files;
  return packZip({ mimetype, ...rest }, ['mimetype']);
}

function textOf(entries: readonly Entry[], name: string): string {
  const entry = entries.find((each) => each.name === name);
  if (!entry)
    throw new Error(`Unexpected book without ${name}, which holds ${entries.map((each) => each.name).join(', ')}`);
  return new TextDecoder('utf-8', { fatal: true }).decode(entry.bytes);
}

function dosDate(date: number, time: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${1980 + (date >> 9)}-${two((date >> 5) & 15)}-${two(date & 31)}T${two(time >> 11)}:${two((time >> 5) & 63)}:${two((time & 31) * 2)}`;
}
