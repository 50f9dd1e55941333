/**
 * Opens what an author wrote. In: a path. Out: its files, none of which lies outside its folder.
 * This folder is the only one that reads the author's disk: regular files only, links only to where they stay inside.
 */
import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { GivenFiles } from '../book/given-files.ts';
import { type Limits, usualLimits } from '../book/limits.ts';
import { type Outcome, problem } from '../report/problem.ts';
import { whyNot } from './fs-errors.ts';
import { type Listing, listFiles } from './list-files.ts';
import { loadForeign } from './load-foreign.ts';
import { opener } from './open-file.ts';
import { readInside } from './read-inside.ts';

export interface DiskFiles extends GivenFiles {
  /** Absolute paths of the files that were read so far. */
  readonly filesRead: ReadonlySet<string>;
}

/** The files at a path: of a folder, or of one file and what lies beside it. What cannot be listed is told and passed over. */
export function openPath(path: string, limits: Limits = usualLimits): Outcome<DiskFiles | undefined> {
  let real: string;
  let isFolder: boolean;
  try {
    real = realpathSync(resolve(path));
    isFolder = statSync(real).isDirectory();
  } catch (error) {
    const reason = `Unexpected path that ${whyNot(error)}, expected a manuscript folder or file`;
    return { value: undefined, problems: [problem('manuscript-missing', { path: path === '' ? '.' : path }, reason)] };
  }
  const name = basename(real);
  const listing: Listing = isFolder ? listFiles(real, limits) : { names: [name], rawNames: new Map(), problems: [] };
  const { names, rawNames, problems } = listing;
  const root = isFolder ? real : dirname(real);
  const filesRead = new Set<string>();
  return {
    value: {
      name,
      isFolder,
      names,
      problems,
      filesRead,
      read: (listed, limit) => {
        filesRead.add(join(root, listed));
        return readInside({ path: root, rawNames }, listed, limit, limits);
      },
      open: opener(root, limits, filesRead),
      asForeign: () => loadForeign(real, limits, filesRead),
    },
    problems: [],
  };
}
