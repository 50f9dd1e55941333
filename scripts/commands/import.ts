/** `fleuron import`: stories from elsewhere become a manuscript on disk. */

import { resolve } from 'node:path';
import { slug } from '../book/file-names.ts';
import type { Limits } from '../book/limits.ts';
import { writeRecord } from '../disk/update-folder.ts';
import { isFolder } from '../disk/write-book.ts';
import { writeManuscript } from '../disk/write-manuscript.ts';
import { defineCommand } from './define-command.ts';
import { exitCodes } from './exit-codes.ts';
import { importPaths } from './from-disk.ts';
import { forceOption, limitOption, limitsOf, reportOptions } from './options.ts';
import { createReporter, type Reporter } from './reporter.ts';
import { today } from './source-date.ts';

export const importStories = defineCommand({
  name: 'import',
  summary: 'make a manuscript of stories from elsewhere',
  usage: `Makes a manuscript of stories from elsewhere: a plain text (UTF-8, UTF-16 or Windows-1252), a saved web page, a Word
document (.docx), an EPUB, or Markdown of pandoc, mdBook, Leanpub or Obsidian, a file or a folder of it. What a file is
is told by what is in it. Each guess is a hint at its line that says how sure it is. Several files become one manuscript.
The words of both are compared: if one is missing, nothing is written. The originals are never changed, and no other
file is overwritten without --force.

  fleuron import story.txt               into a folder named after its title
  fleuron import story.txt -o my-story   into that folder
  fleuron import book.epub -o my-book    an EPUB of Fleuron’s own builds to the same bytes again
  fleuron import story.md                Markdown of pandoc, Leanpub or Obsidian; a folder, SUMMARY.md or Book.txt too
  fleuron import 1.txt 2.txt 3.html -o b several files, chapter by chapter, in that order
  fleuron import new.html -o b --update  a newer version into the folder of an older one: what you changed stays
  fleuron import --undo -o b             takes the last update back

docs/import.md tells what is recognised, docs/growing.md how a story that grows is updated.`,
  options: {
    output: {
      type: 'string',
      short: 'o',
      value: 'PATH',
      about: 'the folder that is written, by default named after the title',
    },
    update: { type: 'boolean', about: 'merge a new version with the folder: what you changed in it stays' },
    'dry-run': { type: 'boolean', about: 'with --update: show what would change, and write nothing' },
    base: {
      type: 'string',
      value: 'FILE',
      about: 'with --update: what the folder was imported from, where it has no record of that',
    },
    undo: { type: 'boolean', about: 'take the last update of the folder back' },
    ...forceOption,
    ...limitOption,
    ...reportOptions,
  },
  positionals: { usage: '<file …>', least: 0, most: Number.POSITIVE_INFINITY, noun: 'file', example: 'story.txt' },
  run: async ({ output, force = false, limit, update, 'dry-run': isDry = false, base, undo, ...report }, files) => {
    const limits = await limitsOf(limit);
    if ('reason' in limits) return limits;
    const slip = slipOf({ update, isDry, base, undo, output, count: files.length });
    if (slip !== undefined) return { reason: slip };
    const reporter = createReporter(report);
    if (!update && !undo) return importCommand({ files, output, force, limits }, reporter);
    const { undoCommand, updateCommand } = await import('./update.ts');
    const folder = output ?? '';
    return undo ? undoCommand(folder, reporter) : updateCommand({ files, folder, base, isDry, limits }, reporter);
  },
});

/** What does not go together. */
function slipOf(given: {
  readonly update: boolean | undefined;
  readonly undo: boolean | undefined;
  readonly isDry: boolean;
  readonly base: string | undefined;
  readonly output: string | undefined;
  readonly count: number;
}): string | undefined {
  const { update, undo, isDry, base, output, count } = given;
  if (undo && (update || count > 0)) return '--undo takes no file: fleuron import --undo -o story';
  if (!undo && count === 0) return 'The command “import” needs a file. → Write: fleuron import story.txt';
  if ((update || undo) && output === undefined) return 'Name the folder: fleuron import new.html -o story --update';
  if (!update && (isDry || base !== undefined)) return `--${isDry ? 'dry-run' : 'base'} goes with --update`;
  return undefined;
}

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
  reporter: Reporter,
): Promise<number> {
  reporter.stage('importing');
  const { value, problems, read } = await importPaths(files, limits);
  const sources = new Map<string, string>();
  if (!value) {
    reporter.finish({ problems, sources, sentence: 'Nothing was written.' });
    return exitCodes.problems;
  }
  const { manuscript, pictures, title } = value;
  const folder = output ?? slug(title);
  reporter.stage('writing');
  const originals = { files: [...read], folders: files.map((file) => resolve(file)).filter(isFolder) };
  const { manuscriptBytes } = await import('../pipeline/import.ts');
  const failures = writeManuscript(folder, manuscriptBytes(value), { force, originals });
  if (failures.length > 0) {
    const blocked = failures.every(({ rule }) => rule.endsWith('-in-the-way'));
    const sentence = blocked ? 'Nothing was written.' : 'The manuscript was not written whole.';
    reporter.finish({ problems: [...problems, ...failures], sources, sentence });
    return blocked ? exitCodes.problems : exitCodes.unwritten;
  }
  const { recordOf } = await import('../pipeline/import-record.ts');
  const record = recordOf(value, today());
  const unkept = record && writeRecord(resolve(folder), record);
  const count = manuscript.files.length;
  const sentence = `${folder} (${count === 1 ? 'one Markdown file' : `${count} Markdown files`}${pictures.size > 0 ? `, pictures: ${pictures.size}` : ''}). Build it with: fleuron build ${folder}`;
  reporter.finish({ problems: [...problems, ...(unkept ? [unkept] : [])], sources, book: folder, sentence });
  return unkept ? exitCodes.unwritten : exitCodes.done;
}
