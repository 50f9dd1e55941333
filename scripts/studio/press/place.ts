/** What differs between the two presses of the studio: where stories lie, and what may be run. Types; nothing is done here. */
import type { OpenAsset } from '../../book/assets.ts';
import type { CoverCache } from '../../book/cover-cache.ts';
import type { FileEdit, Written } from '../../book/file-edits.ts';
import type { GivenFiles } from '../../book/given-files.ts';
import type { Limits } from '../../book/limits.ts';
import type { LoadPlugins } from '../../pipeline/plugins.ts';
import type { Problem } from '../../report/problem.ts';
import type { PressTraits, StoryId, StorySummary } from '../protocol.ts';

/** A story as it is kept. */
export interface KeptStory {
  readonly id: StoryId;
  /** How its folder or its file is called. */
  readonly name: string;
  /** The one file that is built, where it is no folder. */
  readonly file?: string | undefined;
  /** All files by path; of hidden ones those that a later update needs (`versions/undo-record.ts`). */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The same as the pipeline takes them. */
  readonly given: GivenFiles;
  readonly guesses: readonly Problem[];
  readonly importedFrom?: string | undefined;
}

/** Where stories lie. */
export interface StoryStore {
  list(): Promise<readonly StorySummary[]>;
  read(id: StoryId): Promise<KeptStory | undefined>;
  /** Keeps a new story: the manuscript’s files, and, where it was imported, how that was called. */
  create(story: {
    readonly title: string;
    readonly name: string;
    readonly files: ReadonlyMap<string, Uint8Array>;
    readonly guesses: readonly Problem[];
    readonly importedFrom?: string | undefined;
  }): Promise<StoryId | { readonly problem: Problem }>;
  /**
   * Writes all files or none, each only if it still has the bytes that the edit was made on. With the record of an import among them
   * it is an update, or takes one back.
   */
  write(id: StoryId, edits: readonly FileEdit[]): Promise<Written>;
  remove(id: StoryId): Promise<void>;
}

export interface PressPlace {
  readonly traits: PressTraits;
  readonly store: StoryStore;
  readonly openAsset: OpenAsset;
  readonly coverCache?: CoverCache | undefined;
  readonly limits: Limits;
  /** The day of an import, YYYY-MM-DD. */
  readonly today: () => string;
  /** Loads plug-ins of a story whose own code may run; its own templates are used then, too. */
  readonly loadPlugins?: LoadPlugins | undefined;
  /** Another number where the code that stories run has changed: the same files make another book then. */
  readonly revision?: (() => number) | undefined;
  /** SOURCE_DATE_EPOCH, in seconds. */
  readonly sourceDate?: number | undefined;
}
