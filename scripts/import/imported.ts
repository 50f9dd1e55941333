/** What every importer makes of its source, whatever the format: sections as Markdown, facts for `book.yaml`, pictures, and the words to account for. */
import type { LoadedForeign } from '../book/given-files.ts';
import type { Limits } from '../book/limits.ts';
import type { TextOrigin } from '../book/manuscript.ts';
import type { Facts } from '../book/metadata-schema.ts';
import type { SectionKind } from '../book/sections.ts';

/** What an importer is given: a file or a folder, and what it may cost. */
export interface Foreign extends LoadedForeign {
  readonly limits: Limits;
}

/** Keys of a file’s own metadata block. */
export interface SectionFacts extends Facts {
  readonly removed?: string | undefined;
}

export interface ImportedSection {
  readonly kind: SectionKind;
  /** Its file's name without the ending; unique in the book. */
  readonly stem: string;
  /** Keys of the file's own metadata block. */
  readonly facts?: SectionFacts | undefined;
  /** Markdown. */
  readonly text: string;
  /** The lines of the source it came from, where they are known. */
  readonly origin?: TextOrigin | undefined;
}

export interface ImportedBook {
  readonly facts: Facts;
  /** The language that its program wrote down, which is often the program’s own: it counts where the words do not say another. */
  readonly likelyLang?: string | undefined;
  /** What a web page calls itself, with the names of its book and its site. */
  readonly pageTitle?: string | undefined;
  /** In reading order. */
  readonly sections: readonly ImportedSection[];
  /** Bytes by manuscript path. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** The sheet that adds to the theme's in an EPUB of the press's own; what it names is among the pictures. */
  readonly styleSheet?: string | undefined;
  /** The list of its sources that an EPUB of the press's own carries. */
  readonly madeFrom?: string | undefined;
  /** The visible text of the source, piece by piece: each word of it must be in the manuscript. */
  readonly visible: readonly string[];
  /** More of it as plain Markdown, text by text, for a source that is Markdown itself. */
  readonly markdown?: readonly string[] | undefined;
  /** Words that the source has for some readers only, as for those who cannot see its pictures; they may be in the manuscript. */
  readonly aside?: readonly string[] | undefined;
}

/** Gives out file names: `chapter-1`, `chapter-2`, `dedication`, `notes-2`: the names that ids of a bound book have too. */
export function stemNamer(): (kind: SectionKind) => string {
  const counts = new Map<SectionKind, number>();
  return (kind) => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return kind === 'chapter' || kind === 'part' || count > 1 ? `${kind}-${count}` : kind;
  };
}
