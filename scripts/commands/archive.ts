/** `fleuron archive`: a manuscript and its book become a bag that can be proved whole. */
import { join, resolve } from 'node:path';
import { addVersion } from '../archive/add-version.ts';
import { type Archived, archivedOf, type BagFacts, bagOf, payloadOf, previousIn } from '../archive/archive-book.ts';
import type { Files } from '../archive/bag.ts';
import { bagTooLarge, zipBag } from '../archive/bag.ts';
import { isSafePath } from '../archive/bag-paths.ts';
import { fixityLine, tagManifest } from '../archive/fixity.ts';
import { portableFiles, unportable } from '../archive/portable-files.ts';
import { filesAt, readBagFacts } from '../archive/rebuild.ts';
import { readBagFile, verifyBag } from '../archive/verify-bag.ts';
import { equalBytes } from '../book/bytes.ts';
import { slug } from '../book/file-names.ts';
import type { Limits } from '../book/limits.ts';
import type { Metadata } from '../book/metadata.ts';
import { isTaken, placeOfManuscript } from '../disk/archive-place.ts';
import { keepManuscript } from '../disk/keep-manuscript.ts';
import { type Lock, takeLock, type Untaken } from '../disk/lock.ts';
import { openBag } from '../disk/open-bag.ts';
import { isBelow, isOriginal } from '../disk/overwrite.ts';
import { keepArchive } from '../disk/update-folder.ts';
import { writeBook } from '../disk/write-book.ts';
import { recoverFolder, writeFolder } from '../disk/write-folder.ts';
import type { Bound, Built } from '../pipeline/build.ts';
import type { Finished } from '../pipeline/keep-previous.ts';
import { hasErrors, type Outcome, type Problem, problem } from '../report/problem.ts';
import { buildManuscript } from './build-manuscript.ts';
import { defineCommand } from './define-command.ts';
import { exitCodes } from './exit-codes.ts';
import { forShell } from './next-step.ts';
import { limitOption, manuscriptPath, reportOptions, untrustedOption } from './options.ts';
import { createReporter, type Reporter } from './reporter.ts';

export const archive = defineCommand({
  name: 'archive',
  summary: 'keep a copy that can be proved whole',
  usage: `Builds a book and keeps it with all it was made from in a BagIt bag (RFC 8493): the EPUB, the manuscript byte for
byte, an HTML and a plain-text copy to read, the metadata, a record of what was done, the rights, and checksums of
everything. The same manuscript gives the same bag.

  fleuron archive                         manuscript/ → dist/<title>-archive/
  fleuron archive my-story -o keep/door   a folder
  fleuron archive my-story -o door.zip    one file

An archive of the same story gets the new version beside the older ones; nothing is lost, and nothing else is
overwritten. The folder of a story that was imported remembers its archive: an update puts the version before into it.
docs/archive.md tells what lies where.`,
  options: {
    output: { type: 'string', short: 'o', value: 'PATH', about: 'where the archive goes: a folder, or a .zip file' },
    ...untrustedOption,
    ...limitOption,
    ...reportOptions,
  },
  positionals: manuscriptPath,
  run: async ({ output, untrusted = false, ...report }, [manuscript = 'manuscript'], { limits }) => {
    return archiveCommand({ manuscript, output, untrusted, limits }, createReporter(report, [manuscript]));
  },
});

interface ArchiveArguments {
  readonly manuscript: string;
  readonly output: string | undefined;
  /** Whether the manuscript's own code is left alone. */
  readonly untrusted: boolean;
  /** What the manuscript may cost. */
  readonly limits: Limits;
}

/** Builds a book and writes its bag; answers with the exit code. */
export async function archiveCommand(options: ArchiveArguments, reporter: Reporter): Promise<number> {
  const { sources, ...ending } = await archivePath(options, reporter);
  const { book, fixity, sentence } = ending;
  if (book !== undefined) keepArchive(resolve(options.manuscript), resolve(book));
  const lines = [
    ...sentence.split('\n').filter((line) => line !== fixity),
    ...(book === undefined ? [] : [`Prove it whole with: fleuron verify ${forShell(book)}`]),
    // Scripts take the last line.
    ...(fixity === undefined
      ? []
      : ['Keep this line elsewhere; with it, --fixity proves that nothing was changed:', fixity]),
  ];
  reporter.finish({ ...ending, sources, sentence: lines.join('\n') });
  return ending.code;
}

/** Builds a book and writes its bag; `refusesCode` says that no bag is written of a book that lacks what the manuscript’s own code gives it. */
export async function archivePath(
  options: ArchiveArguments,
  reporter: Reporter,
  refusesCode = false,
): Promise<Ending & Pick<Built, 'sources'>> {
  let ended = await buildAndArchive(options, reporter, refusesCode);
  // Of several runs at once each adds a version to that of another, and has the addresses of that one.
  for (let tries = 1; ended.isOvertaken && tries < mostTries; tries++)
    ended = await buildAndArchive(options, reporter, refusesCode);
  return ended;
}

const mostTries = 100;

async function buildAndArchive(
  { manuscript: path, output, untrusted, limits }: ArchiveArguments,
  reporter: Reporter,
  refusesCode: boolean,
): Promise<Ending & Pick<Built, 'sources'>> {
  let previous: Finished | undefined;
  const newest = (metadata: Metadata) => {
    previous = newestIn(targetOf(output, metadata), metadata, limits);
    return { value: previous, problems: [] };
  };
  const built = await buildManuscript(path, { untrusted, limits, previous: newest }, reporter);
  const { problems, sources, read: onDisk } = built;
  const lacksCode = refusesCode && problems.some(({ rule }) => rule === 'code-not-run');
  const value = lacksCode ? undefined : built.value;
  if (value) reporter.stage('archiving');
  const read = [...onDisk];
  const ending = value
    ? await archiveBook(value, { path, read, output, limits, previous }, reporter)
    : nothing(exitCodes.problems, []);
  return { ...ending, problems: [...problems, ...ending.problems], sources };
}

interface Ending {
  readonly code: number;
  readonly problems: readonly Problem[];
  readonly sentence: string;
  /** The path of the archive, where there is one. */
  readonly book?: string;
  /** Its fixity line. */
  readonly fixity?: string | undefined;
  /** Whether another run put a version there while this one was made. */
  readonly isOvertaken?: boolean | undefined;
}

const nothing = (code: number, problems: readonly Problem[]): Ending => ({
  code,
  problems,
  sentence: 'Nothing was archived.',
});

const targetOf = (output: string | undefined, { title }: Metadata): string =>
  output ?? join('dist', `${slug(title)}-archive`);

/** The newest book of the archive that a version is to join; nothing is proved yet. */
function newestIn(target: string, metadata: Metadata, limits: Limits): Finished | undefined {
  const bag = isTaken(target) ? openBag(target, limits).value : undefined;
  if (!bag) return undefined;
  const files = filesAt(bag, 'data/', (name) => name === 'metadata.json' || /^[^/]+\.epub$/.test(name));
  const facts = readBagFacts(files.get('metadata.json'));
  return facts && previousIn(files, facts, metadata);
}

interface Loaded {
  /** The manuscript. */
  readonly path: string;
  /** Absolute paths of the files that were read for it, its plug-ins included. */
  readonly read: readonly string[];
  /** The version before, as it was when the book was made. */
  readonly previous: Finished | undefined;
}

/** Writes the bag of a book and of the manuscript at a path, while no other run writes there. */
async function archiveBook(
  bound: Bound,
  { path, read, output, limits, previous }: Pick<ArchiveArguments, 'output' | 'limits'> & Loaded,
  reporter: Reporter,
): Promise<Ending> {
  const used = new Set(bound.publication.provenance?.files.keys());
  const kept = keepManuscript(path, used, limits);
  if (!kept.value) return nothing(exitCodes.problems, kept.problems);
  const files = portableFiles(kept.value, used, bound.publication.metadata.shared);
  const noticed = [...kept.problems, ...files.problems];
  const target = targetOf(output, bound.publication.metadata);
  const stop = (code: number, problems: readonly Problem[]) => nothing(code, [...noticed, ...problems]);
  const { root, name, isFolder } = placeOfManuscript(path);
  if (isFolder && !isSafePath(name)) return stop(exitCodes.problems, [unportable(path)]);
  if (hasErrors(files.problems)) return stop(exitCodes.problems, []);
  const originals = { files: read, folders: isFolder ? [root] : [] };
  if ((isFolder && isBelow(root, target)) || isBelow(target, root) || isOriginal(target, originals)) {
    const reason = 'A file or folder of the manuscript is there, so nothing was written and all is as it was.';
    const hint = 'Choose a path outside the manuscript with -o.';
    return stop(exitCodes.unwritten, [problem('archive-in-the-way', { path: target }, reason, hint)]);
  }
  const archived = await archivedOf(bound, { manuscript: files.value, name, isFolder });
  const lock = await takeLock(target, () => reporter.stage('waiting for another run that writes this archive'));
  if ('file' in lock) return stop(exitCodes.unwritten, [untaken(target, lock)]);
  try {
    const ending = await addVersionTo(target, archived, { limits, lock, previous });
    return { ...ending, problems: [...noticed, ...ending.problems] };
  } finally {
    await lock.release();
  }
}

const untaken = (path: string, { file, reason }: Untaken): Problem =>
  reason === undefined
    ? problem(
        'archive-in-the-way',
        { path },
        'Another run of Fleuron is writing this archive, so nothing was archived now. What was there before is as it was.',
        `Run it again when the other has ended. If there is no other, delete ${file}.`,
      )
    : problem('write-failed', { path }, `The archive was not written: ${reason}. What was there before is as it was.`);

interface Joining extends Pick<Loaded, 'previous'> {
  readonly limits: Limits;
  readonly lock: Lock;
}

/** Makes a bag at the target, or adds a version to the one that lies there. */
async function addVersionTo(target: string, archived: Archived, { limits, lock, previous }: Joining): Promise<Ending> {
  const isZip = /\.zip$/i.test(target);
  if (!isZip) recoverFolder(target);
  const { value: payload, problems } = await joinOlder(target, archived, { limits, previous });
  if (payload === 'overtaken') return { ...nothing(exitCodes.unwritten, [overtaken(target)]), isOvertaken: true };
  if (!payload) return nothing(problems.some(isDamage) ? exitCodes.damaged : exitCodes.unwritten, problems);
  const done = { code: exitCodes.done, problems: [], book: target };
  if (payload === 'known') {
    const said = `${target} holds this version already; nothing was written.`;
    const tags = openBag(target, limits).value?.filter(({ path }) => path === tagManifest) ?? [];
    return withFixity({ ...done, sentence: said }, filesAt(tags, '', () => true).get(tagManifest));
  }
  const bag = bagOf(payload, archived);
  const tooLarge = bagTooLarge(bag, { target, isZip, limits });
  if (tooLarge) return nothing(exitCodes.problems, [tooLarge]);
  const failure = writeBag(target, bag, isZip ? archived.slug : undefined, lock);
  if (failure) return nothing(failure.rule === 'bag-too-large' ? exitCodes.problems : exitCodes.unwritten, [failure]);
  return withFixity({ ...done, sentence: `${target} (${bag.size} files)` }, bag.get(tagManifest));
}

function withFixity(ending: Ending, tags: Uint8Array | undefined): Ending {
  const fixity = fixityLine(tags);
  return { ...ending, fixity, sentence: fixity === undefined ? ending.sentence : `${ending.sentence}\n${fixity}` };
}

/** The payload of an archive to which this version is added; `known` where it is in it already, `overtaken` where the newest is another than it was. */
async function joinOlder(
  target: string,
  archived: Archived,
  { limits, previous }: Pick<Joining, 'limits' | 'previous'>,
): Promise<Outcome<Files | 'known' | 'overtaken' | undefined>> {
  if (!isTaken(target)) return { value: payloadOf(archived, 1), problems: [] };
  const { value: older, problems } = openOlder(target, archived.publication.metadata.identifier, limits);
  if (!older) return { value: undefined, problems };
  const joined = await addVersion(older.payload, older.facts, archived, limits);
  if (!joined) return { value: 'known', problems };
  const newest = older.payload.get(older.facts.book);
  return { value: equalBytes(newest ?? none, previous?.bytes ?? none) ? joined : 'overtaken', problems };
}

const none = new Uint8Array();

const overtaken = (target: string): Problem =>
  problem(
    'archive-in-the-way',
    { path: target },
    'Other runs of Fleuron put versions there while this one was made, so nothing was archived now.',
    'Run it again.',
  );

/** Writes a bag as a folder, or as a ZIP of a folder of that name, unless the lock was lost meanwhile. */
function writeBag(target: string, bag: Files, zippedFolder: string | undefined, lock: Lock): Problem | undefined {
  const lost = (): Problem | undefined => {
    if (lock.isHeld()) return undefined;
    const why =
      'Another run of Fleuron took this archive over while this one stood still, so nothing was archived now.';
    return problem('archive-in-the-way', { path: target }, why, 'Run it again.');
  };
  if (zippedFolder === undefined) return writeFolder(target, bag, lost);
  const zipped = zipBag(bag, zippedFolder);
  if (zipped) return writeBook(target, zipped, lost);
  const reason = 'The archive has 4 GB or more, which no ZIP holds.';
  return problem('bag-too-large', { path: target }, reason, 'Name a folder.');
}

interface Older {
  readonly payload: ReadonlyMap<string, Uint8Array>;
  readonly facts: BagFacts;
}

/** The bag that a newer version joins: whole, ours, and of the same story. */
function openOlder(target: string, identifier: string, limits: Limits): Outcome<Older | undefined> {
  const refused = (reason: string, hint?: string): Outcome<undefined> => ({
    value: undefined,
    problems: [
      problem(
        'archive-in-the-way',
        { path: target },
        `Where the archive goes is ${reason}; nothing was written.`,
        hint,
      ),
    ],
  });
  const opened = openBag(target, limits);
  if (opened.problems.some(({ rule }) => rule !== 'bag-missing'))
    return { value: undefined, problems: opened.problems };
  if (!opened.value?.some(({ path }) => path === 'bagit.txt')) return refused('a file or folder that is no archive');
  const damage = verifyBag(opened.value, limits);
  if (damage.length > 0) return { value: undefined, problems: damage };
  const payload = new Map<string, Uint8Array>();
  for (const file of opened.value) {
    const read = file.path.startsWith('data/') ? readBagFile(file) : undefined;
    if (read && 'bytes' in read) payload.set(file.path.slice('data/'.length), read.bytes);
  }
  const facts = readBagFacts(payload.get('metadata.json'));
  if (!facts) return refused('an archive that Fleuron did not make');
  const theirs = facts.metadata['identifier'];
  if (theirs !== identifier)
    return refused(
      'an archive of another story',
      `If it is the same story, say “identifier: ${String(theirs)}” in book.yaml.`,
    );
  return { value: { payload, facts }, problems: [] };
}

const isDamage = ({ rule }: Problem): boolean => rule.startsWith('bag-') || rule === 'manifest-malformed';
