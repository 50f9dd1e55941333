/** Fetches a book and opens it in the page: the same from a server as from files. In: the address of an EPUB. Out: its entries, or why there are none. */
import { usualLimits } from '../../../book/limits.ts';
import { readZip } from '../../../zip/read-zip.ts';
import type { BuiltBook } from '../../protocol.ts';
import type { Load } from '../reader/reader.ts';

export interface OpenBook {
  readonly book: BuiltBook;
  readonly load: Load;
}

/** The book, or a sentence for who wants to read it. */
export async function openBook(address: string, title: string): Promise<OpenBook | string> {
  const response = await fetch(address).catch(() => undefined);
  if (!response?.ok) return 'The book could not be fetched. Load this page again, or go back to the shelf.';
  const zip = readZip(new Uint8Array(await response.arrayBuffer()), usualLimits);
  if ('reason' in zip) return `The book cannot be opened: it ${zip.reason}.`;
  const entries = new Map(zip.entries.map((entry) => [entry.path, entry]));
  return {
    book: {
      build: 0,
      edition: 'epub',
      title,
      lang: '',
      // There is one build alone: a path is as good as a checksum.
      entries: zip.entries.map(({ path, size }) => ({ path, size, sha256: path })),
    },
    load: async (paths) =>
      paths.map((path) => {
        const read = entries.get(path)?.read() ?? { reason: 'is not there' };
        if ('reason' in read) throw new Error(`a part of it ${read.reason}`);
        return read.bytes;
      }),
  };
}
