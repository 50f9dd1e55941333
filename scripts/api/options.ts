/** What other programs say, wherever they run: the same for Node and for browsers. Types; nothing is done here. */
import type { Root as HtmlRoot } from 'hast';
import type { Root as MarkdownRoot } from 'mdast';
import type { Plugin } from 'unified';
import type { EditionName } from '../book/editions.ts';
import type { HouseStyle, OutermostQuotes } from '../book/house-styles.ts';
import type { Limits } from '../book/limits.ts';
import type { BoundDocument } from '../book/publication.ts';
import type { Finding } from '../check/finding.ts';
import type { Outcome } from '../report/problem.ts';
import type { Watcher } from '../report/progress.ts';

/** Texts and bytes by their paths in a folder, with forward slashes. A text stands for its UTF-8. */
export type Files = Readonly<Record<string, string | Uint8Array>> | ReadonlyMap<string, string | Uint8Array>;

/** A manuscript in memory, or a story in another format. */
export interface Source {
  readonly files: Files;
  /** How the folder is called, which is the title of a book that says none. */
  readonly name?: string;
  /** The path of the one file to take, where it is not the folder; what it refers to is looked for in the others. */
  readonly file?: string;
}

export interface Options extends Watcher {
  /** What may be spent beside the usual: docs/limits.md has the names. Sizes are in bytes. */
  readonly limits?: Partial<Limits> | undefined;
}

/**
 * A plug-in of remark: it changes the tree of each text (mdast) before the text is typeset. The default export of its module:
 * `export default (() => (tree) => { … }) satisfies RemarkPlugin`.
 */
export type RemarkPlugin = Plugin<[], MarkdownRoot>;

/** A plug-in of rehype: it changes the tree of each section (hast) before the section becomes pages. */
export type RehypePlugin = Plugin<[], HtmlRoot>;

export interface BuildOptions extends Options {
  /** What is made; `['epub']`, the one EPUB for all, if nothing is said. */
  readonly editions?: readonly EditionName[];
  /** When the book changed last, in seconds since 1970, if its metadata does not say. */
  readonly sourceDate?: number | undefined;
  /** Plug-ins by the names that `plugins` in book.yaml gives them. One that is named there and not here is not run. */
  readonly plugins?: Readonly<Record<string, RemarkPlugin | RehypePlugin>>;
}

/** A book in one edition. */
export interface Edition {
  readonly name: EditionName;
  /** After the book’s title: `out-of-sorts.epub`. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Which line of the author’s is behind each line of its pages; `check` leads back by it. */
  readonly documents: readonly BoundDocument[];
}

export interface Book {
  readonly title: string;
  /** BCP 47. */
  readonly lang: string;
  /** In the order asked for. */
  readonly editions: readonly Edition[];
}

export interface ImportedStory {
  readonly title: string;
  /** The manuscript, as `build` takes it. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export interface TypesetOptions extends Options {
  /** BCP 47; English if nothing is said. */
  readonly lang?: string | undefined;
  /** Whose rules; `chicago` if nothing is said. */
  readonly style?: HouseStyle | undefined;
  /** Which quotation marks stand outermost, however they are typed; the style’s if nothing is said. */
  readonly quotes?: OutermostQuotes | undefined;
}

/** What the functions answer with. `value` is undefined where a problem is an error. */
export type BuildResult = Outcome<Book | undefined>;
export type ImportResult = Outcome<ImportedStory | undefined>;
export type TypesetResult = Outcome<string | undefined>;
/** What EPUBCheck’s rules say: of lines of the EPUB (`value`), and the same of the author’s own lines (`problems`). */
export type CheckResult = Outcome<readonly Finding[]>;
