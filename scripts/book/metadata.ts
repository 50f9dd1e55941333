/**
 * What a book says about itself, after reading: every value checked, every default filled in.
 * The keys an author types are in `metadata-schema.ts`; these are the book's own.
 */
import type { Place } from '../report/problem.ts';
import type { Design } from './design.ts';
import type { EditionName } from './editions.ts';
import type { Typography } from './house-styles.ts';

export type Direction = 'ltr' | 'rtl';

/** When nothing says when a book changed: a date that is the same for everyone. */
export const noDate = '2000-01-01T00:00:00Z';

/** MARC relator codes we accept, by the word an author would type. */
export const contributorRoles = {
  author: 'aut',
  editor: 'edt',
  illustrator: 'ill',
  translator: 'trl',
  beta: 'edt',
  'cover-artist': 'cov',
  narrator: 'nrt',
  contributor: 'ctb',
} as const;

export type ContributorRole = keyof typeof contributorRoles;

export interface Contributor {
  readonly name: string;
  readonly role: ContributorRole;
  /** How it is sorted: “Austen, Jane”. */
  readonly fileAs?: string | undefined;
}

/** Who wrote the book, by name, in the order of the metadata. */
export function authorNames(contributors: readonly Contributor[]): readonly string[] {
  return contributors.filter(({ role }) => role === 'author').map(({ name }) => name);
}

export interface Series {
  readonly name: string;
  readonly position?: string | undefined;
}

/** Plug-ins by module name or by path relative to the manuscript. */
interface PluginNames {
  readonly remark: readonly string[];
  readonly rehype: readonly string[];
}

/** What archives of stories record beside what libraries do. */
export interface Archival {
  readonly rating?: string | undefined;
  readonly warnings: readonly string[];
  readonly fandoms: readonly string[];
  readonly relationships: readonly string[];
  readonly characters: readonly string[];
  /** “Complete”, “In progress”. */
  readonly status?: string | undefined;
  /** “3/12”, “3/?”. */
  readonly chapters?: string | undefined;
  /** Whether the press counts the words. */
  readonly countsWords: boolean;
  /** What it counted. */
  readonly wordCount?: number | undefined;
}

export interface Metadata {
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly contributors: readonly Contributor[];
  /** BCP 47. */
  readonly lang: string;
  /** Other languages that the book is in. */
  readonly otherLangs?: readonly string[] | undefined;
  readonly dir: Direction;
  readonly identifier: string;
  /** Whether the author gave it; else it is made of title and authors. */
  readonly hasOwnIdentifier?: boolean | undefined;
  readonly otherIdentifiers?: readonly string[] | undefined;
  /** Of editions that have one of their own. */
  readonly editionIdentifiers?: { readonly [Name in EditionName]?: string | undefined } | undefined;
  readonly publisher?: string | undefined;
  readonly description?: string | undefined;
  /** W3CDTF: when the work was published. */
  readonly date?: string | undefined;
  /** W3CDTF: when the work last changed. */
  readonly updated?: string | undefined;
  /** `YYYY-MM-DDThh:mm:ssZ`, for dcterms:modified. */
  readonly modified: string;
  readonly series?: Series | undefined;
  readonly tags: readonly string[];
  readonly rights?: string | undefined;
  /** Where it is said beside `rights`. */
  readonly licence?: string | undefined;
  /** As typed, by edition, and that of the printed book; of `epub` alone where it is the only one. */
  readonly isbns?: { readonly [Name in EditionName | 'print']?: string | undefined } | undefined;
  readonly source?: string | undefined;
  /** The printed book whose pages are marked: an ISBN, or its title and year. */
  readonly pagesOf?: string | undefined;
  /** W3CDTF: when the work was taken from its source. */
  readonly retrieved?: string | undefined;
  /** Present where the metadata has any of its keys, or says when the work was retrieved. */
  readonly archival?: Archival | undefined;
  /** Where the pages lie that several books share: a path that leads out of the manuscript. */
  readonly shared?: string | undefined;
  /** Manuscript path of the cover picture. */
  readonly cover?: string | undefined;
  /** Where the metadata names it. */
  readonly coverPlace?: Place | undefined;
  readonly coverAlt?: string | undefined;
  /** Who evaluated the book's accessibility, if someone did. */
  readonly accessibility?: { readonly certifiedBy: string } | undefined;
  readonly typography: Typography;
  readonly design: Design;
  /** Down to which level of heading the contents go, 1 being chapters. */
  readonly contentsDepth?: number | undefined;
  /** Where notes are printed: at the end of what; of each chapter unless told. */
  readonly notesAt?: 'chapter' | 'part' | 'book' | undefined;
  /** Whether a page lists what the last update brought. */
  readonly tellsNews?: boolean | undefined;
  /** Whether bare web addresses become links. */
  readonly autolinks: boolean;
  readonly plugins: PluginNames;
}
