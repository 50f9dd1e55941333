/** A folder or file in what was given, as if it had been given itself. In: files, and a path among them. Out: files, with paths from there. */
import type { GivenFiles, LoadedForeign } from '../book/given-files.ts';
import { besideOf } from '../book/opener.ts';
import { problem } from '../report/problem.ts';

interface Within {
  readonly path: string;
  readonly isFolder: boolean;
  /** Its files, from the folder on; of a file, its name. */
  readonly names: readonly string[];
  /** The program that makes Word documents of office files, where there is one. */
  readonly convert: () => LoadedForeign['convert'];
}

/** Gives it. Pictures and limits are those of the whole; what cannot be listed is told there. */
export function givenWithin(given: GivenFiles, { path, isFolder, names, convert }: Within): GivenFiles {
  const folder = isFolder ? `${path}/` : path.slice(0, path.lastIndexOf('/') + 1);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const open: GivenFiles['open'] = (each, place) => given.open(folder + each, place);
  const asForeign: GivenFiles['asForeign'] = () => {
    const all = { name, beside: besideOf(open, name), convert: convert() };
    const listed = { name, names, isNamed: true, isVault: false };
    if (isFolder) return { value: { ...all, bytes: new Uint8Array(), folder: listed }, problems: [] };
    const read = given.read(path, 'import');
    if ('bytes' in read) return { value: { ...all, bytes: read.bytes }, problems: [] };
    const reason = `The file ${read.reason}, so nothing is imported.`;
    return { value: undefined, problems: [problem(read.rule, { path: name }, reason, read.hint)] };
  };
  const read: GivenFiles['read'] = (each, limit) => given.read(folder + each, limit);
  return { name, isFolder, names, problems: [], read, open, asForeign };
}
