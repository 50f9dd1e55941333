/** Reads a file of another format, or a folder of one. In: a path. Out: its bytes, and a way to what lies beside it. */
import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { type Limits, usualLimits } from '../book/limits.ts';
import { hasErrors, type Outcome, problem } from '../report/problem.ts';
import { whyNot } from './fs-errors.ts';
import { type Listing, listFiles } from './list-files.ts';
import { opener } from './open-file.ts';
import { readRegular } from './read-regular.ts';

/** A file of another format, for the importers. */
export interface LoadedForeign {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Reads a regular file in its folder or below, by relative path; undefined where there is none. */
  readonly beside: (path: string) => Uint8Array | undefined;
  /** Absolute paths of the files that were read so far: `beside` adds to them. */
  readonly read: ReadonlySet<string>;
  /** The folder that it is, or that a Markdown file or a list of files belongs to. */
  readonly folder?: LoadedFolder | undefined;
}

export interface LoadedFolder {
  readonly name: string;
  /** Paths of the files in it, in natural order; hidden ones left out. */
  readonly names: readonly string[];
  readonly isNamed: boolean;
  /** Whether Obsidian keeps its settings in it. */
  readonly isVault: boolean;
}

/** Loads the bytes of one file, whatever it holds, or a folder. */
export function loadForeign(path: string, limits: Limits = usualLimits): Outcome<LoadedForeign | undefined> {
  let real: string;
  try {
    real = realpathSync(resolve(path));
  } catch (error) {
    const reason = `Unexpected path that ${whyNot(error)}, expected a file to import`;
    return { value: undefined, problems: [problem('manuscript-missing', { path: path === '' ? '.' : path }, reason)] };
  }
  if (isDirectory(real)) return loadForeignFolder(real, limits);
  const project = projectOf(real);
  const root = project ?? dirname(real);
  const name = relative(root, real).split(sep).join('/');
  const result = readRegular(real, 'import', limits);
  if ('reason' in result) {
    const reason = `Unexpected file that ${result.reason}, expected one to import`;
    return { value: undefined, problems: [problem(result.rule, { path: name }, reason, result.hint)] };
  }
  const folder = project === undefined ? undefined : folderOf(project, false, listFiles(project, limits));
  const read = new Set([real]);
  const beside = besideOf(root, name, { limits, read });
  return { value: { name, bytes: result.bytes, beside, read, ...(folder && { folder }) }, problems: [] };
}

function loadForeignFolder(root: string, limits: Limits): Outcome<LoadedForeign | undefined> {
  const listing = listFiles(root, limits);
  if (hasErrors(listing.problems)) return { value: undefined, problems: listing.problems };
  const name = basename(root);
  const read = new Set<string>();
  const beside = besideOf(root, name, { limits, read });
  return {
    value: { name, bytes: new Uint8Array(), beside, read, folder: folderOf(root, true, listing) },
    problems: listing.problems,
  };
}

function besideOf(
  root: string,
  name: string,
  { limits, read }: { readonly limits: Limits; readonly read: Set<string> },
): LoadedForeign['beside'] {
  const open = opener(root, limits, read);
  return (path) => {
    const opened = open(path, { path: name });
    return 'bytes' in opened ? opened.bytes : undefined;
  };
}

function folderOf(root: string, isNamed: boolean, { names }: Listing): LoadedFolder {
  return { name: basename(root), names, isNamed, isVault: isDirectory(join(root, '.obsidian')) };
}

/** The folder that a file belongs to: that of the list of files that it is; a book’s or vault’s at most four levels above. */
function projectOf(file: string): string | undefined {
  const own = dirname(file);
  const isList = /^(?:SUMMARY\.md|Book\.txt)$/.test(basename(file));
  const isMarkdown = /\.(?:md|markdown|mdown|mkd)$/i.test(file);
  let folder = own;
  for (let level = 0; isMarkdown && level < 5; level++, folder = dirname(folder)) {
    const isBook = isList && existsSync(join(folder, 'book.toml'));
    if (isBook || isDirectory(join(folder, '.obsidian'))) return folder;
    if (dirname(folder) === folder) break;
  }
  return isList ? own : undefined;
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
