/** `fleuron archive`: a manuscript and its book become a bag that can be proved whole. */
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { addVersion } from '../archive/add-version.ts';
import { type Archived, type BagFacts, bagOf, payloadOf } from '../archive/archive-book.ts';
import { bagTooLarge } from '../archive/bag-size.ts';
import { factsOf } from '../archive/rebuild.ts';
import { verifyBag, wholeOf } from '../archive/verify-bag.ts';
import { zipBag } from '../archive/zip-bag.ts';
import type { Limits } from '../book/limits.ts';
import { keepManuscript } from '../disk/keep-manuscript.ts';
import { openBag } from '../disk/open-bag.ts';
import { isBelow, isOriginal } from '../disk/overwrite.ts';
import { slug, writeBook } from '../disk/write-book.ts';
import { recoverFolder, writeFolder } from '../disk/write-folder.ts';
import { buildBook, version } from '../pipeline/build.ts';
import { hasErrors, type Outcome, type Problem, problem } from '../report/problem.ts';
import { sourceDate } from './build.ts';
import { exitCodes } from './exit-codes.ts';
import { loadNothing, pluginLoader } from './load-plugins.ts';
import type { Speaker } from './reporter.ts';

export interface ArchiveArguments {
  readonly manuscript: string;
  readonly output?: string | undefined;
  /** Whether the manuscript's own code is left alone. */
  readonly untrusted: boolean;
  /** What the manuscript may cost. */
  readonly limits: Limits;
}

/** Builds a book and writes its bag; answers with the exit code. */
export async function archiveCommand(
  { manuscript: path, output, untrusted, limits }: ArchiveArguments,
  speaker: Speaker,
): Promise<number> {
  const plugins = new Set<string>();
  const outcome = await buildBook(path, {
    sourceDate: sourceDate(),
    loadPlugins: untrusted ? loadNothing : pluginLoader(path, plugins),
    untrusted,
    limits,
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
  const kept = keepManuscript(path, new Set(recorded.keys()), limits);
  for (const each of kept.problems) problems.push(each);
  if (!kept.value) return stop(exitCodes.problems);

  const root = realpathSync(resolve(path));
  const isFolder = statSync(root).isDirectory();
  const title = slug(publication.metadata.title);
  const target = output ?? join('dist', `${title}-archive`);
  const isZip = /\.zip$/i.test(target);
  const place = { path: target };
  const originals = { files: [...outcome.value.read, ...plugins], folders: isFolder ? [root] : [] };
  if ((isFolder && isBelow(root, target)) || isBelow(target, root) || isOriginal(target, originals))
    return stop(
      exitCodes.unwritten,
      problem(
        'archive-in-the-way',
        place,
        'A file or folder of the manuscript is there, so nothing was written and all is as it was.',
        'Choose a path outside the manuscript with -o.',
      ),
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
  let payload = payloadOf(archived, 1);
  if (isTaken(target)) {
    const older = openOlder(target, publication.metadata.identifier, limits);
    if (!older.value)
      return stop(hasDamage(older.problems) ? exitCodes.damaged : exitCodes.unwritten, ...older.problems);
    const updated = addVersion(older.value.payload, older.value.facts, archived);
    if (!updated) {
      const sentence = `${target} holds this version already; nothing was written.`;
      speaker.finish({ problems, sources: outcome.sources, book: target, sentence });
      return exitCodes.done;
    }
    payload = updated;
  }
  const bag = bagOf(payload, archived);
  const tooLarge = bagTooLarge(bag, { target, isZip, limits });
  if (tooLarge) return stop(exitCodes.problems, tooLarge);
  const zipped = isZip ? zipBag(bag, title) : undefined;
  if (isZip && !zipped)
    return stop(
      exitCodes.problems,
      problem(
        'bag-too-large',
        place,
        'Unexpected archive of 4 GB or more, expected what a ZIP holds',
        'Name a folder.',
      ),
    );
  const failure = zipped ? writeBook(target, zipped) : writeFolder(target, bag);
  if (failure) return stop(exitCodes.unwritten, failure);
  speaker.finish({
    problems,
    sources: outcome.sources,
    book: target,
    sentence: `${target} (${bag.size} files)`,
  });
  return hasErrors(problems) ? exitCodes.problems : exitCodes.done;
}

interface Older {
  readonly payload: ReadonlyMap<string, Uint8Array>;
  readonly facts: BagFacts;
}

/** The bag that a newer version joins: whole, ours, and of the same story. */
function openOlder(target: string, identifier: string, limits: Limits): Outcome<Older | undefined> {
  const refused = (reason: string, hint?: string): Outcome<undefined> => ({
    value: undefined,
    problems: [problem('archive-in-the-way', { path: target }, `Unexpected ${reason} where the archive goes`, hint)],
  });
  const opened = openBag(target, limits);
  if (!opened.value?.some(({ path }) => path === 'bagit.txt')) return refused('file or folder that is no archive');
  const damage = verifyBag(opened.value, limits);
  if (damage.length > 0) return { value: undefined, problems: damage };
  const payload = new Map<string, Uint8Array>();
  for (const file of opened.value) {
    const read = file.path.startsWith('data/') ? wholeOf(file) : undefined;
    if (read && 'bytes' in read) payload.set(file.path.slice('data/'.length), read.bytes);
  }
  const facts = factsOf(payload.get('metadata.json'));
  if (!facts) return refused('archive that Fleuron did not make');
  const theirs = facts.metadata['identifier'];
  if (theirs !== identifier)
    return refused(
      'archive of another story',
      `If it is the same story, say “identifier: ${String(theirs)}” in book.yaml.`,
    );
  return { value: { payload, facts }, problems: [] };
}

const hasDamage = (problems: readonly Problem[]): boolean =>
  problems.some(({ rule }) => rule.startsWith('bag-') || rule === 'manifest-malformed');

/** Whether something is there that a bag would take the place of; an empty folder is nothing. */
function isTaken(target: string): boolean {
  if (!existsSync(target)) return false;
  return !statSync(target).isDirectory() || readdirSync(target).length > 0;
}
