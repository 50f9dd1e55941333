/** `fleuron archive`: a manuscript and its book become a bag that can be proved whole. */
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { addVersion } from '../archive/add-version.ts';
import { type Archived, type BagFacts, bagOf, payloadOf } from '../archive/archive-book.ts';
import { isSafePath } from '../archive/bag-paths.ts';
import { bagTooLarge } from '../archive/bag-size.ts';
import { portableFiles, unportable } from '../archive/portable-files.ts';
import { factsOf } from '../archive/rebuild.ts';
import { verifyBag, wholeOf } from '../archive/verify-bag.ts';
import { zipBag } from '../archive/zip-bag.ts';
import type { Limits } from '../book/limits.ts';
import { keepManuscript } from '../disk/keep-manuscript.ts';
import { type Lock, takeLock } from '../disk/lock.ts';
import { openBag } from '../disk/open-bag.ts';
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
  const outcome = await buildBook(path, {
    sourceDate: sourceDate(),
    loadPlugins: untrusted ? loadNothing : pluginLoader(path),
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
  const files = portableFiles(kept.value, new Set(recorded.keys()));
  for (const each of files.problems) problems.push(each);
  if (isFolder && !isSafePath(basename(root))) problems.push(unportable(path));
  if (problems.some(({ rule }) => rule === 'bag-path-unsafe')) return stop(exitCodes.problems);
  const title = slug(publication.metadata.title);
  const target = output ?? join('dist', `${title}-archive`);
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
    manuscript: files.value,
    name: basename(root),
    isFolder,
    slug: title,
    version,
  };
  speaker.stage('archiving');
  const lock = await takeLock(target, () => speaker.stage('waiting for another run that writes this archive'));
  if ('rule' in lock) return stop(exitCodes.unwritten, lock);
  let added: Added;
  try {
    added = addToBag(archived, target, limits, lock);
  } finally {
    await lock.release();
  }
  if (added.code !== undefined) return stop(added.code, ...added.problems);
  speaker.finish({ problems, sources: outcome.sources, book: target, sentence: added.sentence });
  return hasErrors(problems) ? exitCodes.problems : exitCodes.done;
}

/** What became of an archive: a sentence, or why it is as it was. */
type Added =
  | { readonly code?: undefined; readonly sentence: string }
  | { readonly code: number; readonly problems: readonly Problem[] };

/** Makes a bag at the target, or adds a version to the one that lies there. */
function addToBag(archived: Archived, target: string, limits: Limits, lock: Lock): Added {
  const place = { path: target };
  const isZip = /\.zip$/i.test(target);
  if (!isZip) recoverFolder(target);
  let payload = payloadOf(archived, 1);
  if (isTaken(target)) {
    const { value: older, problems } = openOlder(target, archived.publication.metadata.identifier, limits);
    if (!older) return { code: hasDamage(problems) ? exitCodes.damaged : exitCodes.unwritten, problems };
    const updated = addVersion(older.payload, older.facts, archived);
    if (!updated) return { sentence: `${target} holds this version already; nothing was written.` };
    payload = updated;
  }
  const bag = bagOf(payload, archived);
  const tooLarge = bagTooLarge(bag, { target, isZip, limits });
  if (tooLarge) return { code: exitCodes.problems, problems: [tooLarge] };
  const zipped = isZip ? zipBag(bag, archived.slug) : undefined;
  if (isZip && !zipped) {
    const reason = 'Unexpected archive of 4 GB or more, expected what a ZIP holds';
    return { code: exitCodes.problems, problems: [problem('bag-too-large', place, reason, 'Name a folder.')] };
  }
  const lost = (): Problem | undefined =>
    lock.isHeld()
      ? undefined
      : problem(
          'archive-in-the-way',
          place,
          'Another run of Fleuron took this archive over while this one stood still, so nothing was archived now.',
          'Run it again.',
        );
  const failure = zipped ? writeBook(target, zipped, lost) : writeFolder(target, bag, lost);
  return failure ? { code: exitCodes.unwritten, problems: [failure] } : { sentence: `${target} (${bag.size} files)` };
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

/** Whether a path that need not be there yet lies in a folder, links followed. */
function isBelow(root: string, path: string): boolean {
  let there = path;
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there);
  const real = join(realpathSync(there), relative(there, path));
  const way = relative(root, real);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && resolve(root, way) === real);
}
