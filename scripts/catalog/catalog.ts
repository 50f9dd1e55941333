/** What a library holds, as a person browses it. Types; `make-catalog.ts` makes one. */
import type { EditionName } from '../book/editions.ts';
import type { Series } from '../book/metadata.ts';

export interface Author {
  readonly name: string;
  /** How it is sorted: “Austen, Jane”. */
  readonly fileAs?: string | undefined;
}

/** What a book says of itself, as far as a catalogue shows it. */
export interface BookFacts {
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly authors: readonly Author[];
  readonly series?: Series | undefined;
  /** BCP 47. */
  readonly lang?: string | undefined;
  readonly identifier?: string | undefined;
  readonly description?: string | undefined;
  readonly subjects: readonly string[];
  readonly publisher?: string | undefined;
  readonly rights?: string | undefined;
  /** When the work was published (W3CDTF). */
  readonly date?: string | undefined;
  /** When the file was made: `YYYY-MM-DDThh:mm:ssZ`. */
  readonly modified?: string | undefined;
  readonly words?: number | undefined;
  /** The picture in the EPUB. */
  readonly cover?: { readonly path: string; readonly mediaType: string } | undefined;
}

/** A file of the library that holds a book. */
export interface BookFile {
  /** In the library, with forward slashes. */
  readonly path: string;
  readonly edition: EditionName;
  readonly size: number;
  /** Other bytes have another. */
  readonly revision: string;
}

/** A story with all its editions. */
export interface CatalogBook extends BookFacts {
  /** A URN that stays as long as the book’s own identifier does. */
  readonly id: string;
  /** What stands for the id in addresses: letters and digits. */
  readonly key: string;
  /** When it changed last: `YYYY-MM-DDThh:mm:ssZ`. */
  readonly updated: string;
  /** The plain EPUB first. */
  readonly files: readonly BookFile[];
}

/** Kinds of groups that a book can be in. */
export const groupKinds = ['author', 'series', 'subject', 'language'] as const;
export type GroupKind = (typeof groupKinds)[number];

/** Books that have something in common: an author, a series. */
export interface Group {
  readonly key: string;
  readonly name: string;
  readonly updated: string;
  readonly books: readonly CatalogBook[];
}

export interface Catalog {
  readonly title: string;
  readonly updated: string;
  /** By title. */
  readonly books: readonly CatalogBook[];
  readonly byKey: ReadonlyMap<string, CatalogBook>;
  /** By key, in the order of their names. */
  readonly groups: Readonly<Record<GroupKind, ReadonlyMap<string, Group>>>;
  /** What is searched, of each book. */
  readonly words: ReadonlyMap<CatalogBook, string>;
}
