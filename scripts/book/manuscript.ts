/**
 * What lies on the author's desk, as the stages see it. `read/load/` makes one from a disk; tests make one from strings.
 */

import type { Place, Problem } from '../report/problem.ts';
import type { SectionKind } from './sections.ts';

/** A text file of the manuscript. */
export interface SourceFile {
  /** Relative to the manuscript, with forward slashes. */
  readonly path: string;
  /** Decoded, without a byte order mark, line ends as `\n`. */
  readonly text: string;
  /**
   * Where this text came from, when it was made from another file: for each line of `text` (from 0)
   * the line (from 1) of `path` it stands for.
   */
  readonly lines?: readonly number[] | undefined;
  /** What an importer took this text for. */
  readonly kind?: SectionKind | undefined;
}

/** The bytes of a file that the manuscript refers to, or why they cannot be had. */
export type Opened =
  | { readonly bytes: Uint8Array /** In hexadecimal, of an author's own file. */; readonly sha256?: string }
  | { readonly problem: Problem };

export interface Manuscript {
  /** The folder's or file's own name, for a title if there is no other. */
  readonly name: string;
  /** `book.yaml`, if there is one. */
  readonly bookFile?: SourceFile | undefined;
  /** Markdown files in natural order of their paths. */
  readonly files: readonly SourceFile[];
  /** The author's own templates, by their path below `templates/`. */
  readonly templates: ReadonlyMap<string, string>;
  /** Paths of other files that could be pictures, sorted; for suggestions and for `cover.jpg`. */
  readonly pictures: readonly string[];
  /** Metadata that an importer found. */
  readonly imported?: ImportedMetadata | undefined;
  /** SHA-256 of each text file that was read, of its bytes as they lay there, in hexadecimal. */
  readonly fingerprints?: ReadonlyMap<string, string> | undefined;
  /**
   * The list of sources (`sha256sum`'s form) of the EPUB that the manuscript was brought back from: what its book was
   * made from, where these files are not that any more.
   */
  readonly madeFrom?: string | undefined;
  /** Reads a file by its manuscript path. Never leaves the manuscript's folder. */
  open(path: string, place: Place): Opened;
}

/** What plain text says about itself. */
export interface ImportedMetadata {
  readonly title?: string | undefined;
  readonly subtitle?: string | undefined;
  readonly author?: string | undefined;
  readonly description?: string | undefined;
  readonly rating?: string | undefined;
  readonly warnings?: readonly string[] | undefined;
  readonly fandoms?: readonly string[] | undefined;
  readonly relationships?: readonly string[] | undefined;
  readonly characters?: readonly string[] | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly status?: string | undefined;
  /** BCP 47. */
  readonly lang?: string | undefined;
  readonly date?: string | undefined;
  readonly updated?: string | undefined;
  readonly source?: string | undefined;
}
