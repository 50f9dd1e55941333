/**
 * Opens what an author wrote. In: a path. Out: its files, none of which lies outside its folder.
 * This folder is the only one that reads the author's disk: regular files only, links only to where they stay inside.
 */
import { statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { GivenFiles } from '../book/given-files.ts';
import { type Limits, usualLimits } from '../book/limits.ts';
import { type Outcome, problem } from '../report/problem.ts';
import { describeReadError } from './fs-errors.ts';
import { type Listing, listFiles } from './list-files.ts';
import { loadForeign } from './load-foreign.ts';
import { meantPath } from './near-path.ts';
import { opener } from './open-file.ts';
import { realPath } from './path-facts.ts';
import { isInside, readInside } from './read-inside.ts';
import { recoverUpdate } from './update-folder.ts';

/**
 * The files at a path: of a folder, or of one file and what lies beside it. What cannot be listed is told and passed over; an update that was
 * killed is taken back first. Adds the real path of each file
 * that is read to `read`.
 */
export function openPath(
  path: string,
  limits: Limits = usualLimits,
  read: Set<string> = new Set(),
): Outcome<GivenFiles | undefined> {
  let real: string;
  let isFolder: boolean;
  try {
    real = realPath(path);
    isFolder = statSync(real).isDirectory();
  } catch (error) {
    const reason = `The path ${describeReadError(error)}; a manuscript is a folder or a file.`;
    const place = { path: path === '' ? '.' : path };
    return { value: undefined, problems: [problem('manuscript-missing', place, reason, meantPath(path))] };
  }
  const name = basename(real);
  const listing: Listing = isFolder ? listWhole(real, limits) : { names: [name], rawNames: new Map(), problems: [] };
  const { names, rawNames, problems } = listing;
  const root = isFolder ? real : dirname(real);
  return {
    value: {
      name,
      isFolder,
      names,
      problems,
      read: (listed, limit) => readInside({ path: root, rawNames }, listed, { name: limit, limits, read }),
      open: opener(root, limits, read),
      asForeign: () => loadForeign(real, limits, read),
      ...(isFolder && { outside: (typed: string) => openShared(real, typed, { limits, read }) }),
    },
    problems: [],
  };
}

/** The folder that a manuscript names as shared; undefined where there is none, or the manuscript lies in it. */
function openShared(
  root: string,
  typed: string,
  { limits, read }: { readonly limits: Limits; readonly read: Set<string> },
): GivenFiles | undefined {
  const path = join(root, typed);
  try {
    const real = realPath(path);
    if (real === root || isInside(real, root) || isInside(root, real)) return undefined;
  } catch {
    return undefined;
  }
  return openPath(path, limits, read).value;
}

/** Lists a folder as it was before an update of it, or of a work in it, that was killed. */
function listWhole(root: string, limits: Limits): Listing {
  recoverUpdate(root);
  const listing = listFiles(root, limits);
  const works = listing.names.filter((name) => name.endsWith('/book.yaml'));
  const recovered = works.filter((name) => recoverUpdate(dirname(join(root, name))));
  return recovered.length > 0 ? listFiles(root, limits) : listing;
}
