/** A story's folder as an update sees it: what an import wrote, what a new import would write, or what lies there now. */
export interface StoryFolder {
  /** Its texts by path: Markdown, `book.yaml`, `style.css`; decoded, line ends as `\n`. */
  readonly texts: ReadonlyMap<string, string>;
  /** Paths of its Markdown files in reading order. */
  readonly order: readonly string[];
  /** SHA-256 of its pictures by path, in hexadecimal. */
  readonly pictures: ReadonlyMap<string, string>;
}

/** What an update writes, and tells. */
export interface StoryUpdate {
  /** New texts by path: only those that differ from what lies there. */
  readonly texts: ReadonlyMap<string, string>;
  /** Pictures to write: the path in the folder, and that in the new import. */
  readonly pictures: ReadonlyMap<string, string>;
  /** What the new import says, by the names that its files have in the folder: the base of the next update. */
  readonly base: StoryFolder;
  /** What became of each file that is not as it was, in reading order. */
  readonly changes: readonly FileChange[];
}

export interface FileChange {
  /** In the folder. */
  readonly path: string;
  /** Its heading, without Markdown's mark. */
  readonly heading: string | undefined;
  readonly what: 'new' | 'changed' | 'gone' | 'back' | 'deleted-here';
  /** Words that it has now and had not, and the other way. */
  readonly added: number;
  readonly removed: number;
  /** Blocks that were changed on both sides. */
  readonly conflicts: readonly Conflict[];
}

/** What became of a file, as a person is told. */
export const changeNames: Readonly<Record<FileChange['what'], string>> = {
  new: 'new',
  changed: 'changed',
  gone: 'gone there, kept here',
  back: 'back',
  'deleted-here': 'deleted here',
};

/** A block, or several, that both sides changed. */
export interface Conflict {
  /** Line of the file, from 1. */
  readonly line: number;
  /** As the folder has it; empty where it was deleted there. */
  readonly mine: string;
  /** As the new import has it; empty where it is gone there. */
  readonly theirs: string;
}
