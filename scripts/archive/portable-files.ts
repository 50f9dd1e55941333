/**
 * In: the files of a manuscript by path, and which of them the book was made from. Out: those that a bag can keep on every
 * system (RFC 8493 §2.1.3). A name with a backslash is a folder and a file on Windows: such a file is left out with a hint, or is
 * an error where the book needs it, for then its words would be lost.
 */
import { type Outcome, type Problem, problem } from '../report/problem.ts';
import { keptPath } from './archive-book.ts';
import type { Files } from './bag.ts';
import { isSafePath } from './bag-paths.ts';

/** Chooses the files; problems are `file-ignored` and `bag-path-unsafe`. */
export function portableFiles(
  manuscript: Files,
  used: ReadonlySet<string>,
  shared: string | undefined,
): Outcome<Files> {
  const portable = new Map<string, Uint8Array>();
  const problems: Problem[] = [];
  for (const [path, bytes] of manuscript) {
    if (isSafePath(`data/${keptPath(path, shared)}`)) portable.set(path, bytes);
    else if (used.has(path)) problems.push(unportable(path));
    else
      problems.push(
        problem('file-ignored', { path }, `${cannotBeKept}, so it is left out of the archive.`, 'Rename the file.'),
      );
  }
  return { value: portable, problems };
}

/** What is said of a name that the archive needs and cannot hold. */
export const unportable = (path: string): Problem =>
  problem(
    'bag-path-unsafe',
    { path },
    `${cannotBeKept}, so nothing was archived.`,
    'Rename it, and all that refers to it.',
  );

const cannotBeKept =
  'There is a backslash in this name, which no archive can hold, because Windows takes it for a folder';
