/**
 * A book between reading and rendering: plain data, mdast inside, no paths of a machine.
 * Stages take a Book and return a Book; none keeps hold of one.
 */
import type { FootnoteDefinition, Heading, Root, RootContent } from 'mdast';
import type { Outcome, Place } from '../report/problem.ts';
import type { Direction, Metadata } from './metadata.ts';
import type { SectionKind } from './sections.ts';

/** A note of a section: what `[^label]` refers to. */
export interface Note {
  /** Its normalised label (mdast `identifier`). */
  readonly identifier: string;
  /** Counted from 1 in the order of first reference within the section. */
  readonly number: number;
  readonly definition: FootnoteDefinition;
  /** Whether it says of a name in the text what a list does; it has no number, and begins with the way back itself. */
  readonly isOfName?: boolean | undefined;
}

/** A division of the book that begins a new page: a chapter, a dedication, a part with its chapters. */
export interface Section {
  /** Unique in the book, ASCII, a valid XML name; also the stem of its file's name. */
  readonly id: string;
  readonly kind: SectionKind;
  /** The Markdown file it came from, relative to the manuscript, with forward slashes. */
  readonly path: string;
  /** BCP 47; absent where it is the book's. */
  readonly lang?: string | undefined;
  readonly dir?: Direction | undefined;
  /** The work that it belongs to in a book of several: the id of the section that holds that work. */
  readonly work?: string | undefined;
  /** What the addresses of its pictures start from, where that is not its file. */
  readonly base?: string | undefined;
  /** Its own heading, if it has one; not part of `content`. */
  readonly heading?: Heading | undefined;
  /** A picture above its heading: the path from its file, or `none`; the book’s if undefined. */
  readonly headingImage?: string | undefined;
  /** A title for the contents, where metadata gives one. */
  readonly title?: string | undefined;
  /** Between which days it was removed where it came from: two of YYYY-MM-DD, `/` between them. */
  readonly removed?: string | undefined;
  /** The web address that it was taken from. */
  readonly source?: string | undefined;
  /** Blocks in reading order. Links and pictures are resolved: no reference nodes, no definitions. */
  readonly content: Root;
  readonly notes: readonly Note[];
  /** The chapters that a part holds. */
  readonly sections: readonly Section[];
}

/** A picture that the book shows, by its path in the manuscript. */
export interface Picture {
  readonly path: string;
  readonly mediaType: 'image/jpeg' | 'image/png' | 'image/gif' | 'image/svg+xml';
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
  /** SHA-256 of the author's file that it was read from, in hexadecimal; other pictures have none. */
  readonly sha256?: string | undefined;
}

/** How the files of pictures end, by media type. */
export const extensions: Readonly<Record<Picture['mediaType'], string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/svg+xml': 'svg',
};

/** Reads the picture at a manuscript path; undefined with a problem where that fails. */
export type OpenPicture = (
  path: string,
  place: Place,
  /** Whether it is the cover, which shelves want large. */
  isCover?: boolean,
) => Promise<Outcome<Picture | undefined>>;

export interface Book {
  readonly metadata: Metadata;
  /** In reading order, without generated pages. */
  readonly sections: readonly Section[];
  /** Of a book of several works: what each says of itself, by the id of the section that holds it. */
  readonly works?: ReadonlyMap<string, Metadata> | undefined;
}

/** What is said of the work that a section belongs to; of the book where it belongs to none. */
export const metadataOf = ({ metadata, works }: Book, { work }: Pick<Section, 'work'>): Metadata =>
  works?.get(work ?? '') ?? metadata;

/** Blocks as they stand in a section. */
export type Block = RootContent;

/** Every section of the book, parts before the chapters they hold. */
export function* allSections(list: readonly Section[]): Generator<Section> {
  for (const section of list) {
    yield section;
    yield* allSections(section.sections);
  }
}

/** The same sections, each passed through `change`, children first. */
export function mapSections(list: readonly Section[], change: (section: Section) => Section): readonly Section[] {
  return list.map((section) =>
    change(section.sections.length ? { ...section, sections: mapSections(section.sections, change) } : section),
  );
}
