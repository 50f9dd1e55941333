/** Files in memory, given as those of a disk are. In: bytes by path, and what was chosen of them. Out: what the press reads. */
import { sha256 } from '../book/digest.ts';
import { comparePaths } from '../book/file-names.ts';
import type { GivenFiles, LoadedFolder, ReadFile, Unread } from '../book/given-files.ts';
import { type LimitName, type Limits, printLimit } from '../book/limits.ts';
import { besideOf, createOpener, type Target, tooLarge } from '../book/opener.ts';
import { raiseLimit } from '../book/raise-limit.ts';
import { type Problem, problem } from '../report/problem.ts';

export interface MemoryFiles {
  /** How the folder is called, or which file of it was chosen. */
  readonly name: string;
  readonly isFolder: boolean;
  /** How the folder around a folder is called, if that is known. */
  readonly around?: string | undefined;
  /** By path in the folder; of a folder that it shares with others, by the path that leads there (`../author/about.md`). */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Gives a folder, or a file in the middle of others. Hidden files and node_modules are no part of it. */
export function memoryFiles({ name, isFolder, around, files }: MemoryFiles, limits: Limits): GivenFiles {
  const all = [...files.keys()].filter((path) => !/(?:^|\/)(?:\.|node_modules\/)/.test(path)).sort(comparePaths);
  const isMany = all.length > limits.files;
  const problems = isFolder && isMany ? [tooMany(limits)] : [];
  const listed = isMany ? [] : all;
  const read = (path: string, limit: LimitName): ReadFile | Unread => {
    const bytes = files.get(path);
    if (!bytes) return { reason: 'is not there', rule: 'file-unreadable' };
    const large = tooLarge(bytes.length, limit, limits);
    return large ?? { bytes, sha256: sha256(bytes) };
  };
  const find = (path: string): Target => {
    const key = normalize(path);
    const bytes = key === undefined ? undefined : files.get(key);
    if (key === undefined) return 'outside';
    if (!bytes) return 'missing';
    return { key, read: () => tooLarge(bytes.length, 'picture', limits) ?? { bytes, sha256: sha256(bytes) } };
  };
  const shared = (path: string): GivenFiles | undefined => {
    const inside = [...files].flatMap(([each, bytes]) =>
      each.startsWith(`${path}/`) ? [[each.slice(path.length + 1), bytes] as const] : [],
    );
    const folder = path.slice(path.lastIndexOf('/') + 1);
    return inside.length > 0
      ? memoryFiles({ name: folder, isFolder: true, files: new Map(inside) }, limits)
      : undefined;
  };
  const isList = /^(?:SUMMARY\.md|Book\.txt)$/.test(name);
  const folder: LoadedFolder = {
    name: isFolder ? name : '',
    around,
    names: listed,
    isNamed: isFolder,
    isVault: [...files.keys()].some((path) => path.startsWith('.obsidian/')),
  };
  return {
    name,
    isFolder,
    names: isFolder ? listed : [name],
    problems,
    read,
    open: createOpener(find, limits),
    ...(isFolder && { shared }),
    asForeign: () => {
      const beside = besideOf(createOpener(find, limits), name);
      if (isFolder)
        return problems.length > 0
          ? { value: undefined, problems }
          : { value: { name, bytes: new Uint8Array(), beside, folder }, problems: [] };
      const own = read(name, 'import');
      if ('bytes' in own) return { value: { name, bytes: own.bytes, beside, ...(isList && { folder }) }, problems: [] };
      const reason = `The file ${own.reason}, so nothing is imported.`;
      return { value: undefined, problems: [problem(own.rule, { path: name }, reason, own.hint)] };
    },
  };
}

function tooMany(limits: Limits): Problem {
  const reason = `The manuscript has more than ${printLimit('files', limits.files)} files or folders.`;
  return problem('book-too-large', { path: '.' }, reason, raiseLimit('files', limits));
}

/** A relative path without `.` and `..`; undefined where it leads out of its folder. */
function normalize(path: string): string | undefined {
  if (path.startsWith('/')) return undefined;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.length === 0 ? undefined : parts.join('/');
}
