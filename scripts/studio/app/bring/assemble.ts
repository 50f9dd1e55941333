/** Files as they come from a disk → what a press takes as one story. Nothing is read before its size is known. */
import { type Limits, printLimit, usualLimits } from '../../../book/limits.ts';
import { type Outcome, problem } from '../../../report/problem.ts';
import type { Brought } from '../../protocol.ts';

/** A file that can be read, with its path in what was dropped or chosen. */
export interface FoundFile {
  readonly path: string;
  readonly size: number;
  readonly read: () => Promise<Uint8Array>;
}

/** What systems and tools keep beside the files of a person; of Obsidian’s folder that it is there says something, and an import’s record is for updates. */
const ofNoStory =
  /(?:^|\/)(?:\.(?!obsidian\/|fleuron\/import\.zip$)|node_modules\/|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/i;

/** What can be a story by itself; all else belongs to one. */
const document = /\.(?:md|markdown|txt|text|docx|html?|xhtml|epub|zip)$/i;

/** Reads files as one story: a folder, or one text and what lies beside it. Undefined where there is none, and with a problem where it is too much. */
export async function assemble(
  found: readonly FoundFile[],
  limits: Limits = usualLimits,
): Promise<Outcome<Brought | undefined>> {
  const files = found.filter(({ path }) => !ofNoStory.test(path));
  const refuse = (rule: 'file-too-large' | 'book-too-large', path: string, reason: string) => ({
    value: undefined,
    problems: [problem(rule, { path }, reason)],
  });
  if (files.length === 0) return { value: undefined, problems: [] };
  if (files.length > limits.files)
    return refuse('book-too-large', '.', `There are more than ${printLimit('files', limits.files)} files in it.`);
  const large = files.find(({ size }) => size > limits.import);
  if (large)
    return refuse('file-too-large', large.path, `The file is larger than ${printLimit('import', limits.import)}.`);
  if (files.reduce((sum, { size }) => sum + size, 0) > limits.texts + limits.pictures)
    return refuse(
      'book-too-large',
      '.',
      `All files together are larger than ${printLimit('pictures', limits.texts + limits.pictures)}.`,
    );
  const folder = folderOf(files);
  const read = new Map<string, Uint8Array>();
  for (const file of files) read.set(file.path.slice(folder.length), await file.read());
  return { value: { ...nameOf(folder, [...read.keys()]), files: read }, problems: [] };
}

/** The folder that all files are in, with its slash; empty where there is none. */
function folderOf(files: readonly FoundFile[]): string {
  const [folder = ''] = /^[^/]+\//.exec(files[0]?.path ?? '') ?? [];
  return files.every(({ path }) => path.startsWith(folder)) ? folder : '';
}

function nameOf(folder: string, paths: readonly string[]): Pick<Brought, 'name' | 'file'> {
  if (folder) return { name: folder.slice(0, -1) };
  const [only, ...others] = paths.filter((path) => document.test(path));
  if (only !== undefined && others.length === 0) return { name: only, file: only };
  const [single = 'story', ...more] = paths;
  return more.length === 0 ? { name: single, file: single } : { name: 'story' };
}
