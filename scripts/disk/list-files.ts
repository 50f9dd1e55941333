/** Finds the files of a manuscript. In: a folder. Out: their paths in it, in natural order. Opens none of them. */
import { isUtf8 } from 'node:buffer';
import { type Dirent, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { comparePaths } from '../book/file-names.ts';
import { type Limits, printLimit } from '../book/limits.ts';
import { raiseLimit } from '../book/raise-limit.ts';
import { type Problem, problem } from '../report/problem.ts';
import { describeReadError } from './fs-errors.ts';
import type { Root } from './read-inside.ts';

export interface Listing extends Pick<Root, 'rawNames'> {
  readonly names: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Lists the files below a folder, without hidden ones and node_modules. Links to folders are not followed; a folder that
 * cannot be read is told and passed over.
 */
export function listFiles(root: string, limits: Limits): Listing {
  const problems: Problem[] = [];
  const rawNames = new Map<string, Buffer>();
  const found: string[] = [];
  const folders = [''];
  for (let next = 0; next < folders.length; next++) {
    const folder = folders[next] ?? '';
    const entries = entriesOf(root, folder);
    if (!Array.isArray(entries)) {
      problems.push(entries);
      continue;
    }
    for (const entry of entries) {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.isDirectory()) folders.push(path);
      else if (!entry.name.includes('\uFFFD')) found.push(path);
    }
    if (entries.some(({ name }) => name.includes('\uFFFD')))
      for (const [name, raw] of rawNamesIn(root, folder)) {
        found.push(name);
        rawNames.set(name, raw);
      }
    if (found.length > limits.files || folders.length > limits.files) {
      const reason = `The manuscript has more than ${printLimit('files', limits.files)} files or folders.`;
      problems.push(problem('book-too-large', { path: folder || '.' }, reason, raiseLimit('files', limits)));
      return { names: [], rawNames, problems };
    }
  }
  return { names: found.sort(comparePaths), rawNames, problems };
}

/** What a folder holds beside hidden files and node_modules, or why that cannot be told. */
function entriesOf(root: string, folder: string): Dirent[] | Problem {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true }).filter(
      ({ name }) => !name.startsWith('.') && name !== 'node_modules',
    );
  } catch (error) {
    const rule = folder ? 'folder-unreadable' : 'file-unreadable';
    const reason = `The folder ${describeReadError(error)}; nothing of it is in the book.`;
    return problem(rule, { path: folder || '.' }, reason);
  }
}

/** The files of a folder whose names a string cannot hold: those that are no UTF-8 are shown as Latin-1, which has a character for every byte. */
function rawNamesIn(root: string, folder: string): ReadonlyMap<string, Buffer> {
  const found = new Map<string, Buffer>();
  const base = Buffer.from(`${join(root, folder)}${sep}`);
  for (const entry of readdirSync(base, { withFileTypes: true, encoding: 'buffer' })) {
    const name = entry.name as unknown as Buffer;
    if (!name.toString().includes('\uFFFD') || entry.isDirectory()) continue;
    const shown = isUtf8(name) ? name.toString() : name.toString('latin1');
    found.set(`${folder ? `${folder}/` : ''}${shown}`, Buffer.concat([base, name]));
  }
  return found;
}
