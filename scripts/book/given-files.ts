/**
 * What somebody gives to the press, wherever it lies: `disk/` makes it from a path, `pipeline/memory-files.ts` from bytes in
 * memory. All ways to a manuscript's files are here.
 */
import type { Outcome, Problem } from '../report/problem.ts';
import type { RuleName } from '../report/rules.ts';
import type { LimitName } from './limits.ts';
import type { Manuscript } from './manuscript.ts';

/** Why a file cannot be had. */
export interface Unread {
  /** Words that finish “a file that …”. */
  readonly reason: string;
  readonly rule: RuleName;
  readonly hint?: string | undefined;
}

/** A listed file's bytes and their SHA-256 in hexadecimal. */
export interface ReadFile {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** A folder, or one file and what lies beside it. */
export interface GivenFiles {
  /** How the folder or the file is called. */
  readonly name: string;
  readonly isFolder: boolean;
  /** Paths of the files in the folder, in natural order, hidden ones left out; of one file, its name alone. */
  readonly names: readonly string[];
  /** What could not be listed. */
  readonly problems: readonly Problem[];
  /** Reads a listed file that is no larger than a limit. */
  readonly read: (path: string, limit: LimitName) => ReadFile | Unread;
  /** Reads what a text refers to. */
  readonly open: Manuscript['open'];
  /** The same, for an importer of other formats. */
  readonly asForeign: () => Outcome<LoadedForeign | undefined>;
  /** The files of a folder outside of these, by its path from here; absent where nothing outside may be read. */
  readonly outside?: ((path: string) => GivenFiles | undefined) | undefined;
  /** The same, where files outside were given with these. */
  readonly shared?: ((path: string) => GivenFiles | undefined) | undefined;
}

/** A file of another format, for the importers. */
export interface LoadedForeign {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Reads a regular file in its folder or below, by relative path; undefined where there is none. */
  readonly beside: (path: string) => Uint8Array | undefined;
  /** Makes Word documents of files in other formats of office programs; absent where no program can be run. */
  readonly convert?: ((files: OfficeFiles) => Promise<OfficeFiles | undefined>) | undefined;
  /** The names of the files that are imported with it: links may lead to them. */
  readonly together?: ReadonlySet<string> | undefined;
  /** The folder that it is, or that a Markdown file or a list of files belongs to. */
  readonly folder?: LoadedFolder | undefined;
}

/** Files by name. */
export type OfficeFiles = ReadonlyMap<string, Uint8Array>;

export interface LoadedFolder {
  readonly name: string;
  /** The name of the folder that it lies in, which has the story's where its own is “chapters”. */
  readonly around?: string | undefined;
  /** Paths of the files in it, in natural order; hidden ones left out. */
  readonly names: readonly string[];
  readonly isNamed: boolean;
  /** Whether Obsidian keeps its settings in it. */
  readonly isVault: boolean;
}
