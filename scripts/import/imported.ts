/** What every importer makes of its source, whatever the format: sections as Markdown, facts for `book.yaml`, pictures, and the words to account for. */
import type { SectionKind } from '../book/sections.ts';

/** A value of `book.yaml`, as an author would type it. */
export type Fact = string | boolean | readonly Fact[] | { readonly [key: string]: Fact | undefined };

/** Keys of `book.yaml` (docs/metadata.md), in the order they are written. */
export type Facts = { readonly [key: string]: Fact | undefined };

export interface ImportedSection {
  readonly kind: SectionKind;
  /** Its file's name without the ending; unique in the book. */
  readonly stem: string;
  /** Keys of the file's own metadata block. */
  readonly facts?: Facts | undefined;
  /** Markdown. */
  readonly text: string;
  /** For each line of `text` (from 0) the line (from 1) of the source it came from, where that is known. */
  readonly lines?: readonly number[] | undefined;
}

export interface ImportedBook {
  readonly facts: Facts;
  /** In reading order. */
  readonly sections: readonly ImportedSection[];
  /** Bytes by manuscript path. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** The list of its sources that an EPUB of the press's own carries. */
  readonly madeFrom?: string | undefined;
  /** The visible text of the source, piece by piece: each word of it must be in the manuscript. */
  readonly visible: readonly string[];
  /** Words that the source has for some readers only, as for those who cannot see its pictures; they may be in the manuscript. */
  readonly aside?: readonly string[] | undefined;
}

/** Gives out file names: `chapter-1`, `chapter-2`, `dedication`, `notes-2`: the names that ids of a bound book have too. */
export function stems(): (kind: SectionKind) => string {
  const counts = new Map<SectionKind, number>();
  return (kind) => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return kind === 'chapter' || kind === 'part' || count > 1 ? `${kind}-${count}` : kind;
  };
}
