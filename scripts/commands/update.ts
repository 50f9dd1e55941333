/** `fleuron import --update`: a new version of a story is merged into its folder. In: files and a folder. Out: what was written and what it says. */
import { join, relative, resolve } from 'node:path';
import { encodeUtf8 } from '../book/bytes.ts';
import type { Limits } from '../book/limits.ts';
import { isTaken } from '../disk/archive-place.ts';
import { openPath } from '../disk/open-path.ts';
import { archiveOf, readRecord, undoUpdate, writeUpdate } from '../disk/update-folder.ts';
import { isFolder } from '../disk/write-book.ts';
import { hasErrors, type Problem, problem } from '../report/problem.ts';
import { bytesOf } from '../studio/press/kept-text.ts';
import { changeNames, type FileChange } from '../versions/story-folder.ts';
import { exitCodes } from './exit-codes.ts';
import { importPaths } from './from-disk.ts';
import { forShell } from './next-step.ts';
import type { Reporter } from './reporter.ts';
import { today } from './source-date.ts';

interface UpdateArguments {
  readonly files: readonly string[];
  readonly folder: string;
  /** What the folder was imported from, where it has no record of that. */
  readonly base: string | undefined;
  /** Whether all is shown and nothing written. */
  readonly isDry: boolean;
  readonly limits: Limits;
}

/** Merges; answers with the exit code. */
export async function updateCommand(
  { files, folder, base, isDry, limits }: UpdateArguments,
  reporter: Reporter,
): Promise<number> {
  const sources = new Map<string, string>();
  const refuse = (problems: readonly Problem[]) => {
    reporter.finish({ problems, sources, sentence: 'Nothing was written.' });
    return exitCodes.problems;
  };
  if (!isFolder(resolve(folder)))
    return refuse([
      problem(
        'manuscript-missing',
        { path: folder },
        'There is no such folder to update.',
        'Import without --update makes one.',
      ),
    ]);
  reporter.stage('importing');
  const imported = await importPaths(files, limits);
  if (!imported.value) return refuse(imported.problems);
  const older = base === undefined ? undefined : await importPaths([base], limits);
  if (older && !older.value) return refuse(older.problems);
  const { value: given, problems } = openPath(folder, limits);
  if (!given) return refuse(problems);
  reporter.stage('merging');
  const { updateGiven, updateProblems } = await import('../pipeline/update.ts');
  const last = older?.value ?? readRecord(resolve(folder));
  const update = await updateGiven(given, { imported: imported.value, last, day: today(), limits });
  if (!update.value) return refuse([...imported.problems, ...update.problems]);
  const { files: made, record, news, changes } = update.value;
  const found = [...imported.problems, ...updateProblems(changes)];
  const before = record && (await archiveBefore({ folder, isDry, limits }, reporter));
  if (before && hasErrors(before.problems)) return refuse([...found, ...before.problems]);
  if (before) found.push(...before.problems);
  if (!isDry && record) {
    reporter.stage('writing');
    const edits = [...made].map(([path, content]) => {
      const read = given.names.includes(path) ? given.read(path, 'picture') : undefined;
      const was = read && 'bytes' in read ? read.bytes : undefined;
      return { path, was, bytes: typeof content === 'string' ? bytesOf(content, was) : content };
    });
    const failure = writeUpdate(resolve(folder), edits, {
      record,
      news: news === undefined ? undefined : encodeUtf8(news),
    });
    if (failure) {
      reporter.finish({ problems: [...found, failure], sources, sentence: 'Nothing was written.' });
      return exitCodes.unwritten;
    }
  }
  for (const [path, content] of made) if (typeof content === 'string') sources.set(path, content);
  reporter.finish({
    problems: found,
    sources,
    book: folder,
    changes,
    sentence: [summary(folder, changes, isDry), ...(before?.lines ?? [])].join('\n'),
  });
  return exitCodes.done;
}

/** Puts the version before an update into the archive of the story, where it has one. */
async function archiveBefore(
  { folder, isDry, limits }: Pick<UpdateArguments, 'folder' | 'isDry' | 'limits'>,
  reporter: Reporter,
): Promise<{ readonly problems: readonly Problem[]; readonly lines: readonly string[] } | undefined> {
  const kept = archiveOf(resolve(folder));
  if (kept === undefined) return undefined;
  const bag = relative('', kept);
  const untaken = (why: string) => ({
    problems: [
      problem(
        'update-unarchived',
        { path: folder },
        `The archive does not have the version before: ${why}.`,
        `If you want it there, type: fleuron import --undo -o ${forShell(folder)}; fleuron archive ${forShell(folder)} -o ${forShell(bag)}; then update again.`,
      ),
    ],
    lines: [],
  });
  if (!isTaken(bag)) return untaken(`${bag} is not there any more`);
  if (isDry) return { problems: [], lines: [`The archive gets the version before first: ${bag}`] };
  const { archivePath } = await import('./archive.ts');
  // A folder of somebody else’s may name an archive; that lets no code of it run.
  const { code, problems, sentence } = await archivePath(
    { manuscript: folder, output: bag, untrusted: true, limits },
    reporter,
    true,
  );
  if (problems.some(({ rule }) => rule === 'code-not-run'))
    return untaken('the story has plug-ins or templates, which an update does not run');
  if (code !== exitCodes.done) return { problems: problems.filter(({ severity }) => severity === 'error'), lines: [] };
  return { problems: [], lines: [`The archive has the version before: ${sentence}`] };
}

/** Takes the last update back; answers with the exit code. */
export function undoCommand(folder: string, reporter: Reporter): number {
  const undone = undoUpdate(resolve(folder));
  const sources = new Map<string, string>();
  if ('reason' in undone) {
    reporter.finish({ problems: [undone], sources, sentence: 'Nothing was written.' });
    return exitCodes.problems;
  }
  const count = undone.length === 1 ? 'one file is' : `${undone.length} files are`;
  reporter.finish({ problems: [], sources, book: folder, sentence: `${folder}: ${count} as before the last update.` });
  return exitCodes.done;
}

function summary(folder: string, changes: readonly FileChange[], isDry: boolean): string {
  if (changes.length === 0) return `${folder}: nothing new.`;
  const lines = changes.map(({ path, heading, what, added, removed, conflicts }) => {
    const words = what === 'new' ? `${added} words` : `+${added} −${removed} words`;
    const counted = added + removed > 0 ? `, ${words}` : '';
    const both = conflicts.length > 0 ? `, changed on both sides: ${conflicts.length}` : '';
    return `  ${changeNames[what]}: ${join(folder, path)}${heading === undefined ? '' : ` “${heading}”`}${counted}${both}`;
  });
  const end = isDry
    ? 'Nothing was written: this is what an update would do.'
    : `Build it with: fleuron build ${forShell(folder)}\nTake it back with: fleuron import --undo -o ${forShell(folder)}`;
  return [`${folder}:`, ...lines, end].join('\n');
}
