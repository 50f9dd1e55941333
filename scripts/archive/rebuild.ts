/**
 * Builds a kept book again. In: the files of a bag that was proved whole. Out: problems where the book that comes out is not
 * the one that was kept. Runs no code of the manuscript.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { equalBytes } from '../book/bytes.ts';
import type { Limits } from '../book/limits.ts';
import { loadNothing } from '../commands/load-plugins.ts';
import { buildBook, version } from '../pipeline/build.ts';
import { type Problem, problem } from '../report/problem.ts';
import type { BagFacts } from './archive-book.ts';
import { type BagFile, readBagFile } from './verify-bag.ts';

export interface Rebuilt {
  readonly problems: readonly Problem[];
  /** How many of the kept books came out the same, to the byte. */
  readonly same: number;
}

/** Rebuilds each version of the story that this Fleuron made; others are told with a hint. */
export async function rebuildBag(files: readonly BagFile[], limits: Limits): Promise<Rebuilt> {
  const problems: Problem[] = [];
  let same = 0;
  for (const { path } of files) {
    const base = /^(data\/(?:versions\/\d+\/)?)metadata\.json$/.exec(path)?.[1];
    if (base === undefined) continue;
    const found = await rebuildVersion(files, base, limits);
    if (found) problems.push(found);
    else same++;
  }
  return { problems, same };
}

async function rebuildVersion(files: readonly BagFile[], base: string, limits: Limits): Promise<Problem | undefined> {
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
  const folder = mkdtempSync(join(tmpdir(), 'fleuron-verify-'));
  try {
    const isFolder = facts.manuscript.kind === 'folder';
    const root = isFolder ? join(folder, facts.manuscript.name) : folder;
    const start = `${base}manuscript/`;
    for (const file of files.filter(({ path }) => path.startsWith(start))) {
      const target = join(root, ...file.path.slice(start.length).split('/'));
      const read = readBagFile(file);
      mkdirSync(dirname(target), { recursive: true });
      if ('bytes' in read) writeFileSync(target, read.bytes, { flag: 'wx' });
    }
    const modified = facts.metadata['modified'];
    const built = await buildBook(join(folder, facts.manuscript.name), {
      sourceDate: typeof modified === 'string' ? secondsOf(modified) : undefined,
      loadPlugins: loadNothing,
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
  } catch {
    return skipped('manuscript that cannot be laid out here');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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
