/** The files of a library: which stories are there, and the checksums of what each is made from. Everything is read anew each time; no date is believed. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { sha256 } from '../book/digest.ts';
import { type Limits, limitTable, usualLimits } from '../book/limits.ts';
import { newsPath } from '../book/source-list.ts';
import type { FolderEntries } from '../library/find-stories.ts';
import { type Problem, problem } from '../report/problem.ts';
import { describeReadError } from './fs-errors.ts';
import { listFiles } from './list-files.ts';
import { opener } from './open-file.ts';
import { realPath } from './path-facts.ts';
import { readInside } from './read-inside.ts';
import { isFolder } from './write-book.ts';

/** Lists folders below a root, but for hidden ones and those that are passed over; what cannot be read is told once. */
export function folderLister(
  root: string,
  {
    passedOver,
    tell,
  }: { readonly passedOver: ReadonlySet<string>; readonly tell: (folder: string, problem: Problem) => void },
): (folder: string) => FolderEntries | undefined {
  return (folder) => {
    const path = join(root, folder);
    if (passedOver.has(path)) return undefined;
    try {
      const entries = readdirSync(path, { withFileTypes: true });
      const shown = entries.filter(({ name }) => !name.startsWith('.') && name !== 'node_modules');
      return {
        files: shown.filter((entry) => !entry.isDirectory()).map(({ name }) => name),
        folders: shown.filter((entry) => entry.isDirectory()).map(({ name }) => name),
        isVault: entries.some((entry) => entry.name === '.obsidian' && entry.isDirectory()),
      };
    } catch (error) {
      const reason = `The folder ${describeReadError(error)}; the books of its stories stay as they are.`;
      tell(folder, problem('folder-unreadable', { path: folder || root }, reason));
      return undefined;
    }
  };
}

/** What a story is made from, and the names that it has a title from. */
export interface StoryInputs {
  readonly name: string;
  readonly around: string;
  readonly own: readonly Input[];
  /** By the path that was looked for beside the story. */
  readonly beside: ReadonlyMap<string, readonly Input[]>;
}

/** The SHA-256 of a file by its path; of what is not there, or cannot be read, why. */
type Input = readonly [path: string, sha256: string];

/** Of a folder all its files, and those of folders that it shares with others; of a file, itself and what was looked for beside it. Undefined where it is no longer there. */
export function inputsOf(
  path: string,
  beside: readonly string[],
  limits: Limits = usualLimits,
): StoryInputs | undefined {
  let real: string;
  try {
    real = realPath(path);
  } catch {
    return undefined;
  }
  const names = { name: basename(real), around: basename(dirname(real)) };
  const listing = isFolder(real) ? listFiles(real, limits) : undefined;
  const sumIn = (root: string, name: string, rawNames: ReadonlyMap<string, Buffer>): string => {
    const read = readInside({ path: root, rawNames }, name, {
      name: 'zip',
      limits: { ...limits, zip: limitTable.zip.most },
    });
    return 'bytes' in read ? read.sha256 : read.reason;
  };
  if (listing) {
    const { names: files, rawNames, problems } = listing;
    const news = existsSync(join(real, newsPath)) ? [newsPath] : [];
    const inputs = [...files, ...news].map((name) => [name, sumIn(real, name, rawNames)] as const);
    const noticed = problems.map(({ reason, place }) => [`/${place?.path}`, reason] as const); // no file's path begins so
    const vault = existsSync(join(real, '.obsidian')) ? [['/.obsidian', ''] as const] : [];
    const shared = beside.map((each) => {
      const others = inputsOf(join(real, each), [], limits)?.own ?? [['', 'not there'] as const];
      return [each, others.map(([name, sum]) => [`/${each}/${name}`, sum] as const)] as const;
    });
    return { ...names, own: [...inputs, ...noticed, ...vault], beside: new Map(shared) };
  }
  const folder = dirname(real);
  const open = opener(folder, limits, new Set());
  const others = beside.map((each) => {
    const opened = open(each, { path: names.name });
    return [each, [[`/${each}`, 'bytes' in opened ? sha256(opened.bytes) : opened.problem.reason]]] as const;
  });
  return { ...names, own: [[names.name, sumIn(folder, names.name, new Map())]], beside: new Map(others) };
}
