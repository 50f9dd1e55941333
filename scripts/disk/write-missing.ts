/** Writes those of some files that are not there yet. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, problem } from '../report/problem.ts';
import { describeWriteError } from './fs-errors.ts';
import { makeFolders } from './make-folders.ts';
import { isTaken } from './overwrite.ts';

/** Writes texts by their names into a folder; answers with the names that were there already, which stay as they are, and with problems. */
export function writeMissing(
  folder: string,
  files: Readonly<Record<string, string>>,
): { readonly kept: readonly string[]; readonly problems: readonly Problem[] } {
  const kept: string[] = [];
  const problems = Object.entries(files).flatMap(([name, text]) => {
    const path = join(folder, name);
    try {
      makeFolders(folder);
      if (isTaken(path)) kept.push(name);
      else writeFileSync(path, text, { flag: 'wx' });
      return [];
    } catch (error) {
      return [problem('write-failed', { path }, `It was not written: ${describeWriteError(error)}.`)];
    }
  });
  return { kept, problems };
}
