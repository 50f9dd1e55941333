/**
 * The e-readers that show themselves as a drive: how each is known, where its books lie, and which edition it wants.
 * To add one, add a row.
 */
import type { EditionName } from '../book/editions.ts';

/** A drive that may be a reader: its name, and the names of what lies at its root. */
interface Volume {
  readonly name: string;
  readonly names: readonly string[];
}

interface Reader {
  /** As a sentence names it. */
  readonly about: string;
  readonly edition: EditionName;
  /** Folders for books, from the drive's root; the first that is there is taken, else the last is made. */
  readonly folders: readonly string[];
  readonly isAt: (volume: Volume) => boolean;
}

const holds = ({ names }: Volume, ...wanted: readonly string[]): boolean => {
  const there = new Set(names.map((name) => name.toLowerCase()));
  return wanted.every((name) => there.has(name));
};

/** In the order in which they are looked for: a newer Tolino is a Kobo. */
export const readers = {
  kobo: { about: 'Kobo', edition: 'kobo', folders: [''], isAt: (volume) => holds(volume, '.kobo') },
  pocketbook: {
    about: 'PocketBook',
    edition: 'epub',
    folders: ['Books'],
    isAt: (volume) => holds(volume, 'system', 'applications'),
  },
  nook: {
    about: 'Nook',
    edition: 'epub',
    folders: ['NOOK/My Files', 'My Files', 'my documents', 'Books'],
    isAt: (volume) => /^nook/i.test(volume.name) || holds(volume, 'nook'),
  },
  tolino: {
    about: 'Tolino',
    edition: 'epub',
    folders: ['Books'],
    isAt: (volume) => /^tolino/i.test(volume.name) || holds(volume, '.tolino'),
  },
  // It takes no EPUB over the cable.
  kindle: {
    about: 'Kindle',
    edition: 'kindle',
    folders: [],
    isAt: (volume) => /^kindle/i.test(volume.name) || holds(volume, 'documents', 'system', 'audible'),
  },
} as const satisfies Readonly<Record<string, Reader>>;

export type ReaderName = keyof typeof readers;

export const readerNames = Object.keys(readers) as readonly ReaderName[];

/** Whether a word names a reader. */
export function isReaderName(word: string): word is ReaderName {
  return Object.hasOwn(readers, word);
}

/** Which reader a drive is; undefined where it is none. */
export function readerOf(volume: Volume): ReaderName | undefined {
  return readerNames.find((name) => readers[name].isAt(volume));
}
