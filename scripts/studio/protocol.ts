/**
 * What the app of the studio asks of a press, and what it is told. Two presses answer: a worker of the browser, which keeps its
 * stories there (`worker/`), and `fleuron preview`, which has one folder on a disk (`server/`). Plain values that survive
 * `structuredClone`, bytes among them; `message-bytes.ts` carries them over HTTP. Types; nothing is done here.
 */
import type { EditionName } from '../book/editions.ts';
import type { FileEdit } from '../book/file-edits.ts';
import type { KeyValue } from '../book/key-value.ts';
import type { SectionKind } from '../book/sections.ts';
import type { Place, Point, Problem } from '../report/problem.ts';
import type { Progress } from '../report/progress.ts';
import type { Comparison } from '../versions/compare-stories.ts';
import type { FileChange } from '../versions/story-folder.ts';

export type StoryId = string;

/** One of the stories that are kept. */
export interface StorySummary {
  readonly id: StoryId;
  readonly title: string;
  /** When it was changed last, in milliseconds since 1970. */
  readonly changed: number;
  /** Of all its files, in bytes. */
  readonly size: number;
}

/** What somebody drops, chooses or pastes: files by path, all of one story. */
export interface Brought {
  /** How the folder or the file is called. */
  readonly name: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The path of the one file to take, where it is not a folder; what it refers to is looked for in the others. */
  readonly file?: string | undefined;
}

/** A text of the story as it lies there. */
export interface StoryText {
  readonly path: string;
  /** Decoded: without a byte order mark, line ends as `\n`. All places are places in it. */
  readonly text: string;
  /** SHA-256 of its bytes, in hexadecimal: an edit names the one that it was made on. */
  readonly sha256: string;
}

/** Any other file of the story: a picture, a typeface. */
export interface StoryFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** A story as it lies in its store now. */
export interface Story {
  readonly id: StoryId;
  /** Of its folder or file. */
  readonly name: string;
  /** In the order of their names; Markdown, book.yaml, style sheets, a plain text that is built as it lies. */
  readonly texts: readonly StoryText[];
  readonly others: readonly StoryFile[];
  /** Where a key of the book is written: `book.yaml`, or the one Markdown file; undefined where neither can be. */
  readonly factsPath: string | undefined;
  /** The keys that stand there, as they are typed; undefined where they cannot be read. */
  readonly facts: TypedFacts | undefined;
  /** What the import guessed, where the story was imported; places are those of the file that was brought. */
  readonly guesses: readonly Problem[];
  /** The name of the file that it was imported from. */
  readonly importedFrom?: string | undefined;
  /** Whether it has the record of an import, so that a newer version can be merged with it; and whether one was. */
  readonly hasRecord: boolean;
  readonly wasUpdated: boolean;
}

/** A change of the story in terms of a book. The press turns it into edits of files. */
export type Change =
  /** Other words at one place of a text: what a doubt’s reading says, what a quick fix does. */
  | {
      readonly kind: 'replace';
      readonly path: string;
      readonly start: Point;
      readonly end: Point;
      /** What stands there; the change is refused where something else does. */
      readonly old: string;
      readonly text: string;
    }
  /** A word that always loses its first letters, for `typography.elisions`. */
  | { readonly kind: 'elision'; readonly word: string }
  /** A key of book.yaml by its path (`['typography', 'style']`), as the author would type it; undefined removes it. */
  | { readonly kind: 'key'; readonly key: readonly string[]; readonly value: KeyValue | undefined }
  /** What a file of the book is: `chapter`, `notes`, …; undefined leaves it out of the book (`draft: yes`). */
  | { readonly kind: 'section'; readonly path: string; readonly section: SectionKind | undefined }
  /** A picture for the cover; an older one of the same name is replaced. */
  | { readonly kind: 'cover'; readonly name: string; readonly bytes: Uint8Array }
  /** Files as the app edited them, or takes them back. */
  | { readonly kind: 'files'; readonly edits: readonly FileEdit[] };

/** Keys of book.yaml by name, in the order they stand in. */
export type TypedFacts = { readonly [key: string]: KeyValue };

/** What a change did. */
export type Changed =
  | {
      readonly done: true;
      readonly story: Story;
      /** What takes it back, as long as the files are what the change made them. */
      readonly undo: readonly FileEdit[];
    }
  /** Nothing was written: these files are not what the app had read. */
  | { readonly done: false; readonly stale: readonly string[]; readonly story: Story }
  /** Nothing was written: there is no room, no right to write, or the change makes no sense. */
  | { readonly done: false; readonly stale?: undefined; readonly problem: Problem };

/** A story as it would be with a newer version of it. */
export interface UpdatePlan {
  readonly comparison: Comparison;
  readonly changes: readonly FileChange[];
  /** What makes it so; none where nothing is new. */
  readonly edits: readonly FileEdit[];
}

/** A resource of the book: an entry of its ZIP. */
interface BookEntry {
  /** From the root of the container: `OEBPS/chapter-1.xhtml`. */
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
}

/** A book in one edition as it was built, without its bytes. */
export interface BuiltBook {
  /** Names this very build: places and entries are asked of it. */
  readonly build: number;
  readonly edition: EditionName;
  readonly title: string;
  readonly lang: string;
  /** Every entry of its ZIP; of the web edition, its one file. */
  readonly entries: readonly BookEntry[];
}

/** A build: the book, where there is one, and all that was noticed, each with its place in the page. */
export interface BuildView {
  readonly book: BuiltBook | undefined;
  readonly notices: readonly Notice[];
  /** SHA-256 of the texts that it was made from, by path. */
  readonly sources: Readonly<Record<string, string>>;
}

/** A problem, with its place in the page where it has one. */
export interface Notice extends Problem {
  readonly inPage?: PagePlace | undefined;
}

/** A place in a page of the book: an element below its body, and how many letters and digits of its text lie before. */
export interface PagePlace {
  /** The entry’s path. */
  readonly entry: string;
  /** Indexes of child elements from the body on: `[0, 3]` is the fourth element in the first one. */
  readonly element: readonly number[];
  /** In UTF-16 units of the element’s text content. */
  readonly start: number;
  readonly end: number;
}

/** A file for the reader to keep. */
export interface TakenFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** A cover that could be drawn. */
export interface CoverChoice {
  /** Keys of book.yaml that draw it. */
  readonly changes: readonly Change[];
  readonly jpeg: Uint8Array;
  /** Whether the book has it now. */
  readonly isChosen: boolean;
}

/** Every question, by name: what goes in, what comes out. Each rejects with a `PressFailure`, or as its signal says. */
export interface Calls {
  /** What this press can do. */
  hello: { in: Record<never, never>; out: PressTraits };
  stories: { in: Record<never, never>; out: readonly StorySummary[] };
  /** Keeps a story; what is not Markdown is imported first. No story where a problem is an error. */
  bring: { in: Brought; out: { readonly story: Story | undefined; readonly problems: readonly Problem[] } };
  open: { in: { readonly story: StoryId }; out: Story };
  forget: { in: { readonly story: StoryId }; out: undefined };
  /** All changes, or none. `read` has the SHA-256 of the texts that the app shows, by path. */
  change: {
    in: {
      readonly story: StoryId;
      readonly changes: readonly Change[];
      readonly read: Readonly<Record<string, string>>;
    };
    out: Changed;
  };
  /** Merges a newer version with a story, and writes nothing. `base` is what the story was imported from, where it has no record of that. */
  update: {
    in: { readonly story: StoryId; readonly newer: Brought; readonly base?: Brought | undefined };
    out: {
      readonly plan: UpdatePlan | undefined;
      readonly problems: readonly Problem[];
      /** Whether there would be a plan if `base` were given. */
      readonly needsBase: boolean;
    };
  };
  /** How a story differs from what it was before its last update. */
  compare: {
    in: { readonly story: StoryId };
    out: { readonly comparison: Comparison | undefined; readonly problems: readonly Problem[] };
  };
  /** Where a newer state of the story overtakes a build, that is what comes of it. */
  build: { in: { readonly story: StoryId; readonly edition: EditionName }; out: BuildView };
  /** Bytes of entries of a build, in the order asked for; fewer where the build is no longer kept. */
  entries: { in: { readonly build: number; readonly paths: readonly string[] }; out: readonly Uint8Array[] };
  /** Which words of the author’s are behind a place of the page. */
  placeInText: { in: { readonly build: number; readonly place: PagePlace }; out: Place | undefined };
  /** Where words of the author’s stand in the book. */
  placeInPage: { in: { readonly build: number; readonly place: Place }; out: PagePlace | undefined };
  /** A file of the story as it lies there: a picture for the page that shows it. */
  file: { in: { readonly story: StoryId; readonly path: string }; out: Uint8Array | undefined };
  /** Drawn covers to choose from. */
  covers: { in: { readonly story: StoryId }; out: readonly CoverChoice[] };
  /** What EPUBCheck’s rules say of an edition. */
  check: {
    in: { readonly story: StoryId; readonly edition: EditionName };
    out: { readonly problems: readonly Notice[] };
  };
  /** An edition, the manuscript as a ZIP, or an archive: a bag as a ZIP. */
  take: {
    in: { readonly story: StoryId; readonly what: EditionName | 'manuscript' | 'archive' };
    out: { readonly file: TakenFile | undefined; readonly problems: readonly Problem[] };
  };
}

export type CallName = keyof Calls;

export interface PressTraits {
  /** A browser keeps many stories; a folder is one, on a disk. */
  readonly kind: 'browser' | 'folder';
  readonly version: string;
  /** The one story of a folder. */
  readonly story?: StoryId | undefined;
  /** Whether the stories stay when the browser needs room; undefined where nobody can tell. */
  readonly isPersistent?: boolean | undefined;
}

/** What a press says unasked. */
export type PressEvent =
  /** Files of a story are others now: by another tab, by an editor. */
  | { readonly kind: 'changed'; readonly story: StoryId }
  | { readonly kind: 'stories' }
  /** A press on a disk has ended. */
  | { readonly kind: 'gone' };

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** A press as the app knows it. */
export interface Press {
  call<Name extends CallName>(name: Name, input: Calls[Name]['in'], options?: CallOptions): Promise<Calls[Name]['out']>;
  /** Tells what happens until the function that comes back is called. */
  listen(listener: (event: PressEvent) => void): () => void;
}

/** Answers to calls, as both presses have them. */
export type Answers = {
  readonly [Name in CallName]: (input: Calls[Name]['in'], options: CallOptions) => Promise<Calls[Name]['out']>;
};

/** Why a call came to nothing: a sentence for the page. */
export interface PressFailure {
  readonly reason: string;
}
