/** Changes of a story’s files, each whole. In: what was read, and what a file is to hold. Out: what came of it. Types; nothing is done here. */
import type { Problem } from '../report/problem.ts';

/** One file to write whole, or to remove, if it still is what was read. */
export interface FileEdit {
  readonly path: string;
  /** SHA-256 of what was read; undefined where no file was there. */
  readonly was: string | undefined;
  /** What it is to hold; undefined removes it. A text gets the byte order mark and the line ends that the file has. */
  readonly content: string | Uint8Array | undefined;
}

/** What came of writing. */
export type Written =
  | { readonly done: true }
  /** These are not what was read; nothing was written. */
  | { readonly done: false; readonly stale: readonly string[] }
  | { readonly done: false; readonly stale?: undefined; readonly problem: Problem };
