/** Takes a manuscript as it lies there, to be kept. In: a path. Out: its files, byte for byte. */
import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { comparePaths, isShared } from '../book/file-names.ts';
import { type Limits, usualLimits } from '../book/limits.ts';
import { newsPath } from '../book/source-list.ts';
import { type Outcome, type Problem, problem } from '../report/problem.ts';
import { describeReadError } from './fs-errors.ts';
import { type Listing, listFiles } from './list-files.ts';
import { realPath } from './path-facts.ts';
import { type Root, readInside } from './read-inside.ts';

/**
 * Every file of the manuscript at a path, byte for byte, by its path in it; of a single file, that and the `used` files
 * beside it. Hidden files are no part of a manuscript, but for the list of what is new; what cannot be read is left out with a hint, unless it is used.
 */
export function keepManuscript(
  path: string,
  used: ReadonlySet<string>,
  limits: Limits = usualLimits,
): Outcome<ReadonlyMap<string, Uint8Array> | undefined> {
  const problems: Problem[] = [];
  const kept = new Map<string, Uint8Array>();
  let root: Root;
  let names: readonly string[];
  try {
    const real = realPath(path === '' ? '.' : path);
    const isFolder = statSync(real).isDirectory();
    const listing: Listing = isFolder
      ? listFiles(real, limits)
      : { names: [...used], rawNames: new Map(), problems: [] };
    problems.push(...listing.problems);
    root = { path: isFolder ? real : dirname(real), rawNames: listing.rawNames };
    const news = isFolder && existsSync(join(real, newsPath)) ? [newsPath] : [];
    names = [...new Set([...listing.names, ...news, ...used])].sort(comparePaths);
  } catch (error) {
    return {
      value: undefined,
      problems: [problem('manuscript-missing', { path }, `The path ${describeReadError(error)}.`)],
    };
  }
  for (const name of names) {
    const target = join(root.path, name); // the build has opened what is shared with other books
    const from = isShared(name) ? { path: dirname(target), rawNames: new Map<string, Buffer>() } : root;
    const read = readInside(from, isShared(name) ? basename(name) : name, { name: 'archive-file', limits });
    if ('bytes' in read) kept.set(name, read.bytes);
    else if (used.has(name)) problems.push(problem(read.rule, { path: name }, `The file ${read.reason}.`, read.hint));
    else
      problems.push(problem('file-ignored', { path: name }, `The file ${read.reason}; it is not archived.`, read.hint));
  }
  return { value: problems.some(({ severity }) => severity === 'error') ? undefined : kept, problems };
}
