/** Reads a file of another format, or a folder of one. In: a path. Out: its bytes, and a way to what lies beside it. */
import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { isMarkdownName, isOrder } from '../book/dialect-signs.ts';
import type { LoadedFolder, LoadedForeign, OfficeFiles } from '../book/given-files.ts';
import { type Limits, usualLimits } from '../book/limits.ts';
import { besideOf } from '../book/opener.ts';
import { hasErrors, type Outcome, problem } from '../report/problem.ts';
import { describeReadError } from './fs-errors.ts';
import { type Listing, listFiles } from './list-files.ts';
import { meantPath } from './near-path.ts';
import { opener } from './open-file.ts';
import { realPath } from './path-facts.ts';
import { readRegular } from './read-regular.ts';

/** LibreOffice, and what runs it, are for books that need it. */
const convert = async (files: OfficeFiles): Promise<OfficeFiles | undefined> =>
  (await import('./office.ts')).convertOffice(files);

/** Loads the bytes of one file, whatever it holds, or a folder. Adds the real path of each file that is read to `read`. */
export function loadForeign(
  path: string,
  limits: Limits = usualLimits,
  read: Set<string> = new Set(),
): Outcome<LoadedForeign | undefined> {
  let real: string;
  try {
    real = realPath(path);
  } catch (error) {
    const reason = `The path ${describeReadError(error)}, so nothing is imported.`;
    const place = { path: path === '' ? '.' : path };
    return { value: undefined, problems: [problem('manuscript-missing', place, reason, meantPath(path))] };
  }
  if (isDirectory(real)) return loadForeignFolder(real, limits, read);
  const project = projectOf(real);
  const root = project ?? dirname(real);
  const name = relative(root, real).split(sep).join('/');
  const result = readRegular(real, 'import', limits);
  if ('reason' in result) {
    const reason = `The file ${result.reason}, so nothing is imported.`;
    return { value: undefined, problems: [problem(result.rule, { path: name }, reason, result.hint)] };
  }
  read.add(real);
  const folder = project === undefined ? undefined : folderOf(project, false, listFiles(project, limits));
  const beside = besideOf(opener(root, limits, read), name);
  return {
    value: { name, bytes: result.bytes, beside, convert, ...(folder && { folder }) },
    problems: [],
  };
}

function loadForeignFolder(root: string, limits: Limits, read: Set<string>): Outcome<LoadedForeign | undefined> {
  const listing = listFiles(root, limits);
  if (hasErrors(listing.problems)) return { value: undefined, problems: listing.problems };
  const name = basename(root);
  const beside = besideOf(opener(root, limits, read), name);
  return {
    value: { name, bytes: new Uint8Array(), beside, convert, folder: folderOf(root, true, listing) },
    problems: listing.problems,
  };
}

function folderOf(root: string, isNamed: boolean, { names }: Listing): LoadedFolder {
  return {
    name: basename(root),
    around: basename(dirname(root)),
    names,
    isNamed,
    isVault: isDirectory(join(root, '.obsidian')),
  };
}

/** The folder that a file belongs to: that of the list of files that it is; a book’s or vault’s at most four levels above. */
function projectOf(file: string): string | undefined {
  const own = dirname(file);
  const isList = isOrder(basename(file));
  let folder = own;
  for (let level = 0; isMarkdownName(file) && level < 5; level++, folder = dirname(folder)) {
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
