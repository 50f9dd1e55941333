/** `fleuron verify`: proves a bag whole, or a book made from its manuscript. */
import { rebuildBag } from '../archive/rebuild.ts';
import { verifyBag } from '../archive/verify-bag.ts';
import { verifyBook } from '../archive/verify-book.ts';
import type { Limits } from '../book/limits.ts';
import { openBag } from '../disk/open-bag.ts';
import { readEpub } from '../disk/read-epub.ts';
import { isFolder } from '../disk/write-book.ts';
import { hasErrors, type Problem } from '../report/problem.ts';
import { exitCodes } from './exit-codes.ts';
import type { Speaker } from './reporter.ts';

export interface VerifyArguments {
  readonly path: string;
  /** The manuscript to compare a book with. */
  readonly source: string | undefined;
  readonly untrusted: boolean;
  /** What the archive or book, and a manuscript that is built again, may cost. */
  readonly limits: Limits;
}

/** Proves what lies at a path; answers with the exit code. */
export async function verifyCommand(
  { path, source, untrusted, limits }: VerifyArguments,
  speaker: Speaker,
): Promise<number> {
  const finish = (problems: readonly Problem[], sentence: string): number => {
    speaker.finish({ problems, sources: new Map(), sentence });
    return hasErrors(problems) ? exitCodes.damaged : exitCodes.done;
  };
  speaker.stage('verifying');
  if (/\.epub$/i.test(path) && !isFolder(path)) {
    const read = readEpub(path, limits);
    if (!read.value) return finish(read.problems, 'Nothing was verified.');
    const { problems, sentence } = await verifyBook(read.value, { path, source, untrusted, limits });
    return finish(problems, sentence);
  }
  const opened = openBag(path, limits);
  if (!opened.value) return finish(opened.problems, 'Nothing was verified.');
  const damage = verifyBag(opened.value, limits);
  if (hasErrors(damage)) return finish(damage, 'The bag is damaged.');
  speaker.stage('building again');
  const { problems, same } = await rebuildBag(opened.value, limits);
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
