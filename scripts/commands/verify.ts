/** `fleuron verify`: proves an archive, or a book made from its manuscript. */
import { readFixity } from '../archive/fixity.ts';
import { verifyArchive } from '../archive/verify-archive.ts';
import { type SourceManuscript, type Verdict, verifyBook } from '../archive/verify-book.ts';
import { decodeForeign } from '../book/decode.ts';
import type { Limits } from '../book/limits.ts';
import { keepManuscript } from '../disk/keep-manuscript.ts';
import { openBag } from '../disk/open-bag.ts';
import { openAsset } from '../disk/package-assets.ts';
import { readFinished } from '../disk/read-finished.ts';
import { readRegular } from '../disk/read-regular.ts';
import { isFolder } from '../disk/write-book.ts';
import { refusePlugins } from '../pipeline/plugins.ts';
import { hasErrors } from '../report/problem.ts';
import type { UsageError } from './command.ts';
import { defineCommand } from './define-command.ts';
import { exitCodes } from './exit-codes.ts';
import { buildPath } from './from-disk.ts';
import { pluginLoader } from './load-plugins.ts';
import { limitOption, reportOptions, untrustedOption } from './options.ts';
import { createReporter, type Reporter } from './reporter.ts';

export const verify = defineCommand({
  name: 'verify',
  summary: 'prove that an archive or a book is what it was',
  usage: `Checks every file and checksum of an archive, and makes its books, reading copies and records again from the kept
manuscripts: they must be the same, to the byte, where this is the version of Fleuron that made them. A book is
compared with the manuscript that it was made from.

  fleuron verify keep/door
  fleuron verify door.zip --fixity door-fixity.txt
  fleuron verify door.epub --source my-story

Who changes a file can write the checksums beside it anew. The fixity line that “archive” and “verify” print, kept
elsewhere, proves that nothing has changed since. docs/archive.md tells what is proved, and what is not.

The exit code is 0 where all is proved, 4 where something is damaged or is not what it should be, and 5 where all matches its
checksums but not all could be proved.`,
  options: {
    source: { type: 'string', value: 'PATH', about: 'the manuscript that a book is compared with' },
    fixity: {
      type: 'string',
      value: 'LINE',
      about: 'the fixity line that was kept of an archive, or a file that holds it',
    },
    ...untrustedOption,
    ...limitOption,
    ...reportOptions,
  },
  positionals: { usage: '<archive | book.epub>', least: 1, most: 1, noun: 'path', example: 'my-archive' },
  run: async ({ source, fixity, untrusted = false, ...report }, [path = ''], { limits }) => {
    const isBook = /\.epub$/i.test(path) && !isFolder(path);
    if (isBook && fixity !== undefined)
      return {
        reason: `“${path}” is a book, and only archives have a fixity line. → Write: fleuron verify my-archive`,
      };
    const kept = fixity === undefined ? undefined : fixityOf(fixity, limits);
    if (typeof kept === 'object') return kept;
    return verifyCommand(
      { path, isBook, source, kept, untrusted, limits },
      createReporter(report, isBook ? [source ?? path] : [path]),
    );
  },
});

interface VerifyArguments {
  readonly path: string;
  /** Whether an EPUB is there, rather than an archive. */
  readonly isBook: boolean;
  /** The manuscript to compare a book with. */
  readonly source: string | undefined;
  /** The checksum of the fixity line that was kept of an archive. */
  readonly kept: string | undefined;
  readonly untrusted: boolean;
  /** What the archive or book, and a manuscript that is built again, may cost. */
  readonly limits: Limits;
}

/** Proves what lies at a path; answers with the exit code. */
export async function verifyCommand(options: VerifyArguments, reporter: Reporter): Promise<number> {
  reporter.stage('verifying');
  const verdict = await (options.isBook ? judgeBook(options) : judgeArchive(options, reporter));
  reporter.finish({ ...verdict, sources: new Map() });
  if (hasErrors(verdict.problems)) return exitCodes.damaged;
  return verdict.isProved ? exitCodes.done : exitCodes.unproved;
}

async function judgeBook({ path, source, untrusted, limits }: VerifyArguments): Promise<Verdict> {
  const { value: epub, problems } = readFinished(path, limits);
  if (!epub) return { problems, isProved: false, sentence: 'Nothing was verified.' };
  const manuscript = source === undefined ? undefined : sourceAt(source, untrusted, limits);
  return verifyBook(epub, { path, source: manuscript, limits });
}

async function judgeArchive({ path, kept, limits }: VerifyArguments, { stage }: Reporter): Promise<Verdict> {
  const { value: bag, problems } = openBag(path, limits);
  if (!bag) return { problems, isProved: false, sentence: 'Nothing was verified.' };
  return verifyArchive(bag, { path, kept, limits, openAsset, onStage: stage });
}

/** The checksum of a fixity line that is given as it is, or in a file. */
function fixityOf(given: string, limits: Limits): string | UsageError {
  const typed = readFixity(given);
  if (typed !== undefined) return typed;
  const read = readRegular(given, 'metadata', limits);
  if (!('bytes' in read))
    return {
      reason: `“${given}” is no fixity line, and as a file it ${read.reason}. → Give the line that “fleuron archive” printed.`,
    };
  const found = readFixity(decodeForeign(read.bytes, given).value ?? '');
  return (
    found ?? {
      reason: `“${given}” holds no fixity line, or several. → Let it hold the one that “fleuron archive” printed.`,
    }
  );
}

/** The manuscript at a path, to compare a book with. */
function sourceAt(path: string, untrusted: boolean, limits: Limits): SourceManuscript {
  const loadPlugins = untrusted ? refusePlugins : pluginLoader(path);
  return {
    kept: (shared) => keepManuscript(path, shared, limits),
    build: (options) => buildPath(path, { ...options, loadPlugins, untrusted, limits }),
  };
}
