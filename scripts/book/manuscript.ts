/** What an author wrote, as the stages see it. `disk/load-manuscript.ts` makes one from a disk, an importer from a story; tests make one from strings. */
import type { Place, Problem } from '../report/problem.ts';
import type { Facts } from './metadata-schema.ts';

/** A text file of the manuscript. */
export interface SourceFile {
  /** Relative to the manuscript, with forward slashes. */
  readonly path: string;
  /** Decoded, without a byte order mark, line ends as `\n`. */
  readonly text: string;
  /** The author's own file, where an importer made this one of it. */
  readonly origin?: TextOrigin | undefined;
}

/** Lines of another file that a text was made from. */
export interface TextOrigin {
  readonly path: string;
  /** The whole of that file. */
  readonly text: string;
  /** For each line of the made text (from 0) the line (from 1) it stands for. */
  readonly lines: readonly number[];
}

/** The bytes of a file that the manuscript refers to, or why they cannot be had. */
export type Opened =
  | { readonly bytes: Uint8Array /** In hexadecimal, of an author's own file. */; readonly sha256?: string }
  | { readonly problem: Problem };

export interface Manuscript {
  /** The folder's or file's own name, for a title if there is no other. */
  readonly name: string;
  /** `book.yaml`, or the file that stands for it, if there is one. */
  readonly bookFile?: SourceFile | undefined;
  /** Markdown files in natural order of their paths. */
  readonly files: readonly SourceFile[];
  /** The author's own templates, by their path below `templates/`. */
  readonly templates: ReadonlyMap<string, string>;
  /** Style that is added to that of the theme: `style.css` of a folder, `story.css` beside the file `story.md`. */
  readonly styleSheet?: SourceFile | undefined;
  /** Paths of other files that could be pictures, sorted; for suggestions and for `cover.jpg`. */
  readonly pictures: readonly string[];
  /** Paths of other files that a writer may have taken for a part of the book, sorted; they are told. */
  readonly others?: readonly string[] | undefined;
  /** Markdown files that lie in the folder and are no text of the book; they are told. */
  readonly asides?: { readonly about: readonly string[]; readonly beside: readonly string[] } | undefined;
  /** The readme of a folder that no file of metadata speaks of. */
  readonly about?: SourceFile | undefined;
  /** The folder of pages that several books share, as it was typed: files below that path are its, and its book.yaml says what is true of all of them. */
  readonly shared?: { readonly path: string; readonly bookFile?: SourceFile | undefined } | undefined;
  /** What an importer found; a key of `book.yaml` says it better. */
  readonly facts?: Facts | undefined;
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
