/** A packed project of Manuskript. In: its bytes. Out: the book, or one clear problem. A project that is not packed is a folder beside its file. */
import { stemOf } from '../../book/file-names.ts';
import { type Outcome, problem } from '../../report/problem.ts';
import type { Foreign, ImportedBook } from '../imported.ts';
import { isZip, unzip } from '../unzip.ts';
import { importMarkdown } from './import-markdown.ts';

/** Imports it. */
export async function importManuskript(foreign: Foreign): Promise<Outcome<ImportedBook | undefined>> {
  const name = stemOf(foreign.name);
  if (!isZip(foreign.bytes)) {
    const reason = 'The file says only that the project lies in a folder of its name, so nothing is imported.';
    return {
      value: undefined,
      problems: [problem('import-refused', { path: foreign.name }, reason, `Name the folder “${name}” in its place.`)],
    };
  }
  const { value: files, problems } = unzip(foreign, () => true);
  if (!files) return { value: undefined, problems };
  const names = [...files.keys()].sort((left, right) => left.localeCompare(right, 'en', { numeric: true }));
  const folder = { name, names, isNamed: true, isVault: false };
  return importMarkdown({ ...foreign, name, beside: (path) => files.get(path), folder }, '');
}
