/** `fleuron import`: stories from elsewhere become a manuscript on disk. */
import { resolve } from 'node:path';
import type { Limits } from '../book/limits.ts';
import { isFolder, slug } from '../disk/write-book.ts';
import { writeManuscript } from '../disk/write-manuscript.ts';
import { bringInAll, filesOf } from '../pipeline/import.ts';
import { exitCodes } from './exit-codes.ts';
import type { Speaker } from './reporter.ts';

export interface ImportArguments {
  /** In the order of the manuscript. */
  readonly files: readonly string[];
  /** The folder to write; named after the title if not given. */
  readonly output: string | undefined;
  /** Whether files that exist are overwritten. */
  readonly force: boolean;
  /** What the file may cost. */
  readonly limits: Limits;
}

/** Imports files and writes their manuscript; answers with the exit code. */
export async function importCommand(
  { files, output, force, limits }: ImportArguments,
  speaker: Speaker,
): Promise<number> {
  speaker.stage('importing');
  const { value, problems } = await bringInAll(files, limits);
  const sources = new Map<string, string>();
  if (!value) {
    speaker.finish({ problems, sources, sentence: 'Nothing was written.' });
    return exitCodes.problems;
  }
  const { manuscript, pictures, title } = value;
  const folder = output ?? slug(title);
  speaker.stage('writing');
  const originals = { files: [...value.read], folders: files.map((file) => resolve(file)).filter(isFolder) };
  const failures = writeManuscript(folder, filesOf(value), { force, originals });
  if (failures.length > 0) {
    const blocked = failures.every(({ rule }) => rule.endsWith('-in-the-way'));
    const sentence = blocked ? 'Nothing was written.' : 'The manuscript was not written whole.';
    speaker.finish({ problems: [...problems, ...failures], sources, sentence });
    return blocked ? exitCodes.problems : exitCodes.unwritten;
  }
  const count = manuscript.files.length;
  const sentence = `${folder} (${count === 1 ? 'one Markdown file' : `${count} Markdown files`}${pictures.size > 0 ? `, pictures: ${pictures.size}` : ''}). Build it with: fleuron build ${folder}`;
  speaker.finish({ problems, sources, book: folder, sentence });
  return exitCodes.done;
}
