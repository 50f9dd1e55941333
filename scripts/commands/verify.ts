/** `fleuron verify`: proves a bag whole, or a book made from its manuscript. */
import { rebuildBag } from '../archive/rebuild.ts';
import { verifyBag } from '../archive/verify-bag.ts';
import { type SourceManuscript, verifyBook } from '../archive/verify-book.ts';
import type { Limits } from '../book/limits.ts';
import { keepManuscript } from '../disk/keep-manuscript.ts';
import { openBag } from '../disk/open-bag.ts';
import { openAsset } from '../disk/package-assets.ts';
import { readFinished } from '../disk/read-finished.ts';
import { isFolder } from '../disk/write-book.ts';
import { refusePlugins } from '../pipeline/plugins.ts';
import { hasErrors, type Problem } from '../report/problem.ts';
import { defineCommand } from './define-command.ts';
import { exitCodes } from './exit-codes.ts';
import { buildPath } from './from-disk.ts';
import { pluginLoader } from './load-plugins.ts';
import { limitOption, limitsOf, reportOptions, untrustedOption } from './options.ts';
import { createReporter, type Reporter } from './reporter.ts';

export const verify = defineCommand({
  name: 'verify',
  summary: 'prove that an archive or a book is whole',
  usage: `Proves that an archive is whole: every file, every checksum, nothing missing, nothing extra; and builds its book
again, which must be the same, to the byte, where this is the version of Fleuron that made it. A book is
proved undamaged, and compared with the manuscript that it was made from.

  fleuron verify keep/door
  fleuron verify door.zip
  fleuron verify door.epub --source my-story

The exit code is 4 where something is damaged, or is not what it should be.`,
  options: {
    source: { type: 'string', value: 'PATH', about: 'the manuscript that a book is compared with' },
    ...untrustedOption,
    ...limitOption,
    ...reportOptions,
  },
  positionals: { usage: '<archive | book.epub>', least: 1, most: 1, noun: 'path', example: 'my-archive' },
  run: async ({ source, untrusted = false, limit, ...report }, [path = '']) => {
    const limits = await limitsOf(limit);
    if ('reason' in limits) return limits;
    return verifyCommand({ path, source, untrusted, limits }, createReporter(report));
  },
});

interface VerifyArguments {
  readonly path: string;
  /** The manuscript to compare a book with. */
  readonly source: string | undefined;
  readonly untrusted: boolean;
  /** What the archive or book, and a manuscript that is built again, may cost. */
  readonly limits: Limits;
}

/** Proves what lies at a path; answers with the exit code. */
async function verifyCommand(
  { path, source, untrusted, limits }: VerifyArguments,
  reporter: Reporter,
): Promise<number> {
  const finish = (problems: readonly Problem[], sentence: string): number => {
    reporter.finish({ problems, sources: new Map(), sentence });
    return hasErrors(problems) ? exitCodes.damaged : exitCodes.done;
  };
  reporter.stage('verifying');
  if (/\.epub$/i.test(path) && !isFolder(path)) {
    const { value: epub, problems: unread } = readFinished(path, limits);
    if (!epub) return finish(unread, 'Nothing was verified.');
    const { problems, sentence } = await verifyBook(epub, {
      path,
      source: source === undefined ? undefined : sourceAt(source, untrusted, limits),
      limits,
    });
    return finish(problems, sentence);
  }
  const opened = openBag(path, limits);
  if (!opened.value) return finish(opened.problems, 'Nothing was verified.');
  const damage = verifyBag(opened.value, limits);
  if (hasErrors(damage)) return finish(damage, 'The bag is damaged.');
  reporter.stage('building again');
  const { problems, same } = await rebuildBag(opened.value, { limits, openAsset });
  const rebuilt =
    same === 0
      ? ''
      : same === 1
        ? ', and its book built again is the same'
        : `, and its ${same} books built again are the same`;
  return finish(
    problems,
    hasErrors(problems)
      ? 'The bag is not what it should be.'
      : `${path} is whole: ${opened.value.length} files${rebuilt}.`,
  );
}

/** The manuscript at a path, to compare a book with. */
function sourceAt(path: string, untrusted: boolean, limits: Limits): SourceManuscript {
  const loadPlugins = untrusted ? refusePlugins : pluginLoader(path);
  return {
    kept: keepManuscript(path, new Set(), limits),
    build: (options) => buildPath(path, { ...options, loadPlugins, untrusted, limits }),
  };
}
