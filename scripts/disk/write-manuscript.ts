/** Writes a manuscript's files: each whole or not at all, none over another's work, none outside the folder. */
import { readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { type Problem, problem } from '../report/problem.ts';
import { makeFolders } from './make-folders.ts';
import { type Originals, overwriteProblem } from './overwrite.ts';
import { realPath } from './path-facts.ts';
import { sweepPartials } from './temp-files.ts';
import { replaceFile } from './write-book.ts';

/**
 * Writes bytes by manuscript path. A file that holds these very bytes already is done, so a run that was cut short can be run
 * again. Nothing is written where a file is in the way.
 */
export function writeManuscript(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
  { force, originals }: { readonly force: boolean; readonly originals: Originals },
): readonly Problem[] {
  const left = [...files].filter(([path, bytes]) => !holds(join(folder, path), bytes));
  // Another run may have written the same file since that look.
  const inTheWay = left.flatMap(([path, bytes]) => {
    const found = overwriteProblem(join(folder, path), originals, { force });
    return found && !holds(join(folder, path), bytes) ? [found] : [];
  });
  if (inTheWay.length > 0) return inTheWay;
  for (const within of new Set([...files.keys()].map((path) => dirname(join(folder, path)))))
    sweepPartials(within, [...files.keys()]);
  for (const [path, bytes] of left) {
    const target = join(folder, path);
    const failure = outside(folder, target) ?? replaceFile(target, bytes);
    if (failure) return [failure];
  }
  return [];
}

function holds(path: string, bytes: Uint8Array): boolean {
  try {
    return Buffer.compare(readFileSync(path), bytes) === 0;
  } catch {
    return false;
  }
}

/** A folder of the manuscript may be a link that somebody made; what is written through it would land elsewhere. */
function outside(folder: string, target: string): Problem | undefined {
  try {
    makeFolders(dirname(target));
    const steps = relative(realPath(folder), realPath(dirname(target))).split(sep);
    if (!steps.includes('..')) return undefined;
    return problem(
      'write-failed',
      { path: target },
      'A link leads out of the manuscript folder; nothing is written through it.',
    );
  } catch {
    return undefined; // writing it will say why
  }
}
