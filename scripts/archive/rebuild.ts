/**
 * Builds a kept book again. In: the files of a bag that was proved whole. Out: problems where the book that comes out is not
 * the one that was kept. Runs no code of the manuscript.
 */
import type { OpenAsset } from '../book/assets.ts';
import { equalBytes } from '../book/bytes.ts';
import type { Limits } from '../book/limits.ts';
import { version } from '../book/version.ts';
import { memoryFiles } from '../pipeline/memory-files.ts';
import { refusePlugins } from '../pipeline/plugins.ts';
import { type Problem, problem } from '../report/problem.ts';
import type { BagFacts } from './archive-book.ts';
import { type BagFile, readBagFile } from './verify-bag.ts';

export interface Rebuilt {
  readonly problems: readonly Problem[];
  /** How many of the kept books came out the same, to the byte. */
  readonly same: number;
}

export interface RebuildOptions {
  readonly limits: Limits;
  readonly openAsset: OpenAsset;
}

/** Rebuilds each version of the story that this Fleuron made; others are told with a hint. */
export async function rebuildBag(files: readonly BagFile[], options: RebuildOptions): Promise<Rebuilt> {
  const problems: Problem[] = [];
  let same = 0;
  for (const { path } of files) {
    const base = /^(data\/(?:versions\/\d+\/)?)metadata\.json$/.exec(path)?.[1];
    if (base === undefined) continue;
    const found = await rebuildVersion(files, base, options);
    if (found) problems.push(found);
    else same++;
  }
  return { problems, same };
}

async function rebuildVersion(
  files: readonly BagFile[],
  base: string,
  { limits, openAsset }: RebuildOptions,
): Promise<Problem | undefined> {
  const skipped = (reason: string) =>
    problem('rebuild-skipped', { path: `${base}metadata.json` }, `Unexpected ${reason}; the book was not built again`);
  const bytesOf = (path: string): Uint8Array | undefined => {
    const file = files.find((each) => each.path === path);
    const read = file && readBagFile(file);
    return read && 'bytes' in read ? read.bytes : undefined;
  };
  const facts = readBagFacts(bytesOf(`${base}metadata.json`));
  const kept = facts && bytesOf(`${base}${facts.book}`);
  if (!facts || !kept) return skipped('bag that Fleuron did not make');
  if (facts.fleuron !== version) return skipped(`book made by Fleuron ${facts.fleuron}, not by this ${version}`);
  const start = `${base}manuscript/`;
  const manuscript = new Map<string, Uint8Array>();
  for (const file of files.filter(({ path }) => path.startsWith(start))) {
    const read = readBagFile(file);
    if ('bytes' in read) manuscript.set(file.path.slice(start.length), read.bytes);
  }
  const { name, kind } = facts.manuscript;
  const modified = facts.metadata['modified'];
  const { buildBook } = await import('../pipeline/build.ts');
  const built = await buildBook(memoryFiles({ name, isFolder: kind === 'folder', files: manuscript }, limits), {
    sourceDate: typeof modified === 'string' ? secondsOf(modified) : undefined,
    loadPlugins: refusePlugins,
    openAsset,
    untrusted: true,
    limits,
  });
  if (built.problems.some(({ rule }) => rule === 'code-not-run'))
    return skipped('plug-ins or templates in the kept manuscript, which are code that is not run here');
  if (built.value && equalBytes(built.value.epub, kept)) return undefined;
  const error = built.problems.find(({ severity }) => severity === 'error');
  return problem(
    'book-not-rebuilt',
    { path: `${base}${facts.book}` },
    error
      ? `Unexpected manuscript that gives no book any more: ${error.reason}`
      : 'Unexpected book that the kept manuscript does not give, expected the same bytes',
    error?.hint,
  );
}

/** A date as SOURCE_DATE_EPOCH would give it; a stranger's may be none. */
export function secondsOf(date: string): number | undefined {
  const seconds = Date.parse(date) / 1000;
  return Number.isSafeInteger(seconds) ? seconds : undefined;
}

/** What metadata.json says, if it has the form that ours have; a stranger's bag may say anything. */
export function readBagFacts(bytes: Uint8Array | undefined): BagFacts | undefined {
  try {
    const facts = JSON.parse(new TextDecoder().decode(bytes)) as Partial<BagFacts> | null;
    const isName = (name: unknown) => typeof name === 'string' && /^[^/\\\0]+$/.test(name) && !/^\.\.?$/.test(name);
    const isOurs =
      typeof facts?.fleuron === 'string' &&
      Number.isSafeInteger(facts.version) &&
      isName(facts.book) &&
      isName(facts.manuscript?.name) &&
      typeof facts.metadata === 'object' &&
      facts.metadata !== null;
    return isOurs ? (facts as BagFacts) : undefined;
  } catch {
    return undefined;
  }
}
