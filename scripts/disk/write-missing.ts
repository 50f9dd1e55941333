/** Writes those of some files that are not there yet. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, problem } from '../report/problem.ts';

/** Writes texts by their names into a folder; answers with a problem for each that was not written. What is there stays. */
export function writeMissing(folder: string, files: Readonly<Record<string, string>>): readonly Problem[] {
  return Object.entries(files).flatMap(([name, text]) => {
    const path = join(folder, name);
    try {
      mkdirSync(folder, { recursive: true });
      writeFileSync(path, text, { flag: 'wx' });
      return [];
    } catch (error) {
      const exists = (error as { readonly code?: unknown }).code === 'EEXIST';
      const reason = exists ? 'A file is in the way; it stays as it is.' : 'The folder cannot be written.';
      return [problem('write-failed', { path }, reason)];
    }
  });
}
