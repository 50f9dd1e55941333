/** `fleuron archive`: a manuscript and its book become a bag that can be proved whole. */
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { type Archived, bagOf, payloadOf } from '../archive/archive-book.ts';
import { zipBag } from '../archive/zip-bag.ts';
import { buildBook, version } from '../build.ts';
import { keepManuscript } from '../read/load.ts';
import { hasErrors, type Problem, problem } from '../report/problem.ts';
import { sourceDate } from './build.ts';
import { exitCodes } from './exit-codes.ts';
import { loadNothing, pluginLoader } from './plugins.ts';
import type { Speaker } from './speaker.ts';
import { slug, writeBook } from './write-book.ts';
import { recoverFolder, writeFolder } from './write-folder.ts';

export interface ArchiveArguments {
  readonly manuscript: string;
  readonly output?: string | undefined;
  /** Whether the manuscript's own code is left alone. */
  readonly untrusted: boolean;
}

/** Builds a book and writes its bag; answers with the exit code. */
export async function archiveCommand(
  { manuscript: path, output, untrusted }: ArchiveArguments,
  speaker: Speaker,
): Promise<number> {
  const outcome = await buildBook(path, {
    sourceDate: sourceDate(),
    loadPlugins: untrusted ? loadNothing : pluginLoader(path),
    untrusted,
    onStage: speaker.stage,
  });
  const problems: Problem[] = [...outcome.problems];
  const stop = (code: number, ...more: readonly Problem[]): number => {
    speaker.finish({ problems: [...problems, ...more], sources: outcome.sources, sentence: 'Nothing was archived.' });
    return code;
  };
  if (!outcome.value) return stop(exitCodes.problems);
  const { epub, publication, templates } = outcome.value;
  const recorded = publication.provenance?.files ?? new Map<string, string>();
  const kept = keepManuscript(path, new Set(recorded.keys()));
  problems.push(...kept.problems);
  if (!kept.value) return stop(exitCodes.problems);

  const root = realpathSync(resolve(path));
  const isFolder = statSync(root).isDirectory();
  const title = slug(publication.metadata.title);
  const target = output ?? join('dist', `${title}-archive`);
  const isZip = /\.zip$/i.test(target);
  const place = { path: target };
  if (isFolder && isBelow(root, resolve(target)))
    return stop(
      exitCodes.unwritten,
      problem('archive-in-the-way', place, 'Unexpected archive inside its own manuscript, expected a place outside it'),
    );
  const archived: Archived = {
    epub,
    publication,
    templates,
    manuscript: kept.value,
    name: basename(root),
    isFolder,
    slug: title,
    version,
  };
  speaker.stage('archiving');
  if (!isZip) recoverFolder(target);
  if (isTaken(target))
    return stop(
      exitCodes.unwritten,
      problem('archive-in-the-way', place, 'Unexpected file or folder where the archive goes, expected nothing there'),
    );
  const bag = bagOf(payloadOf(archived, 1), archived);
  const failure = isZip ? writeBook(target, zipBag(bag, title)) : writeFolder(target, bag);
  if (failure) return stop(exitCodes.unwritten, failure);
  speaker.finish({
    problems,
    sources: outcome.sources,
    book: target,
    sentence: `${target} (${bag.size} files)`,
  });
  return hasErrors(problems) ? exitCodes.problems : exitCodes.done;
}

/** Whether something is there that a bag would take the place of; an empty folder is nothing. */
function isTaken(target: string): boolean {
  if (!existsSync(target)) return false;
  return !statSync(target).isDirectory() || readdirSync(target).length > 0;
}

/** Whether a path that need not be there yet lies in a folder, links followed. */
function isBelow(root: string, path: string): boolean {
  let there = path;
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there);
  const real = join(realpathSync(there), relative(there, path));
  const way = relative(root, real);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && resolve(root, way) === real);
}
