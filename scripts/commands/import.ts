/** `fleuron import`: stories from elsewhere become a manuscript on disk. */
import { resolve } from 'node:path';
import { slug } from '../book/file-names.ts';
import type { Limits } from '../book/limits.ts';
import { readRecord, writeRecord } from '../disk/update-folder.ts';
import { isFolder } from '../disk/write-book.ts';
import { writeManuscript } from '../disk/write-manuscript.ts';
import type { ImportedWork } from '../pipeline/omnibus-files.ts';
import type { Problem } from '../report/problem.ts';
import { defineCommand } from './define-command.ts';
import { exitCodes } from './exit-codes.ts';
import { importPaths } from './from-disk.ts';
import { forShell } from './next-step.ts';
import { forceOption, limitOption, reportOptions } from './options.ts';
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
  fleuron import *.html --omnibus -o b   several works in one book, each in a folder of its own
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
    omnibus: {
      type: 'boolean',
      about: 'several works in one book: each file in a folder of its own, listed in book.yaml',
    },
    undo: { type: 'boolean', about: 'take the last update of the folder back' },
    ...forceOption,
    ...limitOption,
    ...reportOptions,
  },
  positionals: { usage: '<file …>', least: 0, most: Number.POSITIVE_INFINITY, noun: 'file', example: 'story.txt' },
  run: async (
    { output, force = false, omnibus = false, update, 'dry-run': isDry = false, base, undo, ...report },
    files,
    { limits },
  ) => {
    const slip = slipOf({ omnibus, update, isDry, base, undo, output, count: files.length });
    if (slip !== undefined) return { reason: slip };
    const reporter = createReporter(report, files);
    if (!update && !undo) return importCommand({ files, output, force, omnibus, limits }, reporter);
    const { undoCommand, updateCommand } = await import('./update.ts');
    const folder = output ?? '';
    return undo ? undoCommand(folder, reporter) : updateCommand({ files, folder, base, isDry, limits }, reporter);
  },
});

/** What does not go together. */
function slipOf(given: {
  readonly omnibus: boolean;
  readonly update: boolean | undefined;
  readonly undo: boolean | undefined;
  readonly isDry: boolean;
  readonly base: string | undefined;
  readonly output: string | undefined;
  readonly count: number;
}): string | undefined {
  const { omnibus, update, undo, isDry, base, output, count } = given;
  if (undo && (update || count > 0)) return '--undo takes no file: fleuron import --undo -o story';
  if (!undo && count === 0) return 'The command “import” needs a file. → Write: fleuron import story.txt';
  if ((update || undo) && output === undefined) return 'Name the folder: fleuron import new.html -o story --update';
  if (omnibus && (update || undo))
    return '--omnibus makes a new folder. → Update one work in it: fleuron import new.html -o folder/work --update';
  if (omnibus && output === undefined) return 'Name the folder: fleuron import a.html b.html --omnibus -o folder';
  if (!update && (isDry || base !== undefined)) return `--${isDry ? 'dry-run' : 'base'} goes with --update`;
  return undefined;
}

interface ImportArguments {
  /** In the order of the manuscript. */
  readonly files: readonly string[];
  /** The folder to write; named after the title if not given. */
  readonly output: string | undefined;
  /** Whether files that exist are overwritten. */
  readonly force: boolean;
  /** Whether each is a work of its own, in one book. */
  readonly omnibus: boolean;
  /** What the file may cost. */
  readonly limits: Limits;
}

/** Imports files and writes their manuscript, or the manuscripts of works; answers with the exit code. */
export async function importCommand(
  { files, output, force, omnibus, limits }: ImportArguments,
  reporter: Reporter,
): Promise<number> {
  reporter.stage('importing');
  const sources = new Map<string, string>();
  const { manuscriptBytes } = await import('../pipeline/import.ts');
  const joined = omnibus ? await import('../pipeline/omnibus-files.ts') : undefined;
  const names = joined?.workFolders(files) ?? [''];
  const problems: Problem[] = [];
  const originals = { files: [] as string[], folders: files.map((file) => resolve(file)).filter(isFolder) };
  const works: ImportedWork[] = [];
  for (const [at, name] of names.entries()) {
    const { value, problems: found, read } = await importPaths(joined ? files.slice(at, at + 1) : files, limits);
    problems.push(...found);
    originals.files.push(...read);
    if (value) works.push({ name, imported: value });
  }
  const [first] = works;
  if (!first || works.length < names.length) {
    reporter.finish({ problems, sources, sentence: 'Nothing was written.' });
    return exitCodes.problems;
  }
  const folder = output ?? slug(first.imported.title);
  reporter.stage('writing');
  const made = joined?.omnibusFiles(works) ?? manuscriptBytes(first.imported);
  const failures = writeManuscript(folder, made, { force, originals });
  if (failures.length > 0) {
    const blocked = failures.every(({ rule }) => rule.endsWith('-in-the-way'));
    const words = files.map((file) => forShell(file)).join(' ');
    const newer =
      blocked && !omnibus && readRecord(resolve(folder))
        ? `\nIf this is a newer version of the story there: fleuron import ${words} -o ${forShell(folder)} --update`
        : '';
    const sentence = blocked ? `Nothing was written.${newer}` : 'The manuscript was not written whole.';
    reporter.finish({ problems: [...problems, ...failures], sources, sentence });
    return blocked ? exitCodes.problems : exitCodes.unwritten;
  }
  const { recordOf } = await import('../pipeline/import-record.ts');
  const unkept = works.flatMap(({ name, imported }) => {
    const record = recordOf(imported, today());
    return (record && writeRecord(resolve(folder, name), record)) ?? [];
  });
  const count = works.reduce((sum, { imported }) => sum + imported.manuscript.files.length, 0);
  const pictures = works.reduce((sum, { imported }) => sum + imported.pictures.size, 0);
  const sentence = `${folder} (${omnibus ? `works: ${works.length}, ` : ''}${count === 1 ? 'one Markdown file' : `${count} Markdown files`}${pictures > 0 ? `, pictures: ${pictures}` : ''}). Build it with: fleuron build ${forShell(folder)}`;
  reporter.finish({ problems: [...problems, ...unkept], sources, book: folder, sentence });
  return unkept.length > 0 ? exitCodes.unwritten : exitCodes.done;
}
